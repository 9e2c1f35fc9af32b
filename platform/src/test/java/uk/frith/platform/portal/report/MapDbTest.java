package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.places.PlacesScene;
import uk.frith.platform.launcher.TestDatabase;

/** A place is picked on a map, without scripts, and lands as the incident's. */
@SpringBootTest(properties = "frith.portal.begins-at-once=1000")
@AutoConfigureMockMvc
class MapDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final UUID FORCE = new Scene(DATABASE).organisation("Exampleshire Police");

    static {
        DATABASE.asOwner()
                .sql("update identity.organisation set force_slug = ? where id = ?")
                .param(PlacesScene.FORCE)
                .param(FORCE)
                .update();
        PlacesScene.squares(DATABASE);
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;

    MapDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
    }

    private static String shown(Browser browser) {
        return browser.page().select("main").text();
    }

    /** A browser that has told everything up to the place, and chose the map. */
    private Browser atTheMap() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        for (String step : new String[] {"who", "what", "when"}) {
            browser.get("/tell/questions/" + step);
            browser.post("/tell/questions/" + step, PortalScene.SHORTEST.getOrDefault(step, new String[0]));
        }
        browser.get("/tell/questions/where");
        assertThat(shown(browser)).contains("I can show it on a map");
        browser.get(PortalScene.to(browser.post("/tell/questions/where", "where", "MAP")));
        browser.get("/tell/map");
        return browser;
    }

    @Test
    void a_postcode_that_the_directory_lacks_is_said_beside_the_field_and_may_be_kept() throws Exception {
        Browser browser = atTheMap();
        browser.get("/tell/questions/where");
        browser.post("/tell/questions/where", "where", "POSTCODE");
        browser.get("/tell/questions/postcode");
        assertThat(browser.post("/tell/questions/postcode", "postcode", "ex1 9zz")
                        .getStatus())
                .isEqualTo(200);
        assertThat(browser.page().select("#postcode-error").text())
                .contains("We do not know the postcode EX1 9ZZ", "choose Save and continue");
        assertThat(browser.page().select("#postcode").val()).isEqualTo("ex1 9zz");
        String doubted = browser.page().select("[name=doubted]").val();
        browser.post("/tell/questions/postcode", "postcode", "ex1 8zz", "doubted", doubted);
        assertThat(browser.page().select("#postcode-error").text()).contains("EX1 8ZZ");
        doubted = browser.page().select("[name=doubted]").val();
        assertThat(PortalScene.to(browser.post("/tell/questions/postcode", "postcode", "ex1 8zz", "doubted", doubted)))
                .isEqualTo("/tell/questions/harm");
        browser.get("/tell/questions/postcode");
        assertThat(PortalScene.to(browser.post("/tell/questions/postcode", "postcode", "ex1-1aa")))
                .isEqualTo("/tell/questions/harm");
    }

    /** Presses or clicks on the map that is shown. */
    private static void press(Browser browser, String... fields) throws Exception {
        String[] all = new String[fields.length + 8];
        System.arraycopy(fields, 0, all, 0, fields.length);
        int at = fields.length;
        for (String hidden : new String[] {"pixels", "level", "east", "north"}) {
            all[at++] = hidden;
            all[at++] = browser.page()
                    .select("form.frith-map input[name=" + hidden + "]")
                    .val();
        }
        browser.post("/tell/map", all);
    }

    @Test
    void a_place_is_picked_by_three_clicks_without_scripts_and_is_the_incidents_with_its_area() throws Exception {
        Browser browser = atTheMap();
        assertThat(browser.page().select("input[type=image]").attr("alt")).contains("by postcode or words");
        assertThat(browser.page().select("input[type=image]").attr("src")).startsWith("data:image/svg+xml;base64,");
        press(browser, "at.x", "90", "at.y", "144");
        press(browser, "at.x", "144", "at.y", "144");
        press(browser, "at.x", "150", "at.y", "140");
        assertThat(shown(browser)).contains("You picked this place", "Mill ward", "Aston", "EX1 1AA");
        String point = browser.page().select("input[name=point]").val();
        browser.get(PortalScene.to(browser.post("/tell/questions/map", "point", point)));
        assertThat(browser.page().select("#place").text()).contains("Mill ward");
        browser.post("/tell/questions/place", "place", "Behind the bins at the mill");
        PortalScene.answerAll(
                browser,
                Map.of(
                        "where",
                        new String[] {"where", "MAP"},
                        "map",
                        new String[] {"point", point},
                        "place",
                        new String[] {"place", "Behind the bins at the mill"}));
        browser.get("/tell/check");
        browser.get(PortalScene.to(browser.post("/tell/check")));
        assertThat(shown(browser)).contains("Exampleshire Police");
        assertThat(DATABASE.asOwner()
                        .sql(
                                "select location || ' ' || lsoa_code from recording.incident order by recorded_at desc limit 1")
                        .query(String.class)
                        .single())
                .matches("Behind the bins at the mill \\(grid reference SK [0-9]{4} [0-9]{4}\\) " + PlacesScene.WEST);
    }

    @Test
    void another_point_brings_its_own_words_and_asks_about_those_that_somebody_wrote() throws Exception {
        Browser browser = atTheMap();
        browser.post("/tell/questions/map", "point", "457600,306000");
        browser.get("/tell/questions/place");
        String mill = browser.page().select("#place").text();
        assertThat(mill).contains("Mill ward", "EX1 1AA");
        PortalScene.answerAll(
                browser,
                Map.of(
                        "where", new String[] {"where", "MAP"},
                        "map", new String[] {"point", "457600,306000"},
                        "place", new String[] {"place", mill}));
        browser.get("/tell/map?from=check");
        assertThat(PortalScene.to(browser.post("/tell/questions/map", "point", "464400,302500", "from", "check")))
                .isEqualTo("/tell/check");
        browser.get("/tell/check");
        assertThat(shown(browser)).contains("SK 6440 0250").doesNotContain("EX1 1AA");

        browser.get("/tell/questions/place?from=check");
        browser.post("/tell/questions/place", "place", "Behind the bins", "from", "check");
        browser.get("/tell/map?from=check");
        assertThat(PortalScene.to(browser.post("/tell/questions/map", "point", "457600,306000", "from", "check")))
                .isEqualTo("/tell/questions/place?from=check");
        browser.get("/tell/questions/place?from=check");
        assertThat(browser.page().select("#place").text()).isEqualTo("Behind the bins");
        assertThat(PortalScene.to(browser.post("/tell/questions/place", "place", "At the mill", "from", "check")))
                .isEqualTo("/tell/check");
    }

    @Test
    void what_lies_off_the_grid_is_refused_and_shown_as_no_map() throws Exception {
        Browser browser = atTheMap();
        assertThat(PortalScene.to(browser.post("/tell/questions/map", "point", "999999,9999999", "from", "check")))
                .isEqualTo("/tell/map?from=check");
        browser.get("/tell/map");
        assertThat(browser.page().select("input[name=point]")).isEmpty();
        String[] far = {"pixels", "288", "level", "1", "east", "-999999999", "north", "999999999", "go", "west"};
        assertThat(browser.post("/tell/map", far).getStatus()).isEqualTo(200);
        assertThat(browser.page().select("input[name=east]").val()).isEqualTo("0");
        assertThat(browser.page().select("input[name=north]").val()).isEqualTo("1300000");
        press(browser, "latitude", "-90", "longitude", "180");
        assertThat(shown(browser)).contains("We could not find where you are");
    }

    @Test
    void whoever_uses_a_keyboard_goes_by_the_cross_or_by_postcode_and_words() throws Exception {
        Browser browser = atTheMap();
        assertThat(browser.page().select("main a[href=/tell/questions/where]")).hasSize(1);
        press(browser, "go", "in");
        press(browser, "go", "west");
        press(browser, "at.x", "0", "at.y", "0");
        press(browser, "go", "out");
        press(browser, "go", "large");
        assertThat(browser.page().select("input[type=image]").attr("width")).isEqualTo("576");
        press(browser, "go", "in");
        press(browser, "go", "in");
        assertThat(browser.page().select("input[name=point]").val()).matches("[0-9]+,[0-9]+");
    }

    @Test
    void where_a_telephone_says_it_is_can_be_used_and_is_kept_only_once_somebody_says_yes() throws Exception {
        Browser browser = atTheMap();
        press(browser, "latitude", "52.650000", "longitude", "-1.050000");
        assertThat(shown(browser)).contains("You picked this place", "Mill ward");
        assertThat(DATABASE.asOwner()
                        .sql("select count(*) from portal.answer where field = 'point' and report_id ="
                                + " (select id from portal.report order by began_at desc limit 1)")
                        .query(Integer.class)
                        .single())
                .isZero();
        browser.get("/tell/map");
        press(browser, "latitude", "50.1", "longitude", "-5.0");
        assertThat(shown(browser)).contains("We could not find where you are");
        browser.get("/tell/map");
        press(browser, "lost", "yes");
        assertThat(shown(browser)).contains("We could not find where you are");
        assertThat(PortalScene.to(browser.post("/tell/questions/map", "point", "nowhere")))
                .isEqualTo("/tell/map");
        assertThat(new Browser(mvc).get("/tell/map").getHeader("Location")).contains("/tell/return");
    }
}
