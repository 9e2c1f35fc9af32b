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

/** Crimes that were recorded in Frith, held against exports of a crime system. */
@SpringBootTest
@AutoConfigureMockMvc
class ReconciliationDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String PATH = "/oversight/reconciliation";
    private static final String HEADER = "reference,incident_reference,class,recorded_at,status\n";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private AuditScene force;

    ReconciliationDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
        this.force = new AuditScene(mvc, DATABASE, SCENE);
    }

    @BeforeEach
    void a_force() {
        force = new AuditScene(mvc, DATABASE, SCENE);
    }

    private String reference(UUID incident) {
        return force.one(String.class, "select reference from recording.incident where id = ?", incident);
    }

    private String now() {
        return force.one(
                String.class,
                "select to_char(now() at time zone 'Europe/London' - interval '1 minute', 'YYYY-MM-DD HH24:MI')");
    }

    private void crime(UUID incident, String reference) throws Exception {
        Browser handler = force.browserOf(force.handler);
        handler.get("/incidents/" + incident);
        assertThat(handler.post(
                                "/incidents/" + incident + "/crimes",
                                "offence",
                                "56A",
                                "reference",
                                reference + force.suffix,
                                "victims",
                                "1")
                        .getStatus())
                .as(handler.page().text())
                .isEqualTo(302);
    }

    private String row(String reference, String incident, String classCode, String status) {
        return reference + force.suffix + "," + incident + "," + classCode + "," + now() + "," + status + "\n";
    }

    private MockHttpServletResponse bring(Browser browser, String rows) throws Exception {
        browser.get(PATH);
        return browser.postFiles(
                PATH,
                List.of(new MockMultipartFile(
                        "file", "crimes.csv", "text/csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8))),
                "source",
                "The crime system",
                "dated",
                "2026-01-02");
    }

    @Test
    void crimes_of_both_systems_are_matched_and_each_difference_stands_in_its_group() throws Exception {
        UUID incident = force.incident(AuditScene.THREATENED);
        String ours = reference(incident);
        for (String each : List.of("SAME-", "CLASS-", "GONE-", "ONLYHERE-")) {
            crime(incident, each);
        }
        Browser registrar = force.browserOf(force.registrar);
        MockHttpServletResponse sent = bring(
                registrar,
                row("SAME-", ours, "56A", "Filed") + row("CLASS-", ours, "8L", "Filed")
                        + row("GONE-", ours, "56A", "Crime cancelled") + row("ONLYTHERE-", ours, "8L", "Filed")
                        + row("ELSEWHERE-", "999", "28A", "Filed") + "BAD,,8L,yesterday,Filed\n"
                        + row("SAME-", ours, "56A", "Filed"));
        registrar.get(AuditScene.to(sent));
        assertThat(registrar.page().text()).contains("5 rows were taken in, 2 refused");

        registrar.get(PATH);
        assertThat(registrar.page().text())
                .contains(
                        "Crimes that are the same on both sides: 1. Different: 4, of these settled 0 and to settle 4.");
        assertThat(registrar
                        .page()
                        .select("table[class]:has(caption:contains(By month)) tbody tr:last-child")
                        .text())
                .isEqualTo("All 1 1 1 1 0 1 0 1");
        assertThat(registrar
                        .page()
                        .select("table[class]:has(caption:contains(By month)) tbody th")
                        .eachText())
                .as("months in words")
                .allMatch(month -> month.equals("All") || month.matches("[A-Z][a-z]+ 20[0-9]{2}"));
        assertThat(registrar.page().select("table:has(caption:contains(By team)) thead th.frith-wraps"))
                .as("headings that wrap, so that all groups stand on a page")
                .hasSize(8);
        assertThat(registrar.page().select("table:has(#open-caption) tbody").text())
                .contains("CLASS-", "56A here, 8L there", "GONE-", "ONLYTHERE-", "ONLYHERE-")
                .doesNotContain("SAME-", "ELSEWHERE-");
        assertThat(registrar.get(PATH + "/differences.csv").getContentAsString())
                .startsWith("reference,difference,found,team,month,reason")
                .contains("\"Missing in Frith\"", "\"Missing in the crime system\"");
        assertThat(SCENE.entriesOf(force.registrar)).contains("COLLECTION reconciliation");
    }

    @Test
    void a_crime_whose_row_was_refused_is_not_missing_there() throws Exception {
        UUID incident = force.incident(AuditScene.THREATENED);
        String ours = reference(incident);
        for (String each : List.of("SAME-", "FAULTY-", "SHORT-", "ONLYHERE-")) {
            crime(incident, each);
        }
        Browser registrar = force.browserOf(force.registrar);
        bring(
                registrar,
                row("SAME-", ours, "56A", "Filed") + "FAULTY-" + force.suffix + "," + ours + ",56A,yesterday,Filed\n"
                        + "SHORT-" + force.suffix + "," + ours + ",56A\n");
        registrar.get(PATH);
        assertThat(registrar.page().text()).contains("1 rows, 2 refused", "but for those whose row was refused");
        assertThat(registrar.page().select("table:has(#open-caption) tbody").text())
                .contains("ONLYHERE-")
                .doesNotContain("FAULTY-", "SHORT-");
    }

    @Test
    void a_difference_is_settled_with_a_reason_and_opens_again_when_it_becomes_another() throws Exception {
        UUID incident = force.incident(AuditScene.THREATENED);
        String ours = reference(incident);
        crime(incident, "CLASS-");
        Browser registrar = force.browserOf(force.registrar);
        bring(registrar, row("CLASS-", ours, "8L", "Filed"));
        registrar.get(PATH);
        String difference =
                registrar.page().select("table:has(#open-caption) tbody a").attr("href");
        registrar.get(difference);
        assertThat(registrar.post(difference, "reason", "so").getStatus()).isEqualTo(422);
        assertThat(registrar.page().select("#reason-error").text()).contains("10 to 2,000");
        assertThat(registrar.page().select("#reason").val()).isEqualTo("so");
        registrar.post(difference, "reason", "The principal crime is the one recorded here");
        registrar.get(PATH);
        assertThat(registrar.page().text()).contains("Different: 1, of these settled 1 and to settle 0");
        registrar.get(difference);
        assertThat(registrar.page().text()).contains("The principal crime is the one recorded here");

        Browser second = force.browserOf(force.somebody("second", Role.CRIME_REGISTRAR));
        second.get(difference);
        second.get(PATH);
        assertThat(second.post(difference, "reason", "Another reason that is long enough")
                        .getStatus())
                .isEqualTo(409);
        assertThat(second.page().select(".govuk-error-summary").text()).contains("It is settled already");
        assertThat(second.page().select("#reason").text()).isEqualTo("Another reason that is long enough");
        assertThat(second.page().text()).contains("The principal crime is the one recorded here");

        bring(registrar, row("CLASS-", ours, "8L", "Filed"));
        registrar.get(PATH);
        assertThat(registrar.page().text()).contains("of these settled 1 and to settle 0");
        bring(registrar, row("CLASS-", ours, "9A", "Filed"));
        registrar.get(PATH);
        assertThat(registrar.page().text()).contains("of these settled 0 and to settle 1");
        bring(registrar, row("CLASS-", ours, "56A", "Filed"));
        registrar.get(PATH);
        assertThat(registrar.page().text()).contains("Different: 0");
    }

    @Test
    void an_export_that_came_in_parts_is_held_as_one_and_a_crime_of_other_days_is_found_by_its_reference()
            throws Exception {
        UUID incident = force.incident(AuditScene.THREATENED);
        String ours = reference(incident);
        for (String each : List.of("FIRST-", "SECOND-", "OLD-", "LONGAGO-")) {
            crime(incident, each);
        }
        DATABASE.asOwner().sql("""
                        update recording.crime set recorded_at = recorded_at - interval '400 days'
                        where organisation_id = ? and (reference like 'OLD-%' or reference like 'LONGAGO-%')
                        """).param(force.organisation).update();
        Browser registrar = force.browserOf(force.registrar);
        bring(registrar, row("FIRST-", ours, "56A", "Filed") + row("SECOND-", ours, "8L", "Filed"));
        bring(registrar, row("SECOND-", ours, "56A", "Filed") + row("OLD-", ours, "56A", "Filed"));
        registrar.get(PATH);
        assertThat(registrar.page().text())
                .contains("Crimes that are the same on both sides: 3. Different: 0", "in 2 files: 4 rows, 0 refused")
                .doesNotContain("LONGAGO-");
    }

    @Test
    void another_force_and_whoever_reads_an_account_blind_see_nothing_of_it() throws Exception {
        UUID incident = force.incident(AuditScene.THREATENED);
        Browser registrar = force.browserOf(force.registrar);
        bring(registrar, row("ONLYTHERE-", reference(incident), "8L", "Filed"));
        UUID row = force.one(
                UUID.class, "select id from reconciliation.exported where organisation_id = ?", force.organisation);
        AuditScene.take(registrar, AuditScene.draw(registrar));
        registrar.get(PATH);
        assertThat(registrar.page().text()).doesNotContain("ONLYTHERE-");
        assertThat(registrar.get(PATH + "/" + row).getStatus()).isEqualTo(404);
        assertThat(bring(registrar, row("OTHER-", "", "8L", "Filed")).getStatus())
                .isEqualTo(422);
        assertThat(registrar.page().select("#file-error").text()).contains("reading blind");
        assertThat(registrar.page().select("#source").val()).isEqualTo("The crime system");

        AuditScene other = new AuditScene(mvc, DATABASE, SCENE);
        assertThat(other.browserOf(other.registrar).get(PATH + "/" + row).getStatus())
                .isEqualTo(404);
        assertThat(force.browserOf(force.handler).get(PATH).getStatus()).isEqualTo(403);
        try (AuditScene.Hostile hostile = force.hostile(force.handler)) {
            assertThat(hostile.count("select count(*) from reconciliation.exported"))
                    .isZero();
            hostile.refused("update reconciliation.exported set cancelled = true");
            hostile.refused("delete from reconciliation.settled");
        }
    }
}
