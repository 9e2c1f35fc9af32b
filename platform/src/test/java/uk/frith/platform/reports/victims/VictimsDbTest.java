package uk.frith.platform.reports.victims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
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
import uk.frith.platform.reports.recording.ReportsForTests;
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** What it does to people, in a browser without scripts. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class VictimsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String SLEEPLESS =
            "The music upstairs goes on all night, I can't sleep and I want to move out. My doctor gave me tablets.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);
    private UUID officer = new UUID(0, 0);

    VictimsDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
        this.mvc = mvc;
        this.reports = reports;
    }

    @BeforeEach
    void somebody() {
        organisation = SCENE.organisation("Force " + UUID.randomUUID());
        officer = somebodyElse(Role.NEIGHBOURHOOD_OFFICER);
    }

    private UUID somebodyElse(Role role) {
        return SCENE.account(organisation, UUID.randomUUID() + "@example.org", role);
    }

    private Browser at(String page, UUID account) throws Exception {
        return Browser.at(page, mvc, SCENE.session(account));
    }

    private UUID recorded(Report report) {
        return reports.record(organisation, report);
    }

    /** Where what it does to the only person of an incident stands. */
    private static String victimOf(UUID incident) {
        return "/victims/"
                + DATABASE.asOwner()
                        .sql("select id from recording.person where incident_id = ? order by id limit 1")
                        .param(incident)
                        .query((row, n) -> row.getString(1))
                        .single();
    }

    private static String wrong(Browser browser) {
        return browser.page().select(".govuk-error-summary").text();
    }

    private static String version(Browser browser) {
        return browser.page().select("input[name=version]").val();
    }

    private static List<String> ticked(Browser browser, String field) {
        return browser.page().select("input[name=" + field + "][checked]").eachAttr("value");
    }

    @Test
    void harm_is_noted_in_fields_and_what_the_reader_noticed_is_ticked_beforehand() throws Exception {
        UUID incident = recorded(Report.of(SLEEPLESS).by("Ada Example", ""));
        String page = victimOf(incident);
        Browser browser = at("/incidents/" + incident, officer);
        assertThat(browser.page().select("section:has(#victims-panel)").text()).contains("Nothing was asked yet");
        browser.get(page);
        assertThat(ticked(browser, "harm")).contains("SLEEP");
        assertThat(browser.page().text()).contains("The reader of accounts noticed", "Harm: loss of sleep: ");

        browser.post(
                page,
                "version",
                "0",
                "harm",
                "SLEEP",
                "harm",
                "CHILDREN",
                "harm",
                "ROUTINE",
                "harmWords",
                "I lie awake");
        browser.get(page);
        assertThat(ticked(browser, "harm")).containsExactlyInAnyOrder("SLEEP", "CHILDREN", "ROUTINE");
        browser.get("/incidents/" + incident);
        assertThat(browser.page().select("section:has(#victims-panel)").text())
                .contains("Loss of sleep; Changed routines: ways, times, visits; Children in the household suffer");
    }

    @Test
    void the_one_published_meaning_of_vulnerable_stands_in_the_form_and_a_risk_needs_the_mark() throws Exception {
        String page = victimOf(recorded(Report.of(SLEEPLESS).by("Ada Example", "")));
        Browser browser = at(page, officer);
        assertThat(browser.page().text())
                .contains("unable to take care of or protect themselves or others from harm or exploitation");
        browser.post(page, "version", "0", "vulnerable", "NO", "risk", "DISABILITY");
        assertThat(wrong(browser)).contains("vulnerable: say yes");
        browser.post(page, "version", "0", "vulnerable", "YES");
        assertThat(wrong(browser)).contains("Say what makes them vulnerable");
        browser.post(page, "version", "0", "vulnerable", "YES", "risk", "DISABILITY", "risk", "ALONE");
        browser.get(page);
        assertThat(ticked(browser, "vulnerable")).containsExactly("YES");
        assertThat(ticked(browser, "risk")).containsExactlyInAnyOrder("DISABILITY", "ALONE");
    }

    @Test
    void what_the_victim_wants_and_was_told_stands_in_the_record() throws Exception {
        UUID incident = recorded(Report.of(SLEEPLESS).by("Ada Example", ""));
        String page = victimOf(incident);
        Browser browser = at(page, officer);
        browser.post(page, "version", "0", "wishes", "A talk with him, no court");
        browser.get(page);
        browser.post(page + "/told", "whom", "VICTIM", "how", "TELEPHONE", "what", "short");
        assertThat(wrong(browser)).contains("Say what they were told");
        browser.post(
                page + "/told", "whom", "VICTIM", "how", "TELEPHONE", "what", "We will visit him on Friday evening");
        browser.get(page);
        assertThat(browser.page().select("section:has(#told)").text())
                .contains("The victim, by telephone", "We will visit him on Friday evening");
        assertThat(browser.page().select("#wishes").text()).isEqualTo("A talk with him, no court");
        browser.get("/incidents/" + incident);
        assertThat(browser.page().select("section:has(#victims-panel)").text()).contains("A talk with him, no court");
    }

    @Test
    void the_tenure_tests_the_limb_of_housing_and_brings_the_landlord_in() throws Exception {
        String page = victimOf(recorded(Report.of(SLEEPLESS).by("Ada Example", "")));
        Browser browser = at(page, officer);
        browser.post(page, "version", "0", "tenure", "OWNED", "landlord", "Homes for All");
        assertThat(wrong(browser)).contains("Whoever has a landlord rents");
        browser.post(page, "version", "0", "tenure", "HOUSING_ASSOCIATION", "landlord", "Homes for All");
        browser.get(page);
        assertThat(browser.page().text()).contains("limb of housing-related nuisance can be met");
        browser.get("/");
        assertThat(browser.page().select("section:has(#worklist)").text()).contains("Bring the landlord in");
        browser.get(page);
        browser.post(page + "/told", "whom", "LANDLORD", "how", "LETTER", "what", "Asked to act under the tenancy");
        browser.get("/");
        assertThat(browser.page().text()).doesNotContain("Bring the landlord in");
        browser.get(page);
        browser.post(page, "version", version(browser), "tenure", "PRIVATE_RENT", "landlord", "M. Example");
        browser.get(page);
        assertThat(browser.page().text()).contains("no housing provider manages it");
    }

    @Test
    void a_home_that_criminals_have_taken_over_is_marked_on_the_person_and_shown_at_the_address() throws Exception {
        UUID incident = recorded(Report.of(SLEEPLESS).by("Ada Example", "").at("12 Long Row"));
        String page = victimOf(incident);
        Browser browser = at(page, officer);
        browser.post(page, "version", "0", "cuckooing", "SUSPECTED", "vulnerable", "YES", "risk", "EXPLOITED");

        UUID later = recorded(Report.of("People come and go all night again").at("12, Long Row"));
        browser.get("/incidents/" + later);
        assertThat(browser.page().select("section:has(#victims-panel)").text())
                .contains("At this place a home may have been taken over");
        Browser supervisor = at("/oversight/taken-over", somebodyElse(Role.SUPERVISOR));
        assertThat(supervisor.page().text()).contains("Ada Example", "12 Long Row", "Suspected");
    }

    @Test
    void a_business_is_a_victim_and_closing_down_is_a_harm() throws Exception {
        UUID incident = recorded(Report.of("They drive my customers away every evening")
                .with(new Person(Part.VICTIM, "Corner Shop", "", "", "2 Long Row", SpokenTo.SPOKEN_TO, true)));
        String page = victimOf(incident);
        Browser browser = at(page, officer);
        browser.post(page, "version", "0", "harm", "CLOSURE", "harm", "TRADE", "tenure", "BUSINESS");
        browser.get("/incidents/" + incident);
        assertThat(browser.page().text()).contains("Corner Shop (business)", "A business has to close");
    }

    @Test
    void whoever_suffers_without_a_crime_is_offered_a_service_that_takes_them() throws Exception {
        UUID supervisor = somebodyElse(Role.SUPERVISOR);
        Browser settles = at("/oversight/services", supervisor);
        settles.post(
                "/oversight/services", "name", "Crime Victims' Trust", "contact", "0113 496 0001", "crimeOnly", "yes");
        settles.get("/oversight/services");
        settles.post("/oversight/services", "name", "Good Neighbours", "contact", "0113 496 0002");
        settles.get("/oversight/services");
        settles.post("/oversight/services", "name", "", "contact", "0113 496 0002");
        assertThat(wrong(settles)).contains("A name has");

        UUID incident = recorded(Report.of(SLEEPLESS).by("Ada Example", ""));
        String page = victimOf(incident);
        Browser browser = at(page, officer);
        assertThat(browser.page().select("#service").text())
                .contains("Good Neighbours, 0113 496 0002")
                .doesNotContain("Crime Victims' Trust");
        String service = browser.page()
                .select("#service option:contains(Good Neighbours)")
                .val();
        browser.post(page, "version", "0", "service", service);
        assertThat(wrong(browser)).contains("what they answered");
        browser.post(page, "version", "0", "service", service, "support", "ACCEPTED");
        browser.get("/incidents/" + incident);
        browser.post("/incidents/" + incident + "/crimes", "offence", "8L", "reference", "CR/1", "victims", "1");
        browser.get(page);
        assertThat(browser.page().select("#service").text()).contains("Crime Victims' Trust");
        assertThat(browser.page().select("#support option[selected]").val()).isEqualTo("ACCEPTED");
    }

    @Test
    void two_people_who_change_one_record_see_both_values_and_the_second_chooses() throws Exception {
        String page = victimOf(recorded(Report.of(SLEEPLESS).by("Ada Example", "")));
        Browser one = at(page, officer);
        Browser other = at(page, somebodyElse(Role.CALL_HANDLER));
        one.post(page, "version", "0", "wishes", "An apology");

        assertThat(other.post(page, "version", "0", "wishes", "Nothing").getStatus())
                .isEqualTo(409);
        assertThat(other.page().select("table:has(#differences-caption)").text())
                .contains("What they want An apology Nothing");
        assertThat(other.post(page, "version", version(other), "wishes", "Nothing")
                        .getStatus())
                .isEqualTo(302);
        other.get(page);
        assertThat(other.page().select("#wishes").text()).isEqualTo("Nothing");
    }

    @Test
    void what_somebody_says_about_themselves_is_shown_in_figures_of_many_and_never_beside_a_name() throws Exception {
        String page = "";
        Browser browser = at("/", officer);
        for (int i = 0; i < EqualityPages.FEWEST; i++) {
            page = victimOf(recorded(Report.of(SLEEPLESS).by("Ada Example " + i, "")));
            browser.get(page + "/equality");
            browser.post(page + "/equality", "age", i == 0 ? "UNDER_18" : "A18_24", "sex", "FEMALE", "disability", "x");
        }
        browser.get(page);
        assertThat(browser.page().text()).doesNotContain("18 to 24");
        browser.get(page + "/equality");
        assertThat(browser.page().select("option[selected]")).isEmpty();
        Browser supervisor = at("/oversight/equality", somebodyElse(Role.SUPERVISOR));
        assertThat(supervisor.page().select("table").text())
                .contains("Sex Female 10 0 % 0 % 100 %", "Age 18 to 24 fewer than 10")
                .doesNotContain("Disability");
    }

    @Test
    void groups_stand_beside_who_lives_here_and_what_a_survey_says_and_who_reports_less_is_named() throws Exception {
        Browser browser = at("/", officer);
        for (int i = 0; i < EqualityPages.FEWEST; i++) {
            String page = victimOf(recorded(Report.of(SLEEPLESS).by("Ada Example " + i, "")));
            browser.get(page + "/equality");
            browser.post(page + "/equality", "age", "A45_64");
        }
        UUID overseer = somebodyElse(Role.SUPERVISOR);
        Browser supervisor = at("/oversight/equality", overseer);
        assertThat(supervisor.page().text()).contains("Who reports least can't be said yet");
        String csv = """
                characteristic,group,people,survey_percent
                age,45 to 64,1000,20
                age,65 or over,50000,20
                age,very old,1,1
                """;
        String sheet = String.valueOf(supervisor
                .postFiles(
                        "/oversight/equality",
                        List.of(new MockMultipartFile(
                                "file", "groups.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8))),
                        "source",
                        "Census and survey",
                        "dated",
                        "2026-01-01")
                .getHeader("Location"));
        assertThat(sheet).as(supervisor.page().text()).startsWith("/sheets/");
        supervisor.get(sheet);
        assertThat(supervisor.page().text()).contains("2 rows were taken in, 1 refused");

        supervisor.get("/oversight/equality");
        assertThat(supervisor.page().text())
                .contains(
                        "less often than others who experienced as much: 65 or over", "Census and survey, 1 Jan 2026");
        assertThat(supervisor.page().select("table:has(#beside-caption) tbody").text())
                .contains("Age 65 or over 50,000 fewer than 10", "20.0 %", "yes");
        assertThat(supervisor
                        .postFiles("/oversight/equality", List.of(), "source", "x", "dated", "y")
                        .getStatus())
                .isEqualTo(422);
        assertThat(supervisor.page().select("#dated").val()).isEqualTo("y");
        assertThat(supervisor.page().select("#file-error").text()).contains("Choose a CSV file");
    }

    @Test
    void any_text_at_all_is_kept_as_it_was_typed_or_refused_with_a_reason() throws Exception {
        String page = victimOf(recorded(Report.of(SLEEPLESS).by("Ada Example", "")));
        Browser browser = at(page, officer);
        String hostile = "'; drop table victims.victim; -- <script>alert(1)</script> ${7*7} \u0000\u0007 😀";
        browser.post(page, "version", "0", "wishes", hostile, "harmWords", hostile, "tenure", hostile, "risk", hostile);
        browser.get(page);
        assertThat(browser.page().select("#wishes").text()).contains("<script>alert(1)</script> ${7*7}");
        assertThat(browser.page().select("script").eachText().toString()).doesNotContain("alert");
        String megabyte = "x".repeat(1_000_000);
        for (String field : List.of("wishes", "harmWords", "landlord")) {
            assertThat(browser.post(page, "version", version(browser), field, megabyte)
                            .getStatus())
                    .as(field)
                    .isEqualTo(422);
            browser.get(page);
        }
        assertThat(browser.post(page, "version", "1", "service", hostile, "support", "ACCEPTED")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.post(page + "/told", "how", hostile, "what", megabyte)
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.get("/victims/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
    }

    @Test
    void nobody_elsewhere_and_no_analyst_sees_anything_of_it_in_the_pages_or_in_the_database() throws Exception {
        String page = victimOf(recorded(Report.of(SLEEPLESS).by("Ada Example", "")));
        Browser browser = at(page, officer);
        browser.post(page, "version", "0", "wishes", "An apology", "vulnerable", "YES", "risk", "AGE");
        browser.get(page);
        browser.post(page + "/told", "whom", "VICTIM", "how", "LETTER", "what", "That we took it down");
        browser.get(page + "/equality");
        browser.post(page + "/equality", "sex", "FEMALE");
        UUID stranger = SCENE.account(
                SCENE.organisation("Elsewhere " + UUID.randomUUID()),
                UUID.randomUUID() + "@example.org",
                Role.SUPERVISOR);
        Browser theirs = Browser.holding(mvc, SCENE.session(stranger));
        assertThat(theirs.get(page).getStatus()).isEqualTo(404);
        UUID analyst = somebodyElse(Role.ANALYST);
        assertThat(Browser.holding(mvc, SCENE.session(analyst)).get(page).getStatus())
                .isEqualTo(403);
        for (UUID account : List.of(stranger, analyst)) {
            for (String table : List.of("victim", "told", "equality", "service")) {
                assertThat(DATABASE.asApplication()
                                .sql("with asked as (select set_config('frith.token', ?, false))"
                                        + " select count(*) from asked, victims." + table
                                        + " where set_config is not null")
                                .param(SCENE.session(account))
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
    }
}
