package uk.frith.platform.foundation.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** Required courses, from the registrar's form to somebody's worklist and back. */
@SpringBootTest
@AutoConfigureMockMvc
class TrainingDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final TrainingRounds rounds;
    private String suffix = "";
    private UUID handler = new UUID(0, 0);
    private UUID supervisor = handler;
    private UUID registrar = handler;

    TrainingDbTest(@Autowired MockMvc mvc, @Autowired TrainingRounds rounds) {
        this.mvc = mvc;
        this.rounds = rounds;
    }

    @BeforeEach
    void a_force() {
        suffix = UUID.randomUUID().toString();
        UUID force = SCENE.organisation("Force " + suffix);
        handler = SCENE.account(force, "handler" + suffix + "@example.org", Role.CALL_HANDLER);
        supervisor = SCENE.account(force, "supervisor" + suffix + "@example.org", Role.SUPERVISOR);
        registrar = SCENE.account(force, "registrar" + suffix + "@example.org", Role.CRIME_REGISTRAR);
        UUID team = DATABASE.asOwner()
                .sql("insert into identity.team (organisation_id, name) values (?, 'North') returning id")
                .param(force)
                .query(UUID.class)
                .single();
        DATABASE.asOwner()
                .sql("update identity.account set team_id = ? where id = ?")
                .param(team)
                .param(handler)
                .update();
    }

    private Browser browserOf(UUID account) {
        return Browser.holding(mvc, SCENE.session(account));
    }

    /** Requires a course of call handlers; gives its id. */
    private String require(String title) throws Exception {
        Browser browser = browserOf(registrar);
        browser.get("/oversight/courses");
        assertThat(browser.post(
                                "/oversight/courses",
                                "title",
                                title,
                                "months",
                                "12",
                                "roles",
                                "CALL_HANDLER",
                                "from",
                                "2026-01-01",
                                "source",
                                "The chief's order")
                        .getStatus())
                .as(browser.page().text())
                .isEqualTo(302);
        return DATABASE.asOwner()
                .sql("select id::text from training.course where title = ? and written_by = ?")
                .param(title)
                .param(registrar)
                .query(String.class)
                .single();
    }

    private static String daysAgo(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
    }

    private int enter(String course, String day) throws Exception {
        Browser browser = browserOf(supervisor);
        browser.get("/oversight/training");
        return browser.post("/oversight/training", "course", course, "person", handler.toString(), "day", day)
                .getStatus();
    }

    private String worklist() throws Exception {
        Browser browser = browserOf(handler);
        browser.get("/");
        return browser.page().select("section[aria-labelledby=worklist]").text();
    }

    @Test
    void a_required_course_stands_in_the_worklist_until_a_supervisor_enters_that_it_was_taken() throws Exception {
        String course = require("Recording at first report");
        assertThat(worklist()).contains("Take a required course Recording at first report");
        Browser own = browserOf(handler);
        own.get("/my-training");
        assertThat(own.page().text()).contains("Recording at first report", "Not taken yet");
        own.get("/my-recording");
        assertThat(own.page().text()).contains("Courses that you must take", "Not taken yet");
        assertThat(own.get("/oversight/training").getStatus()).isEqualTo(403);

        assertThat(enter(course, daysAgo(3))).isEqualTo(302);
        assertThat(worklist()).doesNotContain("Take a required course");
        own.get("/my-training");
        assertThat(own.page().text()).contains("Current");
        Browser browser = browserOf(supervisor);
        browser.get("/oversight/training");
        assertThat(browser.page().text()).contains("Required courses taken and in date: 1 of 1");
        assertThat(browser.page().select("table:has(#teams-caption) tbody tr").text())
                .isEqualTo("North Recording at first report 1 1 0 0 0");
        assertThat(SCENE.entriesOf(supervisor)).contains("ALTERATION training of colleagues");
    }

    @Test
    void a_course_that_nears_its_end_is_due_and_one_that_lapsed_is_late_from_that_day() throws Exception {
        String course = require("Recording at first report");
        enter(course, daysAgo(350));
        assertThat(worklist()).contains("Take a required course");
        String late = require("Stalking");
        enter(late, daysAgo(500));
        Browser browser = browserOf(supervisor);
        browser.get("/oversight/training");
        assertThat(browser.page()
                        .select("table:has(#open-caption) tbody tr:first-child")
                        .text())
                .contains("Stalking", "Lapsed");
        assertThat(browser.page()
                        .select("table:has(#open-caption) tbody tr:last-child")
                        .text())
                .contains("Recording at first report", "Due again soon");
        List<LocalDate> due = DATABASE.asOwner()
                .sql("select (due_at at time zone 'Europe/London')::date from deadlines.deadline"
                        + " where account_id = ? and state = 'OPEN' order by due_at")
                .param(handler)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list();
        assertThat(due)
                .containsExactly(
                        LocalDate.parse(daysAgo(500)).plusMonths(12),
                        LocalDate.parse(daysAgo(350)).plusMonths(12));
        assertThat(worklist()).contains("1 overdue, 0 due soon, 1 coming");
        rounds.look();
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from deadlines.deadline where account_id = ?")
                        .param(handler)
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void a_course_that_was_taken_before_any_period_held_is_late_from_the_day_it_lapsed() throws Exception {
        String course = require("Recording at first report");
        assertThat(enter(course, "1995-03-01")).isEqualTo(302);
        rounds.look();
        assertThat(worklist()).contains("1 overdue, 0 due soon, 0 coming");
        assertThat(DATABASE.asOwner()
                        .sql("select (due_at at time zone 'Europe/London')::date from deadlines.deadline"
                                + " where account_id = ? and state = 'OPEN'")
                        .param(handler)
                        .query((row, n) -> row.getObject(1, LocalDate.class))
                        .list())
                .containsExactly(LocalDate.of(1996, 3, 1));
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from deadlines.deadline where account_id = ?")
                        .param(handler)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void a_round_finds_whoever_got_the_role_meanwhile_and_a_course_that_ended_is_asked_of_nobody() throws Exception {
        String course = require("Recording at first report");
        UUID newcomer = SCENE.account(
                DATABASE.asOwner()
                        .sql("select organisation_id from identity.account where id = ?")
                        .param(handler)
                        .query(UUID.class)
                        .single(),
                "newcomer" + suffix + "@example.org",
                Role.CALL_HANDLER);
        rounds.look();
        rounds.look();
        String open = "select count(*) from deadlines.deadline where account_id = ? and state = 'OPEN'";
        assertThat(DATABASE.asOwner()
                        .sql(open)
                        .param(newcomer)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        Browser browser = browserOf(registrar);
        browser.get("/oversight/courses");
        assertThat(browser.post("/oversight/courses/" + course + "/end").getStatus())
                .isEqualTo(302);
        assertThat(DATABASE.asOwner()
                        .sql(open)
                        .param(newcomer)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(worklist()).doesNotContain("Take a required course");
    }

    @Test
    void who_has_taken_what_comes_by_csv_and_bad_rows_are_kept() throws Exception {
        require("Recording at first report");
        Browser browser = browserOf(supervisor);
        browser.get("/oversight/training");
        String csv = "email,course,taken_on\nHandler" + suffix + "@example.org,recording at first report," + daysAgo(9)
                + "\nnobody@example.org,Recording at first report,2026-01-01\nsupervisor" + suffix
                + "@example.org,Recording at first report,2026-01-01\n";
        String sheet = String.valueOf(browser.postFiles(
                        "/oversight/training/sheets",
                        List.of(new MockMultipartFile(
                                "file", "taken.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8))),
                        "source",
                        "The learning system",
                        "dated",
                        daysAgo(1))
                .getHeader("Location"));
        assertThat(sheet).as(browser.page().text()).startsWith("/sheets/");
        browser.get(sheet);
        assertThat(browser.page().text()).contains("1 row was taken in, 2 refused", "or it is your own");
        assertThat(worklist()).doesNotContain("Take a required course");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nobody_enters_a_course_for_themselves() throws Exception {
        String course = require("Recording at first report");
        Browser browser = browserOf(supervisor);
        browser.get("/oversight/training");
        assertThat(browser.post(
                                "/oversight/training",
                                "course",
                                course,
                                "person",
                                supervisor.toString(),
                                "day",
                                "2999-01-01")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page().select("#person-error").text()).contains("Choose somebody");
        assertThat(browser.page().select("#day-error").text()).contains("up to today");
        assertThat(browser.page().select("#day").val()).isEqualTo("2999-01-01");

        try (Connection connection = DriverManager.getConnection(
                DATABASE.database().url(),
                DATABASE.database().app().role(),
                DATABASE.database().app().password())) {
            JdbcClient hostile = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            hostile.sql("select set_config('frith.token', ?, false)")
                    .param(SCENE.session(supervisor))
                    .query((row, n) -> 0)
                    .single();
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> hostile.sql("""
                            insert into training.taken (organisation_id, course_id, account_id, taken_on, entered_at, entered_by)
                            select organisation_id, id, identity.me(), '2026-01-01', now(), identity.me()
                            from training.course
                            """).update())
                    .hasStackTraceContaining("row-level security");
        }
    }
}
