package uk.frith.platform.reports.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;

/** All the real files, against what Python's csv module counted in them; needs FRITH_REAL_DATA. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class RealFilesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final ServiceDesk services;
    private final Desk desk;
    private final ImportPoliceUk importing;
    private final ImportReport reporting;
    private final OpenData openData;

    RealFilesDbTest(
            @Autowired ServiceDesk services,
            @Autowired Desk desk,
            @Autowired ImportPoliceUk importing,
            @Autowired ImportReport reporting,
            @Autowired OpenData openData) {
        this.services = services;
        this.desk = desk;
        this.importing = importing;
        this.reporting = reporting;
        this.openData = openData;
    }

    private record Ran(ExitStatus status, List<String> out, String news) {}

    private Ran run(Command command, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream news = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(news, true, StandardCharsets.UTF_8));
        ExitStatus status = services.as(
                ServiceActor.COMMAND_LINE, "tester", () -> command.run(Arguments.parse(List.of(words)), console));
        console.out().flush();
        return new Ran(
                status, out.toString(StandardCharsets.UTF_8).lines().toList(), news.toString(StandardCharsets.UTF_8));
    }

    private static Path realData() {
        String folder = System.getenv("FRITH_REAL_DATA");
        assumeTrue(folder != null, "FRITH_REAL_DATA isn't set, so the real files can't be compared.");
        return Path.of(String.valueOf(folder));
    }

    @Test
    void every_published_file_is_stored_and_counted_exactly() throws IOException {
        Path street = realData().resolve("police_street");

        Ran first = run(importing, street.toString());
        assertThat(first.status()).as(first.news()).isEqualTo(ExitStatus.DONE);
        assertThat(first.out()).containsExactly("files=69 rows=877255 stored=877255 replaced=0 refused=0");
        assertThat(first.news())
                .contains("2025-02-leeds-street.csv.gz: the month stands there as \"Feb-25\" and was read as 2025-02.")
                .contains("expected_file_counts.csv: left alone");

        assertThat(reported()).isEqualTo(expectedReport(street.resolve("expected_file_counts.csv")));
        assertThat(countsByForceMonthAndArea()).isEqualTo(expectedCounts(street));

        Ran second = run(importing, street.toString());
        assertThat(second.status()).isEqualTo(ExitStatus.DONE);
        assertThat(second.out()).containsExactly("files=69 rows=877255 stored=0 replaced=0 refused=0");
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from intake.street_record")
                        .query(Long.class)
                        .single())
                .isEqualTo(877_255);
    }

    @Test
    void every_stop_and_search_file_is_stored() {
        Ran ran = run(importing, realData().resolve("police_stop_search").toString());
        assertThat(ran.status()).as(ran.news()).isEqualTo(ExitStatus.DONE);
        assertThat(ran.out()).containsExactly("files=12 rows=7095 stored=7095 replaced=0 refused=0");
    }

    private List<Map<String, String>> reported() {
        Ran ran = run(reporting);
        return table(String.join("\n", ran.out()));
    }

    private static List<Map<String, String>> table(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .map(NamedCsvRecord::getFieldsAsMap)
                .collect(Collectors.toList());
    }

    private static List<Map<String, String>> expectedReport(Path file) throws IOException {
        return table(Files.readString(file)).stream()
                .map(row -> {
                    Map<String, String> line = new TreeMap<>();
                    for (String column : List.of(
                            "file",
                            "rows",
                            "asb_rows",
                            "asb_with_crime_id",
                            "asb_identical_repeats",
                            "no_coordinates",
                            "no_lsoa",
                            "repeated_crime_ids",
                            "distinct_lsoa",
                            "distinct_crime_types",
                            "utf8_bom",
                            "crlf")) {
                        line.put(column, String.valueOf(row.get(column)));
                    }
                    line.put("month", String.valueOf(row.get("months")));
                    line.put(
                            "force",
                            String.valueOf(row.get("file")).replaceAll(".*/\\d{4}-\\d{2}-(.*)-street.csv.gz", "$1"));
                    line.put("stored", line.get("rows"));
                    line.put("refused", "0");
                    line.put("status", "CURRENT");
                    return line;
                })
                .collect(Collectors.toList());
    }

    private Map<String, Long> countsByForceMonthAndArea() {
        Map<String, Long> counts = new TreeMap<>();
        services.as(
                ServiceActor.COMMAND_LINE,
                "tester",
                () -> desk.unaudited("a test", () -> {
                    long version = openData.latestDataVersion();
                    for (SeriesCoverage series : openData.coverage(version)) {
                        openData.counts(
                                        series.series(),
                                        YearMonth.of(2000, 1),
                                        YearMonth.of(2099, 12),
                                        Optional.of(OpenData.ANTISOCIAL_BEHAVIOUR),
                                        version)
                                .forEach(count -> counts.put(
                                        series.series() + "," + count.month() + "," + count.lsoaCode(),
                                        count.incidents()));
                    }
                    return counts;
                }));
        return counts;
    }

    private static Map<String, Long> expectedCounts(Path street) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        Path file = street.resolve("expected_asb_by_force_month_lsoa.csv.gz");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                counts.put(
                        row.getField("force") + "," + row.getField("month") + "," + row.getField("lsoa_code"),
                        Long.valueOf(row.getField("asb_rows")));
            }
        }
        return counts;
    }
}
