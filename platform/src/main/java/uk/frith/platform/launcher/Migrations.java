package uk.frith.platform.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateResult;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import uk.frith.platform.foundation.commands.CommandFailed;

/**
 * Brings the database up to date as its owner: one folder and one history a chapter, in the order of the house.
 *
 * <p>A fingerprint of all migrations is kept, so that a start with nothing to do costs one query.
 */
public final class Migrations {

    /** The chapters that have tables, left to right; a test compares this list with the folders and with the modules. */
    static final List<String> CHAPTERS = List.of(
            "audit",
            "identity",
            "sheets",
            "places",
            "deadlines",
            "training",
            "rulebook",
            "wording",
            "recording",
            "integrity",
            "reconciliation",
            "victims",
            "concerns",
            "calls",
            "exchange",
            "intake",
            "risk",
            "prevalence",
            "portal",
            "evidence",
            "dialogue",
            "chat",
            "signs");

    private Migrations() {}

    /**
     * Runs what has not been run yet.
     *
     * @throws CommandFailed when a migration fails, or the database has been migrated by a newer Frith
     */
    public static void run(Database database) {
        String fingerprint = fingerprint();
        if (fingerprint.equals(recorded(database))) {
            return;
        }
        for (String chapter : CHAPTERS) {
            migrate(database, chapter, MigrationVersion.LATEST);
        }
        record(database, fingerprint);
    }

    /**
     * Brings an empty database to given versions, and no further.
     *
     * @param versions each chapter's version, by its id
     * @throws CommandFailed when a chapter or a version is not known here
     */
    static void runTo(Database database, Map<String, String> versions) {
        for (String chapter : versions.keySet()) {
            if (!CHAPTERS.contains(chapter)) {
                throw new CommandFailed("The backup was written by a newer Frith (it has " + chapter
                        + "). Use that version to restore it.");
            }
        }
        for (String chapter : CHAPTERS) {
            String version = versions.getOrDefault(chapter, "0");
            if (!version.equals("0")) {
                migrate(database, chapter, MigrationVersion.fromVersion(version));
            }
        }
    }

    private static void migrate(Database database, String chapter, MigrationVersion target) {
        try {
            MigrateResult result = Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(
                            database.url(),
                            database.owner().role(),
                            database.owner().password())
                    .locations("classpath:db/migration/" + chapter)
                    .schemas(chapter)
                    .defaultSchema(chapter)
                    .table("migration")
                    .createSchemas(true)
                    // A migration that isn't known here is a newer Frith's: nothing of it is touched.
                    .ignoreMigrationPatterns(new String[0])
                    .target(target)
                    .load()
                    .migrate();
            if (!result.success) {
                throw new CommandFailed("The database can't be brought up to date (" + chapter + ").");
            }
        } catch (FlywayException e) {
            throw new CommandFailed(
                    "The database can't be brought up to date (" + chapter
                            + "). If it was used by a newer Frith, use that" + " version. " + e.getMessage(),
                    e);
        }
    }

    private static String recorded(Database database) {
        try (Connection connection = asOwner(database);
                Statement statement = connection.createStatement()) {
            try (ResultSet known =
                    statement.executeQuery("select to_regclass('public.frith_migrations') is not null")) {
                if (!known.next() || !known.getBoolean(1)) {
                    return "";
                }
            }
            try (ResultSet rows = statement.executeQuery("select fingerprint from public.frith_migrations")) {
                return rows.next() ? rows.getString(1) : "";
            }
        } catch (SQLException e) {
            throw new CommandFailed("The database can't be reached: " + e.getMessage(), e);
        }
    }

    private static void record(Database database, String fingerprint) {
        try (Connection connection = asOwner(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists public.frith_migrations (fingerprint text not null)");
            statement.execute("delete from public.frith_migrations");
            statement.execute(
                    "insert into public.frith_migrations values (" + statement.enquoteLiteral(fingerprint) + ")");
        } catch (SQLException e) {
            throw new CommandFailed("The database can't be written: " + e.getMessage(), e);
        }
    }

    private static Connection asOwner(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().role(), database.owner().password());
    }

    private static String fingerprint() {
        CRC32C crc = new CRC32C();
        var resolver = new PathMatchingResourcePatternResolver(Migrations.class.getClassLoader());
        try {
            for (String chapter : CHAPTERS) {
                Resource[] found = resolver.getResources("classpath*:db/migration/" + chapter + "/*.sql");
                for (Resource file :
                        List.of(found).stream().sorted(Migrations::byName).toList()) {
                    crc.update((chapter + "/" + file.getFilename()).getBytes(StandardCharsets.UTF_8));
                    try (InputStream in = file.getInputStream()) {
                        crc.update(in.readAllBytes());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().toHexDigits(crc.getValue());
    }

    private static int byName(Resource left, Resource right) {
        return String.valueOf(left.getFilename()).compareTo(String.valueOf(right.getFilename()));
    }
}
