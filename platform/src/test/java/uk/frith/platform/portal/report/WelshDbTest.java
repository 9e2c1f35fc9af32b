package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** The public's pages in Welsh. */
@SpringBootTest(properties = "frith.portal.begins-at-once=1000")
@AutoConfigureMockMvc
class WelshDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final UUID FORCE = SCENE.organisation("Heddlu Prawf");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;

    WelshDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
    }

    private Document preferring(String languages) throws Exception {
        return Jsoup.parse(mvc.perform(MockMvcRequestBuilders.get("/tell").header("Accept-Language", languages))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    @Test
    void a_browser_that_prefers_welsh_reads_welsh_and_is_told_that_nobody_has_checked_it_yet() throws Exception {
        for (String welsh : new String[] {"cy", "cy-GB,cy;q=0.9,en;q=0.8", "fr,cy;q=0.5"}) {
            Document page = preferring(welsh);
            assertThat(page.select("html").attr("lang")).as(welsh).isEqualTo("cy");
            assertThat(page.select("h1").text()).isEqualTo("Dywedwch wrthym beth sy'n digwydd");
            assertThat(page.select("main").text()).contains("Nid yw siaradwr brodorol wedi gwirio");
        }
        for (String english : new String[] {"en-GB,cy;q=0.3", "fr", "*", ";;;", "x".repeat(600)}) {
            Document page = preferring(english);
            assertThat(page.select("html").attr("lang")).as(english).isEqualTo("en");
            assertThat(page.select("main").text()).doesNotContain("brodorol");
        }
    }

    @Test
    void welsh_is_chosen_by_a_link_and_staff_read_english_and_see_which_it_was() throws Exception {
        Browser browser = new Browser(mvc);
        browser.get("/tell");
        String link = browser.page().select("a[hreflang=cy]").attr("href");
        browser.get(PortalScene.to(browser.get(link)));
        assertThat(browser.page().select("html").attr("lang")).isEqualTo("cy");
        PortalScene.begin(browser);
        PortalScene.answerAll(browser, Map.of());
        browser.get("/tell/check");
        browser.get(PortalScene.to(browser.post("/tell/check")));
        assertThat(browser.page().select("main").text()).contains("Mae gennym ni eich adroddiad", "Heddlu Prawf");
        UUID report = DATABASE.asOwner()
                .sql("select id from portal.report order by began_at desc limit 1")
                .query(UUID.class)
                .single();
        Browser staff = Browser.holding(
                mvc, SCENE.session(SCENE.account(FORCE, "swyddog@example.org", Role.NEIGHBOURHOOD_OFFICER)));
        staff.get("/online-reports/" + report);
        assertThat(staff.page().select("html").attr("lang")).isEqualTo("en");
        assertThat(staff.page().select("main").text()).contains("The reporter reads the pages in Welsh");
    }
}
