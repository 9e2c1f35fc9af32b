package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
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
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** The place of an incident is said or corrected on its page, and the team of the place gets it. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class WhereDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String NOISE =
            "There is loud music from the house party at number 9 again and the whole street can hear it";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);
    private UUID officer = new UUID(0, 0);
    private UUID team = new UUID(0, 0);
    private String page = "";

    WhereDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
    }

    private static void done(String sql, Object... params) {
        var statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        statement.update();
    }

    @BeforeAll
    static void two_wards_with_a_small_area_each() {
        done("insert into places.source (dataset, file, sha256, rows, stored, refused)"
                + " values ('POSTCODE_DIRECTORY', 'test', sha256('x'), 1, 1, 0)");
        for (int i = 1; i <= 2; i++) {
            String ward = "E0500000" + i;
            String small = "E0100000" + i;
            done(
                    "insert into places.area (kind, code, name, listed, district) values ('WARD', ?, ?, 2024, 'E07000001')",
                    ward,
                    (i == 1 ? "Upper" : "Lower") + " Quarryside");
            done(
                    "insert into places.area (kind, code, name, listed, ward, district)"
                            + " values ('LSOA_2021', ?, ?, 2021, ?, 'E07000001')",
                    small,
                    "Testham 00" + i + "A",
                    ward);
            done(
                    "insert into places.centroid values ('LSOA_2021', ?, 'Testham', -1.1, 52.6, ?, 304300, 0.2,"
                            + " (select max(id) from places.source))",
                    small,
                    458_000 + i * 1_000);
        }
        done("insert into places.area (kind, code, name, listed) values ('DISTRICT', 'E07000001', 'Testham', 2024)");
        done("insert into places.lsoa_change values ('E01000001', 'T', 'U', 'E01000001', 'T', 'E07000001', 'Testham',"
                + " (select max(id) from places.source))");
        done("insert into places.postcode (postcode, introduced, large_user, lsoa11, source_id)"
                + " values ('TS1 2AB', 200001, false, 'E01000001', (select max(id) from places.source))");
    }

    @BeforeEach
    void an_incident_that_is_nobodys() {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
        officer = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.SUPERVISOR);
        team = DATABASE.asOwner()
                .sql("insert into identity.team (organisation_id, name) values (?, 'Upper team') returning id")
                .param(organisation)
                .query(UUID.class)
                .single();
        done(
                "insert into recording.allocation (organisation_id, area_code, team_id) values (?, 'E05000001', ?)",
                organisation,
                team);
        page = "/incidents/" + reports.record(organisation, Report.of(NOISE).at("Long Row"));
    }

    private Browser at(String address) throws Exception {
        return Browser.at(address, mvc, SCENE.session(officer));
    }

    private Browser asked() throws Exception {
        return at(page + "/where");
    }

    private static String seen(Browser browser) {
        return browser.page().select("[name=seen]").val();
    }

    private String summary() throws Exception {
        return at(page).page().select(".govuk-summary-list").text();
    }

    @Test
    void what_is_placed_in_a_ward_goes_to_the_wards_team_and_the_history_tells_it() throws Exception {
        assertThat(summary()).contains("Small area Not known", "Nobody yet");
        Browser browser = asked();
        browser.post(page + "/where", "location", "Long Row", "area", "upper quarry", "seen", seen(browser));

        assertThat(summary())
                .contains("Ward or district Upper Quarryside (E05000001)", "Upper team. The team of the area");
        assertThat(at(page).page().select(".frith-clocks").text()).contains("Give the incident an owner Done in time");
        assertThat(at(page + "/history").page().select("table").text()).contains("area code", "E05000001");
        assertThat(at("/incidents?area=E05000001").page().select("tbody th a").eachAttr("href"))
                .contains(page);
        assertThat(at("/incidents?area=E07000001").page().select("tbody th a").eachAttr("href"))
                .contains(page);
    }

    @Test
    void a_postcode_that_the_directory_lacks_is_said_beside_the_field_and_may_be_kept() throws Exception {
        Browser browser = asked();
        String[] sent = {"location", "12 Long Row, TS1 9ZZ", "seen", seen(browser)};
        assertThat(browser.post(page + "/where", sent).getStatus()).isEqualTo(422);
        assertThat(browser.page().select("#location-error").text())
                .contains("We don't know the postcode TS1 9ZZ", "save again");
        assertThat(browser.page().select("#location").val()).isEqualTo("12 Long Row, TS1 9ZZ");
        String doubted = browser.page().select("[name=doubted]").val();
        browser.post(page + "/where", "location", sent[1], "seen", sent[3], "doubted", doubted);
        assertThat(summary()).contains("12 Long Row, TS1 9ZZ");
    }

    @Test
    void what_was_heard_in_a_call_about_a_ward_is_in_that_ward_too() throws Exception {
        Browser browser = asked();
        browser.post(page + "/where", "location", "Long Row", "area", "upper quarry", "seen", seen(browser));
        browser.get(page);
        browser.post(page + "/heard", "heard", "And somebody shouts at the neighbours every night");
        String heard = at("/incidents?area=E05000001").page().select("tbody th a").eachAttr("href").stream()
                .filter(each -> !each.equals(page))
                .findFirst()
                .orElseThrow();
        assertThat(at(heard).page().select(".govuk-summary-list").text())
                .contains("Place Long Row", "Upper Quarryside (E05000001)", "Upper team. The team of the area");
    }

    @Test
    void a_postcode_in_the_words_and_a_grid_reference_give_the_small_area() throws Exception {
        Browser browser = asked();
        browser.post(page + "/where", "location", "12 Long Row, ts1 2ab", "seen", seen(browser));
        assertThat(summary()).contains("12 Long Row, ts1 2ab", "Testham 001A (E01000001)", "Upper team");

        browser.get(page + "/where");
        browser.post(page + "/where", "location", "Long Row", "area", "SK 6000 0430", "seen", seen(browser));
        assertThat(summary())
                .contains("Testham 002A (E01000002)", "Grid reference 460005, 304305", "Nobody: no team has the area");
        assertThat(at(page).page().select(".frith-clocks").text()).contains("Give the incident an owner");
    }

    @Test
    void of_several_areas_one_is_chosen_and_what_was_typed_stays() throws Exception {
        Browser browser = asked();
        assertThat(browser.post(page + "/where", "location", "Short Row", "area", "quarryside", "seen", seen(browser))
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page().select("#location").val()).isEqualTo("Short Row");
        assertThat(browser.page().select("#area").val()).isEqualTo("quarryside");
        assertThat(browser.page().select("input[name=choice]").eachAttr("value"))
                .containsExactly("E05000002", "E05000001");
        assertThat(browser.page().select(".govuk-radios").text()).contains("ward, Testham");
        browser.post(
                page + "/where",
                "location",
                "Short Row",
                "area",
                "quarryside",
                "choice",
                "E05000002",
                "seen",
                seen(browser));
        assertThat(summary()).contains("Place Short Row", "Lower Quarryside (E05000002)");
    }

    @Test
    void what_is_no_place_is_refused_with_what_to_do_and_nothing_is_lost() throws Exception {
        Browser browser = asked();
        for (String[] wrong : new String[][] {
            {"ZZ1 1ZZ", "isn't among those that were imported"},
            {"NN 166 712", "No area is known at this grid reference"},
            {"999999, 9999999", "No ward, district or small area"},
            {"Nowhere at all", "No ward, district or small area"},
            {"<script>", "No ward, district or small area"}
        }) {
            assertThat(browser.post(page + "/where", "location", "Short Row", "area", wrong[0], "seen", "x")
                            .getStatus())
                    .isEqualTo(422);
            assertThat(browser.page().select(".govuk-error-summary").text()).contains(wrong[1]);
            assertThat(browser.page().select("#area").val()).isEqualTo(wrong[0]);
            assertThat(browser.page().select("#location").val()).isEqualTo("Short Row");
        }
        assertThat(browser.post(page + "/where", "location", "x".repeat(501), "seen", "x")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.post(page + "/where", "location", "", "ward", "E05999999", "seen", "x")
                        .getStatus())
                .isEqualTo(422);
        assertThat(summary()).contains("Place Long Row", "Small area Not known");
    }

    @Test
    void two_people_who_place_one_incident_see_both_places_and_the_second_chooses() throws Exception {
        Browser first = asked();
        Browser second = asked();
        String seen = seen(second);
        first.post(page + "/where", "location", "Short Row", "seen", seen(first));
        assertThat(second.post(page + "/where", "location", "Wide Row", "seen", seen)
                        .getStatus())
                .isEqualTo(409);
        assertThat(second.page().select("table:has(#differences-caption)").text())
                .contains("Short Row", "Wide Row");
        second.post(page + "/where", "location", "Wide Row", "seen", seen(second));
        assertThat(summary()).contains("Place Wide Row");
    }

    @Test
    void what_was_given_by_hand_stays_with_whom_it_was_given_to() throws Exception {
        Browser browser = at(page);
        browser.post(page + "/owner", "owner", "person:" + officer);
        browser.get(page + "/where");
        browser.post(page + "/where", "location", "Long Row", "area", "E05000001", "seen", seen(browser));
        assertThat(summary()).contains("Given by hand", "Upper Quarryside");
    }
}
