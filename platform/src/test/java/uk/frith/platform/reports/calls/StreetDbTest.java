package uk.frith.platform.reports.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import uk.frith.platform.reports.recording.ReportsForTests;
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** What was reported about a street is found by whoever types one of its houses, below what is about the house. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class StreetDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String NOISE = "There is loud music again and the whole street can hear it";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);
    private UUID handler = new UUID(0, 0);

    StreetDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
    }

    @BeforeEach
    void somebody() {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
        handler = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.CALL_HANDLER);
    }

    private String reported(Report report) {
        return "/incidents/" + reports.record(organisation, report);
    }

    /** What stands beside the call when this was typed. */
    private Document before(String... typed) throws Exception {
        Browser browser = Browser.at("/calls", mvc, SCENE.session(handler));
        String screen = String.valueOf(browser.post("/calls").getHeader("Location"));
        browser.get(screen);
        String[] fields = java.util.Arrays.copyOf(typed, typed.length + 2);
        fields[typed.length] = "seen";
        fields[typed.length + 1] = browser.page().select("#seen").val();
        browser.post(screen + "/before", fields);
        return browser.page();
    }

    private static List<String> found(Document page) {
        return page.select("#before li a").eachAttr("href");
    }

    @Test
    void reports_about_the_house_come_first_and_then_those_about_its_street() throws Exception {
        String house = reported(Report.of(NOISE).at("14 Alder Road").daysAgo(9));
        String street = reported(Report.of(NOISE).at("Alder Road").daysAgo(1));
        reported(Report.of(NOISE).at("16 Alder Road"));

        Document page = before("location", "14 Alder Rd");
        assertThat(found(page)).containsExactly(house, street);
        assertThat(page.select("#before li").getFirst().text()).endsWith("same place");
        assertThat(page.select("#before li").get(1).text()).endsWith("same street");
        assertThat(page.text()).contains("Reports about the house come first, those about its street last");
        assertThat(page.select("#follow").text()).contains("Follow-up of");
    }

    @Test
    void a_house_of_which_nothing_was_told_shows_its_street_and_says_so() throws Exception {
        String street = reported(Report.of(NOISE).at("Alder Road").daysAgo(1));

        Document page = before("location", "Flat 2, 18a Alder Road, TS1 2AB");
        assertThat(found(page)).containsExactly(street);
        assertThat(page.text()).contains("Nothing was reported about this house itself");
        assertThat(page.select("#follow")).isEmpty();
        assertThat(page.select("select[name=follows] option")).hasSize(3);
    }

    @Test
    void what_the_caller_told_themselves_stands_before_what_others_told_about_the_street() throws Exception {
        String theirs = reported(Report.of(NOISE)
                .at("Alder Road")
                .by("Ada Example", "0113 496 0123")
                .daysAgo(20));
        String others = reported(Report.of(NOISE).at("Alder Road").daysAgo(1));

        Document page = before("location", "14 Alder Road", "phone", "0113 496 0123");
        assertThat(found(page)).containsExactly(theirs, others);
        assertThat(page.select("#before li").getFirst().text()).doesNotContain("same street");
    }
}
