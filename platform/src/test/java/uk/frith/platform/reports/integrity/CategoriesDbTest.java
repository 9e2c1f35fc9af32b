package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** The use of categories against the national mix and other forces, by the pages and at the second wall. */
@SpringBootTest
@AutoConfigureMockMvc
class CategoriesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String FIGURES = """
            force,period,category,count
            Kent,2025-04/2026-03,personal,180
            Kent,2025-04/2026-03,nuisance,740
            Kent,2025-04/2026-03,environmental,80
            Kent,2025-05,personal,7
            Essex,2026-01,sideways,"=1+1"
            """;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private AuditScene force;

    CategoriesDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
        this.force = new AuditScene(mvc, DATABASE, SCENE);
    }

    @BeforeEach
    void a_force() {
        force = new AuditScene(mvc, DATABASE, SCENE);
    }

    private static List<MockMultipartFile> csv(String content) {
        return List.of(
                new MockMultipartFile("file", "forces.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void figures_of_other_forces_are_brought_in_and_stand_beside_ones_own_with_refused_rows_kept() throws Exception {
        force.incident(AuditScene.THREATENED);
        Browser registrar = force.browserOf(force.registrar);
        registrar.get("/oversight/categories");
        MockHttpServletResponse sent = registrar.postFiles(
                "/oversight/categories", csv(FIGURES), "source", "Kent's letter", "dated", "2026-04-02");
        String sheet = AuditScene.to(sent);
        assertThat(sheet).as(registrar.page().text()).startsWith("/sheets/");

        registrar.get(sheet);
        assertThat(registrar.page().text())
                .contains("3 rows were taken in, 2 refused", "counts this force, category and time already", "Line");
        String refused = registrar.get(sheet + "/refused.csv").getContentAsString();
        assertThat(refused)
                .startsWith("line,field,value,reason\r\n5,\"period\",\"2025-05\"")
                .contains("\n6,\"category\"");

        registrar.get("/oversight/categories");
        assertThat(registrar
                        .page()
                        .select("table:has(#forces-caption) tbody tr")
                        .text())
                .contains("Kent", "April 2025 to March 2026", "1,000", "18 %", "Kent's letter, 2 Apr 2026")
                .doesNotContain("Essex");
        assertThat(SCENE.entriesOf(force.registrar)).contains("COLLECTION figures of other forces");
    }

    @Test
    void a_later_file_stands_in_place_of_a_former_one_and_neither_is_seen_by_another_force() throws Exception {
        Browser registrar = force.browserOf(force.registrar);
        for (String count : List.of("740", "750")) {
            registrar.get("/oversight/categories");
            registrar.postFiles(
                    "/oversight/categories",
                    csv(FIGURES.replace("740", count)),
                    "source",
                    "Kent's letter",
                    "dated",
                    "2026-04-02");
        }
        registrar.get("/oversight/categories");
        assertThat(registrar
                        .page()
                        .select("table:has(#forces-caption) tbody tr")
                        .text())
                .contains("1,010");

        AuditScene other = new AuditScene(mvc, DATABASE, SCENE);
        Browser stranger = other.browserOf(other.registrar);
        stranger.get("/oversight/categories");
        assertThat(stranger.page().select("#forces-caption")).isEmpty();
        UUID sheet = force.one(
                UUID.class, "select id from sheets.file where organisation_id = ? limit 1", force.organisation);
        assertThat(stranger.get("/sheets/" + sheet).getStatus()).isEqualTo(404);
        try (AuditScene.Hostile hostile = force.hostile(force.handler)) {
            assertThat(hostile.count("select count(*) from sheets.file")).isZero();
            assertThat(hostile.count("select count(*) from sheets.refused_row")).isZero();
            assertThat(hostile.count("select count(*) from integrity.force_figure"))
                    .isZero();
        }
    }

    @Test
    void what_is_wrong_with_a_file_is_said_at_its_field_and_nothing_typed_is_lost() throws Exception {
        Browser registrar = force.browserOf(force.registrar);
        registrar.get("/oversight/categories");
        assertThat(registrar
                        .postFiles(
                                "/oversight/categories",
                                csv("force,count\nKent,1\n"),
                                "source",
                                "Kent's letter",
                                "dated",
                                "2026-04-02")
                        .getStatus())
                .isEqualTo(422);
        assertThat(registrar.page().select("#file-error").text()).contains("force,period,category,count");
        assertThat(registrar.page().select("#source").val()).isEqualTo("Kent's letter");

        registrar.postFiles("/oversight/categories", csv(FIGURES), "source", "", "dated", "2999-01-01");
        assertThat(registrar.page().select("#source-error").text()).contains("Say where it comes from");
        assertThat(registrar.page().select("#dated-error").text()).contains("up to today");
        assertThat(registrar.page().select("#dated").val()).isEqualTo("2999-01-01");
        assertThat(force.one(
                        Long.class, "select count(*) from sheets.file where organisation_id = ?", force.organisation))
                .isZero();
    }

    @Test
    void the_national_mix_is_data_that_a_registrar_changes_and_its_history_stays() throws Exception {
        Browser registrar = force.browserOf(force.registrar);
        registrar.get("/oversight/categories");
        assertThat(registrar.page().text()).contains("year to 31 March 2023", "74 %");

        registrar.get("/oversight/national-mix");
        assertThat(registrar
                        .post(
                                "/oversight/national-mix",
                                "personal",
                                "20.5",
                                "nuisance",
                                "70",
                                "environmental",
                                "9",
                                "from",
                                "2026-01-01",
                                "source",
                                "A later report")
                        .getStatus())
                .isEqualTo(422);
        assertThat(registrar.page().select("#personal-error").text()).contains("add up to 100");
        assertThat(registrar.page().select("#source").val()).isEqualTo("A later report");
        assertThat(registrar
                        .post(
                                "/oversight/national-mix",
                                "personal",
                                "20.5",
                                "nuisance",
                                "70",
                                "environmental",
                                "9.5",
                                "from",
                                "2026-01-01",
                                "source",
                                "A later report")
                        .getStatus())
                .isEqualTo(302);

        registrar.get("/oversight/categories");
        assertThat(registrar.page().text())
                .contains("A later report", "20.5 %")
                .doesNotContain("year to 31 March 2023");
        registrar.get("/oversight/national-mix");
        assertThat(registrar.page().select("tbody tr")).hasSize(2);
        assertThat(registrar.page().select("tbody tr:first-child").text()).contains("A later report", "Holds");

        UUID administrator = force.somebody("administrator", Role.ADMINISTRATOR);
        assertThat(force.browserOf(administrator).get("/oversight/national-mix").getStatus())
                .isEqualTo(200);
        AuditScene other = new AuditScene(mvc, DATABASE, SCENE);
        Browser stranger = other.browserOf(other.registrar);
        stranger.get("/oversight/categories");
        assertThat(stranger.page().text()).contains("year to 31 March 2023");
        try (AuditScene.Hostile hostile = force.hostile(force.registrar)) {
            hostile.refused("update integrity.national_mix set source = 'mine'");
            hostile.refused("delete from integrity.national_mix");
            hostile.refused(
                    "insert into integrity.national_mix (organisation_id, valid_from, personal, nuisance, environmental,"
                            + " source, written_by) select organisation_id, '2026-01-01', 0.5, 0.5, 0.5, 'x', written_by"
                            + " from integrity.national_mix where organisation_id is not null limit 1",
                    "23514");
        }
    }
}
