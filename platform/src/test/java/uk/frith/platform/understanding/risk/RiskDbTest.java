package uk.frith.platform.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.reports.recording.ReportsForTests;
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** The risk to a victim, from the first call to the closing. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class RiskDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String SHOUTED =
            "The man next door shouts abuse at me again whenever I leave the house, I am 84 and"
                    + " live alone and I can't sleep";
    private static final String WHY = "She is alone with it and afraid";
    private static final String DONE = "Spoke to both neighbours on Tuesday, who agreed in writing to keep apart.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);

    RiskDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
    }

    @BeforeEach
    void somebody() {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
    }

    private UUID account(Role role) {
        return SCENE.account(organisation, UUID.randomUUID() + "@example.org", role);
    }

    private Browser at(String page, Role role) throws Exception {
        return Browser.at(page, mvc, SCENE.session(account(role)));
    }

    /** A personal incident; gives its page. */
    private String personal() {
        UUID incident = reports.record(organisation, Report.of(SHOUTED).by("Ada Example", "0113 496 0123"));
        assertThat(one(String.class, "select category from recording.incident where id = ?", incident))
                .isEqualTo("PERSONAL");
        return "/incidents/" + incident;
    }

    private static UUID idOf(String page) {
        return UUID.fromString(page.substring("/incidents/".length()));
    }

    private static String to(MockHttpServletResponse answer) {
        String address = answer.getHeader("Location");
        return address == null ? "" : address;
    }

    private static <T> T one(Class<T> type, String sql, Object... params) {
        JdbcClient.StatementSpec statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.query(type).single();
    }

    private static long assessments(String page) {
        return one(Long.class, "select count(*) from risk.assessment where incident_id = ?", idOf(page));
    }

    private static List<String> clocks(String page, String state) {
        return DATABASE.asOwner()
                .sql("select kind from deadlines.deadline where subject = ? and state = ? and"
                        + " kind similar to '(ASSESS_RISK|REASSESS_%)' order by kind")
                .param(idOf(page))
                .param(state)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static String panel(Browser browser) {
        return browser.page().select("section:has(#risk-panel)").text();
    }

    private static String wrong(Browser browser) {
        return browser.page().select(".govuk-error-summary").text();
    }

    private static MockHttpServletResponse assess(Browser browser, String incident, String... fields) throws Exception {
        browser.get(incident + "/risk/1");
        return browser.post(incident + "/risk/1", AssessmentForTests.form(browser, fields));
    }

    private static String begin(Browser browser, String... fields) throws Exception {
        browser.get("/calls");
        String screen = to(browser.post("/calls", fields));
        browser.get(screen);
        return screen;
    }

    @Test
    void a_call_records_the_incident_its_crimes_and_its_risk_in_one_pass() throws Exception {
        Browser handler = at("/calls", Role.CALL_HANDLER);
        String screen = begin(handler);
        assertThat(handler.page().select("#first-contact select")).hasSize(4);
        assertThat(handler.page().select("#first-contact option[selected]").eachText())
                .isEmpty();

        assertThat(to(handler.post(screen, "act", "read", "seen", "1", "account", SHOUTED, "name", "Ada Example")))
                .isEqualTo(screen);
        handler.get(screen);
        assertThat(handler.page().select("#beside").text())
                .contains("It is owed, since this is personal", "Suggested:", "They themselves");
        assertThat(handler.page().select("#first-contact option[selected]").eachAttr("value"))
                .isEmpty();

        String seen = handler.page().select("#seen").val();
        assertThat(to(handler.post(
                        screen,
                        "act",
                        "confirm",
                        "seen",
                        seen,
                        "account",
                        SHOUTED,
                        "name",
                        "Ada Example",
                        "first-1",
                        "6")))
                .isEqualTo(screen + "#first-contact");
        handler.get(screen);
        assertThat(handler.page().select("#first-1 option[selected]").val()).isEqualTo("6");
        assertThat(handler.page().select("#first-7 option[selected]").val()).isEqualTo("4");
        assertThat(handler.page().select("#beside").text()).contains("so far");

        List<String> sent = new ArrayList<>(List.of("act", "record", "account", SHOUTED, "name", "Ada Example"));
        sent.addAll(List.of("seen", handler.page().select("#seen").val()));
        handler.page()
                .select("#first-contact select")
                .forEach(select -> sent.addAll(List.of(
                        select.attr("name"), select.select("option[selected]").val())));
        String incident = to(handler.post(screen, sent.toArray(String[]::new)));
        handler.get(incident);

        assertThat(panel(handler))
                .contains("Household of Ada Example", "provisional", "10 questions unanswered", "Finish it");
        assertThat(assessments(incident)).isEqualTo(1);
        assertThat(one(
                        String.class,
                        "select trigger || ' ' || unanswered || ' ' || coalesce(score::text, 'none') from risk.assessment"
                                + " where incident_id = ?",
                        idOf(incident)))
                .isEqualTo("INITIAL 10 none");
        assertThat(clocks(incident, "OPEN")).containsExactly("ASSESS_RISK");
        assertThat(handler.page().select(".frith-clocks").text()).contains("Finish the risk assessment");
    }

    @Test
    void answers_are_kept_with_the_draft_and_whoever_answers_nothing_owes_it_when_it_is_personal() throws Exception {
        Browser handler = at("/calls", Role.CALL_HANDLER);
        String screen = begin(handler);
        handler.post(screen + "/draft", "seen", "1", "account", SHOUTED, "first-10", "5", "first-77", "5");
        handler.get(screen);
        assertThat(handler.page().select("#first-10 option[selected]").val()).isEqualTo("5");
        assertThat(handler.page().select("#first-1 option[selected]").val()).isEmpty();

        String other = begin(handler);
        String incident = to(handler.post(other, "act", "record", "seen", "1", "account", SHOUTED));
        handler.get(incident);
        assertThat(panel(handler)).contains("Not assessed", "owed");
        assertThat(assessments(incident)).isZero();
        assertThat(clocks(incident, "OPEN")).containsExactly("ASSESS_RISK");

        String third = begin(handler);
        String nuisance = to(handler.post(
                third, "act", "record", "seen", "1", "account", "Youths drink on the green every evening"));
        assertThat(clocks(nuisance, "OPEN")).isEmpty();
    }

    @Test
    void a_call_back_records_a_new_incident_and_a_new_score_in_one_pass_from_the_last_answers() throws Exception {
        String first = personal();
        Browser handler = at(first, Role.CALL_HANDLER);
        assertThat(assess(handler, first, "q10", "2", "q7", "4").getStatus()).isEqualTo(302);
        handler.get(first);
        assertThat(handler.page().select("a[accesskey=u]").attr("href")).isEqualTo("/calls?follows=" + idOf(first));

        String screen = begin(handler, "follows", "FOLLOW_UP:" + idOf(first));
        assertThat(handler.page().select("#beside").text())
                .contains("The report that this follows was assessed: Standard, score 4", "As it was assessed last");
        String incident = to(handler.post(
                screen,
                "act",
                "record",
                "seen",
                "1",
                "follows",
                "FOLLOW_UP:" + idOf(first),
                "account",
                SHOUTED,
                "name",
                "Ada Example",
                "first-1",
                "6",
                "first-10",
                "5"));

        assertThat(incident).isNotEqualTo(first);
        handler.get(incident);
        assertThat(panel(handler)).contains("Medium, score 13");
        handler.get(incident + "/risk/1");
        assertThat(handler.page().select("section:has(#history)").text())
                .contains("Score: 4 → 13", "Only this time (0) → Daily (5)", "A little (1) → Extremely (5)")
                .contains("Something changed");
        assertThat(assessments(first)).isEqualTo(1);
        assertThat(clocks(incident, "OPEN")).containsExactly("REASSESS_MEDIUM");
    }

    @Test
    void the_matrix_on_one_page_gives_score_and_band_and_each_time_shows_what_changed() throws Exception {
        String incident = personal();
        Browser officer = at(incident, Role.NEIGHBOURHOOD_OFFICER);
        officer.get(incident + "/risk/1");
        assertThat(officer.page().select("fieldset:has(input[name^=q])")).hasSize(14);
        assertThat(officer.page().text()).contains("Suggested: They themselves", "Not verified", "at most 42");

        assertThat(officer.post(incident + "/risk/1", "seen", "", "trigger", "INITIAL", "q1", "6", "q7", "4")
                        .getStatus())
                .isEqualTo(302);
        officer.get(incident + "/risk/1");
        assertThat(officer.page().select("main").text())
                .contains("Still to answer: Is it linked to previous incidents?");
        assertThat(officer.page().select("#q1-6[checked]")).hasSize(1);
        assertThat(assess(
                                officer, incident, "q1", "6", "q7", "4", "q5", "4", "q10", "5", "q11", "4", "trigger",
                                "CHANGE")
                        .getStatus())
                .isEqualTo(302);
        officer.get(incident + "/risk/1");

        assertThat(officer.page().select("main").text()).contains("High, score 24");
        assertThat(officer.page().select("section:has(#history)").text())
                .contains("Score: 8 → 24", "Not answered → Harasses them now (6)");
        assertThat(assessments(incident)).isEqualTo(2);
        assertThat(clocks(incident, "MET")).containsExactly("ASSESS_RISK");
        assertThat(clocks(incident, "OPEN")).containsExactly("REASSESS_HIGH");

        assess(officer, incident, "trigger", "POST_ACTION");
        assertThat(clocks(incident, "MET")).containsExactly("ASSESS_RISK", "REASSESS_HIGH");
        assertThat(clocks(incident, "OPEN")).containsExactly("REASSESS_STANDARD");
    }

    @Test
    void bad_input_is_told_and_nothing_that_was_answered_is_lost() throws Exception {
        String incident = personal();
        Browser officer = at(incident, Role.NEIGHBOURHOOD_OFFICER);
        assertThat(assess(officer, incident, "q1", "6", "override", "WEAPON", "overrideReason", "so")
                        .getStatus())
                .isEqualTo(422);
        assertThat(wrong(officer)).contains("Say what speaks for it");
        assertThat(officer.page().select("#q1-6[checked], input[value=WEAPON][checked]"))
                .hasSize(2);
        assertThat(officer.page().select("#overrideReason").text()).isEqualTo("so");
        assertThat(assessments(incident)).isZero();

        assertThat(assess(
                                officer,
                                incident,
                                "q1",
                                "99",
                                "q2",
                                "drop table",
                                "q9",
                                "2",
                                "w9",
                                "\0Deaf\r\n",
                                "trigger",
                                "NONE",
                                "person",
                                "nobody",
                                "override",
                                "WEAPON",
                                "override",
                                "UNHEARD_OF",
                                "overrideReason",
                                "He showed her a knife")
                        .getStatus())
                .isEqualTo(302);
        officer.get(incident + "/risk/1");
        assertThat(officer.page().select("main").text())
                .contains("At least high, provisional", "High whatever the score: A weapon. He showed her a knife");
        assertThat(officer.get(incident + "/risk/3").getStatus()).isEqualTo(404);
        assertThat(officer.get(incident + "/risk/0").getStatus()).isEqualTo(404);
        assertThat(officer.get(incident + "/risk/2").getStatus()).isEqualTo(200);
        assertThat(officer.get("/incidents/" + UUID.randomUUID() + "/risk/1").getStatus())
                .isEqualTo(404);
    }

    @Test
    void two_who_assess_at_the_same_time_see_what_the_other_said() throws Exception {
        String incident = personal();
        Browser one = at(incident + "/risk/1", Role.NEIGHBOURHOOD_OFFICER);
        Browser other = at(incident + "/risk/1", Role.CALL_HANDLER);
        one.post(incident + "/risk/1", AssessmentForTests.form(one, "q1", "3"));

        assertThat(other.post(incident + "/risk/1", AssessmentForTests.form(other, "q1", "6"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(wrong(other)).contains("Somebody else assessed this");
        assertThat(other.page().select("table:has(#differences-caption)").text())
                .contains("Monthly (2)", "Daily (5)");
        assertThat(other.page().select("#q1-6[checked]")).hasSize(1);
        assertThat(other.post(incident + "/risk/1", AssessmentForTests.form(other, "q1", "6"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(assessments(incident)).isEqualTo(2);
    }

    @Test
    void only_a_supervisor_judges_it_lower_than_was_found_and_anybody_higher() throws Exception {
        String incident = personal();
        String[] lower = {
            "override", "WEAPON", "overrideReason", "He showed her a knife", "judged", "MEDIUM", "judgement", WHY
        };
        Browser officer = at(incident, Role.NEIGHBOURHOOD_OFFICER);
        assertThat(assess(officer, incident, lower).getStatus()).isEqualTo(422);
        assertThat(wrong(officer)).contains("Only a supervisor may judge it lower");
        assertThat(assess(officer, incident, "judged", "HIGH", "judgement", WHY).getStatus())
                .isEqualTo(302);
        officer.get(incident);
        assertThat(panel(officer)).contains("High, score 0");
        officer.get(incident + "/risk/1");
        assertThat(officer.post(incident + "/risk/1/review", "words", "It is in hand")
                        .getStatus())
                .isEqualTo(403);

        Browser supervisor = at(incident, Role.SUPERVISOR);
        supervisor.get("/");
        assertThat(supervisor.page().select("section:has(#worklist)").text())
                .contains("Review the high risk as supervisor");
        assertThat(assess(supervisor, incident, lower).getStatus()).isEqualTo(302);
        supervisor.get(incident + "/risk/1");
        assertThat(supervisor.page().select("section:has(#history)").text())
                .contains("Judged medium instead of high: " + WHY);
        supervisor.post(incident + "/risk/1/review", "seen", seen(supervisor), "words", "ok");
        assertThat(wrong(supervisor)).contains("Say what you think of it");
        assertThat(supervisor
                        .post(
                                incident + "/risk/1/review",
                                "seen",
                                seen(supervisor),
                                "words",
                                "Agreed; visit her on Friday")
                        .getStatus())
                .isEqualTo(302);
        supervisor.get(incident + "/risk/1");
        assertThat(supervisor.page().select("section:has(#history)").text()).contains("Agreed; visit her on Friday");
        assertThat(DATABASE.asOwner()
                        .sql("select d.state from deadlines.deadline d join risk.assessment a on a.id = d.subject"
                                + " where a.organisation_id = ? and d.kind = 'REVIEW_MEDIUM' order by d.began_at, d.id")
                        .param(organisation)
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("MET", "OPEN");
    }

    private static String seen(Browser browser) {
        return browser.page().select("input[name=seen]").attr("value");
    }

    @Test
    void a_personal_incident_is_closed_only_after_its_risk_was_assessed_for_closing() throws Exception {
        String incident = personal();
        Browser officer = at(incident, Role.NEIGHBOURHOOD_OFFICER);
        DATABASE.asOwner()
                .sql("delete from recording.suggestion where incident_id = ?")
                .param(idOf(incident))
                .update();
        officer.get(incident);
        officer.post(incident + "/crime-check");
        String[] closing = {"closing", "ASB_DEALT_WITH", "category", "PERSONAL", "done", DONE};
        officer.get(incident);
        assertThat(officer.post(incident + "/close", closing).getStatus()).isEqualTo(422);
        assertThat(wrong(officer)).contains("The risk to the victim hasn't been assessed");

        assess(officer, incident, "trigger", "INITIAL");
        officer.get(incident);
        officer.post(incident + "/close", closing);
        assertThat(wrong(officer)).contains("assessed for closing");
        String gate = officer.page().select("section:has(#closing-part) li a").attr("href");
        officer.get(gate);
        assertThat(officer.page().select("#trigger option[selected]").val()).isEqualTo("CLOSURE");
        officer.post(incident + "/risk/1", "seen", seen(officer), "trigger", "CLOSURE", "q1", "1");
        officer.get(incident);
        officer.post(incident + "/close", closing);
        assertThat(wrong(officer)).contains("with every question answered");

        officer.get(gate);
        assertThat(to(officer.post(incident + "/risk/1", AssessmentForTests.form(officer, "trigger", "CLOSURE"))))
                .isEqualTo(incident + "#closing-part");
        officer.get(incident);
        assertThat(officer.page().select("section:has(#closing-part) li")).isEmpty();
        assertThat(officer.post(incident + "/close", closing).getStatus()).isEqualTo(302);
        assertThat(clocks(incident, "OPEN")).isEmpty();
        assertThat(assess(officer, incident).getStatus()).isEqualTo(422);
        assertThat(wrong(officer)).contains("closed");
    }

    @Test
    void a_risk_above_standard_is_assessed_for_closing_though_the_incident_is_not_personal() throws Exception {
        UUID id = reports.record(organisation, Report.of("Youths drink on the green every evening"));
        String incident = "/incidents/" + id;
        Browser officer = at(incident, Role.NEIGHBOURHOOD_OFFICER);
        String[] closing = {"closing", "ASB_DEALT_WITH", "category", "NUISANCE", "done", DONE};
        assess(officer, incident, "judged", "MEDIUM", "judgement", WHY);
        officer.get(incident);
        officer.post(incident + "/close", closing);
        assertThat(wrong(officer)).contains("assessed for closing");
        AssessmentForTests.forClosing(officer, incident);
        assertThat(officer.post(incident + "/close", closing).getStatus()).isEqualTo(302);
    }

    @Test
    void a_new_version_of_the_matrix_holds_from_its_day_and_leaves_old_assessments_alone() throws Exception {
        String incident = personal();
        Browser officer = at(incident, Role.NEIGHBOURHOOD_OFFICER);
        assess(officer, incident, "q1", "6");
        Browser administrator = at("/oversight/risk-matrix", Role.ADMINISTRATOR);
        assertThat(administrator.page().text()).contains("Not verified", "RAM-D1, version 1", "As shipped");
        List<String> sent = new ArrayList<>();
        administrator
                .page()
                .select("main input[type=text]")
                .forEach(input -> sent.addAll(List.of(input.attr("name"), input.val())));
        assertThat(administrator
                        .post("/oversight/risk-matrix", sent.toArray(String[]::new))
                        .getStatus())
                .isEqualTo(422);
        assertThat(wrong(administrator)).contains("Say why", "Say who decided it", "A day looks like");
        replace(sent, "from", LocalDate.now(ZoneId.of("Europe/London")).toString());
        replace(sent, "reason", "Daily trouble weighs more");
        replace(sent, "source", "Chief officers' meeting");
        replace(sent, "s1-6", "1000");
        administrator.post("/oversight/risk-matrix", sent.toArray(String[]::new));
        assertThat(wrong(administrator)).contains("from 0 to 100");
        replace(sent, "s1-6", "20");
        replace(sent, "medium", "30");
        administrator.post("/oversight/risk-matrix", sent.toArray(String[]::new));
        assertThat(wrong(administrator)).contains("high above medium");
        replace(sent, "medium", "10");
        assertThat(administrator
                        .post("/oversight/risk-matrix", sent.toArray(String[]::new))
                        .getStatus())
                .isEqualTo(302);
        administrator.get("/oversight/risk-matrix");
        administrator.post("/oversight/risk-matrix", sent.toArray(String[]::new));
        assertThat(wrong(administrator)).contains("another version holds already");

        officer.get(incident);
        assertThat(panel(officer)).contains("Standard, score 5");
        assess(officer, incident, "q1", "6");
        officer.get(incident + "/risk/1");
        assertThat(officer.page().select("main").text()).contains("Medium, score 20", "Chief officers' meeting");
        assertThat(officer.page().select("section:has(#history) article").eachText())
                .satisfiesExactly(
                        now -> assertThat(now).contains("Medium, score 20", "Score: 5 → 20"),
                        then -> assertThat(then).contains("Standard, score 5", "(not verified)"));
    }

    private static void replace(List<String> sent, String field, String value) {
        sent.set(sent.indexOf(field) + 1, value);
    }

    @Test
    void a_supervisor_sees_open_incidents_by_risk_with_what_is_unfinished_and_overdue() throws Exception {
        String owed = personal();
        String high = personal();
        String standard = personal();
        Browser supervisor = at(high, Role.SUPERVISOR);
        assess(supervisor, standard);
        assess(supervisor, high, "judged", "HIGH", "judgement", WHY);
        DATABASE.asOwner()
                .sql(
                        "update deadlines.deadline set began_at = began_at - interval '90 days',"
                                + " warns_at = warns_at - interval '90 days', due_at = due_at - interval '90 days' where subject = ?")
                .param(idOf(high))
                .update();

        assertThat(supervisor.get("/oversight/risk").getStatus()).isEqualTo(200);
        assertThat(supervisor.page().select("main p").text())
                .contains("Not assessed yet: 1", "High: 1", "Standard: 1", "Overdue: 1");
        assertThat(supervisor.page().select("tbody tr th a").eachAttr("href")).containsExactly(owed, high, standard);
        assertThat(supervisor.page().select("tbody tr").eachText().get(1)).contains("High", "overdue");
        supervisor.get("/oversight");
        assertThat(supervisor.page().select("a[href=/oversight/risk]")).hasSize(1);
    }

    /** Runs as the application's role with somebody's token. */
    private static void as(UUID account, String sql, Object... params) {
        JdbcClient application = DATABASE.asApplication();
        JdbcClient.StatementSpec statement = application
                .sql("with asked as materialized (select set_config('frith.token', ?, false)) " + sql)
                .param(SCENE.session(account));
        for (Object param : params) {
            statement = statement.param(param);
        }
        statement.query((row, n) -> 0).list();
    }

    @Test
    void the_database_itself_shows_nothing_to_others_and_lets_nobody_judge_lower_or_rewrite() throws Exception {
        String incident = personal();
        Browser officer = at(incident, Role.NEIGHBOURHOOD_OFFICER);
        assess(officer, incident, "q9", "2", "w9", "Deaf");
        UUID stranger = SCENE.account(
                SCENE.organisation("Elsewhere " + UUID.randomUUID()),
                UUID.randomUUID() + "@example.org",
                Role.SUPERVISOR);
        Browser theirs = Browser.holding(mvc, SCENE.session(stranger));
        assertThat(theirs.get(incident + "/risk/1").getStatus()).isEqualTo(404);
        for (UUID account : List.of(stranger, account(Role.ANALYST), account(Role.ADMINISTRATOR))) {
            for (String table : List.of("assessment", "answer", "review")) {
                assertThat(DATABASE.asApplication()
                                .sql("with asked as (select set_config('frith.token', ?, false))"
                                        + " select count(*) from asked, risk." + table
                                        + " where set_config is not null")
                                .param(SCENE.session(account))
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
        UUID handler = account(Role.CALL_HANDLER);
        String lower = """
                insert into risk.assessment (organisation_id, incident_id, household, turn, matrix_id, trigger, score, so_far,
                    unanswered, overrides, override_reason, found_band, judged_band, judgement, made_at, made_by)
                select ?, ?, 1, 9, '00000000-0000-7000-8000-0000000d1001', 'CHANGE', 30, 30, 0, '{}', '', 'HIGH', ?, ?, now(), ?
                from asked where set_config is not null returning id
                """;
        assertThatThrownBy(() -> as(handler, lower, organisation, idOf(incident), "STANDARD", WHY, handler))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
        UUID supervisor = account(Role.SUPERVISOR);
        assertThatThrownBy(() -> as(supervisor, lower, organisation, idOf(incident), "STANDARD", WHY, handler))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
        as(supervisor, lower, organisation, idOf(incident), "STANDARD", WHY, supervisor);
        for (String rewriting : List.of(
                "update risk.assessment set so_far = 1 from asked returning id",
                "delete from risk.answer returning number",
                "update risk.matrix set reason = 'Other' from asked returning id",
                "delete from risk.review returning id")) {
            assertThatThrownBy(() -> as(supervisor, rewriting))
                    .as(rewriting)
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("permission denied");
        }
        UUID administrator = account(Role.ADMINISTRATOR);
        assertThatThrownBy(() -> as(
                        administrator,
                        "insert into risk.option (matrix_id, number, option, words, score)"
                                + " select '00000000-0000-7000-8000-0000000d1001', 1, 9, 'Never', 0 from asked"
                                + " where set_config is not null returning score"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void the_tables_refuse_what_the_form_refuses() {
        String incident = personal();
        UUID account = account(Role.SUPERVISOR);
        for (String bad : List.of(
                "5, 4, 0, '{}', '', 'STANDARD', null, ''",
                "5, 5, 3, '{}', '', 'STANDARD', null, ''",
                "null, 5, 0, '{}', '', 'STANDARD', null, ''",
                "5, 5, 0, '{WEAPON}', '', 'HIGH', null, ''",
                "5, 5, 0, '{WEAPON}', 'He showed a knife', 'STANDARD', null, ''",
                "5, 5, 0, '{}', '', 'STANDARD', 'HIGH', ''",
                "5, 5, 0, '{}', '', 'STANDARD', 'STANDARD', 'Because'")) {
            assertThatThrownBy(() -> DATABASE.asOwner()
                            .sql(
                                    "insert into risk.assessment (organisation_id, incident_id, household, turn, matrix_id,"
                                            + " trigger, score, so_far, unanswered, overrides, override_reason, found_band,"
                                            + " judged_band, judgement, made_at, made_by) values (?, ?, 1, 1,"
                                            + " '00000000-0000-7000-8000-0000000d1001', 'INITIAL', " + bad
                                            + ", now(), ?)")
                            .param(organisation)
                            .param(idOf(incident))
                            .param(account)
                            .update())
                    .as(bad)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("check constraint");
        }
    }

    @Test
    void what_is_shipped_is_the_matrix_of_forty_two_and_says_that_nobody_verified_it() {
        assertThat(one(
                        Integer.class,
                        "select sum(most)::int from (select case when q.several then sum(o.score) else max(o.score) end as most"
                                + " from risk.question q join risk.option o using (matrix_id, number)"
                                + " join risk.matrix m on m.id = q.matrix_id where m.organisation_id is null"
                                + " group by q.number, q.several) t"))
                .isEqualTo(42);
        assertThat(one(Boolean.class, "select verified from risk.matrix where organisation_id is null"))
                .isFalse();
        assertThat(one(
                        Long.class,
                        "select count(*) from deadlines.period where not verified and kind similar to"
                                + " '(ASSESS_RISK|REASSESS_%|REVIEW_(HIGH|MEDIUM))'"))
                .isEqualTo(6);
    }
}
