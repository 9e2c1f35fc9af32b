package uk.frith.platform.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import uk.frith.platform.foundation.commands.CommandFailed;

/** What must be so before real people's data are served. */
final class ProductionChecks {

    /** Passwords that installers and examples use. */
    private static final Set<String> DEFAULTS = Set.of(
            "postgres", "password", "frith", "frith_owner", "changeme", "change-me", "secret", "admin", "test", "");

    /** Shorter ones can be tried out. */
    private static final int SHORTEST_SECRET = 12;

    private ProductionChecks() {}

    static void check(Site site) {
        for (Database.Login login : new Database.Login[] {
            site.database().owner(), site.database().app(), site.database().signIn()
        }) {
            if (isGuessable(login)) {
                throw new CommandFailed(
                        "The database role " + login.role() + " has a default or short password. Give it one of"
                                + " at least " + SHORTEST_SECRET + " characters before you serve people's data.");
            }
        }
        try (Connection connection = Owner.connect(site.database());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select exists (select 1 from identity.account where demonstration)")) {
            rows.next();
            if (rows.getBoolean(1)) {
                throw new CommandFailed(
                        "This database holds demonstration accounts, whose passwords everybody knows. Serve from"
                                + " a data folder of its own (--data DIR).");
            }
        } catch (SQLException e) {
            throw new CommandFailed("The database can't be read: " + e.getMessage(), e);
        }
    }

    static boolean isGuessable(Database.Login login) {
        String password = login.password().toLowerCase(Locale.ROOT);
        return password.length() < SHORTEST_SECRET
                || DEFAULTS.contains(password)
                || password.equals(login.role().toLowerCase(Locale.ROOT));
    }
}
