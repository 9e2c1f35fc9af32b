package uk.frith.platform.reports.recording;

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
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** What belongs together, how it stood before, and what each person finds on their first page. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class TogetherDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String NOISE = "Loud music from the flat upstairs all night, I can't sleep";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);
    private UUID officer = new UUID(0, 0);

    TogetherDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
    }

    @BeforeEach
    void somebody() {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
        officer = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
    }

    private Browser at(String page, UUID account) throws Exception {
        return Browser.at(page, mvc, SCENE.session(account));
    }

    private String recorded(Report report) {
        return "/incidents/" + reports.record(organisation, report);
    }

    private static Person named(String name) {
        return new Person(Part.NAMED, name, "", "", "", SpokenTo.NOT_YET);
    }

    private static List<String> linked(Browser browser) {
        return browser.page().select("table:has(#linked-caption) tbody th a").eachAttr("href");
    }

    @Test
    void victims_places_and_those_who_did_it_are_joined_whichever_one_starts_from() throws Exception {
        String first = recorded(Report.of(NOISE)
                .by("Ada Example", "0113 496 0123")
                .with(named("Max Muster"))
                .at("12 Long Row")
                .daysAgo(50));
        String second = recorded(
                Report.of("Shouting").by("Ada Example", "+44 (113) 4960123").at("Elsewhere"));
        String third =
                recorded(Report.of("Banging on doors").by("Ben Example", "").with(named("max  muster")));
        String fourth = recorded(Report.of("Rubbish thrown").at("12, LONG ROW"));

        Browser browser = at(first + "/linked", officer);
        assertThat(linked(browser)).containsExactlyInAnyOrder(second, third, fourth);
        assertThat(browser.page().select(".frith-says").text()).contains("4 reports over 50 days", "sleep");
        String victim = browser.page()
                .select("nav[aria-label=Start from] a:contains(Ada Example)")
                .attr("href");
        String offender = browser.page()
                .select("nav[aria-label=Start from] a:contains(Max Muster)")
                .attr("href");
        String place = browser.page()
                .select("nav[aria-label=Start from] a:contains(The place)")
                .attr("href");

        browser.get(victim);
        assertThat(linked(browser)).containsExactly(second);
        browser.get(offender);
        assertThat(linked(browser)).containsExactly(third);
        assertThat(browser.page().select("table").text())
                .contains("Same name as Max Muster, there: said to have done it", "Ben Example (victim)");
        browser.get(place);
        assertThat(linked(browser)).containsExactly(fourth);
        assertThat(SCENE.entriesOf(officer)).contains("COMBINATION incidents");
        browser.get(first);
        assertThat(browser.page().select("a[href=" + first + "/linked], a[href=" + victim + "]"))
                .hasSize(2);
    }

    @Test
    void another_organisations_people_are_never_joined() throws Exception {
        String page = recorded(Report.of(NOISE).by("Ada Example", "0113 496 0123"));
        UUID elsewhere = SCENE.organisation("Elsewhere " + UUID.randomUUID());
        reports.record(elsewhere, Report.of(NOISE).by("Ada Example", "0113 496 0123"));
        Browser browser = at(page + "/linked", officer);
        assertThat(browser.page().select(".frith-says").text()).contains("Nothing else is known");
        UUID stranger = SCENE.account(elsewhere, UUID.randomUUID() + "@example.org", Role.SUPERVISOR);
        assertThat(Browser.holding(mvc, SCENE.session(stranger))
                        .get(page + "/linked")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void any_incident_can_be_seen_as_it_stood_at_any_minute_and_each_change_says_who_and_when() throws Exception {
        String page = recorded(Report.of(NOISE).by("Ada Example", ""));
        UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        Browser browser = at(page, officer);
        String code = DATABASE.asOwner()
                .sql("select grade from recording.handling where incident_id = ?")
                .param(id)
                .query(String.class)
                .single();
        String before = Grade.valueOf(code).words() + " (" + code + ")";
        browser.post(page + "/grade", "grade", "IMMEDIATE", "why", "A knife has been seen now");
        browser.get(page);
        browser.post(page + "/owner", "owner", "person:" + officer);
        // As if the grade had been changed two minutes after the report, and not at once.
        DATABASE.asOwner().sql("""
                update audit.history set until = until + interval '2 minutes' where former ->> 'incident_id' = ?
                """).param(id.toString()).update();

        browser.get(page + "/history");
        assertThat(browser.page().select("table:has(#changes-caption)").text())
                .contains("What is done with it: grade " + before + " Immediate (IMMEDIATE)")
                .contains("What is done with it: owner", "Name of");
        String day = browser.page().select("#day").val();
        String time = browser.page().select("#time").val();
        browser.get(page + "/history?day=" + day + "&time=" + time);
        assertThat(browser.page().select("section:has(#stood)").text())
                .contains("Grade " + before, "Ada Example")
                .doesNotContain("IMMEDIATE");
        browser.get(page + "/history?day=2020-01-01&time=10:00");
        assertThat(browser.page().text()).contains("It wasn't in the record yet");
        assertThat(browser.get(page + "/history?day=yesterday&time=noon").getStatus())
                .isEqualTo(422);
    }

    @Test
    void whoever_only_counts_incidents_sees_no_history_even_in_the_database() throws Exception {
        String page = recorded(Report.of(NOISE).by("Ada Example", ""));
        Browser browser = at(page, officer);
        browser.post(page + "/grade", "grade", "IMMEDIATE", "why", "A knife has been seen now");
        UUID analyst = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.ANALYST);
        assertThat(Browser.holding(mvc, SCENE.session(analyst))
                        .get(page + "/history")
                        .getStatus())
                .isEqualTo(403);
        for (UUID account : List.of(officer, analyst)) {
            Long seen = DATABASE.asApplication()
                    .sql("""
                            with asked as (select set_config('frith.token', ?, false))
                            select count(*) from asked, audit.history where set_config is not null
                            """)
                    .param(SCENE.session(account))
                    .query(Long.class)
                    .single();
            assertThat(seen > 0).isEqualTo(account.equals(officer));
        }
    }

    @Test
    void each_person_starts_with_what_is_theirs_and_who_gives_out_incidents_with_what_is_nobodys() throws Exception {
        String page = recorded(Report.of(NOISE));
        UUID supervisor = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.SUPERVISOR);
        Browser theirs = at("/", supervisor);
        assertThat(theirs.page().select("section:has(#today-incidents)").text())
                .contains("Mine, open: 0", "Nobody's: 1", "How many were nobody's each morning");
        DATABASE.asOwner().sql("""
                update deadlines.deadline set began_at = began_at - interval '3 days', warns_at = warns_at - interval '3 days'
                where organisation_id = ? and kind = 'FIND_OWNER'
                """).param(organisation).update();
        theirs.get("/");
        List<String> days =
                theirs.page().select("section:has(#today-incidents) details li").eachText();
        assertThat(days).hasSize(7);
        assertThat(days.getFirst()).endsWith(": 1");
        assertThat(days.getLast()).endsWith(": 0");
        theirs.get(page);
        theirs.post(page + "/owner", "owner", "person:" + officer);
        theirs.get("/");
        assertThat(theirs.page().select("section:has(#today-incidents)").text()).contains("Nobody's: 0");
        Browser officers = at("/", officer);
        assertThat(officers.page().select("section:has(#today-incidents)").text())
                .contains("Mine, open: 1")
                .doesNotContain("Nobody's");
        officers.get("/incidents?owner=ME&state=OPEN");
        assertThat(officers.page().select("tbody a").eachAttr("href")).containsExactly(page);
    }
}
