package uk.frith.platform.foundation.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;

/** The open reference files themselves; skipped where the variable FRITH_REAL_DATA doesn't name their folder. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPlacesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Optional<Path> DATA =
            Optional.ofNullable(System.getenv("FRITH_REAL_DATA")).map(Path::of);
    private static final String LEICESTERSHIRE = "E23000021";

    private final ServiceDesk services;
    private final ImportPlacesCommand command;
    private final Places places;
    private final ByteArrayOutputStream news = new ByteArrayOutputStream();

    RealPlacesDbTest(
            @Autowired ServiceDesk services, @Autowired ImportPlacesCommand command, @Autowired Places places) {
        this.services = services;
        this.command = command;
        this.places = places;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeAll
    void everything_is_imported_once() {
        assumeTrue(DATA.isPresent(), "FRITH_REAL_DATA doesn't name the folder of the open data");
        long start = System.nanoTime();
        assertThat(run()).isEqualTo("files=32 rows=460628 stored=460628 replaced=0 refused=0");
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(seconds).as("seconds").isLessThan(60);
    }

    private String run() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(news, true));
        Arguments reference =
                new Arguments(List.of(DATA.orElseThrow().resolve("reference").toString()), Map.of());
        ExitStatus status;
        try {
            status = services.as(ServiceActor.COMMAND_LINE, "tester", () -> command.run(reference, console));
        } catch (CommandFailed e) {
            throw new AssertionError(news.toString(StandardCharsets.UTF_8), e);
        }
        assertThat(status).isEqualTo(ExitStatus.DONE);
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private static List<String[]> csv(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.orElseThrow().resolve(file))), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .map(cell -> cell.replace("\"", ""))
                            .toArray(String[]::new))
                    .toList();
        }
    }

    private static long count(String sql) {
        return DATABASE.asOwner().sql(sql).query(Long.class).single();
    }

    @Test
    void files_that_are_not_of_places_are_left_alone_and_named() {
        assertThat(news.toString(StandardCharsets.UTF_8))
                .contains("bristol_imd2025_lsoa21.csv.gz: left alone")
                .contains("bristol_pubs_restaurants.csv.gz: left alone");
    }

    @Test
    void every_area_of_the_country_is_there() {
        assertThat(count("select count(*) from places.area where kind = 'LSOA_2011'"))
                .isEqualTo(34_753);
        assertThat(count("select count(*) from places.area where kind = 'LSOA_2021'"))
                .isEqualTo(35_672);
        assertThat(count("select count(*) from places.area where kind = 'WARD'"))
                .isEqualTo(7_536);
        assertThat(places.forces()).hasSize(43);
        assertThat(count("select count(*) from places.deprivation where index = 'IMD_2025_ENGLAND'"))
                .isEqualTo(33_755);
        assertThat(count("select count(*) from places.area where kind like 'LSOA%' and force is null"))
                .isZero();
    }

    @Test
    void the_same_files_again_change_nothing() {
        String version = places.placesVersion();
        long sources = count("select count(*) from places.source");

        assertThat(run()).isEqualTo("files=32 rows=460628 stored=0 replaced=0 refused=0");

        assertThat(places.placesVersion()).isEqualTo(version);
        assertThat(count("select count(*) from places.source")).isEqualTo(sources);
    }

    @Test
    void neighbours_are_those_that_spdep_finds() throws IOException {
        List<NeighbourPair> expected = csv("hotspot/getis_moran/leicestershire_lsoa11_queen_neighbours.csv.gz").stream()
                .map(cells -> new NeighbourPair(cells[0], cells[1]))
                .toList();

        assertThat(places.neighbours(LEICESTERSHIRE, Vintage.LSOA_2011)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void small_areas_of_a_force_are_those_of_its_boundary_file() {
        assertThat(places.smallAreas(LEICESTERSHIRE, Vintage.LSOA_2011)).hasSize(611);
        assertThat(places.smallAreas(LEICESTERSHIRE, Vintage.LSOA_2021)).hasSize(634);
        assertThat(places.outlines(LEICESTERSHIRE, Vintage.LSOA_2011)).hasSize(611);
        String cumbria = places.forceBySlug("cumbria").orElseThrow().code();
        assertThat(places.smallAreas(cumbria, Vintage.LSOA_2011))
                .hasSize(321)
                .allMatch(area -> area.partnershipName().isPresent())
                .filteredOn(area -> area.partnershipName().orElse("").equals("Carlisle"))
                .hasSize(68);
    }

    @Test
    void one_area_from_end_to_end() {
        SmallArea area = places.smallAreas(LEICESTERSHIRE, Vintage.LSOA_2011).stream()
                .filter(a -> a.code().equals("E01013600"))
                .findFirst()
                .orElseThrow();

        assertThat(area.name()).isEqualTo("Leicester 003A");
        assertThat(area.districtName()).contains("Leicester");
        assertThat(area.wardName()).contains("Abbey");
        assertThat(area.partnershipName()).contains("Leicester");
        assertThat(area.deprivationIndex()).contains(DeprivationIndex.IMD_2019_ENGLAND);
        assertThat(area.populationYear()).hasValue(2020);
    }

    @Test
    void every_postcode_lies_within_six_metres_of_its_grid_reference() throws IOException {
        double[] errors = csv("reference/postcodes_nspl_nov2021_subset.csv.gz").stream()
                .filter(cells -> !cells[5].isEmpty())
                .mapToDouble(cells -> {
                    GridPoint point = NationalGrid.fromWgs84(
                            new GeoPoint(Double.parseDouble(cells[16]), Double.parseDouble(cells[15])));
                    return Math.hypot(
                            point.eastingMetres() - Double.parseDouble(cells[5]),
                            point.northingMetres() - Double.parseDouble(cells[6]));
                })
                .sorted()
                .toArray();

        assertThat(errors).hasSize(61_407);
        assertThat(errors[errors.length / 2]).as("median, metres").isLessThan(4);
        assertThat(errors[(int) (errors.length * 0.99)]).as("99 in 100, metres").isLessThan(6);
    }
}
