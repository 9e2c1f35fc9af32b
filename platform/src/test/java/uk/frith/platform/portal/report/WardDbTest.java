package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.places.PlacesScene;
import uk.frith.platform.launcher.TestDatabase;

/** A place of which somebody knows the ward alone is that ward's team's, as one with a postcode is. */
@SpringBootTest(properties = "frith.portal.begins-at-once=1000")
@AutoConfigureMockMvc
class WardDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final UUID FORCE = SCENE.organisation("Exampleshire Police");
    private static final String WARD = "E05000901|Aston: Mill ward";

    static {
        SCENE.organisation("Other Police");
        one(
                "update identity.organisation set force_slug = ? where id = ? returning name",
                String.class,
                PlacesScene.FORCE,
                FORCE);
        PlacesScene.squares(DATABASE);
        one(
                "insert into places.area (kind, code, name, listed, district, force)"
                        + " values ('WARD', 'E05000902', 'Hill ward', 2024, 'E07000901', 'E23000901') returning code",
                String.class);
    }

    private static final UUID OF_MILL = officer("Mill", "E05000901");
    private static final UUID OF_HILL = officer("Hill", "E05000902");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;

    WardDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
    }

    private static <T> T one(String sql, Class<T> type, Object... params) {
        JdbcClient.StatementSpec statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.query(type).single();
    }

    /** Somebody of a team that has a ward. */
    private static UUID officer(String team, String ward) {
        UUID id = one(
                "insert into identity.team (organisation_id, name) values (?, ?) returning id",
                UUID.class,
                FORCE,
                team);
        one(
                "insert into recording.allocation (organisation_id, area_code, team_id) values (?, ?, ?) returning area_code",
                String.class,
                FORCE,
                ward,
                id);
        UUID officer = SCENE.account(FORCE, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
        return one("update identity.account set team_id = ? where id = ? returning id", UUID.class, id, officer);
    }

    private static String newest() {
        return "/incidents/" + one("select id from recording.incident order by recorded_at desc limit 1", UUID.class);
    }

    private static Map<String, String[]> placed(String where, String... answer) {
        Map<String, String[]> answers = new HashMap<>(Map.of("where", new String[] {"where", where}));
        answers.put(answer[0].equals("ward") ? "area" : answer[0], answer);
        answers.put("force", new String[] {"force", FORCE.toString()});
        return answers;
    }

    /** Which incidents a list shows to an officer. */
    private String listed(UUID officer, String filter) throws Exception {
        return Browser.at("/incidents?" + filter, mvc, SCENE.session(officer))
                .page()
                .select("tbody th a")
                .eachAttr("href")
                .toString();
    }

    @Test
    void a_report_that_is_placed_by_its_ward_is_the_wards_teams_and_no_others() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        assertThat(PortalScene.answerAll(browser, placed("LIST", "ward", WARD)))
                .contains("area")
                .doesNotContain("force");
        browser.get("/tell/check");
        assertThat(browser.page().select("main").text()).contains("Aston: Mill ward");
        browser.get(PortalScene.to(browser.post("/tell/check")));
        assertThat(browser.page().select("main").text()).contains("Exampleshire Police");

        String incident = newest();
        assertThat(Browser.at(incident, mvc, SCENE.session(OF_MILL))
                        .page()
                        .select(".govuk-summary-list")
                        .text())
                .contains(
                        "Place Aston: Mill ward",
                        "Ward or district Mill ward (E05000901)",
                        "Mill. The team of the area");
        for (String theirs : new String[] {"owner=AREA", "owner=TEAM", "area=E05000901"}) {
            assertThat(listed(OF_MILL, theirs)).as(theirs).contains(incident);
        }
        for (String theirs : new String[] {"owner=AREA", "owner=TEAM", "owner=NOBODY", "area=E05000902"}) {
            assertThat(listed(OF_HILL, theirs)).as(theirs).doesNotContain(incident);
        }
        assertThat(Browser.at("/", mvc, SCENE.session(OF_MILL)).page().html()).contains(incident);
        assertThat(Browser.at("/", mvc, SCENE.session(OF_HILL)).page().html()).doesNotContain(incident);
    }

    @Test
    void what_is_no_ward_of_the_list_gives_no_area_and_loses_nothing() throws Exception {
        for (String ward : new String[] {"E01000901|Aston 001A", "E05999999|Nowhere", "|x", "'; drop table x; --"}) {
            PortalScene.told(mvc, placed("LIST", "ward", ward));
            assertThat(one(
                            "select state || coalesce(incident.lsoa_code, '') || coalesce(area_code, '') from portal.report"
                                    + " join recording.incident on incident.id = incident_id order by sent_at desc limit 1",
                            String.class))
                    .isEqualTo("TAKEN");
            assertThat(listed(OF_HILL, "owner=NOBODY")).contains(newest());
        }
    }

    @Test
    void a_postcode_in_the_words_for_a_place_is_its_area() throws Exception {
        PortalScene.told(mvc, placed("WORDS", "place", "The bins at 3 Mill Lane, ex1 1aa"));
        assertThat(one("select lsoa_code from recording.incident order by recorded_at desc limit 1", String.class))
                .isEqualTo(PlacesScene.WEST);
        assertThat(listed(OF_MILL, "owner=TEAM")).contains(newest());
    }

    @Test
    void whoever_reads_a_code_and_says_that_it_was_in_another_ward_is_believed() throws Exception {
        one(
                "insert into signs.sign (organisation_id, code, name, kind, place, lsoa_code, made_by)"
                        + " values (?, 'ABCD2345', 'Mill stile', 'STILE', 'Mill Lane', ?, ?) returning code",
                String.class,
                FORCE,
                PlacesScene.WEST,
                OF_MILL);
        Browser walker = new Browser(mvc);
        walker.get("/here/ABCD2345");
        walker.get(PortalScene.to(walker.post("/tell", "why", "ASB", "sign", "ABCD2345")));
        walker.get("/tell/questions/now");
        walker.post("/tell/questions/now", "now", "NO");
        for (String step : new String[] {"who", "what", "when"}) {
            walker.get("/tell/questions/" + step);
            walker.post("/tell/questions/" + step, PortalScene.SHORTEST.getOrDefault(step, new String[0]));
        }
        walker.get("/tell/questions/where");
        walker.post("/tell/questions/where", "where", "LIST");
        walker.get("/tell/questions/area");
        walker.post("/tell/questions/area", "ward", "E05000902|Aston: Hill ward");
        walker.get("/tell/questions/contact");
        walker.post("/tell/questions/contact", "contact", "NO");
        walker.get("/tell/check");
        walker.post("/tell/check");
        assertThat(listed(OF_HILL, "owner=TEAM")).contains(newest());
        assertThat(listed(OF_MILL, "owner=TEAM")).doesNotContain(newest());
    }
}
