package uk.frith.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application: every chapter, wired. The launcher starts it and tells it where the database is. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class FrithApplication {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    /** The one source of chance; tests give a seeded one. */
    @Bean
    RandomGenerator chance() {
        return new SecureRandom();
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }
}
