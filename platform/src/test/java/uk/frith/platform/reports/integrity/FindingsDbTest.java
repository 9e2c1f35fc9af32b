package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.understanding.risk.AssessmentForTests;

/** What an audit finds, from its clock to its end, and what people learn from it. */
@SpringBootTest
@AutoConfigureMockMvc
class FindingsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);

    /** A class that the reader of accounts doesn't suggest here, so that it is missing whatever the reader learns. */
    private static final String[] EXPECTS = {
        "category", "PERSONAL", "offence-1", "56A", "victims-1", "1", "words-1", "at night"
    };

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private AuditScene force;

    FindingsDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
        this.force = new AuditScene(mvc, DATABASE, SCENE);
    }

    @BeforeEach
    void a_force() {
        force = new AuditScene(mvc, DATABASE, SCENE);
    }

    private String finding(UUID incident, String kind) {
        return "/recording-findings/"
                + force.one(
                        UUID.class,
                        "select id from integrity.finding where incident_id = ? and kind = ?",
                        incident,
                        kind);
    }

    private String stateOf(String finding) {
        return force.one(
                String.class,
                "select state from integrity.finding where id = ?::uuid",
                finding.substring(finding.lastIndexOf('/') + 1));
    }

    private String clockOf(String finding, String kind) {
        return force.one(
                String.class,
                "select state from deadlines.deadline where subject = ?::uuid and kind = ? order by id desc limit 1",
                finding.substring(finding.lastIndexOf('/') + 1),
                kind);
    }

    private static void recordCrime(Browser browser, UUID incident, String offence, String reference) throws Exception {
        browser.get("/incidents/" + incident);
        assertThat(browser.post(
                                "/incidents/" + incident + "/crimes",
                                "offence",
                                offence,
                                "reference",
                                reference,
                                "victims",
                                "1")
                        .getStatus())
                .as(browser.page().text())
                .isEqualTo(302);
    }

    @Test
    void a_missing_crime_is_due_from_its_owner_and_ends_when_the_crime_is_recorded() throws Exception {
        UUID incident = force.incident(AuditScene.THREATENED);
        force.auditAll(force.registrar, EXPECTS);
        String finding = finding(incident, "CRIME_MISSING");

        Browser handler = force.browserOf(force.handler);
        handler.get("/");
        assertThat(handler.page().select("a[href=" + finding + "]").text())
                .contains("Record the crime that an audit found missing");
        handler.get("/incidents/" + incident);
        assertThat(handler.page().select("#recording-findings")).isNotEmpty();
        handler.get(finding);
        assertThat(handler.page().text()).contains("56A", "at night", "Due ");
        assertThat(handler.page().select("button[value=NOTE]")).isEmpty();

        recordCrime(handler, incident, "56A", "CR-" + force.suffix);

        assertThat(stateOf(finding)).isEqualTo("PUT_RIGHT");
        assertThat(clockOf(finding, "ANSWER_FINDING")).isEqualTo("MET");
        handler.get("/incidents/" + incident);
        assertThat(handler.page().text()).contains("What an audit of recording found", "Put right");
    }

    @Test
    void a_dispute_goes_to_the_registrar_whose_word_is_the_last() throws Exception {
        UUID incident = force.incident(AuditScene.THREATENED);
        force.auditAll(force.registrar, EXPECTS);
        String finding = finding(incident, "CRIME_MISSING");
        Browser handler = force.browserOf(force.handler);
        Browser registrar = force.browserOf(force.registrar);

        handler.get(finding);
        assertThat(handler.post(finding + "/answer", "step", "DISPUTE", "reason", "no")
                        .getStatus())
                .isEqualTo(422);
        assertThat(handler.page().select("#reason-error").text()).contains("10 to 2,000");
        handler.post(finding + "/answer", "step", "DISPUTE", "reason", "Nothing burnt, he only lit a bin bag");
        assertThat(stateOf(finding)).isEqualTo("DISPUTED");
        assertThat(handler.post(finding + "/decision", "step", "WITHDRAW", "reason", "I withdraw it myself")
                        .getStatus())
                .isEqualTo(403);
        registrar.get("/");
        assertThat(registrar.page().select("a[href=" + finding + "]").text()).contains("Decide a dispute");

        registrar.get(finding);
        registrar.post(finding + "/decision", "step", "UPHOLD", "reason", "Endangering life needs no damage");
        assertThat(stateOf(finding)).isEqualTo("STANDS");
        assertThat(clockOf(finding, "DECIDE_DISPUTE")).isEqualTo("MET");
        assertThat(clockOf(finding, "ANSWER_FINDING")).isEqualTo("OPEN");
        handler.get(finding);
        assertThat(handler.page().select("button[value=DISPUTE]")).isEmpty();
        assertThat(handler.post(finding + "/answer", "step", "DISPUTE", "reason", "But I still think so")
                        .getStatus())
                .isEqualTo(422);

        recordCrime(handler, incident, "56A", "CR2-" + force.suffix);
        assertThat(stateOf(finding)).isEqualTo("PUT_RIGHT");
        assertThat(SCENE.entriesOf(force.registrar)).contains("ALTERATION recording finding");
    }

    @Test
    void a_withdrawn_finding_is_nobodys_slip_any_more() throws Exception {
        UUID incident = force.incident(AuditScene.THREATENED);
        force.auditAll(force.registrar, EXPECTS);
        String finding = finding(incident, "CRIME_MISSING");
        Browser handler = force.browserOf(force.handler);
        handler.get("/my-recording");
        assertThat(handler.page().text()).contains("A crime is missing: 56A", "1 time");

        handler.get(finding);
        handler.post(finding + "/answer", "step", "DISPUTE", "reason", "Nothing burnt, he only lit a bin bag");
        Browser registrar = force.browserOf(force.registrar);
        registrar.get(finding);
        registrar.post(finding + "/decision", "step", "WITHDRAW", "reason", "Agreed, the account doesn't say so");

        assertThat(stateOf(finding)).isEqualTo("WITHDRAWN");
        handler.get("/my-recording");
        assertThat(handler.page().text()).contains("found no slip of yours");
    }

    @Test
    void a_category_is_noted_or_put_right_when_the_incident_is_closed_as_it_should_be() throws Exception {
        UUID noted = force.incident(AuditScene.THREATENED);
        UUID closed = force.incident(AuditScene.THREATENED + " And again.");
        force.auditAll(force.registrar, "category", "ENVIRONMENTAL");
        Browser handler = force.browserOf(force.handler);
        String first = finding(noted, "CATEGORY_WRONG");
        handler.get(first);
        handler.post(first + "/answer", "step", "NOTE");
        assertThat(stateOf(first)).isEqualTo("ACCEPTED");
        assertThat(clockOf(first, "ANSWER_FEEDBACK")).isEqualTo("MET");

        DATABASE.asOwner()
                .sql("delete from recording.suggestion where incident_id = ?")
                .param(closed)
                .update();
        handler.get("/incidents/" + closed);
        handler.post("/incidents/" + closed + "/crime-check");
        AssessmentForTests.forClosing(handler, "/incidents/" + closed);
        assertThat(handler.post(
                                "/incidents/" + closed + "/close",
                                "closing",
                                "ASB_DEALT_WITH",
                                "category",
                                "ENVIRONMENTAL",
                                "done",
                                "Spoke to everybody and cleared the lane")
                        .getStatus())
                .as(handler.page().text())
                .isEqualTo(302);
        assertThat(stateOf(finding(closed, "CATEGORY_WRONG"))).isEqualTo("PUT_RIGHT");
    }

    @Test
    void who_repeats_a_slip_is_shown_its_text_where_they_decide_until_they_have_read_it() throws Exception {
        force.incident(AuditScene.THREATENED);
        UUID other = force.incident(AuditScene.THREATENED + " And again.");
        force.auditAll(force.registrar, EXPECTS);
        Browser handler = force.browserOf(force.handler);

        handler.get("/");
        assertThat(handler.page().select("#own-recording").parents().text())
                .contains("found 2 slips of yours", "Look for the crime before you call it antisocial behaviour");
        handler.get("/incidents/" + other);
        assertThat(handler.page().select("#before-you-decide")).isNotEmpty();
        Browser registrar = force.browserOf(force.registrar);
        registrar.get("/incidents/" + other);
        assertThat(registrar.page().select("#before-you-decide")).isEmpty();
        registrar.get("/recording-learning");
        assertThat(rowOf(registrar, "handler")).contains("2 2 0 of 5 Never");

        handler.get("/my-recording");
        assertThat(handler.page().text()).contains("2 times");
        Element form = handler.page()
                .select("section form[action^=/my-recording/texts/]")
                .first();
        assertThat(form).isNotNull();
        handler.post(form.attr("action"));
        handler.get("/my-recording");
        assertThat(handler.page().text()).contains("You read it on");
        handler.get("/incidents/" + other);
        assertThat(handler.page().select("#before-you-decide")).isEmpty();
        registrar.get("/recording-learning");
        assertThat(rowOf(registrar, "handler")).contains("1 of 5");
        assertThat(handler.get("/recording-learning").getStatus()).isEqualTo(403);
    }

    private static String rowOf(Browser browser, String name) {
        return browser.page().select("tr").stream()
                .filter(row -> row.text().contains("Name of " + name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void the_registrar_writes_a_new_version_of_a_text_and_it_is_to_be_read_anew() throws Exception {
        Browser registrar = force.browserOf(force.registrar);
        registrar.get("/my-recording");
        String read =
                registrar.page().select("form[action^=/my-recording/texts/]").attr("action");
        registrar.post(read);

        registrar.get("/recording-learning/texts/CATEGORY");
        String today = registrar.page().select("#from").val();
        assertThat(registrar
                        .post("/recording-learning/texts/CATEGORY", "title", "x", "body", "short", "from", "2020-01-01")
                        .getStatus())
                .isEqualTo(422);
        assertThat(registrar.page().select(".govuk-error-summary li")).hasSize(5);
        assertThat(registrar
                        .post(
                                "/recording-learning/texts/CATEGORY",
                                "title",
                                "Ask whom it is aimed at",
                                "body",
                                "Our own words about the three categories.",
                                "source",
                                "Force policy 12",
                                "goodForDays",
                                "180",
                                "from",
                                today)
                        .getStatus())
                .isEqualTo(302);
        registrar.get("/recording-learning");
        assertThat(registrar.page().text()).contains("Ask whom it is aimed at", "Your own");
        registrar.get("/my-recording");
        assertThat(registrar.page().text()).contains("Ask whom it is aimed at");

        AuditScene other = new AuditScene(mvc, DATABASE, SCENE);
        Browser elsewhere = other.browserOf(other.registrar);
        elsewhere.get("/my-recording");
        assertThat(elsewhere.page().text()).doesNotContain("Ask whom it is aimed at");
    }

    @Test
    void the_meter_stands_live_on_the_first_page_of_who_oversees_recording() throws Exception {
        UUID incident = force.incident(AuditScene.THREATENED);
        Browser registrar = force.browserOf(force.registrar);
        registrar.get("/");
        String before =
                registrar.page().select("section[aria-labelledby=meter]").text();
        assertThat(before).contains("Accounts of the last 28 days suggest", " 0 recorded", "Too few for a share");
        String suggestion = force.one(
                        UUID.class,
                        "select min(id::text)::uuid from recording.suggestion where incident_id = ?",
                        incident)
                .toString();
        Browser handler = force.browserOf(force.handler);
        handler.get("/incidents/" + incident);
        handler.post(
                "/incidents/" + incident + "/suggestions/" + suggestion + "/record",
                "reference",
                "CR3-" + force.suffix,
                "victims",
                "1");
        registrar.get("/");
        assertThat(registrar.page().select("section[aria-labelledby=meter]").text())
                .contains(" 1 recorded");
        handler.get("/");
        assertThat(handler.page().select("section[aria-labelledby=meter]")).isEmpty();
    }

    @Test
    void the_second_wall_keeps_the_order_of_a_finding_and_slips_to_those_they_concern() throws Exception {
        UUID incident = force.incident(AuditScene.THREATENED);
        force.auditAll(force.registrar, EXPECTS);
        assertThat(stateOf(finding(incident, "CRIME_MISSING"))).isEqualTo("OPEN");
        UUID colleague = force.somebody("colleague", Role.CALL_HANDLER);
        AuditScene other = new AuditScene(mvc, DATABASE, SCENE);

        try (AuditScene.Hostile hostile = force.hostile(force.handler)) {
            assertThat(hostile.count("select count(*) from integrity.slip")).isPositive();
            String reason = "decision = 'because I say so', decided_at = now(), decided_by = '" + force.handler + "'";
            hostile.refused("update integrity.finding set state = 'WITHDRAWN', ended_at = now(), " + reason, "23514");
            hostile.refused("update integrity.finding set state = 'STANDS', " + reason, "23514");
            hostile.refused("update integrity.finding set expected = 'Nothing'");
            hostile.refused("update integrity.finding set organisation_id = organisation_id");
            hostile.refused("delete from integrity.finding");
            hostile.refused("delete from integrity.slip");
            hostile.refused("insert into integrity.slip select finding_id, organisation_id, '" + colleague
                    + "' from integrity.slip");
            hostile.refused("insert into integrity.learning_text (organisation_id, code, field, title, body, source,"
                    + " good_for_days, valid_from, written_by) values ('" + force.organisation
                    + "', 'MINE', 'CRIME', 'Mine', 'Twenty characters and more', 'me', 1, '2026-01-01', '"
                    + force.handler + "')");
            hostile.refused("insert into integrity.learning_read select id, '" + colleague + "', '" + force.organisation
                    + "', now() from integrity.learning_text");
            hostile.update("update integrity.finding set state = 'DISPUTED', answer = 'I do not think so',"
                    + " answered_at = now(), answered_by = '" + force.handler + "'");
            hostile.refused("update integrity.finding set state = 'WITHDRAWN', ended_at = now(), " + reason);
        }
        try (AuditScene.Hostile hostile = force.hostile(colleague)) {
            assertThat(hostile.count("select count(*) from integrity.slip")).isZero();
            assertThat(hostile.count("select count(*) from integrity.learning_read"))
                    .isZero();
        }
        for (UUID foreigner : List.of(other.registrar, other.handler)) {
            try (AuditScene.Hostile hostile = other.hostile(foreigner)) {
                assertThat(hostile.count("select count(*) from integrity.finding"))
                        .isZero();
                assertThat(hostile.count("select count(*) from integrity.slip")).isZero();
            }
        }
        assertThat(other.browserOf(other.registrar)
                        .get(finding(incident, "CRIME_MISSING"))
                        .getStatus())
                .isEqualTo(404);
    }
}
