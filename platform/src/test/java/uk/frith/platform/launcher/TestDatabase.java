package uk.frith.platform.launcher;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL for tests: one server a run, one database of its own for each test class, made from a migrated
 * template in a tenth of a second.
 */
public final class TestDatabase {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Site site;
    private @Nullable JdbcClient asOwner;

    private TestDatabase(Site site) {
        this.site = site;
    }

    /** A fresh, migrated database that no other test sees. */
    public static TestDatabase fresh() {
        return Cluster.INSTANCE.database(Cluster.INSTANCE.template);
    }

    /** A database of its own with all that is in this one, to which nobody may be connected. */
    TestDatabase copy() {
        return Cluster.INSTANCE.database(site.database());
    }

    /** Tells a Spring test where its database is. */
    public void register(DynamicPropertyRegistry registry) {
        settings().forEach((key, value) -> registry.add(key, () -> value));
    }

    /** The settings that the launcher would give the application. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = site.settings();
        // Spring keeps the applications of several tests at once, and they share one server.
        settings.put("spring.datasource.hikari.maximum-pool-size", "8");
        settings.put("spring.datasource.hikari.minimum-idle", "0");
        settings.put("spring.datasource.hikari.idle-timeout", "10000");
        return settings;
    }

    public Path folder() {
        return site.folder().root();
    }

    /**
     * As the owner of the tables, whom no policy binds: for arranging and for checking. Its connections are kept for a
     * while, since tests ask thousands of times and to sign in takes longer than most answers.
     */
    public synchronized JdbcClient asOwner() {
        if (asOwner == null) {
            HikariDataSource connections = new HikariDataSource();
            connections.setJdbcUrl(site.database().url());
            connections.setUsername(site.database().owner().role());
            connections.setPassword(site.database().owner().password());
            connections.setMinimumIdle(0);
            connections.setIdleTimeout(10_000);
            asOwner = JdbcClient.create(connections);
        }
        return asOwner;
    }

    /** As the application's role, with nothing presented: as a hostile application would come. */
    public JdbcClient asApplication() {
        return as(site.database().app());
    }

    /** As sign-in's role. */
    public JdbcClient asSignIn() {
        return as(site.database().signIn());
    }

    public Database database() {
        return site.database();
    }

    private JdbcClient as(Database.Login login) {
        return JdbcClient.create(new DriverManagerDataSource(site.database().url(), login.role(), login.password()));
    }

    private static final class Cluster {

        private static final Cluster INSTANCE = new Cluster();

        private final DataFolder folder;
        private final Database template;

        Cluster() {
            try {
                folder = DataFolder.open(Files.createTempDirectory(
                        Files.createDirectories(Path.of("target", "test-data").toAbsolutePath()), "cluster"));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            EmbeddedServer server = EmbeddedServer.attach(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            template = server.database();
            Migrations.run(template);
        }

        TestDatabase database(Database from) {
            String name = "test_" + COUNTER.incrementAndGet();
            int cut = from.url().lastIndexOf('/') + 1;
            String base = from.url().substring(0, cut);
            try (Connection connection = DriverManager.getConnection(
                            base + "postgres", "frith_super", folder.secret("database-superuser"));
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "create database " + name + " template " + from.url().substring(cut) + " owner frith_owner");
                statement.execute("revoke all on database " + name + " from public");
                statement.execute("grant connect on database " + name + " to frith_app, frith_signin");
                Path own =
                        Files.createDirectories(folder.root().resolve("folders").resolve(name));
                return new TestDatabase(new Site(
                        DataFolder.open(own),
                        new Database(base + name, template.owner(), template.app(), template.signIn())));
            } catch (SQLException | java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
