package uk.frith.platform.foundation.identity;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The connection of sign-in's own database role. It never becomes a {@code DataSource} bean, so that nothing else can be
 * given it by mistake.
 */
@Component
class SignInDatabase implements DisposableBean {

    private static final int CONNECTIONS = 4;

    private final HikariDataSource pool;

    SignInDatabase(IdentitySettings settings) {
        this.pool = new HikariDataSource();
        pool.setPoolName("sign-in");
        pool.setJdbcUrl(settings.databaseUrl());
        pool.setUsername(settings.signInRole());
        pool.setPassword(settings.signInPassword());
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
