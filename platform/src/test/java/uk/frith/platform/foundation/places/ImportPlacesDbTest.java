package uk.frith.platform.foundation.places;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ImportPlacesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String FORCE = "X23000001";

    private final ServiceDesk services;
    private final ImportPlacesCommand command;
    private final Places places;

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream news = new ByteArrayOutputStream();

    ImportPlacesDbTest(
            @Autowired ServiceDesk services, @Autowired ImportPlacesCommand command, @Autowired Places places) {
        this.services = services;
        this.command = command;
        this.places = places;
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeEach
    void nothing_is_there() {
        DATABASE.asOwner().sql("""
                        truncate places.lsoa_change, places.lsoa_2011_district, places.lsoa_2021_ward,
                            places.district_force, places.population, places.deprivation, places.rural_urban,
                            places.centroid, places.boundary, places.postcode, places.source, places.refused_row,
                            places.area, places.neighbour, places.staged_row
                        """).update();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path wholeCountry() throws IOException {
        file("forces.csv", SmallCountry.FORCES);
        file("wards.csv", "\uFEFF" + SmallCountry.WARDS.replace("\n", "\r\n"));
        file("changes.csv", SmallCountry.CHANGES);
        file("old.csv", SmallCountry.OLD_DISTRICTS);
        file("population.csv", SmallCountry.POPULATION);
        file("census.csv", SmallCountry.CENSUS);
        file("centroids.csv", SmallCountry.CENTROIDS);
        file("postcodes.csv", SmallCountry.POSTCODES);
        file("imd.csv", SmallCountry.imd2025());
        file("boundaries.geojson", SmallCountry.boundaries());
        return folder;
    }

    private ExitStatus run(Path... paths) {
        out.reset();
        Console console = new Console(new PrintStream(out, true, UTF_8), new PrintStream(news, true, UTF_8));
        List<String> words = Arrays.stream(paths).map(Path::toString).toList();
        return services.as(
                ServiceActor.COMMAND_LINE, "tester", () -> command.run(new Arguments(words, Map.of()), console));
    }

    private String lastLine() {
        return out.toString(UTF_8).strip();
    }

    private String told() {
        return news.toString(UTF_8);
    }

    private static long count(String sql) {
        return DATABASE.asOwner().sql(sql).query(Long.class).single();
    }

    @Test
    void takes_a_whole_folder_in() throws IOException {
        file("notes.txt", "nothing of ours\n");

        assertThat(run(wholeCountry())).isEqualTo(ExitStatus.DONE);

        assertThat(lastLine()).isEqualTo("files=10 rows=32 stored=32 replaced=0 refused=0");
        assertThat(told()).contains("notes.txt: left alone, its header isn't known");
        assertThat(places.forces()).extracting(Area::name).containsExactly("Exampleshire");
        assertThat(places.forceBySlug("exampleshire")).isPresent();
        assertThat(places.neighbours(FORCE, Vintage.LSOA_2021))
                .extracting(pair -> pair.code().substring(7) + pair.neighbour().substring(7))
                .containsExactly("0112", "1201", "1213", "1312", "1314", "1413");
    }

    @Test
    void each_file_has_its_entry_in_the_audit() throws IOException {
        String entries = "select count(*) from audit.entry where act = 'COLLECTION' and subject = 'places'";
        long before = count(entries);

        run(file("census.csv", SmallCountry.CENSUS));

        assertThat(count(entries) - before).isEqualTo(1);
        assertThat(count(entries + " and detail ->> 'dataset' = 'CENSUS_2021' and length(detail ->> 'sha256') = 64"))
                .isPositive();
    }

    @Test
    void the_order_of_the_files_does_not_matter() throws IOException {
        wholeCountry();
        List<String> names = List.of(
                "boundaries.geojson",
                "imd.csv",
                "population.csv",
                "changes.csv",
                "old.csv",
                "census.csv",
                "postcodes.csv",
                "centroids.csv",
                "wards.csv",
                "forces.csv");
        for (String name : names) {
            run(folder.resolve(name));
        }
        List<SmallArea> oneByOne = places.smallAreas(FORCE, Vintage.LSOA_2011);
        nothing_is_there();
        for (String name : names.reversed()) {
            run(folder.resolve(name));
        }

        assertThat(places.smallAreas(FORCE, Vintage.LSOA_2011))
                .isEqualTo(oneByOne)
                .hasSize(4);
    }

    @Test
    void an_area_of_2011_lies_where_its_areas_of_2021_lie() throws IOException {
        run(wholeCountry());

        SmallArea split = places.smallAreas(FORCE, Vintage.LSOA_2011).get(1);

        assertThat(split.code()).isEqualTo("X01000002");
        assertThat(split.districtName()).contains("Aston");
        assertThat(split.wardCode()).isEmpty();
        assertThat(split.population()).hasValue(3000);
        assertThat(split.populationYear()).hasValue(2020);
    }

    @Test
    void a_district_in_two_partnerships_leaves_it_to_the_boundary_to_say_which() throws IOException {
        run(wholeCountry());

        assertThat(places.smallAreas(FORCE, Vintage.LSOA_2021))
                .extracting(area -> area.partnershipName().orElse("?"))
                .containsExactly("Aston North", "Aston North", "Aston South", "Borough");
    }

    @Test
    void the_same_folder_again_changes_nothing() throws IOException {
        run(wholeCountry());
        String version = places.placesVersion();
        long sources = count("select count(*) from places.source");

        assertThat(run(folder)).isEqualTo(ExitStatus.DONE);

        assertThat(lastLine()).isEqualTo("files=10 rows=32 stored=0 replaced=0 refused=0");
        assertThat(places.placesVersion()).isEqualTo(version);
        assertThat(count("select count(*) from places.source")).isEqualTo(sources);
    }

    @Test
    void a_figure_that_was_corrected_takes_the_place_of_the_former() throws IOException {
        run(wholeCountry());
        String version = places.placesVersion();

        run(file("census.csv", SmallCountry.CENSUS.replace("1510", "1511")));

        assertThat(lastLine()).isEqualTo("files=1 rows=4 stored=1 replaced=1 refused=0");
        assertThat(places.placesVersion()).isNotEqualTo(version);
        assertThat(places.smallAreas(FORCE, Vintage.LSOA_2021).getFirst().population())
                .hasValue(1511);
    }

    @Test
    void broken_rows_are_kept_with_their_reason_and_stop_no_others() throws IOException {
        Path broken = file("census.csv", SmallCountry.CENSUS + """
                X01000012,7,7
                X01000020,-5,1
                nonsense,5,1
                X01000021,5
                X01000022,,1
                "X01000023"x,5,1
                X01000024,"5,1
                X01000025,25,10
                """);

        assertThat(run(broken)).isEqualTo(ExitStatus.SOME_ROWS_REFUSED);

        assertThat(lastLine()).isEqualTo("files=1 rows=12 stored=5 replaced=0 refused=7");
        assertThat(told())
                .contains("line 6: the line \"X01000012\" stands in line 3 already")
                .contains("line 7: total_residents \"-5\" isn't a whole number from 0 to 99,999,999")
                .contains("line 8: lsoa21_code \"nonsense\" isn't a code of a capital letter and eight digits")
                .contains("line 9: the line \"X01000021,5\" has 2 fields where the header has 3")
                .contains("line 10: total_residents \"\" is empty");
        assertThat(count("select count(*) from places.refused_row")).isEqualTo(7);
        assertThat(count("select count(*) from places.population where code = 'X01000025'"))
                .isEqualTo(1);
    }

    @Test
    void a_line_of_a_megabyte_is_refused_and_the_next_is_taken() throws IOException {
        Path broken = file(
                "census.csv",
                "lsoa21_code,total_residents,total_households\nX01000001," + "9".repeat(1 << 20)
                        + ",1\nX01000012,5,2\n");

        assertThat(run(broken)).isEqualTo(ExitStatus.SOME_ROWS_REFUSED);

        assertThat(lastLine()).isEqualTo("files=1 rows=2 stored=1 replaced=0 refused=1");
    }

    @Test
    void a_name_in_another_encoding_is_refused_and_others_are_taken() throws IOException {
        Path broken = Files.write(
                folder.resolve("centroids.csv"),
                SmallCountry.CENTROIDS.replace("Aston 001A", "Ashb\u00fcry").getBytes(ISO_8859_1));

        assertThat(run(broken)).isEqualTo(ExitStatus.SOME_ROWS_REFUSED);

        assertThat(lastLine()).isEqualTo("files=1 rows=2 stored=1 replaced=0 refused=1");
        assertThat(told()).contains("the text isn't UTF-8");
    }

    @Test
    void a_file_in_sixteen_bits_is_not_known() throws IOException {
        Path strange = Files.write(folder.resolve("census.csv"), SmallCountry.CENSUS.getBytes(UTF_16LE));

        assertThatThrownBy(() -> run(strange))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("header isn't known");
    }

    @Test
    void a_file_that_is_named_and_not_known_is_an_error() throws IOException {
        Path strange = file("strange.csv", "a,b\n1,2\n");

        assertThatThrownBy(() -> run(strange))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("strange.csv: its header isn't known");
    }

    @Test
    void a_path_that_does_not_exist_is_an_error_and_others_are_taken() throws IOException {
        Path census = file("census.csv", SmallCountry.CENSUS);

        assertThatThrownBy(() -> run(census, folder.resolve("nowhere.csv")))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("nowhere.csv");
        assertThat(count("select count(*) from places.population")).isEqualTo(4);
    }

    @Test
    void no_path_is_a_wrong_argument() {
        assertThatThrownBy(this::run).isInstanceOf(WrongArguments.class);
    }

    @Test
    void broken_boundaries_are_taken_not_at_all() throws IOException {
        Path broken = file("b.geojson", SmallCountry.boundaries().substring(0, 900));

        assertThatThrownBy(() -> run(broken))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("isn't whole GeoJSON");
        assertThat(count("select count(*) from places.boundary")).isZero();
        assertThat(count("select count(*) from places.source")).isZero();
    }

    @Test
    void a_feature_without_a_closed_ring_is_refused_and_others_are_taken() throws IOException {
        String text = SmallCountry.boundaries().replace("[-1.1,52.7],[-1.1,52.6]]]]", "[-1.1,52.7]]]]");

        assertThat(run(file("b.geojson", text))).isEqualTo(ExitStatus.SOME_ROWS_REFUSED);

        assertThat(lastLine()).isEqualTo("files=1 rows=4 stored=3 replaced=0 refused=1");
        assertThat(told()).contains("has a ring that isn't closed");
    }

    @Test
    void boundaries_in_metres_are_refused() throws IOException {
        String text = SmallCountry.boundaries().replace("52.6]", "305000]");

        assertThat(run(file("b.geojson", text))).isEqualTo(ExitStatus.SOME_ROWS_REFUSED);

        assertThat(lastLine()).isEqualTo("files=1 rows=4 stored=0 replaced=0 refused=4");
    }

    @Test
    void a_gzip_that_is_cut_off_is_taken_not_at_all() throws IOException {
        StringBuilder many = new StringBuilder("lsoa21_code,total_residents,total_households\n");
        for (int i = 0; i < 50_000; i++) {
            many.append("X%08d,%d,%d%n".formatted(i, i % 977, i % 331));
        }
        byte[] packed = gzip(many.toString());
        Path cut = Files.write(folder.resolve("census.csv.gz"), Arrays.copyOf(packed, packed.length / 2));

        assertThatThrownBy(() -> run(cut)).isInstanceOf(CommandFailed.class).hasMessageContaining("cut off");
        assertThat(count("select count(*) from places.population")).isZero();
    }

    @Test
    void a_gzip_that_bursts_is_taken_not_at_all() throws IOException {
        Path bomb = folder.resolve("census.csv.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            packed.write("lsoa21_code,total_residents,total_households\n".getBytes(UTF_8));
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) '0');
            for (int i = 0; i < 100; i++) {
                packed.write(zeros);
            }
        }

        assertThatThrownBy(() -> run(bomb)).isInstanceOf(CommandFailed.class).hasMessageContaining("unpacks to more");
        assertThat(count("select count(*) from places.source")).isZero();
    }

    @Test
    void files_in_a_zip_are_taken_and_one_that_leads_outside_is_not() throws IOException {
        Path zip = folder.resolve("all.zip");
        try (ZipOutputStream packed = new ZipOutputStream(Files.newOutputStream(zip))) {
            packed.putNextEntry(new ZipEntry("inside/census.csv.gz"));
            packed.write(gzip(SmallCountry.CENSUS));
            packed.putNextEntry(new ZipEntry("../outside.csv"));
            packed.write(SmallCountry.FORCES.getBytes(UTF_8));
        }

        assertThatThrownBy(() -> run(zip)).isInstanceOf(CommandFailed.class);

        assertThat(lastLine()).isEqualTo("files=1 rows=4 stored=4 replaced=0 refused=0");
        assertThat(count("select count(*) from places.district_force")).isZero();
    }

    @Test
    void an_import_that_was_killed_before_its_end_is_completed_by_the_next() throws IOException {
        run(wholeCountry());
        DATABASE.asOwner().sql("delete from places.area").update();
        DATABASE.asOwner().sql("update places.state set derived = version - 1").update();

        run(folder);

        assertThat(count("select count(*) from places.area where kind = 'LSOA_2021'"))
                .isEqualTo(4);
    }

    @Test
    void what_is_remembered_is_forgotten_when_something_is_imported() throws IOException {
        run(file("forces.csv", SmallCountry.FORCES));
        assertThat(places.smallAreas(FORCE, Vintage.LSOA_2021)).isEmpty();

        run(file("wards.csv", SmallCountry.WARDS));

        assertThat(places.smallAreas(FORCE, Vintage.LSOA_2021)).hasSize(4);
    }

    @Test
    void tells_the_vintage_of_codes_by_the_list_that_knows_more_of_them() throws IOException {
        run(wholeCountry());

        assertThat(places.vintageOf(List.of("X01000001", "X01000002"))).isEqualTo(Vintage.LSOA_2011);
        assertThat(places.vintageOf(List.of("X01000001", "X01000012"))).isEqualTo(Vintage.LSOA_2021);
        assertThat(places.vintageOf(List.of())).isEqualTo(Vintage.LSOA_2021);
        assertThat(places.knows("X01000002")).isTrue();
        assertThat(places.knows("X01999999")).isFalse();
        assertThat(places.find("'; drop table")).isEmpty();
    }

    @Test
    void the_tables_refuse_what_the_records_refuse() {
        long source = DATABASE.asOwner().sql("""
                        insert into places.source (file, sha256, dataset, rows)
                        values ('f', sha256('f'), 'CENSUS_2021', 1) returning id
                        """).query(Long.class).single();
        for (String row : List.of(
                "population (vintage, code, year, residents, source_id) values ('LSOA_2021', 'X01000001', 2021, -1, ?)",
                "population (vintage, code, year, residents, source_id) values ('LSOA_2021', 'x1', 2021, 1, ?)",
                "rural_urban values ('LSOA_2021', 'X01000001', 'A', 'A', 'Neither', ?)",
                "centroid values ('LSOA_2021', 'X01000001', 'A', 200, 52, 1, 1, 1, ?)",
                "boundary values ('LSOA_2021', 'X01000001', 'A', null, null, '[]', ?)")) {
            assertThatThrownBy(() -> DATABASE.asOwner()
                            .sql("insert into places." + row)
                            .param(source)
                            .update())
                    .as(row)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void the_code_lists_of_code_and_tables_are_the_same() {
        for (Dataset dataset : Dataset.values()) {
            DATABASE.asOwner()
                    .sql("insert into places.source (file, sha256, dataset, rows) values ('f', sha256('f'), ?, 1)")
                    .param(dataset.name())
                    .update();
        }
        for (AreaKind kind : AreaKind.values()) {
            DATABASE.asOwner()
                    .sql("insert into places.area (kind, code, name, listed) values (?, 'X00000000', 'A', 2024)")
                    .param(kind.name())
                    .update();
        }
        assertThat(count("select count(distinct kind) from places.area")).isEqualTo(AreaKind.values().length);
        assertThat(count("select count(distinct dataset) from places.source")).isEqualTo(Dataset.values().length);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
