package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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

    private String recordHarassment(String reference) throws Exception {
        officer.get(page);
        officer.post(suggestion("8L") + "/record", "reference", reference, "victims", "1");
        return page + "/crimes/" + one(UUID.class, "select id from recording.crime where incident_id = ?", incident);
    }

    private Browser decider(Role role, String crime) throws Exception {
        Browser decider = somebody(role);
        decider.get(crime);
        return decider;
    }

    /** Sends the form of the open page with some of its fields changed. */
    private static int correct(Browser browser, String crime, String... changed) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        browser.page()
                .select("main form input[name=seen], main form input[name=victims]")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        browser.page()
                .select("main form option[selected], main form input[type=radio][checked]")
                .forEach(field -> fields.put(
                        field.tagName().equals("option") ? "offence" : field.attr("name"), field.attr("value")));
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], changed[i + 1]);
        }
        return browser.post(
                        crime,
                        fields.entrySet().stream()
                                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                                .toArray(String[]::new))
                .getStatus();
    }

    private static String wrong(Browser browser) {
        return browser.page().select(".govuk-error-summary").text();
    }

    @Test
    void a_number_of_victims_beyond_reason_is_refused_and_a_wrong_one_is_corrected_with_a_reason() throws Exception {
        officer.post(suggestion("8L") + "/record", "number", "1", "reference", "CR/1", "victims", "1000");
        assertThat(wrong(officer)).contains("from 1 to 99");
        String crime = recordHarassment("CR/1");

        officer.get(crime);
        assertThat(officer.page().select("select[name=offence], input[name=cancelled]"))
                .isEmpty();
        assertThat(correct(officer, crime, "victims", "100", "reason", "Both of them were shouted at"))
                .isEqualTo(422);
        assertThat(wrong(officer)).contains("from 1 to 99");
        assertThat(officer.page().select("textarea").text()).isEqualTo("Both of them were shouted at");
        assertThat(correct(officer, crime, "victims", "2", "reason", "no")).isEqualTo(422);
        assertThat(wrong(officer)).contains("Say why");
        assertThat(correct(officer, crime, "victims", "2", "reason", "Both of them were shouted at", "offence", "66"))
                .isEqualTo(302);

        assertThat(one(
                        String.class,
                        "select victims || class_code from recording.crime where incident_id = ?",
                        incident))
                .isEqualTo("28L");
        officer.get(page + "/history");
        assertThat(officer.page().text()).contains("Crime: victims 1 2", "Both of them were shouted at");
    }

    @Test
    void a_correction_names_other_victims_with_a_reason_and_the_history_keeps_whom_it_named_before() throws Exception {
        officer.get(page);
        for (String[] somebody :
                List.of(new String[] {"AFFECTED", "Ben Example"}, new String[] {"NAMED", "Cy Suspect"})) {
            officer.post(page + "/people", "part", somebody[0], "name", somebody[1]);
            officer.get(page);
        }
        String ada = person("Ada Example");
        String ben = person("Ben Example");
        officer.post(
                suggestion("8L") + "/record",
                "number",
                "1",
                "reference",
                "CR/1",
                "victims",
                "1",
                "whom",
                ada,
                "whom",
                ben);
        assertThat(wrong(officer)).contains("More people are ticked");
        assertThat(ticked(officer, "[id^=victim-of-1]")).containsExactly(ada, ben);
        officer.post(suggestion("8L") + "/record", "reference", "CR/1", "victims", "1", "whom", ada);
        String crime =
                page + "/crimes/" + one(UUID.class, "select id from recording.crime where incident_id = ?", incident);

        officer.get(crime);
        assertThat(officer.page().select("main form fieldset").text())
                .contains("Ada Example", "Ben Example")
                .doesNotContain("Cy Suspect");
        assertThat(ticked(officer, "[name=whom]")).containsExactly(ada);
        String reason = "Ben was shouted at, and Ada only heard of it";
        assertThat(correct(officer, crime, "reason", reason, "whom", ada)).isEqualTo(422);
        assertThat(wrong(officer)).contains("Nothing is changed");
        assertThat(officer.post(crime, "seen", "", "victims", "1", "reason", reason, "whom", ada, "whom", ben)
                        .getStatus())
                .isEqualTo(422);
        assertThat(wrong(officer)).contains("More people are ticked");
        assertThat(ticked(officer, "[name=whom]")).containsExactly(ada, ben);
        assertThat(correct(officer, crime, "victims", "2", "reason", reason, "whom", ben))
                .isEqualTo(302);

        officer.get(page);
        assertThat(officer.page().select("table:has(#crimes-caption) tbody").text())
                .contains("8L Harassment 2 Ben Example");
        officer.get(page + "/history");
        assertThat(officer.page().text()).contains("Crime: to whom Ada Example Ben Example", reason);
    }

    @Test
    void a_crime_names_no_more_victims_than_it_has_and_nobody_of_another_incident() throws Exception {
        recordHarassment("CR/1");
        UUID other =
                reports.record(organisation, Report.of(THREATENED_WITH_DEATH).by("Dee Example", "07700 900124"));

        assertThatThrownBy(() -> name(other)).hasMessageContaining("people of its incident");
        name(incident);
        assertThatThrownBy(() -> DATABASE.asOwner()
                        .sql("update recording.crime set to_whom = to_whom || to_whom where incident_id = ?")
                        .param(incident)
                        .update())
                .hasMessageContaining("crime_check");
    }

    private void name(UUID whose) {
        DATABASE.asOwner().sql("""
                        update recording.crime set to_whom = array(select id from recording.person where incident_id = ?)
                        where incident_id = ?
                        """).param(whose).param(incident).update();
    }

    private String person(String name) {
        return one(UUID.class, "select id from recording.person where incident_id = ? and name = ?", incident, name)
                .toString();
    }

    private static List<String> ticked(Browser browser, String which) {
        return browser.page()
                .select("main form input[type=checkbox][checked]" + which)
                .eachAttr("value");
    }

    @Test
    void a_crime_becomes_another_class_with_its_reason_while_the_day_and_the_former_class_stay() throws Exception {
        String crime = recordHarassment("CR/1");
        Instant before = one(Instant.class, "select recorded_at from recording.crime where incident_id = ?", incident);
        assertThat(clock()).isEqualTo("MET");
        Browser supervisor = decider(Role.SUPERVISOR, crime);
        Browser slower = decider(Role.CRIME_REGISTRAR, crime);
        String reason = "His messages of last week show that he follows her";

        assertThat(correct(supervisor, crime, "offence", "8Q", "reason", reason))
                .isEqualTo(302);
        assertThat(correct(slower, crime, "offence", "8N", "reason", reason)).isEqualTo(422);
        assertThat(wrong(slower)).contains("Somebody else corrected it");

        assertThat(one(String.class, "select class_code from recording.recorded_crime where incident_id = ?", incident))
                .isEqualTo("8Q");
        assertThat(one(Instant.class, "select recorded_at from recording.crime where incident_id = ?", incident))
                .isEqualTo(before);
        assertThat(one(
                        Long.class,
                        "select count(*) from deadlines.deadline where subject = ? and kind = 'RECORD_CRIME' and state = 'MET'",
                        incident))
                .isEqualTo(1);
        assertThat(stateOf("3B")).isEqualTo("OPEN");
        supervisor.get(page + "/history");
        assertThat(supervisor.page().text()).contains("Crime: class code 8L 8Q", reason);
    }

    @Test
    void a_cancelled_crime_counts_nowhere_and_what_it_took_in_opens_the_incident_again() throws Exception {
        String crime = recordHarassment("CR/1");
        DATABASE.asOwner().sql("""
                        update recording.handling set state = 'CLOSED', closed_at = now(), closing = 'CRIME_RECORDED', done = ?,
                            closed_by = (select c.recorded_by from recording.crime c where c.incident_id = ?)
                        where incident_id = ?
                        """).param(DONE).param(incident).param(incident).update();
        Browser registrar = decider(Role.CRIME_REGISTRAR, crime);
        String reason = "The camera shows that nobody came to the door on any of these days";

        assertThat(correct(registrar, crime, "cancelled", "NO_CRIME", "reason", reason))
                .isEqualTo(422);
        assertThat(wrong(registrar)).contains("told before");
        assertThat(correct(registrar, crime, "cancelled", "SELF_DEFENCE", "told", "yes", "reason", reason))
                .isEqualTo(422);
        assertThat(wrong(registrar)).contains("8N, 104 and 105A");
        assertThat(correct(registrar, crime, "cancelled", "NO_CRIME", "told", "yes", "reason", reason))
                .isEqualTo(302);

        assertThat(one(Long.class, "select crimes from recording.dealt_with where incident_id = ?", incident))
                .isZero();
        assertThat(one(
                        String.class,
                        "select state from recording.suggested_crime where incident_id = ? and class_code = '8L'",
                        incident))
                .isEqualTo("CANCELLED");
        assertThat(stateOf("3B")).isEqualTo("OPEN");
        registrar.get(page);
        assertThat(registrar.page().select("table:has(#crimes-caption)").text()).contains("Cancelled. C2");
        assertThat(registrar.page().text())
                .contains("Opened again: what crime CR/1 had taken in", "CR/1, which was cancelled");

        registrar.get(crime);
        assertThat(correct(registrar, crime, "cancelled", "", "reason", "The camera was of another house"))
                .isEqualTo(302);
        assertThat(one(Long.class, "select crimes from recording.dealt_with where incident_id = ?", incident))
                .isEqualTo(1);
    }

    @Test
    void a_duplicate_names_the_other_record_and_goes_on_taking_in_what_it_took_in() throws Exception {
        String crime = recordHarassment("CR/1");
        Browser supervisor = decider(Role.SUPERVISOR, crime);
        String reason = "Her sister reported the same before, and it stands there";

        assertThat(correct(supervisor, crime, "cancelled", "DUPLICATE", "reason", reason))
                .isEqualTo(422);
        assertThat(wrong(supervisor)).contains("reference under which it stands");
        assertThat(correct(supervisor, crime, "cancelled", "DUPLICATE", "elsewhere", "CR/0", "reason", reason))
                .isEqualTo(302);
        assertThat(stateOf("3B")).isEqualTo("NOT SUGGESTED");
    }

    @Test
    void whoever_recorded_a_crime_or_deals_with_it_does_not_cancel_it_and_an_officer_never_does() throws Exception {
        officer = somebody(Role.SUPERVISOR);
        String crime = recordHarassment("CR/1");
        officer.get(crime);
        assertThat(correct(officer, crime, "cancelled", "ERROR", "reason", "It was typed into the wrong incident"))
                .isEqualTo(422);
        assertThat(wrong(officer)).contains("neither recorded the crime nor deals");

        UUID account = SCENE.account(organisation, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
        var application = DATABASE.database().app();
        try (var connection = DriverManager.getConnection(
                        DATABASE.database().url(), application.role(), application.password());
                var statement = connection.createStatement()) {
            statement.execute("select set_config('frith.token', '" + SCENE.session(account) + "', false)");
            assertThatThrownBy(() -> statement.execute("update recording.crime set class_code = '66'"))
                    .hasMessageContaining("only a supervisor or the crime registrar");
            statement.execute("update recording.crime set victims = 3");
        }
        assertThat(one(Integer.class, "select victims from recording.crime where incident_id = ?", incident))
                .isEqualTo(3);
    }
}
