package uk.frith.platform.reports.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class PoliceImportDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String HEADER = String.join(",", FileKind.STREET.header()) + "\r\n";
    private static final String ASB = row("2021-03", "", "Anti-social behaviour");
    private static final String THEFT = row("2021-03", "abc", "Other theft");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @TempDir
    private Path folder;

    private final ServiceDesk services;
    private final Desk desk;
    private final ImportPoliceUk importing;
    private final ImportReport reporting;
    private final VersionRepository versions;
    private final OpenData openData;

    PoliceImportDbTest(
            @Autowired ServiceDesk services,
            @Autowired Desk desk,
            @Autowired ImportPoliceUk importing,
            @Autowired ImportReport reporting,
            @Autowired VersionRepository versions,
            @Autowired OpenData openData) {
        this.services = services;
        this.desk = desk;
        this.importing = importing;
        this.reporting = reporting;
        this.versions = versions;
        this.openData = openData;
    }

    @BeforeEach
    void begin_with_nothing() {
        DATABASE.asOwner()
                .sql("truncate intake.file_version, intake.street_record, intake.street_count, intake.refused_row,"
                        + " intake.stop_search_record cascade")
                .update();
    }

    private record Ran(ExitStatus status, String out, String news) {}

    private Ran run(Command command, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream news = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(news, true, StandardCharsets.UTF_8));
        ExitStatus status = services.as(
                ServiceActor.COMMAND_LINE, "tester", () -> command.run(Arguments.parse(List.of(words)), console));
        return new Ran(status, out.toString(StandardCharsets.UTF_8).strip(), news.toString(StandardCharsets.UTF_8));
    }

    private Ran take(Path... paths) {
        return run(importing, Arrays.stream(paths).map(Path::toString).toArray(String[]::new));
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static String row(String month, String id, String type) {
        return id + "," + month + ",Kent Police,Kent Police,0.5,51.3,On or near A Street,E01000001,Area 001A," + type
                + ",,\r\n";
    }

    private static long count(String table) {
        return DATABASE.asOwner()
                .sql("select count(*) from intake." + table)
                .query(Long.class)
                .single();
    }

    private <T> T reading(java.util.function.Supplier<T> work) {
        return services.as(ServiceActor.COMMAND_LINE, "tester", () -> desk.unaudited("a test", work));
    }

    @Test
    void identical_rows_are_separate_incidents_and_an_identifier_may_stand_twice() throws IOException {
        Ran ran = take(file("2021-03-kent-street.csv", HEADER + ASB + ASB + THEFT + THEFT));
        assertThat(ran.status()).isEqualTo(ExitStatus.DONE);
        assertThat(ran.out()).isEqualTo("files=1 rows=4 stored=4 replaced=0 refused=0");
        assertThat(run(reporting).out().lines().toList().getLast())
                .isEqualTo("2021-03-kent-street.csv,kent,2021-03,4,2,0,1,0,0,1,1,2,False,True,4,0,CURRENT");
    }

    @Test
    void a_new_file_takes_the_old_ones_place_and_old_figures_can_be_had_again() throws IOException {
        take(file("2021-03-kent-street.csv", HEADER + ASB));
        long before = reading(openData::latestDataVersion);
        Ran ran = take(file("2021-03-kent-street.csv", HEADER + ASB + ASB));
        assertThat(ran.out()).isEqualTo("files=1 rows=2 stored=2 replaced=1 refused=0");
        long after = reading(openData::latestDataVersion);
        assertThat(after).isEqualTo(before + 1);
        assertThat(incidents(before)).isEqualTo(1);
        assertThat(incidents(after)).isEqualTo(2);
        assertThat(run(reporting).out().lines().map(l -> l.substring(l.lastIndexOf(',') + 1)))
                .containsExactly("status", "REPLACED", "CURRENT");

        assertThat(take(folder.resolve("2021-03-kent-street.csv")).out())
                .isEqualTo("files=1 rows=2 stored=0 replaced=0 refused=0");
        assertThat(reading(openData::latestDataVersion)).isEqualTo(after);
    }

    private long incidents(long version) {
        return reading(() -> openData.counts(
                        "kent",
                        YearMonth.of(2021, 3),
                        YearMonth.of(2021, 3),
                        Optional.of(OpenData.ANTISOCIAL_BEHAVIOUR),
                        version))
                .stream()
                .mapToLong(AreaMonthCount::incidents)
                .sum();
    }

    @Test
    void a_part_of_a_force_takes_the_place_of_nothing() throws IOException {
        take(file("2021-03-kent-street.csv", HEADER + ASB));
        take(file("2021-03-dover-street.csv", HEADER + THEFT));
        List<SeriesCoverage> coverage = reading(() -> openData.coverage(openData.latestDataVersion()));
        assertThat(coverage.stream().map(c -> c.series() + " " + c.wholeForce()))
                .containsExactly("dover false", "kent true");

        Ran ran = take(file("2021-03-kent-street.csv", HEADER + ASB.replace("Kent Police", "Essex Police")));
        assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(ran.news()).contains("a part of a force takes the place of no whole force's month");
        assertThat(incidents(reading(openData::latestDataVersion))).isEqualTo(1);
    }

    @Test
    void a_refused_row_is_kept_with_line_field_value_and_reason_and_stops_nothing() throws IOException {
        Ran ran = take(file(
                "2021-03-kent-street.csv",
                HEADER
                        + ASB
                        + row("2021-13", "", "Drugs")
                        + row("2021-04", "", "Drugs")
                        + ASB.replace("0.5,", "east,")
                        + ASB.replace("51.3", "91")
                        + ASB.replace("E01000001", "E0100 0001")
                        + row("2021-03", "", "")
                        + "a,b\r\n"
                        + "\"open\r\n"
                        + THEFT));
        assertThat(ran.status()).isEqualTo(ExitStatus.SOME_ROWS_REFUSED);
        assertThat(ran.out()).isEqualTo("files=1 rows=10 stored=2 replaced=0 refused=8");
        assertThat(DATABASE.asOwner()
                        .sql("select line || '|' || field || '|' || value || '|' || reason from intake.refused_row"
                                + " order by line")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "3|Month|2021-13|there is no such month",
                        "4|Month|2021-04|it isn't the month of the file, 2021-03",
                        "5|Longitude|east|it isn't a number of degrees from -180 to 180",
                        "6|Latitude|91|it isn't a number of degrees from -90 to 90",
                        "7|LSOA code|E0100 0001|it isn't the code of an area",
                        "8|Crime type||there is no crime type",
                        "9||a,b|it has 2 fields instead of 12",
                        "10|Crime ID|\"open|the quotation mark is never closed");
    }

    @Test
    void rows_without_place_are_kept_and_a_spreadsheets_month_is_mapped_and_said() throws IOException {
        String placeless = ",Mar-21,Kent Police,Kent Police,,,No Location,,,Anti-social behaviour,,\n";
        Ran ran = take(file("2021-03-kent-street.csv", "\uFEFF" + HEADER + placeless));
        assertThat(ran.status()).isEqualTo(ExitStatus.DONE);
        assertThat(ran.news()).contains("the month stands there as \"Mar-21\" and was read as 2021-03");
        assertThat(run(reporting).out().lines().toList().getLast())
                .isEqualTo("2021-03-kent-street.csv,kent,2021-03,1,1,0,0,1,1,0,0,1,True,True,1,0,CURRENT");
    }

    @Test
    void tabs_and_backslashes_are_stored_as_they_are() throws IOException {
        take(file("2021-03-kent-street.csv", HEADER + ASB.replace("A Street", "A\\N \t\\. \"\"Street")));
        assertThat(DATABASE.asOwner()
                        .sql("select location from intake.street_record")
                        .query(String.class)
                        .single())
                .isEqualTo("On or near A\\N \t\\. \"\"Street");
    }

    @Test
    void an_archive_is_walked_and_gives_labels_below_itself() throws IOException {
        Path zip = zip(
                "download.zip",
                Map.of(
                        "2021-03/2021-03-kent-street.csv", HEADER + ASB,
                        "2021-03/2021-03-kent-outcomes.csv", "Crime ID,Month\r\n",
                        "inner.zip", "PK"));
        Ran ran = take(zip);
        assertThat(ran.status()).isEqualTo(ExitStatus.DONE);
        assertThat(ran.out()).isEqualTo("files=1 rows=1 stored=1 replaced=0 refused=0");
        assertThat(ran.news())
                .contains(
                        "2021-03-kent-outcomes.csv: left alone: its header isn't known; expected is \"Crime ID,Month,")
                .contains("inner.zip: left alone: it is an archive within an archive");
        assertThat(run(reporting).out()).contains("download.zip/2021-03/2021-03-kent-street.csv,kent");
    }

    private Path zip(String name, Map<String, String> entries) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    @Test
    void an_entry_that_leads_out_of_the_archive_is_refused() throws IOException {
        for (String name : List.of("../2021-03-kent-street.csv", "/etc/2021-03-kent-street.csv", "a/../../x.csv")) {
            Ran ran = take(zip("evil.zip", Map.of(name, HEADER + ASB)));
            assertThat(ran.status()).as(name).isEqualTo(ExitStatus.FAILED);
            assertThat(ran.news()).contains("whose name leads out of it");
        }
        assertThat(count("file_version")).isZero();
    }

    @Test
    void a_bomb_is_refused_before_it_bursts() throws IOException {
        byte[] line = ASB.repeat(1000).getBytes(StandardCharsets.UTF_8);
        Path gz = folder.resolve("2021-03-kent-street.csv.gz");
        Path zip = folder.resolve("bomb.zip");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(gz));
                ZipOutputStream entries = new ZipOutputStream(Files.newOutputStream(zip))) {
            entries.putNextEntry(new ZipEntry("2021-03-kent-street.csv"));
            for (OutputStream out : List.of(packed, entries)) {
                out.write(HEADER.getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 1000; i++) {
                    out.write(line);
                }
            }
        }
        assertThat(Files.size(gz)).isLessThan(2_000_000);
        for (Path bomb : List.of(gz, zip)) {
            Ran ran = take(bomb);
            assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(ran.news()).contains("it unpacks to more than 200 times its size");
        }
        assertThat(count("file_version")).isZero();
        assertThat(count("street_record")).isZero();
    }

    @Test
    void a_file_that_is_cut_off_stores_nothing_and_others_go_on() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            StringBuilder rows = new StringBuilder(HEADER);
            for (int i = 0; i < 20_000; i++) {
                rows.append(row("2021-02", "id" + i * 7919, "Drugs"));
            }
            out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();
        Files.createDirectories(folder.resolve("month"));
        Files.write(folder.resolve("month/2021-02-kent-street.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
        file("month/2021-03-kent-street.csv", HEADER + ASB);
        Ran ran = take(folder.resolve("month"));
        assertThat(ran.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(ran.out()).isEqualTo("files=1 rows=1 stored=1 replaced=0 refused=0");
        assertThat(ran.news()).contains("2021-02-kent-street.csv.gz: not imported: it is cut off");
        assertThat(count("street_record")).isEqualTo(1);
    }

    @Test
    void names_headers_and_encodings_that_are_wrong_are_told_with_what_is_right() throws IOException {
        record Wrong(String name, String content, java.nio.charset.Charset charset, String sentence) {}
        List<Wrong> all = List.of(
                new Wrong("crime.csv", HEADER + ASB, StandardCharsets.UTF_8, "must look like 2021-03-"),
                new Wrong(
                        "2021-13-kent-street.csv", HEADER + ASB, StandardCharsets.UTF_8, "doesn't say of which month"),
                new Wrong(
                        "2021-03-kent-stop-and-search.csv",
                        HEADER + ASB,
                        StandardCharsets.UTF_8,
                        "it holds street rows"),
                new Wrong("2021-03-kent-street.csv", "a,b\n1,2\n", StandardCharsets.UTF_8, "expected is \"Crime ID,"),
                new Wrong("2021-03-kent-street.csv", "", StandardCharsets.UTF_8, "its header isn't known"),
                new Wrong(
                        "2021-03-kent-street.csv",
                        HEADER + ASB,
                        StandardCharsets.UTF_16,
                        "it isn't UTF-8 but looks like UTF-16"));
        for (Wrong wrong : all) {
            Path named = folder.resolve(wrong.name());
            Files.writeString(named, wrong.content(), wrong.charset());
            Ran ran = take(named);
            assertThat(ran.status()).as(wrong.name()).isEqualTo(ExitStatus.FAILED);
            assertThat(ran.news()).contains("not imported").contains(wrong.sentence());
            Ran found = take(folder);
            assertThat(found.status()).as("in a folder it is left alone").isEqualTo(ExitStatus.DONE);
            assertThat(found.news()).contains("left alone").contains(wrong.sentence());
            Files.delete(named);
        }
        assertThat(count("file_version")).isZero();
    }

    @Test
    void a_missing_path_a_loop_of_links_and_no_path_are_told() throws IOException {
        assertThat(take(folder.resolve("nowhere")).news()).contains("there is no such file or folder");
        file("data/2021-03-kent-street.csv", HEADER + ASB);
        Files.createSymbolicLink(folder.resolve("data/loop"), folder.resolve("data"));
        Ran ran = take(folder.resolve("data"));
        assertThat(ran.status()).isEqualTo(ExitStatus.DONE);
        assertThat(ran.news()).contains("data/loop: left alone: the link leads back");
        assertThat(ran.out()).isEqualTo("files=1 rows=1 stored=1 replaced=0 refused=0");
        assertThatThrownBy(() -> run(importing)).isInstanceOf(WrongArguments.class);
        assertThatThrownBy(() -> run(importing, "x", "--fast", "y")).isInstanceOf(WrongArguments.class);
    }

    @Test
    void two_imports_of_the_same_month_at_once_store_it_once() throws Exception {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            rows.append(row("2021-03", "id" + i, "Drugs"));
        }
        Path file = file("2021-03-kent-street.csv", rows.toString());
        CountDownLatch together = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Ran>> runs = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(i -> threads.submit(() -> {
                        together.await();
                        return take(file);
                    }))
                    .toList();
            together.countDown();
            List<String> outs =
                    runs.stream().map(PoliceImportDbTest::got).sorted().toList();
            assertThat(outs)
                    .containsExactly(
                            "files=1 rows=20000 stored=0 replaced=0 refused=0",
                            "files=1 rows=20000 stored=0 replaced=0 refused=0",
                            "files=1 rows=20000 stored=0 replaced=0 refused=0",
                            "files=1 rows=20000 stored=20000 replaced=0 refused=0");
        }
        assertThat(count("street_record")).isEqualTo(20_000);
    }

    private static String got(Future<Ran> run) {
        try {
            return run.get().out();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_database_gone_in_the_middle_leaves_nothing_half_and_a_second_start_completes_it() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 300_000; i++) {
            rows.append(row("2021-04", "id" + i, "Drugs"));
        }
        Path first = file("2021-03-kent-street.csv", HEADER + ASB);
        Path second = file("2021-04-kent-street.csv", rows.toString());
        CountDownLatch done = new CountDownLatch(1);
        Thread killer = Thread.ofPlatform().start(() -> {
            while (done.getCount() > 0 && !terminateCopy()) {
                Thread.onSpinWait();
            }
        });
        try {
            assertThatThrownBy(() -> take(first, second))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("2021-04-kent-street.csv: The database has gone away")
                    .hasMessageContaining("start the same import again");
        } finally {
            done.countDown();
        }
        join(killer);
        assertThat(count("file_version")).isEqualTo(1);
        assertThat(count("street_record")).isEqualTo(1);

        assertThat(take(first, second).out()).isEqualTo("files=2 rows=300001 stored=300000 replaced=0 refused=0");
    }

    /** A role may end its own connections. */
    private static boolean terminateCopy() {
        return !DATABASE.asApplication()
                .sql("select pg_terminate_backend(pid) from pg_stat_progress_copy p"
                        + " where relid = 'intake.street_record'::regclass and tuples_processed > 1000")
                .query(Boolean.class)
                .list()
                .isEmpty();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_full_disk_leaves_nothing_half_and_is_told_as_what_it_is() throws IOException {
        DATABASE.asOwner().sql("""
                create function intake.full_disk() returns trigger language plpgsql as $$
                begin
                    if new.line > 2 then
                        raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
                    end if;
                    return new;
                end $$
                """).update();
        DATABASE.asOwner()
                .sql("create trigger full_disk before insert on intake.street_record for each row execute function"
                        + " intake.full_disk()")
                .update();
        try {
            Path file = file("2021-03-kent-street.csv", HEADER + ASB + ASB);
            assertThatThrownBy(() -> take(file))
                    .isInstanceOf(CommandFailed.class)
                    .hasMessageContaining("The database's disk is full. Make room");
        } finally {
            DATABASE.asOwner().sql("drop function intake.full_disk() cascade").update();
        }
        assertThat(count("street_record")).isZero();
        assertThat(count("file_version")).isZero();
        assertThat(take(folder).out()).isEqualTo("files=1 rows=2 stored=2 replaced=0 refused=0");
    }

    @Test
    void every_file_that_is_taken_in_stands_in_the_audit() throws IOException {
        take(file("2021-03-kent-street.csv", HEADER + ASB));
        assertThat(DATABASE.asOwner()
                        .sql(
                                "select count(*) from audit.entry e join intake.file_version v on e.ids = array[v.id::text]"
                                        + " where subject = 'open data file' and act = 'COLLECTION'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void counts_that_outgrow_the_readers_memory_are_taken_from_the_stored_rows() throws IOException {
        take(file("2021-03-kent-street.csv", HEADER + ASB + ASB + ASB + THEFT + THEFT));
        long version = DATABASE.asOwner()
                .sql("select id from intake.file_version")
                .query(Long.class)
                .single();
        VersionRepository.Counted counted = services.as(
                ServiceActor.COMMAND_LINE, "tester", () -> desk.unaudited("a test", () -> versions.count(version)));
        assertThat(counted.asbRepeats()).isEqualTo(2);
        assertThat(counted.repeatedCrimeIds()).isEqualTo(1);
        assertThat(counted.distinctLsoa()).isEqualTo(1);
        assertThat(counted.distinctCrimeTypes()).isEqualTo(2);
        String counts = "select string_agg(crime_type || lsoa_codes::text || incidents::text, ' ' order by crime_type)"
                + " from intake.street_count";
        String fromMemory = DATABASE.asOwner().sql(counts).query(String.class).single();
        assertThat(fromMemory).isEqualTo("Anti-social behaviour{E01000001}{3} Other theft{E01000001}{2}");
        DATABASE.asOwner().sql("delete from intake.street_count").update();
        services.as(
                ServiceActor.COMMAND_LINE,
                "tester",
                () -> desk.unaudited("a test", () -> versions.storeCounts(version)));
        assertThat(DATABASE.asOwner().sql(counts).query(String.class).single()).isEqualTo(fromMemory);
    }
}
