package uk.frith.platform.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;
import uk.frith.platform.foundation.commands.CommandFailed;

/**
 * Writes everything into one file: each table by {@code COPY}, all in one repeatable-read snapshot, so that it is
 * consistent while people work, is the same for both kinds of database and crosses major versions of PostgreSQL.
 *
 * <p>The file is a zip: {@code tables/SCHEMA.TABLE.copy} for each table, and {@code manifest.json} with the version of
 * each chapter's schema and each table's rows and SHA-256.
 */
final class Backup {

    /** The version of the backup's own form. */
    static final int FORMAT = 1;

    /**
     * What a backup says of itself.
     *
     * @param format the form's version
     * @param migrations each chapter's schema version
     * @param tables each table, by its full name
     */
    record Manifest(int format, Map<String, String> migrations, Map<String, Table> tables) {}

    /**
     * One table in a backup.
     *
     * @param columns its columns, in order
     * @param rows how many rows there are
     * @param sha256 digest of what COPY wrote, in hexadecimal
     */
    record Table(List<String> columns, long rows, String sha256) {}

    private Backup() {}

    /**
     * Writes a backup; gives its manifest. The file appears whole or not at all.
     *
     * @throws CommandFailed when the file exists, can't be written, or the database goes away
     */
    static Manifest write(Database database, Path file) {
        Path target = file.toAbsolutePath();
        Path draft = target.resolveSibling(target.getFileName() + ".part");
        if (Files.exists(target)) {
            throw new CommandFailed("The file " + file + " is there already. Choose another name.");
        }
        try (Connection connection = Owner.connect(database)) {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Manifest manifest;
            try (OutputStream out = Files.newOutputStream(draft);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                manifest = writeTables(connection, zip);
                zip.putNextEntry(new ZipEntry("manifest.json"));
                zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
                zip.closeEntry();
            }
            Owner.enter(connection, "DISCLOSURE", "backup", "keeping a copy of everything");
            connection.commit();
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailed("Another backup is being written to " + draft + ".", e);
        } catch (SQLException | IOException e) {
            throw new CommandFailed("The backup can't be written: " + e.getMessage(), e);
        }
    }

    private static Manifest writeTables(Connection connection, ZipOutputStream zip) throws SQLException, IOException {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> table : Tables.inOrder(connection).entrySet()) {
            zip.putNextEntry(new ZipEntry("tables/" + table.getKey() + ".copy"));
            MessageDigest digest = sha256();
            DigestOutputStream out = new DigestOutputStream(unclosing(zip), digest);
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy " + Tables.quoted(table.getKey()) + " (" + Tables.columns(table.getValue())
                                    + ") to stdout (encoding 'UTF8')",
                            out);
            zip.closeEntry();
            tables.put(
                    table.getKey(),
                    new Table(table.getValue(), rows, HexFormat.of().formatHex(digest.digest())));
        }
        return new Manifest(FORMAT, Tables.migrations(connection), tables);
    }

    private static OutputStream unclosing(OutputStream out) {
        return new java.io.FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
