package uk.frith.platform.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.launcher.Database.Login;

/** The database for as long as this process needs it: the folder's embedded server, or one that was given. */
final class RunningDatabase implements AutoCloseable {

    private final Database database;
    private final @Nullable EmbeddedServer embedded;
    private final AtomicReference<@Nullable Runnable> first = new AtomicReference<>();
    private final Thread onShutdown = new Thread(this::release, "release-database");

    private RunningDatabase(Database database, @Nullable EmbeddedServer embedded) {
        this.database = database;
        this.embedded = embedded;
        Runtime.getRuntime().addShutdownHook(onShutdown);
    }

    /**
     * Attaches to the folder's embedded server, or, when an address is given, to that server.
     *
     * @param address JDBC address of an empty or an earlier Frith database, without credentials; those of its owner, who
     *     may create roles, are taken from FRITH_DB_USER and FRITH_DB_PASSWORD
     */
    static RunningDatabase open(DataFolder folder, Optional<String> address) {
        if (address.isEmpty()) {
            EmbeddedServer server = EmbeddedServer.attach(folder);
            return new RunningDatabase(server.database(), server);
        }
        return new RunningDatabase(given(folder, address.get()), null);
    }

    private static Database given(DataFolder folder, String address) {
        if (!address.startsWith("jdbc:postgresql://") || address.contains("password=")) {
            throw new WrongArguments("--db takes an address like jdbc:postgresql://host:5432/frith; user and password"
                    + " are taken from FRITH_DB_USER and FRITH_DB_PASSWORD.");
        }
        String user = System.getenv("FRITH_DB_USER");
        String password = System.getenv("FRITH_DB_PASSWORD");
        if (user == null || password == null) {
            throw new WrongArguments(
                    "--db needs FRITH_DB_USER and FRITH_DB_PASSWORD: the database's owner, who may" + " create roles.");
        }
        Database database = new Database(
                address,
                new Login(user, password),
                new Login("frith_app", folder.secret("database-app")),
                new Login("frith_signin", folder.secret("database-sign-in")));
        try (Connection connection = DriverManager.getConnection(address, user, password)) {
            DatabaseRoles.makeRole(connection, database.app());
            DatabaseRoles.makeRole(connection, database.signIn());
        } catch (SQLException e) {
            throw new CommandFailed("The database at " + address + " can't be used: " + e.getMessage(), e);
        }
        return database;
    }

    Database database() {
        return database;
    }

    /** What must be closed before the database goes, however this process ends. */
    void beforeRelease(Runnable close) {
        first.set(close);
    }

    private synchronized void release() {
        Runnable close = first.getAndSet(null);
        if (close != null) {
            close.run();
        }
        if (embedded != null) {
            embedded.close();
        }
    }

    @Override
    public void close() {
        release();
    }
}
