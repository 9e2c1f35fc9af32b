package uk.frith.platform.reports.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.reports.recording.ReportsForTests;
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** Harm over a whole run of reports: weighed as one, seen from each, and asked about when it is heavy. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class RunsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String PHONE = "0113 496 0123";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);

    RunsDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
    }

    @BeforeEach
    void somebody() {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
    }

    private Browser browserOf(Role role) {
        return Browser.holding(
                mvc, SCENE.session(SCENE.account(organisation, UUID.randomUUID() + "@example.org", role)));
    }

    private UUID told(String account, int daysAgo) {
        return reports.record(
                organisation, Report.of(account).by("Ada Example", PHONE).daysAgo(daysAgo));
    }

    /** Nothing of it is much alone. */
    private List<UUID> heavyRun() {
        return List.of(
                told("Loud music from the flat upstairs all night, I can't sleep", 80),
                told("They banged on the wall again, I am 84 and live alone", 20),
                told("Loud music again, my doctor has given me tablets for my anxiety", 10),
                told("Loud music again, I am thinking of moving house because of it", 1));
    }

    private long openRuns() {
        return DATABASE.asOwner()
                .sql(
                        "select count(*) from concerns.concern where organisation_id = ? and kind = 'RUN' and found is null")
                .param(organisation)
                .query(Long.class)
                .single();
    }

    @Test
    void a_run_is_weighed_as_one_from_whichever_report_one_starts_and_says_why() throws Exception {
        List<UUID> run = heavyRun();
        Browser officer = browserOf(Role.NEIGHBOURHOOD_OFFICER);

        officer.get("/incidents/" + run.getFirst());
        String path = officer.page().select("a[href^=/concerns/runs/]").attr("href");
        assertThat(officer.get(path).getStatus()).isEqualTo(200);

        assertThat(officer.page().select("h1").text()).isEqualTo("High harm over the whole run");
        assertThat(officer.page().select("main ul").text())
                .contains("4 reports over 79 days", "Harm told of:", "Vulnerable:", "3 reports in the last 30 days");
        assertThat(officer.page().select("table:has(#run-caption) tbody tr")).hasSize(4);
        officer.get("/concerns/runs/" + run.getLast());
        assertThat(officer.page().select("h1").text()).isEqualTo("High harm over the whole run");
        assertThat(SCENE.entriesOf(officerOf(officer))).contains("COMBINATION incidents");
        assertThat(officer.get("/concerns/runs/" + UUID.randomUUID()).getStatus())
                .isEqualTo(404);
    }

    private UUID officerOf(Browser officer) throws Exception {
        officer.get("/");
        return UUID.fromString(officer.page().select("header[data-whose]").attr("data-whose"));
    }

    @Test
    void a_run_that_crosses_what_the_force_set_is_asked_about_once_and_stands_on_a_worklist() throws Exception {
        List<UUID> run = heavyRun();
        assertThat(openRuns()).isEqualTo(1);
        told("Loud music once more", 0);
        assertThat(openRuns()).isEqualTo(1);
        assertThat(DATABASE.asOwner()
                        .sql("""
                                select count(*) from deadlines.deadline d join concerns.concern c on c.id = d.subject
                                where c.organisation_id = ? and c.kind = 'RUN' and d.state = 'OPEN'
                                """)
                        .param(organisation)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        Browser supervisor = browserOf(Role.SUPERVISOR);
        supervisor.get("/concerns");
        assertThat(supervisor.page().select("main").text()).contains("A run of reports that weighs heavily together");
        assertThat(run).hasSize(4);
    }

    @Test
    void an_administrator_sets_from_where_on_a_run_is_heavy() throws Exception {
        Browser administrator = browserOf(Role.ADMINISTRATOR);
        administrator.get("/oversight/run-rules");
        assertThat(administrator.page().select("tbody").text()).contains("As shipped", "not verified");
        String[] typed = {"code", "HIGH", "value", "many", "from", "2020-01-01", "source", "Chief officers"};
        assertThat(administrator.post("/oversight/run-rules", typed).getStatus())
                .isEqualTo(422);
        assertThat(administrator.page().select("#value-error").text()).contains("a whole number");
        assertThat(administrator.page().select("#source").val()).isEqualTo("Chief officers");
        assertThat(administrator.page().select("#code option[selected]").val()).isEqualTo("HIGH");
        for (String[] wrong :
                List.of(new String[] {"HIGH", "6"}, new String[] {"MEDIUM", "0"}, new String[] {"MEDIUM", "12"})) {
            typed[1] = wrong[0];
            typed[3] = wrong[1];
            assertThat(administrator.post("/oversight/run-rules", typed).getStatus())
                    .isEqualTo(422);
            assertThat(administrator.page().select("#value-error").text()).contains("high above medium");
        }
        typed[1] = "HIGH";
        typed[3] = "100";
        typed[5] = "2999-01-01";
        assertThat(administrator.post("/oversight/run-rules", typed).getStatus())
                .isEqualTo(422);
        assertThat(administrator.page().select("#from-error").text()).contains("the next ten years");
        typed[5] = "2020-01-01";
        assertThat(administrator.post("/oversight/run-rules", typed).getStatus())
                .isEqualTo(302);
        administrator.get("/oversight/run-rules");
        assertThat(administrator.page().select("tbody").text()).contains("100 Your organisation 2020-01-01");
        assertThat(administrator.post("/oversight/run-rules", typed).getStatus())
                .isEqualTo(422);

        List<UUID> run = heavyRun();

        assertThat(openRuns()).isZero();
        Browser officer = browserOf(Role.NEIGHBOURHOOD_OFFICER);
        officer.get("/concerns/runs/" + run.getFirst());
        assertThat(officer.page().select("h1").text()).isEqualTo("Medium harm over the whole run");
        assertThat(officer.get("/oversight/run-rules").getStatus()).isEqualTo(403);
    }

    @Test
    void a_value_is_compared_with_those_of_later_days_that_it_would_meet() throws Exception {
        Browser administrator = browserOf(Role.ADMINISTRATOR);
        administrator.get("/oversight/run-rules");
        String[] typed = {"code", "HIGH", "value", "100", "from", "2026-01-01", "source", "Chief officers"};
        assertThat(administrator.post("/oversight/run-rules", typed).getStatus())
                .isEqualTo(302);
        administrator.get("/oversight/run-rules");
        typed[1] = "MEDIUM";
        typed[3] = "50";
        typed[5] = "2030-01-01";
        assertThat(administrator.post("/oversight/run-rules", typed).getStatus())
                .isEqualTo(302);
        administrator.get("/oversight/run-rules");
        typed[1] = "HIGH";
        typed[3] = "40";
        typed[5] = "2027-01-01";
        assertThat(administrator.post("/oversight/run-rules", typed).getStatus())
                .isEqualTo(422);
        assertThat(administrator.page().select("#value-error").text())
                .contains("high above medium; it would not from 2030-01-01 on");
        typed[3] = "60";
        assertThat(administrator.post("/oversight/run-rules", typed).getStatus())
                .isEqualTo(302);
    }

    @Test
    void a_new_call_in_a_run_shows_the_run_on_the_call_screen() throws Exception {
        List<UUID> run = heavyRun();
        Browser handler = browserOf(Role.CALL_HANDLER);
        String screen = call(handler);

        handler.post(screen + "/before", "seen", "1", "phone", PHONE, "account", "It is going on again");

        assertThat(handler.page().select("#before .frith-prompt").text())
                .contains("Part of a run of 4 reports", "High harm together");
        handler.get(screen);
        assertThat(handler.page().select("#before .frith-prompt").text()).contains("Part of a run of 4 reports");
        assertThat(DATABASE.asOwner()
                        .sql(
                                "select ids::text from audit.entry where actor = ? and subject = 'draft' order by id desc limit 1")
                        .param(officerOf(handler))
                        .query(String.class)
                        .single())
                .contains(run.stream().map(UUID::toString).toList());
    }

    private static String call(Browser handler) throws Exception {
        handler.get("/calls");
        String screen = String.valueOf(handler.post("/calls").getHeader("Location"));
        assertThat(handler.get(screen).getStatus()).isEqualTo(200);
        return screen;
    }

    @Test
    void a_call_from_the_same_place_is_not_taken_for_a_part_of_the_callers_run() throws Exception {
        heavyRun();
        String place = "12 Long Row";
        reports.record(
                organisation,
                Report.of("Loud music once more").by("Ada Example", PHONE).at(place));
        Browser handler = browserOf(Role.CALL_HANDLER);
        String screen = call(handler);

        handler.post(screen + "/before", "seen", "1", "location", place, "phone", "0113 496 0999");

        assertThat(handler.page().select("#before li")).isNotEmpty();
        assertThat(handler.page().select(".frith-prompt:contains(Part of a run)"))
                .isEmpty();
        handler.get(screen);
        String seen = handler.page().select("input[name=seen]").val();
        handler.post(screen + "/before", "seen", seen, "location", place, "phone", PHONE);
        assertThat(handler.page().select("#before .frith-prompt").text()).contains("Part of a run of 5 reports");
    }

    @Test
    void the_second_wall_lets_nobody_but_an_administrator_set_what_a_run_weighs() {
        UUID supervisor = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.SUPERVISOR);
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("""
                                with asked as (select set_config('frith.token', ?, false))
                                insert into concerns.run_rule (code, organisation_id, valid_from, value, source, verified)
                                select 'HIGH', ?, '2020-01-01', 99, 'Me', true from asked where set_config is not null
                                """)
                        .param(SCENE.session(supervisor))
                        .param(organisation)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }
}
