package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** The pages on an invented series of which no places are known. */
@SpringBootTest
@AutoConfigureMockMvc
class PrevalencePagesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String MARCH = "/patterns/prevalence?force=frithshire&from=2021-03&to=2021-03";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final Browser browser;

    PrevalencePagesDbTest(@Autowired MockMvc mvc) {
        var organisation = SCENE.organisation("Police of this test " + System.identityHashCode(this));
        var account = SCENE.account(
                organisation, "analyst" + System.identityHashCode(this) + "@prevalence.example", Role.ANALYST);
        this.browser = Browser.holding(mvc, SCENE.session(account));
    }

    @BeforeAll
    static void a_force_has_reports_of_two_months() {
        month("frithshire", true, LocalDate.of(2020, 3, 1), 1, 40);
        month("frithshire", true, LocalDate.of(2021, 3, 1), 1, 50);
        month("northtown", false, LocalDate.of(2021, 3, 1), 1, 7);
        version(1);
    }

    /** A file of one month, all of its rows in two areas. */
    private static long month(String series, boolean whole, LocalDate month, long version, long incidents) {
        long id = DATABASE.asOwner()
                .sql("""
                        insert into intake.file_version (kind, series, month, file, sha256, bytes, whole_force, force_name,
                            rows, asb_rows, asb_with_crime_id, asb_identical_repeats, no_coordinates, no_lsoa,
                            repeated_crime_ids, distinct_lsoa, distinct_crime_types, utf8_bom, crlf, stored, refused,
                            refused_kept, imported_in)
                        values ('STREET', ?, ?, ?, sha256(?::bytea), 1, ?, 'Frithshire Police', ?, ?, 0, 0, 0, 0, 0, 2, 1,
                            false, true, ?, 0, 0, ?)
                        returning id
                        """)
                .params(
                        series,
                        month,
                        series + month + version,
                        series + month + version,
                        whole,
                        incidents,
                        incidents,
                        incidents,
                        version)
                .query(Long.class)
                .single();
        DATABASE.asOwner().sql("""
                        insert into intake.street_count (version_id, lsoa_code, crime_type, incidents)
                        values (?, 'E01000001', 'Anti-social behaviour', ?), (?, '', 'Anti-social behaviour', 1)
                        """).params(id, incidents - 1, id).update();
        return id;
    }

    private static void version(long latest) {
        DATABASE.asOwner()
                .sql("update intake.data_version set latest = ?")
                .param(latest)
                .update();
    }

    @Test
    void a_page_says_how_much_and_compares_with_the_year_before() throws Exception {
        MockHttpServletResponse response = browser.get(MARCH + "&v=1");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(browser.page().select("h1").text())
                .isEqualTo("Antisocial behaviour in Frithshire Police, March 2021");
        assertThat(browser.page().select(".frith-says").text())
                .contains("50 incidents.")
                .contains("on March 2020");
        assertThat(browser.page().select(".frith-source").text()).contains("reports to the police only");
    }

    @Test
    void the_same_link_gives_the_same_figures_after_a_later_import() throws Exception {
        browser.get("/patterns/prevalence?force=southshire&v=2");
        long old = month("southshire", true, LocalDate.of(2021, 3, 1), 2, 60);
        version(2);
        browser.get("/patterns/prevalence?force=southshire");
        String link =
                browser.page().select("a:containsOwn(Link to these figures)").attr("href");
        String before = browser.page().select(".frith-figures").text();
        DATABASE.asOwner()
                .sql("update intake.file_version set replaced_in = 3 where id = ?")
                .param(old)
                .update();
        month("southshire", true, LocalDate.of(2021, 3, 1), 3, 90);
        version(3);

        browser.get(link);
        assertThat(browser.page().select(".frith-figures").text())
                .isEqualTo(before)
                .contains("60");
        assertThat(browser.page().text()).contains("Newer data have been imported since");
        browser.get("/patterns/prevalence?force=southshire");
        assertThat(browser.page().select(".frith-figures").text()).contains("90");
        assertThat(browser.page().text()).doesNotContain("Newer data have been imported since");
    }

    @Test
    void what_is_not_there_gets_a_page_with_a_sentence() throws Exception {
        assertThat(browser.get("/patterns/prevalence?force=nowhere").getStatus())
                .isEqualTo(404);
        assertThat(browser.page().text()).contains("There are no open data of a force \"nowhere\"");
        assertThat(browser.get(MARCH + "&within=E06000099").getStatus()).isEqualTo(404);
        assertThat(browser.get(MARCH + "&category=piracy").getStatus()).isEqualTo(404);
        assertThat(browser.get(MARCH + "&v=999").getStatus()).isEqualTo(404);
        assertThat(browser.get("/patterns/prevalence?force=frithshire&from=2031-01&to=2031-02")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void what_cannot_be_read_gets_a_page_with_a_sentence() throws Exception {
        assertThat(browser.get("/patterns/prevalence?force=frithshire&from=2021-13")
                        .getStatus())
                .isEqualTo(400);
        assertThat(browser.page().text()).contains("There is no month \"2021-13\"");
    }

    @Test
    void a_part_of_a_force_is_called_a_part_and_has_no_rate() throws Exception {
        browser.get("/patterns/prevalence?force=northtown");

        assertThat(browser.page().select("h1").text()).contains("northtown (part of Frithshire Police)");
        assertThat(browser.page().select(".frith-says").text())
                .doesNotContain("per 1,000")
                .contains("part of a force");
        assertThat(browser.page().select("#coverage ~ ul").text()).contains("that somebody cut out");
    }

    @Test
    void a_download_is_entered_as_a_disclosure_with_its_question() throws Exception {
        MockHttpServletResponse csv = browser.get(MARCH.replace("prevalence?", "prevalence/areas.csv?"));

        assertThat(csv.getHeader("Content-Disposition")).contains("OFFICIAL-asb-frithshire-police-2021-03");
        assertThat(csv.getContentAsString()).startsWith("area_code,").doesNotContain("OFFICIAL");
        assertThat(DATABASE.asOwner().sql("""
                                select count(*) from audit.entry where act = 'DISCLOSURE' and subject = 'prevalence'
                                and detail ->> 'force' = 'frithshire' and cardinality(ids) = 0
                                """).query(Long.class).single()).isPositive();
        assertThat(browser.get(MARCH.replace("prevalence?", "prevalence/months.svg?"))
                        .getContentAsString())
                .startsWith("<svg xmlns=");
        assertThat(browser.get(MARCH.replace("prevalence?", "prevalence/map.svg?"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(browser.get(MARCH.replace("prevalence?", "prevalence/secrets.txt?"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_remark_stands_on_the_series_until_it_is_removed() throws Exception {
        browser.get("/patterns/annotations");
        assertThat(browser.page().text()).contains("COVID-19").contains("HMICFRS");
        assertThat(browser.post("/patterns/annotations", "month", "soon", "text", "", "source", "")
                        .getStatus())
                .isEqualTo(400);
        assertThat(browser.page().select(".govuk-error-summary").text()).contains("Enter a month");
        browser.post("/patterns/annotations", "month", "2021-03", "text", "Began to count twice.", "source", "A memo");
        browser.get(MARCH);
        assertThat(browser.page().select(".frith-notes").text()).contains("March 2021: Began to count twice. (A memo)");
        browser.get("/patterns/annotations");
        String remove = browser.page()
                .select(".frith-remark:contains(Began to count twice) form")
                .attr("action");
        browser.post(remove);
        browser.get(MARCH);
        assertThat(browser.page().text()).doesNotContain("Began to count twice");
    }

    @Test
    void the_start_of_patterns_lists_the_forces_and_finds_one() throws Exception {
        browser.get("/patterns?find=northtown");

        assertThat(browser.page().select("tbody tr")).hasSize(1);
        assertThat(browser.page().select("tbody a").attr("href")).isEqualTo("/patterns/prevalence?force=northtown");
    }
}
