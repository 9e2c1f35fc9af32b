package uk.frith.platform.launcher;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import uk.frith.platform.launcher.Database.Login;

/** Makes the three roles and the database, once. */
final class DatabaseRoles {

    private DatabaseRoles() {}

    /** Makes the roles that are missing and gives each its password; needs the right to create roles. */
    static void make(Connection connection, Database database) throws SQLException {
        for (Login login : new Login[] {database.owner(), database.app(), database.signIn()}) {
            makeRole(connection, login);
        }
    }

    static void makeRole(Connection connection, Login login) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select 1 from pg_roles where rolname = " + statement.enquoteLiteral(login.role()))) {
            if (!rows.next()) {
                try (Statement make = connection.createStatement()) {
                    make.execute("create role " + statement.enquoteIdentifier(login.role(), true)
                            + " login nosuperuser nocreatedb nocreaterole nobypassrls password "
                            + statement.enquoteLiteral(login.password()));
                }
            }
        }
    }

    static void makeDatabase(Connection connection, String name, String owner) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select 1 from pg_database where datname = " + statement.enquoteLiteral(name))) {
            if (!rows.next()) {
                String database = statement.enquoteIdentifier(name, true);
                try (Statement make = connection.createStatement()) {
                    make.execute("create database " + database + " owner " + statement.enquoteIdentifier(owner, true));
                    make.execute("revoke all on database " + database + " from public");
                    make.execute("grant connect on database " + database + " to frith_app, frith_signin");
                }
            }
        }
    }
}
