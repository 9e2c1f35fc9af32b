package uk.frith.platform.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.launcher.Backup.Manifest;
import uk.frith.platform.launcher.Backup.Table;

/**
 * Fills a new database from a backup: the schema is brought to the backup's versions, every table is loaded in one
 * transaction and compared with its digest, and then the schema is brought up to date.
 */
final class Restore {

    private Restore() {}

    /**
     * Restores; gives the backup's manifest.
     *
     * @throws CommandFailed when the file isn't a whole backup, is of a newer Frith, or the database isn't new; nothing
     *     has changed then
     */
    static Manifest read(Database database, Path file) {
        if (!Files.isReadable(file)) {
            throw new CommandFailed("There is no readable file " + file + ".");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            Migrations.runTo(database, manifest.migrations());
            try (Connection connection = Owner.connect(database)) {
                connection.setAutoCommit(false);
                refuseUnlessNew(connection);
                load(connection, zip, manifest);
                Owner.enter(connection, "COLLECTION", "restore", "bringing everything back from a copy");
                connection.commit();
            }
            Migrations.run(database);
            return manifest;
        } catch (SQLException | IOException e) {
            throw new CommandFailed("The backup can't be restored: " + e.getMessage(), e);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry("manifest.json");
        if (entry == null) {
            throw new CommandFailed("The file is not a backup of Frith: it has no manifest.json.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JsonMapper.shared().readValue(in, Manifest.class);
            if (manifest.format() > Backup.FORMAT) {
                throw new CommandFailed("The backup was written by a newer Frith. Use that version to restore it.");
            }
            return manifest;
        }
    }

    private static void refuseUnlessNew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select exists (select 1 from audit.entry)"
                        + " or exists (select 1 from identity.account"
                        + " where state <> 'SERVICE' and email not like '%@service.invalid')")) {
            rows.next();
            if (rows.getBoolean(1)) {
                throw new CommandFailed(
                        "The database has been used already. Restore into a new folder (--data) or an empty"
                                + " database (--db).");
            }
        }
    }

    private static void load(Connection connection, ZipFile zip, Manifest manifest) throws SQLException, IOException {
        Map<String, java.util.List<String>> tables = Tables.inOrder(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate "
                    + String.join(
                            ", ", tables.keySet().stream().map(Tables::quoted).toList()) + " cascade");
        }
        for (String name : tables.keySet()) {
            Table table = manifest.tables().get(name);
            if (table != null) {
                loadTable(connection, zip, name, table);
            }
        }
        setSequences(connection);
        try (Statement statement = connection.createStatement()) {
            // Transaction ids start anew here; entries from now on belong to the next era.
            statement.execute("insert into audit.era (number) select coalesce(max(number), 0) + 1 from audit.era");
        }
    }

    private static void loadTable(Connection connection, ZipFile zip, String name, Table table)
            throws SQLException, IOException {
        ZipEntry entry = zip.getEntry("tables/" + name + ".copy");
        if (entry == null) {
            throw new CommandFailed("The backup is not whole: the table " + name + " is missing.");
        }
        MessageDigest digest = Backup.sha256();
        long rows;
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + Tables.quoted(name) + " (" + Tables.columns(table.columns())
                                    + ") from stdin (encoding 'UTF8')",
                            in);
        }
        if (rows != table.rows() || !HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
            throw new CommandFailed("The backup was damaged: the table " + name + " is not what was written.");
        }
    }

    // language=postgresql
    private static final String COUNTED_COLUMNS = """
            select n.nspname || '.' || c.relname, a.attname, pg_get_serial_sequence(
                       quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = any (?) and c.relkind = 'r' and not a.attisdropped
              and pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) is not null
            """;

    private static void setSequences(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(COUNTED_COLUMNS)) {
            statement.setArray(1, connection.createArrayOf("text", Migrations.CHAPTERS.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    try (Statement set = connection.createStatement()) {
                        set.execute("select setval(" + set.enquoteLiteral(rows.getString(3)) + ", coalesce(max("
                                + Tables.quoted(rows.getString(2)) + "), 0) + 1, false) from "
                                + Tables.quoted(rows.getString(1)));
                    }
                }
            }
        }
    }
}
