package uk.frith.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Console;

/** An import whose process is killed, again and again, wherever it happens to be. */
class KilledImportDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final int FILES = 6;
    private static final int ROWS = 15_000;
    private static final int KILLS = 3;
    private static final int MOST_MEGABYTES_BEFORE_A_KILL = 3;
    private static final long BETWEEN_LOOKS_MILLIS = 5;
    private static final int MOST_LOOKS = 12_000;

    @TempDir
    private Path folder;

    @Test
    void nothing_is_half_there_after_any_kill_and_starting_again_completes_it() throws Exception {
        for (int month = 1; month <= FILES; month++) {
            writeFile(month);
        }
        SplittableRandom random = new SplittableRandom(Long.getLong("trials.seed", 20261127));
        for (int kill = 0; kill < KILLS; kill++) {
            long more = random.nextLong(MOST_MEGABYTES_BEFORE_A_KILL << 20);
            Process process = start();
            long size = size();
            while (process.isAlive() && size() <= size + more) {
                if (process.waitFor(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).as("killed, not done").isNotZero();
            awaitNobodyThere();
            assertThat(halfStored()).as("after kill " + kill + " at " + more).isEmpty();
        }
        Process process = start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(halfStored()).isEmpty();
        assertThat(number("select count(*) from intake.file_version where replaced_in is null"))
                .isEqualTo(FILES);
        assertThat(number("select count(*) from intake.file_version")).isEqualTo(FILES);
        assertThat(number("select sum(asb_rows) from intake.file_version")).isEqualTo(FILES * (long) ROWS / 2);
    }

    /** Versions whose rows, areas' counts or refusals aren't all there, and rows of no version that is seen. */
    private static List<Map<String, @Nullable Object>> halfStored() {
        return DATABASE.asOwner().sql("""
                        select coalesce(v.id, r.version_id) as version, v.stored, r.rows, c.counted
                        from intake.file_version v
                        full join (select version_id, count(*) as rows from intake.street_record group by 1) r
                            on r.version_id = v.id
                        left join (
                            select version_id, sum((select sum(n) from unnest(incidents) n)) as counted
                            from intake.street_count group by 1) c on c.version_id = v.id
                        where v.id is null or r.rows is distinct from v.stored or c.counted is distinct from v.stored
                            or v.stored <> %d
                        """.formatted(ROWS)).query().listOfRows();
    }

    /** The server notices that its client is gone a little later. */
    private static void awaitNobodyThere() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (number("select count(*) from pg_stat_activity where datname = current_database()"
                            + " and pid <> pg_backend_pid() and usename = 'frith_app'")
                    == 0) {
                return;
            }
            assertThat(never.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        }
        throw new AssertionError("The killed process is still connected.");
    }

    private static long size() {
        return number("select pg_relation_size('intake.street_record')");
    }

    private static long number(String question) {
        return DATABASE.asOwner().sql(question).query(Long.class).single();
    }

    private void writeFile(int month) throws IOException {
        try (Writer file =
                Files.newBufferedWriter(folder.resolve("2021-0%d-leicestershire-street.csv".formatted(month)))) {
            file.write("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
                    + "Crime type,Last outcome category,Context\n");
            for (int row = 0; row < ROWS; row++) {
                file.write(",2021-0%d,Leicestershire Police,Leicestershire Police,-1.1,52.6,On or near High Street,"
                                .formatted(month)
                        + "E010%05d,Leicester %d,%s,,\n"
                                .formatted(
                                        row % 600, row % 600, row % 2 == 0 ? "Anti-social behaviour" : "Other theft"));
            }
        }
    }

    private Process start() throws IOException {
        Database database = DATABASE.database();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportProcess.class.getName(),
                        DATABASE.folder().toString(),
                        database.url(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(DATABASE.folder().resolve("said.log").toFile());
        for (Database.Login login : List.of(database.owner(), database.app(), database.signIn())) {
            builder.environment().put(login.role(), login.password());
        }
        return builder.start();
    }

    /** The import, as {@code ./frith} runs it, against the test's database. */
    static final class ImportProcess {
        private ImportProcess() {}

        public static void main(String[] words) {
            Database database = new Database(words[1], login("frith_owner"), login("frith_app"), login("frith_signin"));
            Site site = new Site(DataFolder.open(Path.of(words[0])), database);
            Arguments arguments = new Arguments(List.of("police-uk", words[2]), Map.of());
            System.exit(CommandRunner.run(site, "import", arguments, new Console(System.out, System.err))
                    .code());
        }

        private static Database.Login login(String role) {
            return new Database.Login(role, System.getenv(role));
        }
    }
}
