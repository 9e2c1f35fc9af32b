package uk.frith.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownFilesTest {

    private static final List<String> REFERENCE = List.of(
            "lookup_lsoa21_ward24_ltla24.csv",
            "lookup_ltla24_csp24_pfa24.csv",
            "lsoa21_census2021_residents_households.csv",
            "imd2025_england_lsoa21.csv",
            "lookup_lsoa11_lsoa21_ltla22.csv",
            "lsoa11_population_mid2020.csv",
            "lsoa21_centroids_derived.csv");

    @TempDir
    static Path temporary;

    private static Path folder = Path.of("");

    @BeforeAll
    static void write_the_standard_town() throws IOException {
        folder = temporary.resolve("town");
        Standard.TOWN.writeTo(folder);
    }

    @Test
    void the_incident_file_has_the_documented_columns_and_every_incident() throws IOException {
        List<List<String>> rows = Standard.csv(folder.resolve("incidents.csv"));
        assertThat(String.join(",", rows.getFirst()))
                .isEqualTo("reference,occurred_from,occurred_to,reported_at,easting,northing,lsoa_code,location,"
                        + "category,type,channel,text");
        assertThat(rows).hasSize(1 + TownPlan.STANDARD_INCIDENTS).allMatch(row -> row.size() == 12);
        List<Incident> incidents = Standard.TOWN.incidents();
        for (int i = 0; i < incidents.size(); i++) {
            Incident incident = incidents.get(i);
            List<String> row = rows.get(i + 1);
            assertThat(row.get(0)).isEqualTo(incident.reference());
            assertThat(OffsetDateTime.parse(row.get(1)).toInstant()).isEqualTo(incident.occurredFrom());
            assertThat(row.get(2).isEmpty()).isEqualTo(incident.occurredTo() == null);
            assertThat(OffsetDateTime.parse(row.get(3)).toInstant()).isEqualTo(incident.reportedAt());
            assertThat(row.get(11)).isEqualTo(incident.text());
        }
    }

    @Test
    void times_carry_the_offset_of_the_season() {
        List<List<String>> rows = Standard.csv(folder.resolve("incidents.csv"));
        assertThat(rows)
                .filteredOn(row -> row.get(1).startsWith("2025-07"))
                .allMatch(row -> row.get(1).endsWith(":00+01:00"));
        assertThat(rows)
                .filteredOn(row -> row.get(1).startsWith("2025-01"))
                .allMatch(row -> row.get(1).endsWith(":00+00:00"));
    }

    @Test
    void points_lie_in_the_area_that_the_row_names() {
        Map<String, Outline> outlines =
                Standard.TOWN.areas().stream().collect(Collectors.toMap(Area::code, area -> new Outline(area.ring())));
        assertThat(Standard.TOWN.incidents())
                .filteredOn(incident -> incident.point() != null)
                .allMatch(incident -> outlines.entrySet().stream()
                        .filter(outline -> outline.getKey().equals(incident.areaCode()))
                        .anyMatch(outline -> holds(outline.getValue(), Standard.point(incident))));
    }

    private static boolean holds(Outline outline, GridPoint point) {
        return outline.contains(point.eastingMetres(), point.northingMetres());
    }

    @Test
    void about_one_report_in_fifty_has_no_point_and_half_of_those_an_area() {
        List<Incident> without = Standard.TOWN.incidents().stream()
                .filter(incident -> incident.point() == null)
                .toList();
        assertThat(without).hasSizeBetween(800, 1_000);
        assertThat(without.stream().filter(incident -> incident.areaCode() != null))
                .hasSizeBetween(380, 520);
        assertThat(without)
                .filteredOn(incident -> incident.areaCode() == null)
                .extracting(Incident::location)
                .containsOnly("");
    }

    @Test
    void a_text_has_two_sentences_at_most() {
        assertThat(Standard.TOWN.incidents())
                .extracting(Incident::text)
                .allMatch(text -> !text.isBlank() && text.split("\\.( |$)", -1).length <= 3);
    }

    @Test
    void reference_files_have_the_headers_of_the_real_ones() throws IOException {
        for (String name : REFERENCE) {
            assertThat(Files.readAllLines(folder.resolve("reference").resolve(name))
                            .getFirst())
                    .as(name)
                    .isEqualTo(RealData.lines("reference/" + name + ".gz").getFirst());
        }
    }

    @Test
    void reference_files_have_a_row_for_each_area() {
        for (String name : REFERENCE) {
            List<List<String>> rows = Standard.csv(folder.resolve("reference").resolve(name));
            assertThat(rows).as(name).hasSize(name.contains("csp24") ? 4 : 241);
            assertThat(rows)
                    .as(name)
                    .allMatch(row -> row.size() == rows.getFirst().size());
        }
    }

    @Test
    void each_street_has_a_postcode_of_its_own_that_no_real_place_has() throws IOException {
        String name = "postcodes_nspl_nov2021_subset.csv";
        List<List<String>> rows = Standard.csv(folder.resolve("reference").resolve(name));
        assertThat(String.join(",", rows.getFirst()))
                .isEqualTo(RealData.lines("reference/" + name + ".gz").getFirst());
        List<List<String>> postcodes = rows.subList(1, rows.size());
        assertThat(postcodes)
                .hasSize(Standard.TOWN.areas().stream()
                        .mapToInt(area -> area.streets().size())
                        .sum())
                .allMatch(row -> row.get(1).matches("XF[0-9]{1,2} [0-9]A[A-Z]"))
                .extracting(row -> row.get(1))
                .doesNotHaveDuplicates();
        Map<String, Area> areas = Standard.TOWN.areas().stream().collect(Collectors.toMap(Area::code, area -> area));
        assertThat(postcodes)
                .allMatch(row -> Stream.ofNullable(areas.get(row.get(12)))
                        .anyMatch(area -> row.get(10).equals(area.wardCode())
                                && new Outline(area.ring())
                                        .contains(Double.parseDouble(row.get(5)), Double.parseDouble(row.get(6)))));
    }

    @Test
    void an_area_has_its_middle_in_it() {
        List<List<String>> rows = Standard.csv(folder.resolve("reference").resolve("lsoa21_centroids_derived.csv"));
        List<Area> areas = Standard.TOWN.areas();
        for (int i = 0; i < areas.size(); i++) {
            List<String> row = rows.get(i + 1);
            NationalGrid.Metres middle = NationalGrid.fromWgs84(
                    new NationalGrid.LonLat(Double.parseDouble(row.get(2)), Double.parseDouble(row.get(3))));
            assertThat(row.get(0)).isEqualTo(areas.get(i).code());
            assertThat(new Outline(areas.get(i).ring()).contains(middle.easting(), middle.northing()))
                    .isTrue();
        }
    }

    @Test
    void population_and_deprivation_are_those_of_the_areas() {
        List<List<String>> people = Standard.csv(folder.resolve("reference").resolve("lsoa11_population_mid2020.csv"));
        List<List<String>> deprivation =
                Standard.csv(folder.resolve("reference").resolve("imd2025_england_lsoa21.csv"));
        List<Area> areas = Standard.TOWN.areas();
        for (int i = 0; i < areas.size(); i++) {
            List<String> bands = people.get(i + 1).subList(3, 8);
            assertThat(bands.stream().mapToInt(Integer::parseInt).sum())
                    .isEqualTo(areas.get(i).residents());
            assertThat(people.get(i + 1).get(2))
                    .isEqualTo(Integer.toString(areas.get(i).residents()));
            assertThat(deprivation.get(i + 1).get(1))
                    .isEqualTo(Integer.toString(
                            areas.get(i).deprivation().overall().decile()));
            assertThat(deprivation.get(i + 1)).hasSize(25).noneMatch(String::isEmpty);
        }
    }

    @Test
    void boundaries_share_corners_to_the_last_digit() throws IOException {
        String json = Files.readString(folder.resolve("reference").resolve("lsoa21_boundaries_frithshire.geojson"));
        assertThat(json.lines().filter(line -> line.startsWith("{ \"type\": \"Feature\"")))
                .hasSize(240);
        Set<String> corners = new HashSet<>();
        Matcher matcher = Pattern.compile("\\[ (1\\.\\d{6}), (54\\.\\d{6}) ]").matcher(json);
        int all = 0;
        while (matcher.find()) {
            corners.add(matcher.group());
            all++;
        }
        Set<GridPoint> points = new HashSet<>();
        int closed = 0;
        for (Area area : Standard.TOWN.areas()) {
            points.addAll(area.ring());
            closed += area.ring().size() + 1;
        }
        assertThat(all).isEqualTo(closed);
        assertThat(corners).hasSameSizeAs(points);
    }

    @Test
    void open_data_has_the_quirks_of_the_real_files() throws IOException {
        Path july = folder.resolve("street/2025-07/2025-07-frithshire-street.csv");
        String text = Files.readString(july);
        assertThat(text.split("\r\n", -1)).hasSameSizeAs(text.split("\n", -1));
        List<List<String>> rows = Standard.csv(july);
        assertThat(String.join(",", rows.getFirst()))
                .isEqualTo("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
                        + "Crime type,Last outcome category,Context");
        List<List<String>> data = rows.subList(1, rows.size());
        assertThat(data)
                .allMatch(row -> row.size() == 12
                        && row.get(1).equals("2025-07")
                        && row.get(2).equals("Frithshire Police")
                        && row.get(3).equals("Frithshire Police"));
        List<List<String>> asb = data.stream()
                .filter(row -> row.get(9).equals("Anti-social behaviour"))
                .toList();
        assertThat(asb).allMatch(row -> row.get(0).isEmpty() && row.get(10).isEmpty());
        assertThat(data)
                .filteredOn(row -> !asb.contains(row))
                .allMatch(row -> row.get(0).matches("[0-9a-f]{64}"));
        // Real files repeat between 18 and 46 rows in a hundred.
        assertThat(asb.size() - new HashSet<>(asb).size()).isGreaterThan(asb.size() / 6);
        List<List<String>> nowhere =
                data.stream().filter(row -> row.get(6).equals("No Location")).toList();
        assertThat(nowhere)
                .isNotEmpty()
                .allMatch(row -> row.get(4).isEmpty() && row.get(7).isEmpty());
        assertThat(nowhere.size()).isLessThan(data.size() / 25);
    }

    @Test
    void open_data_holds_the_same_incidents_as_the_extract() throws IOException {
        long rows = 0;
        try (Stream<Path> files = Files.walk(folder.resolve("street"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                rows += Standard.csv(file).stream()
                        .filter(row -> row.get(9).equals("Anti-social behaviour"))
                        .count();
            }
        }
        assertThat(rows).isEqualTo(TownPlan.STANDARD_INCIDENTS);
    }

    @Test
    void the_truth_is_told_in_files_too() throws IOException {
        String json = Files.readString(folder.resolve("truth.json"));
        Truth truth = Standard.TOWN.truth();
        assertThat(json)
                .contains("\"seed\": " + truth.plan().seed())
                .contains("\"area\": \"" + truth.silentArea().area() + "\"")
                .contains("\"from\": \"" + truth.silentArea().from() + "\"");
        truth.hotspots().forEach(hotspot -> assertThat(json).contains("\"centre\": \"" + hotspot.centre() + "\""));
        assertThat(Standard.csv(folder.resolve("truth_near_repeats.csv")))
                .hasSize(1 + truth.nearRepeats().planted());
        assertThat(Standard.csv(folder.resolve("truth_unreported.csv"))).hasSize(1 + truth.unreported());
    }

    @Test
    void refuses_a_folder_that_holds_something_and_leaves_it_alone(@TempDir Path taken) throws IOException {
        Files.writeString(taken.resolve("mine.txt"), "mine", StandardCharsets.UTF_8);
        Town town = Town.build(Standard.small(1));
        assertThatThrownBy(() -> town.writeTo(taken)).isInstanceOf(DirectoryNotEmptyException.class);
        assertThatThrownBy(() -> town.writeTo(taken.resolve("mine.txt")))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Standard.files(taken)).containsOnlyKeys("mine.txt");
    }

    @Test
    void fills_an_empty_folder_and_leaves_nothing_beside_it(@TempDir Path parent) throws IOException {
        Path empty = Files.createDirectory(parent.resolve("empty"));
        Town.build(Standard.small(1)).writeTo(empty);
        try (Stream<Path> beside = Files.list(parent)) {
            assertThat(beside).containsExactly(empty);
        }
        assertThat(Standard.files(empty)).containsKey("truth.json");
    }
}
