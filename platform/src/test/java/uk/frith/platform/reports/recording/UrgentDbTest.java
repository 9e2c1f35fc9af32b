package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.nodes.Document;
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

/** What was graded immediate or priority comes first on the pages of those who send somebody, and first in lists. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class UrgentDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);
    private UUID handler = new UUID(0, 0);
    private UUID supervisor = new UUID(0, 0);

    UrgentDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
    }

    @BeforeEach
    void somebody() {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
        handler = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.CALL_HANDLER);
        supervisor = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.SUPERVISOR);
    }

    private Browser at(String page, UUID account) throws Exception {
        return Browser.at(page, mvc, SCENE.session(account));
    }

    private String told(String source, Channel channel, Grade grade, int minutesAgo) {
        Taken taken = reports.take(
                organisation,
                new NewReport(
                        source,
                        Optional.empty(),
                        channel,
                        "Somebody shouts in the street",
                        Instant.now().minusSeconds(60L * minutesAgo),
                        Optional.empty(),
                        new NewReport.Place("Long Row", Optional.empty()),
                        new NewReport.Chosen(Optional.empty(), Optional.empty(), Optional.of(grade)),
                        List.of(),
                        List.of(),
                        "",
                        Optional.empty()));
        return "/incidents/" + ((Taken.Recorded) taken).incident();
    }

    private static List<String> urgent(Document page) {
        return page.select("#urgent-list tbody a").eachAttr("href");
    }

    @Test
    void an_immediate_report_from_the_web_stands_first_on_a_handlers_pages_until_somebody_responded() throws Exception {
        told("portal", Channel.ONLINE, Grade.ROUTINE, 1);
        String priority = told("portal", Channel.ONLINE, Grade.PRIORITY, 2);
        String earlier = told("partner", Channel.PARTNER, Grade.IMMEDIATE, 400);
        String immediate = told("portal", Channel.ONLINE, Grade.IMMEDIATE, 7);
        for (String page : List.of("/", "/calls")) {
            Document shown = at(page, handler).page();
            assertThat(urgent(shown)).as(page).containsExactly(earlier, immediate, priority);
            assertThat(shown.select("#urgent-list tbody tr").get(1).text())
                    .contains("Immediate", "7 minutes ago", "Long Row", "Online", "Nobody");
            assertThat(shown.select("#urgent-list tbody tr").getFirst().text()).contains("6 hours ago", "Late");
        }
        assertThat(at("/", handler).page().select("main h2").getFirst().text()).contains("Immediate and priority");
        assertThat(SCENE.entriesOf(handler)).contains("CONSULTATION today");

        Browser browser = at(immediate, supervisor);
        browser.post(immediate + "/notes", "note", "PC Example went there at once", "responded", "yes");
        assertThat(urgent(at("/", handler).page())).containsExactly(earlier, priority);
    }

    @Test
    void a_supervisor_sees_what_was_told_in_calls_too_and_a_handler_only_what_came_by_other_ways() throws Exception {
        String call = told("call", Channel.CALL, Grade.IMMEDIATE, 3);

        assertThat(urgent(at("/", supervisor).page())).containsExactly(call);
        assertThat(at("/", handler).page().select("section:has(#urgent)").text())
                .contains("other ways than calls", "None waits");
        UUID officer = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
        assertThat(at("/", officer).page().select("#urgent")).isEmpty();
        assertThat(at("/", officer).get("/incidents/urgent").getStatus()).isEqualTo(403);
    }

    @Test
    void the_page_looks_again_without_content_while_nothing_changes() throws Exception {
        told("portal", Channel.ONLINE, Grade.IMMEDIATE, 21);
        Browser browser = at("/", supervisor);
        String again = browser.page().select("#urgent-list").attr("hx-get");
        int before = SCENE.entriesOf(supervisor).size();
        assertThat(browser.get(again).getStatus()).isEqualTo(204);
        assertThat(SCENE.entriesOf(supervisor)).hasSize(before);

        told("portal", Channel.ONLINE, Grade.PRIORITY, 0);
        assertThat(browser.get(again).getStatus()).isEqualTo(200);
        assertThat(browser.page().select("[hx-swap-oob]").text()).contains("1 immediate, 1 priority");
        assertThat(SCENE.entriesOf(supervisor)).hasSize(before + 1);
    }

    @Test
    void a_worklist_has_what_is_immediate_before_what_is_late() throws Exception {
        told("portal", Channel.ONLINE, Grade.ROUTINE, 60 * 24 * 9);
        told("portal", Channel.ONLINE, Grade.PRIORITY, 1);
        told("portal", Channel.ONLINE, Grade.IMMEDIATE, 1);
        List<String> lines = at("/", supervisor)
                .page()
                .select("section:has(#worklist) tbody th")
                .eachText();
        assertThat(lines.get(0)).startsWith("Respond at once");
        assertThat(lines.get(1)).startsWith("Respond with priority");
        assertThat(lines.subList(2, lines.size())).anyMatch(line -> line.startsWith("Respond 2"));
        assertThat(at("/", supervisor).page().select("a[href*=NOBODY]").attr("href"))
                .contains("order=grade");
    }

    @Test
    void what_waits_stands_in_one_order_wherever_it_is_listed() throws Exception {
        String without = told("portal", Channel.ONLINE, Grade.WITHOUT_DEPLOYMENT, 60 * 24 * 3);
        String appointment = told("portal", Channel.ONLINE, Grade.SCHEDULED, 60 * 24 * 9);
        String routine = told("portal", Channel.ONLINE, Grade.ROUTINE, 5);
        String second = told("portal", Channel.ONLINE, Grade.PRIORITY, 3);
        String first = told("portal", Channel.ONLINE, Grade.PRIORITY, 30);
        Document today = at("/", supervisor).page();
        assertThat(today.select("section:has(#worklist) tbody th:contains(Respond) a, section:has(#worklist) tbody"
                                + " th:contains(Answer) a, section:has(#worklist) tbody th:contains(appointment) a")
                        .eachAttr("href"))
                .containsExactly(first, second, routine, appointment, without);
        assertThat(urgent(today)).containsExactly(first, second);
        assertThat(at("/incidents?flag=WAITING&order=grade", supervisor)
                        .page()
                        .select("tbody th a")
                        .eachAttr("href"))
                .containsExactly(first, second, routine, appointment, without);
    }

    @Test
    void a_long_list_on_the_first_page_is_folded_after_its_first_lines() throws Exception {
        for (int i = 0; i < 12; i++) {
            told("portal", Channel.ONLINE, Grade.PRIORITY, i);
        }
        Document today = at("/", supervisor).page();
        assertThat(today.select("#urgent-list > .frith-scroll tbody tr")).hasSize(10);
        assertThat(today.select("#urgent-rest summary").text()).isEqualTo("2 more that wait");
        assertThat(today.select("#urgent-rest tbody tr")).hasSize(2);
        assertThat(today.select("section:has(#worklist) > .frith-scroll tbody tr"))
                .hasSize(15);
        assertThat(today.select("#worklist-rest summary").text())
                .isEqualTo(today.select("#worklist-rest tbody tr").size() + " more that are due");
    }

    @Test
    void the_list_of_incidents_shows_the_grade_and_is_sorted_and_narrowed_by_it() throws Exception {
        String routine = told("portal", Channel.ONLINE, Grade.ROUTINE, 1);
        String immediate = told("portal", Channel.ONLINE, Grade.IMMEDIATE, 5);
        String priority = told("call", Channel.CALL, Grade.PRIORITY, 3);
        Browser browser = at("/incidents", supervisor);
        String sorting = browser.page().select("th a:contains(Grade)").attr("href");
        browser.get(sorting);
        assertThat(browser.page().select("tbody th a").eachAttr("href")).containsExactly(immediate, priority, routine);
        assertThat(browser.page().select("tbody tr").getFirst().text()).contains("Immediate");
        browser.get(browser.page().select("th a:contains(Grade)").attr("href"));
        assertThat(browser.page().select("tbody th a").eachAttr("href")).containsExactly(routine, priority, immediate);
        browser.get("/incidents?grade=PRIORITY");
        assertThat(browser.page().select("tbody th a").eachAttr("href")).containsExactly(priority);
        assertThat(browser.page().select("select[name=grade] option[selected]").text())
                .isEqualTo("Priority");
        browser.get("/incidents?flag=WAITING&order=grade");
        assertThat(browser.page().select("tbody th a").eachAttr("href")).hasSize(3);
        assertThat(browser.get("/incidents/list.csv?grade=PRIORITY").getContentAsString())
                .contains(",grade,", ",PRIORITY,")
                .doesNotContain("IMMEDIATE");
    }
}
