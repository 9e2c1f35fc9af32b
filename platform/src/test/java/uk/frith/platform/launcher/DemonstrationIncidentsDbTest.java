package uk.frith.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.DemonstrationAccounts;
import uk.frith.platform.reports.recording.IncidentRecorded;
import uk.frith.town.Town;
import uk.frith.town.TownPlan;

/** The demonstration shows a force at work. Its first start is broken off in the middle, so all of this is what a second made. */
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationIncidentsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    /** The demonstration's two years with fewer incidents of the extract; as much is told. */
    private static final TownPlan PLAN = new TownPlan(7, 3_000, YearMonth.of(2024, 10), 24);

    private static final int BROKEN_OFF_AFTER = 40;
    private static final AtomicInteger RECORDED = new AtomicInteger();

    /** Whatever a second start could add to. */
    private static final List<String> TABLES = List.of(
            "identity.account",
            "identity.organisation",
            "identity.team",
            "recording.allocation",
            "recording.incident",
            "recording.handling",
            "recording.person",
            "recording.evidence",
            "recording.suggestion",
            "recording.crime",
            "recording.note",
            "recording.link",
            "deadlines.deadline",
            "concerns.concern",
            "risk.assessment",
            "portal.report",
            "chat.talk",
            "dialogue.message",
            "evidence.file",
            "training.course",
            "victims.service",
            "victims.equality",
            "victims.group_figure",
            "victims.victim",
            "rulebook.kept_case",
            "signs.sign",
            "signs.answer",
            "signs.damage",
            "signs.news",
            "signs.digest",
            "signs.digest_count",
            "signs.digest_words",
            "training.taken",
            "wording.asked",
            "reconciliation.exported",
            "reconciliation.settled",
            "integrity.learning_read",
            "integrity.sample",
            "integrity.reading",
            "integrity.finding");

    @TempDir
    private static Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(said, true, StandardCharsets.UTF_8));
    private final ApplicationContext application;
    private final MockMvc mvc;

    DemonstrationIncidentsDbTest(@Autowired ApplicationContext application, @Autowired MockMvc mvc) {
        this.application = application;
        this.mvc = mvc;
    }

    /** Breaks the first start off, as a kill would, while it records. */
    @TestConfiguration
    static class BrokenOff {
        @EventListener
        void on(IncidentRecorded event) {
            if (RECORDED.incrementAndGet() == BROKEN_OFF_AFTER) {
                throw new IllegalStateException("The power is gone.");
            }
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeAll
    void a_first_start_is_broken_off_and_a_second_completes_it() throws IOException {
        Town.build(PLAN).writeTo(folder.resolve("demonstration"));
        assertThatThrownBy(this::start).hasMessageContaining("The power is gone.");
        assertThat(count("recording.handling")).isBetween(1L, (long) BROKEN_OFF_AFTER);
        start();
    }

    @AfterAll
    void nothingIsLeft() {
        RECORDED.set(0);
    }

    private List<DemonstrationAccounts.SignIn> start() {
        return Demonstration.prepare(application, new Site(DataFolder.open(folder), DATABASE.database()), console);
    }

    private static long count(String what) {
        return DATABASE.asOwner()
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }

    private static Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        TABLES.forEach(table -> counts.put(table, count(table)));
        return counts;
    }

    @Test
    void the_first_page_of_everybody_who_deals_with_incidents_has_work_on_it() throws Exception {
        for (DemonstrationAccounts.SignIn person : start()) {
            Browser browser = new Browser(mvc);
            browser.signIn(person.email(), person.password());
            assertThat(browser.get("/").getStatus()).as(person.role()).isEqualTo(200);
            assertThat(browser.page().select("main a[href]")).as(person.role()).isNotEmpty();
            if (!List.of("Partner", "Administrator", "Auditor").contains(person.role())) {
                assertThat(browser.page().select("#worklist ~ * tbody tr"))
                        .as("what is due for the " + person.role())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void pages_that_a_newcomer_opens_are_not_empty() throws Exception {
        Browser supervisor = new Browser(mvc);
        for (DemonstrationAccounts.SignIn person : start()) {
            if (person.role().equals("Supervisor")) {
                supervisor.signIn(person.email(), person.password());
            }
        }
        for (String page : List.of(
                "/incidents",
                "/incidents?owner=NOBODY&state=OPEN",
                "/incidents?state=CLOSED",
                "/oversight/clocks",
                "/oversight/allocation",
                "/recording-audits",
                "/online-reports")) {
            assertThat(supervisor.get(page).getStatus()).as(page).isEqualTo(200);
            assertThat(supervisor.page().select("main tbody tr, main .frith-row"))
                    .as(page)
                    .isNotEmpty();
        }
        assertThat(supervisor.get("/concerns").getStatus()).isEqualTo(200);
        assertThat(supervisor.page().select("main a[href^=/concerns/]")).isNotEmpty();
    }

    @Test
    void what_was_told_in_the_last_weeks_stands_at_every_stage() {
        assertThat(count("recording.handling")).isBetween(120L, 200L);
        assertThat(count("recording.handling where state = 'CLOSED' and length(done) > 20"))
                .isGreaterThan(40);
        assertThat(count("recording.handling where state = 'OPEN' and owner_id is null and team_id is null"))
                .isBetween(2L, 25L);
        assertThat(count("(select distinct team_id from recording.handling where team_id is not null) t"))
                .isGreaterThanOrEqualTo(4);
        assertThat(count("(select distinct owner_id from recording.handling where owner_id is not null) o"))
                .isGreaterThanOrEqualTo(2);
        assertThat(count("recording.crime")).isGreaterThan(10);
        assertThat(count("recording.suggestion where state = 'REFUSED' and reason <> ''"))
                .isGreaterThan(3);
        assertThat(count("recording.suggestion where state = 'OPEN'")).isGreaterThan(5);
        assertThat(count("recording.link where kind = 'FOLLOW_UP'")).isGreaterThan(5);
        assertThat(count("recording.evidence")).isGreaterThan(20);
        assertThat(count("recording.person where part = 'AFFECTED'")).isGreaterThan(10);
        assertThat(
                        count(
                                "recording.incident where source = 'demonstration' and reported_at > now() - interval '5 hours'"))
                .isGreaterThan(5);
        assertThat(count("deadlines.deadline where state = 'OPEN' and due_at < now()"))
                .isBetween(5L, 100L);
        assertThat(count("deadlines.deadline where state = 'OPEN' and due_at > now()"))
                .isGreaterThan(5);
        assertThat(count("risk.assessment where trigger = 'CLOSURE' and score is not null"))
                .isGreaterThan(5);
        assertThat(count("recording.handling h join recording.incident i on i.id = h.incident_id"
                        + " where h.state = 'CLOSED' and i.category = 'PERSONAL' and not exists (select 1"
                        + " from risk.assessment a where a.incident_id = i.id and a.trigger = 'CLOSURE')"))
                .isZero();
        assertThat(count("portal.report where state = 'TAKEN'")).isEqualTo(7);
        assertThat(count("integrity.reading where state = 'SAVED'")).isEqualTo(22);
        assertThat(count("integrity.finding")).isPositive();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("/tell/return: code ");
    }

    @Test
    void every_chapter_has_something_for_whoever_opens_it_first() throws Exception {
        Map<String, List<String>> pages = Map.of(
                "Call handler", List.of("/chats", "/my-training", "/my-recording", "/online-reports"),
                "Neighbourhood officer", List.of("/my-training", "/my-recording", "/signs"),
                "Supervisor",
                        List.of(
                                "/oversight/training",
                                "/oversight/wording",
                                "/oversight/services",
                                "/oversight/equality",
                                "/oversight/feedback",
                                "/oversight/taken-over",
                                "/recording-learning"),
                "Crime registrar", List.of("/oversight/courses", "/oversight/reconciliation", "/rules/cases"),
                "Partner", List.of("/feedback"));
        for (DemonstrationAccounts.SignIn person : start()) {
            Browser browser = new Browser(mvc);
            browser.signIn(person.email(), person.password());
            for (String page : pages.getOrDefault(person.role(), List.of())) {
                assertThat(browser.get(page).getStatus()).as(page).isEqualTo(200);
                assertThat(
                                browser.page()
                                        .select(
                                                "main tbody tr, main .frith-row, main a[href^=/chats/], main a[href^=/feedback/], main article"))
                        .as(page + " of the " + person.role())
                        .isNotEmpty();
                assertThat(browser.page().select("main").text())
                        .as("somebody who looks in can take another chat")
                        .doesNotContain("as many chats in hand");
            }
        }
        assertThat(count("chat.talk where ended_at is null")).isEqualTo(2);
        assertThat(count("evidence.file where media_type = 'image/png'")).isEqualTo(6);
        assertThat(count("evidence.file where opened_at is not null")).isEqualTo(1);
        assertThat(count("wording.asked where not kept")).isGreaterThanOrEqualTo(10);
        assertThat(count("wording.asked where kept")).isPositive();
        assertThat(count("reconciliation.settled")).isEqualTo(1);
        assertThat(count("sheets.file where refused > 0")).isEqualTo(1);
        assertThat(count("training.taken")).isGreaterThan(4);
        assertThat(count("integrity.learning_read")).isEqualTo(4);
    }

    @Test
    void passers_by_read_and_answer_codes_and_the_council_is_told_of_a_month() {
        assertThat(count("signs.sign where state = 'UP'")).isEqualTo(3);
        assertThat(count(
                        "(select sign_id from signs.answer where words is not null group by 1 having count(*) >= 3) s"))
                .isEqualTo(2);
        assertThat(count("signs.damage where mended_at is null")).isEqualTo(1);
        assertThat(count("signs.digest where withdrawn_at is null")).isEqualTo(1);
    }

    @Test
    void groups_are_large_enough_to_be_shown_and_homes_are_thought_taken_over() {
        assertThat(
                        count(
                                "(select sex from victims.equality where sex <> 'NOT_SAID' group by 1 having count(*) >= 10) s"))
                .isEqualTo(2);
        assertThat(count("victims.group_figure")).isEqualTo(10);
        assertThat(count("victims.victim where cuckooing = 'SUSPECTED'")).isBetween(1L, 10L);
    }

    @Test
    void the_kept_cases_are_read_as_they_are_expected_to_be() throws Exception {
        Browser registrar = new Browser(mvc);
        for (DemonstrationAccounts.SignIn person : start()) {
            if (person.role().equals("Crime registrar")) {
                registrar.signIn(person.email(), person.password());
            }
        }
        assertThat(registrar.get("/rules/cases").getStatus()).isEqualTo(200);
        assertThat(registrar.page().select("main").text())
                .contains("A brick through a window")
                .doesNotContain("instead of")
                .doesNotContain("isn't found")
                .doesNotContain("shouldn't be");
    }

    @Test
    void everything_was_done_by_pretend_people_and_stands_in_the_audit() {
        assertThat(
                        count(
                                "recording.handling h where not exists (select 1 from audit.entry e"
                                        + " where e.act = 'COLLECTION' and e.subject = 'incident' and h.incident_id::text = any (e.ids))"))
                .isZero();
        assertThat(count(
                        "recording.handling h join identity.account a on a.id = h.closed_by where not a.demonstration"))
                .isZero();
    }

    @Test
    void a_start_after_the_first_adds_nothing_even_if_it_does_not_know_of_the_first() throws IOException {
        start();
        Map<String, Long> before = counts();
        long entries = count("audit.entry where act <> 'SIGN_IN'");
        start();
        assertThat(counts()).isEqualTo(before);
        assertThat(count("audit.entry where act <> 'SIGN_IN'")).isEqualTo(entries);

        Files.delete(folder.resolve("demonstration/played"));
        start();
        assertThat(counts()).isEqualTo(before);
    }
}
