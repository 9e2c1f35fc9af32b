package uk.frith.platform.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What the launcher does as the database's owner, apart from migrations: it connects, and it says so in the audit. */
final class Owner {

    // language=postgresql
    private static final String ENTER = """
            insert into audit.entry (actor, organisation, act, subject, purpose, detail)
            select a.id, a.organisation_id, ?, ?, ?, jsonb_build_object('user', ?::text)
            from identity.account a where a.email = 'command-line@service.invalid'
            """;

    private Owner() {}

    static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().role(), database.owner().password());
    }

    /** Enters an act of the command line, in the connection's current transaction. */
    static void enter(Connection connection, String act, String subject, String purpose) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, act);
            statement.setString(2, subject);
            statement.setString(3, purpose);
            statement.setString(4, System.getProperty("user.name"));
            if (statement.executeUpdate() != 1) {
                throw new SQLException("The command line has no account in this database.");
            }
        }
    }
}
