package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

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
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** What becomes of the crimes of an incident: what a principal crime takes in, and how a recorded crime is corrected. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class CrimesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String THREATENED_WITH_DEATH =
            "My neighbour came to my door again last night and said he would kill me. He has been shouting at me every"
                    + " day for three weeks and I am scared to leave the house.";
    private static final String NOT_HIM = "It was another man each time, and nobody knows who";
    private static final String DONE = "PC Example spoke to the neighbour on Tuesday, who was warned in writing.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);
    private UUID incident = new UUID(0, 0);
    private String page = "";
    private Browser officer;

    CrimesDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
        this.officer = new Browser(mvc);
    }

    @BeforeEach
    void an_incident() throws Exception {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
        incident = reports.record(organisation, Report.of(THREATENED_WITH_DEATH).by("Ada Example", "07700 900123"));
        page = "/incidents/" + incident;
        officer = somebody(Role.NEIGHBOURHOOD_OFFICER);
    }

    private Browser somebody(Role role) throws Exception {
        UUID account = SCENE.account(organisation, UUID.randomUUID() + "@example.org", role);
        return Browser.at(page, mvc, SCENE.session(account));
    }

    private <T> T one(Class<T> type, String sql, Object... params) {
        var statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.query(type).single();
    }

    private String stateOf(String code) {
        return DATABASE.asOwner()
                .sql("select state from recording.suggestion where incident_id = ? and class_code = ?")
                .param(incident)
                .param(code)
                .query(String.class)
                .optional()
                .orElse("NOT SUGGESTED");
    }

    private String suggestion(String code) {
        return page + "/suggestions/"
                + one(
                        UUID.class,
                        "select id from recording.suggestion where incident_id = ? and class_code = ?",
                        incident,
                        code);
    }

    private void refuse(String code) throws Exception {
        officer.get(page);
        assertThat(officer.post(suggestion(code) + "/refuse", "reason", NOT_HIM).getStatus())
                .isEqualTo(302);
    }

    private String clock() {
        return one(
                String.class,
                "select state from deadlines.deadline where subject = ? and kind = 'RECORD_CRIME'",
                incident);
    }

    @Test
    void a_refused_principal_crime_brings_back_what_it_took_in_and_the_incident_waits_for_it() throws Exception {
        assertThat(officer.page().select(".frith-suggested").text()).contains("8L Harassment", "Takes in: 3B Threats");
        assertThat(stateOf("3B")).isEqualTo("NOT SUGGESTED");
        String clock = clock();

        refuse("8L");

        assertThat(stateOf("3B")).isEqualTo("OPEN");
        assertThat(clock()).isEqualTo(clock).isNotEqualTo("MET");
        officer.get(page);
        assertThat(officer.page().select(".frith-suggested").getFirst().text())
                .contains("3B Threats", "To decide", "kill");
        officer.post(page + "/close", "closing", "ASB_DEALT_WITH", "category", "PERSONAL", "done", DONE);
        assertThat(officer.page().select(".govuk-error-summary").text()).contains("neither recorded nor refused");

        officer.get(page);
        officer.post(suggestion("3B") + "/record", "reference", "CR/1", "victims", "1");
        assertThat(stateOf("3B")).isEqualTo("RECORDED");
        assertThat(clock()).isEqualTo("MET");
    }

    @Test
    void a_recorded_principal_crime_goes_on_taking_in_the_lesser_ones() throws Exception {
        officer.post(suggestion("8L") + "/record", "reference", "CR/1", "victims", "1");

        assertThat(stateOf("8L")).isEqualTo("RECORDED");
        assertThat(stateOf("3B")).isEqualTo("NOT SUGGESTED");
    }

    @Test
    void a_crime_that_several_take_in_comes_back_when_the_last_of_them_is_refused() throws Exception {
        DATABASE.asOwner().sql("""
                        insert into recording.taken_in (incident_id, number, organisation_id, class_code, class_name, victims,
                            certainty, words, rule, source, taken_by)
                        values (?, 99, ?, '66', 'Other', 1, 'PROBABLE', 'shouting', 'r', 's', '{8L,3B}')
                        """).param(incident).param(organisation).update();

        refuse("8L");
        assertThat(stateOf("66")).isEqualTo("NOT SUGGESTED");
        refuse("3B");
        assertThat(stateOf("66")).isEqualTo("OPEN");
    }
}
