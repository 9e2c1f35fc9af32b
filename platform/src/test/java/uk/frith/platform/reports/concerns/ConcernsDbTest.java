package uk.frith.platform.reports.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.reports.recording.ReportsForTests;
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** What stands behind reports: heard as each is recorded, asked, answered, and in the way of closing until then. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class ConcernsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String NOISE = "Loud music from the flat upstairs all night, third time this week";
    private static final String DONE =
            "PC Example spoke to the neighbour on Tuesday, who was warned in writing and has stopped.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);

    ConcernsDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
    }

    @BeforeEach
    void somebody() {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
    }

    private Browser browserOf(Role role) {
        UUID account = SCENE.account(organisation, UUID.randomUUID() + "@example.org", role);
        return Browser.holding(mvc, SCENE.session(account));
    }

    private UUID recorded(Report report) {
        return reports.record(organisation, report);
    }

    private static List<String> kinds(UUID incident) {
        return DATABASE.asOwner()
                .sql("select kind from concerns.concern where incident_id = ? order by kind")
                .param(incident)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static String wrong(Browser browser) {
        return browser.page().select(".govuk-error-summary").text();
    }

    @Test
    void a_recorded_incident_tells_at_once_who_is_a_repeat_a_vulnerable_and_a_targeted_victim() throws Exception {
        recorded(Report.of(NOISE).by("Ada Example", "0113 496 0123").daysAgo(40));
        UUID second = recorded(Report.of(
                        "I am 84 and live alone. The lads from number 9 shouted abuse at my door again and said they know"
                                + " where I sleep")
                .by("Ada Example", "+44 113 4960123"));
        assertThat(kinds(second)).contains("REPEAT", "VULNERABLE", "TARGETED");
        Browser handler = browserOf(Role.CALL_HANDLER);
        handler.get("/incidents/" + second);
        assertThat(handler.page().select("section:has(#concerns-panel)").text())
                .contains("Repeat victim. 2 reports of the same people or home in 365 days.")
                .contains("Somebody vulnerable", "Personally targeted");
    }

    @Test
    void a_first_report_about_a_street_raises_no_alarm() {
        recorded(Report.of("Youths drink on the green").at("Long Row"));
        UUID second = recorded(Report.of("Youths drink on the green").at("Long Row"));
        assertThat(kinds(second)).doesNotContain("REPEAT", "HOUSEHOLD", "FAMILY");
    }

    @Test
    void many_reports_from_one_household_raise_an_alarm_that_a_supervisor_answers_before_the_incident_is_closed()
            throws Exception {
        for (int days : List.of(300, 200, 100)) {
            recorded(Report.of(NOISE).at("12 Long Row, Testham").daysAgo(days));
        }
        UUID fourth = recorded(Report.of(NOISE).at("12, long row TESTHAM"));
        assertThat(kinds(fourth)).contains("HOUSEHOLD", "REPEAT");
        Browser supervisor = browserOf(Role.SUPERVISOR);
        supervisor.get("/");
        assertThat(supervisor.page().select("section:has(#worklist)").text())
                .contains("Look behind the repeated reports");
        supervisor.get("/incidents/" + fourth);
        supervisor.post(
                "/incidents/" + fourth + "/close", "closing", "ASB_DEALT_WITH", "category", "NUISANCE", "done", DONE);
        assertThat(wrong(supervisor)).contains("Nobody has looked behind the repeated reports yet");

        supervisor.get("/concerns");
        String concern = supervisor.page().select("main a[href^=/concerns/]").attr("href");
        supervisor.get(concern);
        assertThat(supervisor.page().text()).contains("4 reports over 300 days", "No crime was recorded");
        assertThat(supervisor.page().select("table:has(#run-caption) tbody tr")).hasSize(3);
        supervisor.post(concern, "found", "", "answer", "Whatever may be said here");
        assertThat(wrong(supervisor)).contains("Choose what you found");
        supervisor.post(concern, "found", "NOTHING_MORE", "answer", "No");
        assertThat(wrong(supervisor)).contains("Say whom you asked");
        assertThat(supervisor
                        .post(
                                concern,
                                "found",
                                "NOTHING_MORE",
                                "answer",
                                "Spoke to each tenant alone; it is the boiler room under the flat")
                        .getStatus())
                .isEqualTo(302);
        supervisor.get(concern);
        assertThat(supervisor.page().text()).contains("it is the boiler room under the flat");
        supervisor.post(concern, "found", "HIDDEN_HARM", "answer", "Another answer that comes too late");
        assertThat(wrong(supervisor)).contains("answered already");
        supervisor.get("/");
        assertThat(supervisor.page().text()).doesNotContain("Look behind the repeated reports");
        supervisor.get("/incidents/" + fourth);
        assertThat(supervisor.page().select("section:has(#closing-part)").text())
                .doesNotContain("looked behind the repeated reports");
    }

    @Test
    void repeated_calls_coded_as_antisocial_behaviour_are_tested_for_trouble_in_the_family() throws Exception {
        recorded(Report.of("My son is kicking off again, shouting and throwing things in the street")
                .by("Ada Example", "0113 496 0123")
                .daysAgo(60));
        recorded(Report.of("Youth shouting and banging on the front door, he won't leave")
                .by("Ada Example", "0113 496 0123")
                .daysAgo(30));
        UUID third = recorded(Report.of("He is outside shouting and swearing at the whole street again")
                .by("Ada Example", "0113 496 0123"));
        assertThat(kinds(third)).contains("FAMILY");
        Browser officer = browserOf(Role.NEIGHBOURHOOD_OFFICER);
        officer.get("/incidents/" + third);
        assertThat(officer.page().select("section:has(#concerns-panel)").text())
                .contains("taken down as antisocial behaviour", "\u201cmy son\u201d");
    }

    @Test
    void nobody_elsewhere_and_no_analyst_sees_a_concern_in_the_pages_or_in_the_database() throws Exception {
        recorded(Report.of(NOISE).by("Ada Example", "0113 496 0123").daysAgo(3));
        recorded(Report.of(NOISE).by("Ada Example", "0113 496 0123"));
        UUID concern = DATABASE.asOwner()
                .sql("select id from concerns.concern where organisation_id = ? limit 1")
                .param(organisation)
                .query(UUID.class)
                .single();
        UUID stranger = SCENE.account(
                SCENE.organisation("Elsewhere " + UUID.randomUUID()),
                UUID.randomUUID() + "@example.org",
                Role.SUPERVISOR);
        UUID analyst = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.ANALYST);
        assertThat(Browser.holding(mvc, SCENE.session(stranger))
                        .get("/concerns/" + concern)
                        .getStatus())
                .isEqualTo(404);
        assertThat(Browser.holding(mvc, SCENE.session(analyst)).get("/concerns").getStatus())
                .isEqualTo(403);
        for (UUID account : List.of(stranger, analyst)) {
            assertThat(DATABASE.asApplication()
                            .sql("""
                                    with asked as (select set_config('frith.token', ?, false))
                                    select count(*) from asked, concerns.concern where set_config is not null
                                    """)
                            .param(SCENE.session(account))
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }
}
