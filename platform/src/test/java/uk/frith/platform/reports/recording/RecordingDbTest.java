package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.reports.recording.NewReport.LinkKind;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;
import uk.frith.platform.reports.recording.ReportsForTests.Report;

/** What is done with an incident until it is closed, in a browser without scripts. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(ReportsForTests.class)
class RecordingDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String THREATENED =
            "My neighbour from number 9 came to my door again last night and said he would smash my face in. He has been"
                    + " shouting at me every day for three weeks and I am scared to leave the house.";
    private static final String NOISE =
            "There is loud music from the house party at number 9 again and the whole street can hear it";
    private static final String DONE =
            "PC Example spoke to the neighbour on Tuesday, who was warned in writing and has stopped.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ReportsForTests reports;
    private UUID organisation = new UUID(0, 0);
    private UUID officer = new UUID(0, 0);

    RecordingDbTest(@Autowired MockMvc mvc, @Autowired ReportsForTests reports) {
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

    private Browser browserOf(UUID account) {
        return Browser.holding(mvc, SCENE.session(account));
    }

    /** Somebody at the page of an incident. */
    private Browser at(String page, UUID account) throws Exception {
        return Browser.at(page, mvc, SCENE.session(account));
    }

    private String recorded(Report report) {
        return "/incidents/" + reports.record(organisation, report);
    }

    private static UUID idOf(String page) {
        return UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
    }

    private static Person affected(String name) {
        return new Person(Part.AFFECTED, name, "", "", "", SpokenTo.NOT_YET);
    }

    private static String wrong(Browser browser) {
        return browser.page().select(".govuk-error-summary").text();
    }

    private <T> T one(Class<T> type, String sql, Object... params) {
        var statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.query(type).single();
    }

    private List<UUID> suggestions(String page) {
        return DATABASE.asOwner()
                .sql("select id from recording.suggestion where incident_id = ? order by id")
                .param(idOf(page))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    private UUID person(String page, String name) {
        return one(UUID.class, "select id from recording.person where incident_id = ? and name = ?", idOf(page), name);
    }

    @Test
    void several_crimes_and_several_victims_stand_under_one_incident() throws Exception {
        String page = recorded(Report.of(THREATENED).by("Ada Example", "").with(affected("Ben Example")));
        Browser browser = at(page, officer);
        String ada = person(page, "Ada Example").toString();
        String ben = person(page, "Ben Example").toString();

        browser.post(page + "/crimes", "offence", "8L", "reference", "CR/1", "victims", "2", "whom", ada, "whom", ben);
        browser.get(page);
        browser.post(page + "/crimes", "offence", "58C", "reference", "CR/2", "victims", "1", "whom", ben);
        browser.get(page);

        String table = browser.page().select("table:has(#crimes-caption)").text();
        assertThat(table).contains("CR/1", "CR/2", "Ada Example, Ben Example");
        assertThat(one(Long.class, "select count(*) from recording.crime where incident_id = ?", idOf(page)))
                .isEqualTo(2);
        browser.post(page + "/crimes", "offence", "58C", "reference", "CR/3", "victims", "1", "whom", ada, "whom", ben);
        assertThat(wrong(browser)).contains("More people are ticked");
        browser.get(page);
        browser.post(page + "/crimes", "offence", "58C", "reference", "CR/2", "victims", "1");
        assertThat(wrong(browser)).contains("stands already");
    }

    @Test
    void every_suggested_crime_shows_its_words_rule_source_and_certainty_and_is_recorded_or_refused_with_a_reason()
            throws Exception {
        String page = recorded(Report.of(THREATENED).by("Ada Example", ""));
        Browser browser = at(page, officer);
        String shown = browser.page().select(".frith-suggested").getFirst().text();
        assertThat(shown).contains("Rule ", "To decide");
        assertThat(browser.page().select(".frith-suggested q").text()).isNotEmpty();
        assertThat(browser.page().select(".frith-suggested .frith-source").text())
                .contains("HOCR 2026/27");
        assertThat(shown).containsAnyOf("Every point is told", "More likely than not", "One point is still to prove");

        UUID suggestion = suggestions(page).getFirst();
        String path = page + "/suggestions/" + suggestion;
        browser.post(path + "/refuse", "number", "1", "reason", "no");
        assertThat(wrong(browser)).contains("Say why in at least");
        assertThat(browser.post(path + "/refuse", "number", "1", "reason", "The same conduct stands as CR/1 already")
                        .getStatus())
                .isEqualTo(302);
        browser.get(page);
        assertThat(browser.page().select(".frith-suggested").text())
                .contains("Not recorded: The same conduct stands as CR/1 already");

        assertThat(browser.post(path + "/record", "number", "1", "reference", "CR/9", "victims", "1")
                        .getStatus())
                .isEqualTo(422);
        assertThat(wrong(browser)).contains("decided already");
        browser.post(path + "/refuse", "number", "1", "reason", "Another reason altogether");
        assertThat(wrong(browser)).contains("decided already");
        assertThat(one(String.class, "select reason from recording.suggestion where id = ?", suggestion))
                .isEqualTo("The same conduct stands as CR/1 already");
        assertThat(one(Long.class, "select count(*) from recording.crime where incident_id = ?", idOf(page)))
                .isZero();
    }

    @Test
    void crimes_are_due_within_a_day_of_the_report_and_the_clock_stops_when_each_is_decided() throws Exception {
        Report report = Report.of(THREATENED).by("Ada Example", "");
        String page = recorded(report);
        assertThat(one(
                        Instant.class,
                        "select due_at from deadlines.deadline where subject = ? and kind = 'RECORD_CRIME'",
                        idOf(page)))
                .isEqualTo(report.reported().plus(Duration.ofHours(24)));
        Browser browser = at(page, officer);
        for (UUID suggestion : suggestions(page)) {
            browser.get(page);
            browser.post(page + "/suggestions/" + suggestion + "/refuse", "reason", "Part of the principal crime");
        }
        assertThat(one(
                        String.class,
                        "select state from deadlines.deadline where subject = ? and kind = 'RECORD_CRIME'",
                        idOf(page)))
                .isEqualTo("MET");
    }

    @Test
    void what_is_antisocial_stays_antisocial_behaviour_beside_the_crimes_in_it() throws Exception {
        String page = recorded(Report.of(THREATENED).by("Ada Example", ""));
        Browser browser = at(page, officer);
        browser.post(
                page + "/suggestions/" + suggestions(page).getFirst() + "/record", "reference", "CR/5", "victims", "1");
        browser.get(page);
        assertThat(browser.page().select(".govuk-summary-list").text()).contains("Category Personal");
        assertThat(browser.page().text()).contains("CR/5");

        browser.get("/incidents?flag=CRIME");
        assertThat(browser.page().select("a[href=" + page + "]")).isNotEmpty();
        recorded(Report.of(NOISE));
        browser.get("/incidents?flag=CRIME");
        assertThat(browser.page().text()).contains("1 reported to your organisation match");
    }

    @Test
    void the_reader_says_which_limb_of_the_law_it_meets_and_a_person_may_say_otherwise() throws Exception {
        String page = recorded(Report.of(THREATENED).by("Ada Example", ""));
        Browser browser = at(page, officer);
        assertThat(browser.page().select(".govuk-summary-list").text())
                .contains("Limb of the law Harassment, alarm or distress");

        browser.get(page + "/sorting");
        assertThat(browser.page().text())
                .contains("section 2(1)(a)", "section 2(1)(b)", "section 2(1)(c)")
                .contains("deliberately targeted at an individual or group")
                .contains("the local community in general rather than to individual victims")
                .contains("impact on their surroundings");
        String version = browser.page().select("input[name=version]").val();
        browser.post(page + "/sorting", "version", version, "category", "PERSONAL", "type", "NUISANCE_NOISE");
        assertThat(wrong(browser)).contains("at least one limb");
        browser.post(page + "/sorting", "version", version, "category", "NONE", "type", "NUISANCE_NOISE");
        assertThat(wrong(browser)).contains("has no type");
        browser.post(page + "/sorting", "version", version, "category", "x", "type", "NUISANCE_NOISE");
        assertThat(wrong(browser)).contains("Choose a category");
        assertThat(browser.post(
                                page + "/sorting",
                                "version",
                                version,
                                "category",
                                "NUISANCE",
                                "type",
                                "NUISANCE_NOISE",
                                "limb",
                                "HOME",
                                "limb",
                                "HOUSING",
                                "behaviour",
                                "NEIGHBOURS")
                        .getStatus())
                .isEqualTo(302);
        browser.get(page);
        assertThat(browser.page().select(".govuk-summary-list").text())
                .contains("Nuisance or annoyance at home; Housing-related nuisance or annoyance")
                .contains("Category Nuisance", "Type Noise", "Behaviour Disruptive neighbours");
    }

    @Test
    void two_people_who_sort_one_incident_see_both_values_and_the_second_chooses() throws Exception {
        String page = recorded(Report.of(NOISE));
        Browser one = at(page + "/sorting", officer);
        Browser other = at(page + "/sorting", somebodyElse(Role.SUPERVISOR));
        String version = one.page().select("input[name=version]").val();
        one.post(
                page + "/sorting",
                "version",
                version,
                "category",
                "PERSONAL",
                "type",
                "NUISANCE_NOISE",
                "limb",
                "HOME");

        String[] theirs = {"version", version, "category", "ENVIRONMENTAL", "type", "NUISANCE_NOISE", "limb", "HOME"};
        assertThat(other.post(page + "/sorting", theirs).getStatus()).isEqualTo(409);
        assertThat(other.page().select("table:has(#differences-caption)").text())
                .contains("Category Personal Environmental");
        assertThat(one(String.class, "select category from recording.incident where id = ?", idOf(page)))
                .isEqualTo("PERSONAL");
        theirs[1] = other.page().select("input[name=version]").val();
        assertThat(other.post(page + "/sorting", theirs).getStatus()).isEqualTo(302);
        assertThat(one(String.class, "select category from recording.incident where id = ?", idOf(page)))
                .isEqualTo("ENVIRONMENTAL");
    }

    @Test
    void a_type_is_shown_with_the_codes_of_force_and_council_and_in_the_words_of_the_action_plan() throws Exception {
        UUID supervisor = somebodyElse(Role.SUPERVISOR);
        Browser browser = at("/oversight/codes", supervisor);
        browser.post(
                "/oversight/codes", "scheme", "COUNCIL", "type", "NUISANCE_NOISE", "code", "ENV7", "label", "Noise");
        browser.get("/oversight/codes");
        browser.post("/oversight/codes", "scheme", "FORCE", "type", "NUISANCE_NOISE", "code", "", "label", "Noise");
        assertThat(wrong(browser)).contains("A code has");
        browser.get("/oversight/codes");
        browser.post(
                "/oversight/codes", "scheme", "COUNCIL", "type", "NUISANCE_NOISE", "code", "ENV7", "label", "Other");
        assertThat(wrong(browser)).contains("stands already");

        String page = recorded(Report.of(NOISE));
        browser.get(page);
        assertThat(browser.page().select(".govuk-summary-list").text())
                .contains("The council: ENV7 Noise", "Disruptive neighbours");
        browser.get(page + "/sorting");
        assertThat(browser.page().select("table:has(#codes-caption)").text()).contains("Noise The council ENV7 Noise");
    }

    @Test
    void who_else_is_affected_is_asked_until_it_is_answered_and_each_must_be_spoken_to() throws Exception {
        String page = recorded(Report.of(NOISE).by("Ada Example", ""));
        Browser browser = at(page, officer);
        assertThat(browser.page().select("form[action$=/nobody-else]")).isNotEmpty();
        browser.post(page + "/nobody-else");
        browser.get(page);
        assertThat(browser.page().select("form[action$=/nobody-else]")).isEmpty();

        browser.post(page + "/people", "part", "AFFECTED", "name", "Corner Shop", "business", "yes");
        browser.get(page);
        assertThat(browser.page().select("section:has(#people)").text())
                .contains("Corner Shop (business)", "Not spoken to yet");
        assertThat(one(
                        String.class,
                        "select state from deadlines.deadline where subject = ? and kind = 'SPEAK_TO_AFFECTED'",
                        idOf(page)))
                .isEqualTo("OPEN");
        browser.post(page + "/people/" + person(page, "Corner Shop"), "spoken", "SPOKEN_TO");
        assertThat(one(
                        String.class,
                        "select state from deadlines.deadline where subject = ? and kind = 'SPEAK_TO_AFFECTED'",
                        idOf(page)))
                .isEqualTo("MET");
    }

    @Test
    void how_somebody_can_be_reached_safely_stands_beside_their_number_and_before_what_is_told_to_them()
            throws Exception {
        String page = recorded(
                Report.of(NOISE + ". He reads my phone. Never ring after six.").by("Ada Example", "0113 496 0123"));
        Browser browser = at(page, officer);
        assertThat(browser.page().select("#people ~ ul li").getFirst().text())
                .contains("0113 496 0123", "“He reads my phone.”", "“Never ring after six.”");
        assertThat(browser.page().select("main").text())
                .contains("Before you get in touch with anybody: “He reads my phone.”");
        browser.get("/victims/" + person(page, "Ada Example"));
        assertThat(browser.page().select(".govuk-warning-text").text())
                .contains("Before you get in touch", "He reads my phone.");
    }

    @Test
    void evidence_that_is_offered_is_registered_and_secured() throws Exception {
        String page = recorded(Report.of(NOISE));
        Browser browser = at(page, officer);
        browser.post(page + "/evidence", "kind", "VIDEO", "description", "", "heldBy", "the caller");
        assertThat(wrong(browser)).contains("Say what it shows");
        browser.get(page);
        browser.post(page + "/evidence", "kind", "VIDEO", "description", "doorbell film", "heldBy", "the caller");
        browser.get(page);
        assertThat(browser.page().select("section:has(#evidence)").text())
                .contains("Video: doorbell film. Held by: the caller. Offered, not secured yet");
        UUID evidence = one(UUID.class, "select id from recording.evidence where incident_id = ?", idOf(page));
        browser.post(page + "/evidence/" + evidence, "state", "SECURED");
        browser.get(page);
        assertThat(browser.page().select("section:has(#evidence)").text()).contains("Secured");
    }

    @Test
    void nothing_is_closed_on_a_bare_remark_and_the_closing_category_may_differ_from_the_opening_one()
            throws Exception {
        String page = recorded(Report.of(NOISE));
        Browser browser = at(page, officer);
        for (String bare :
                List.of("", "NFA", "No further action needed at this time", "Attended. All in order. Closed.")) {
            assertThat(browser.post(page + "/close", "closing", "ASB_DEALT_WITH", "category", "NUISANCE", "done", bare)
                            .getStatus())
                    .as(bare)
                    .isEqualTo(422);
            assertThat(wrong(browser)).as(bare).contains("what was done");
        }
        browser.post(page + "/close", "closing", "ASB_DEALT_WITH", "category", "", "done", DONE);
        assertThat(wrong(browser)).contains("Choose the closing category");
        browser.get(page);
        assertThat(browser.page().select("section:has(#closing-part)").text())
                .contains("rather than to individual victims");
        assertThat(browser.post(page + "/close", "closing", "ADVICE_GIVEN", "category", "ENVIRONMENTAL", "done", DONE)
                        .getStatus())
                .isEqualTo(302);
        browser.get(page);
        assertThat(browser.page().select(".govuk-summary-list").text())
                .contains("Closing category Environmental", "What was done " + DONE);
        assertThat(browser.post(page + "/notes", "note", "Too late").getStatus())
                .isEqualTo(422);
        assertThat(wrong(browser)).contains("closed");
        browser.get(page);
        browser.post(page + "/reopen", "why", "It began again this morning");
        browser.get(page);
        assertThat(browser.page().text()).contains("Opened again: It began again this morning");
    }

    @Test
    void the_same_event_told_twice_is_linked_and_counted_once_and_closing_as_duplicate_needs_the_link()
            throws Exception {
        String first = recorded(Report.of(NOISE).at("Long Row"));
        String second = recorded(Report.of(NOISE).at("Long Row"));
        Browser browser = at(second, officer);
        browser.post(second + "/close", "closing", "DUPLICATE", "category", "NUISANCE", "done", DONE);
        assertThat(wrong(browser)).contains("Link it first");
        String reference = one(String.class, "select reference from recording.incident where id = ?", idOf(first));
        browser.get(second);
        browser.post(second + "/links", "how", "DUPLICATE", "other", "26-999999999");
        assertThat(wrong(browser)).contains("no other incident");
        browser.get(second);
        browser.post(second + "/links", "how", "DUPLICATE", "other", reference);
        browser.get(second);
        assertThat(browser.page().select("section:has(#links)").text()).contains("Same event as " + reference);
        browser.get(first);
        browser.post(first + "/links", "how", "DUPLICATE", "other", referenceOf(second));
        assertThat(wrong(browser)).contains("names this one already");
        assertThat(reports.counted(organisation)).isEqualTo(1);
        browser.get(second);
        assertThat(browser.post(second + "/close", "closing", "DUPLICATE", "category", "NUISANCE", "done", DONE)
                        .getStatus())
                .isEqualTo(302);
    }

    private String referenceOf(String page) {
        return one(String.class, "select reference from recording.incident where id = ?", idOf(page));
    }

    @Test
    void a_report_that_follows_an_earlier_one_is_linked_whoever_sends_it() throws Exception {
        String first = recorded(Report.of(NOISE));
        String second = recorded(Report.of("It is going on again").following(idOf(first), LinkKind.FOLLOW_UP));
        Browser browser = at(first, officer);
        assertThat(browser.page().select("section:has(#links) a[href=" + second + "]"))
                .isNotEmpty();
    }

    @Test
    void incidents_are_pulled_by_flag() throws Exception {
        String hate = recorded(Report.of(
                "A man outside called me a Paki and told me to go back to my own country and spat at my feet, I am"
                        + " shaking"));
        String noise = recorded(Report.of(NOISE));
        String boundary = recorded(Report.of(
                "My neighbour moved the fence half a metre into my garden again, we are in dispute over the boundary"));
        Browser browser = browserOf(officer);
        assertThat(listed(browser, "flag=HATE")).contains(hate).doesNotContain(noise);
        assertThat(listed(browser, "flag=NEIGHBOURS")).contains(boundary);
        assertThat(listed(browser, "flag=ASB")).contains(noise);
        assertThat(listed(browser, "flag=PUBLIC_ORDER")).doesNotContain(noise);
        assertThat(listed(browser, "flag=SAFETY")).doesNotContain(noise);
        assertThat(listed(browser, "flag=UNDECIDED")).contains(hate).doesNotContain(noise);
        assertThat(listed(browser, "flag=NUISANCE").size()
                        + listed(browser, "flag=").size())
                .isGreaterThan(3);
    }

    private static List<String> listed(Browser browser, String query) throws Exception {
        assertThat(browser.get("/incidents?" + query).getStatus()).isEqualTo(200);
        return browser.page().select("tbody a").eachAttr("href");
    }

    @Test
    void a_dispute_between_neighbours_over_a_boundary_is_recorded_with_an_owner_and_clocks_like_any_other()
            throws Exception {
        String page = recorded(Report.of(
                "My neighbour moved the fence half a metre into my garden again, we are in dispute over the boundary"));
        Browser browser = at(page, officer);
        assertThat(browser.page().select(".frith-clock")).isNotEmpty();
        String version = one(String.class, "select version from recording.handling where incident_id = ?", idOf(page));
        browser.post(
                page + "/sorting",
                "version",
                version,
                "category",
                "PERSONAL",
                "type",
                "ROWDY_OR_NUISANCE_NEIGHBOURS",
                "limb",
                "HOME",
                "behaviour",
                "NEIGHBOURS");
        assertThat(listed(browser, "flag=NEIGHBOURS&category=PERSONAL")).containsExactly(page);
    }

    @Test
    void a_team_gets_what_lies_in_its_area_and_what_lies_in_none_is_nobodys() throws Exception {
        UUID team = DATABASE.asOwner()
                .sql("insert into identity.team (organisation_id, name) values (?, 'North') returning id")
                .param(organisation)
                .query(UUID.class)
                .single();
        DATABASE.asOwner()
                .sql("update identity.account set team_id = ? where id = ?")
                .param(team)
                .param(officer)
                .update();
        DATABASE.asOwner().sql("""
                insert into places.area (kind, code, name, ward, listed)
                values ('LSOA_2021', 'E01000001', 'Test 001A', 'E05000001', 2024)
                on conflict do nothing
                """).update();
        DATABASE.asOwner().sql("""
                insert into places.area (kind, code, name, listed) values ('WARD', 'E05000001', 'Test ward', 2024)
                on conflict do nothing
                """).update();
        UUID supervisor = somebodyElse(Role.SUPERVISOR);
        Browser theirs = at("/oversight/allocation", supervisor);
        theirs.post("/oversight/allocation", "area", "nowhere", "team", team.toString());
        assertThat(wrong(theirs)).contains("code of an area");
        theirs.get("/oversight/allocation");
        theirs.post("/oversight/allocation", "area", "e05000001", "team", team.toString());
        theirs.get("/oversight/allocation");
        assertThat(theirs.page().text()).contains("Test ward (E05000001): North");

        String inside = recorded(Report.of(NOISE).in("E01000001"));
        String outside = recorded(Report.of(NOISE));
        Browser browser = browserOf(officer);
        assertThat(listed(browser, "owner=TEAM")).containsExactly(inside);
        assertThat(listed(browser, "owner=AREA")).containsExactly(inside);
        assertThat(listed(browser, "owner=NOBODY")).containsExactly(outside);
        browser.get(inside);
        assertThat(browser.page().select(".govuk-summary-list").text()).contains("Owner North. The team of the area");
        browser.post(inside + "/owner", "owner", "person:" + officer);
        assertThat(listed(browser, "owner=ME&state=OPEN")).containsExactly(inside);
        assertThat(browser.page().select("tbody").text()).contains("Name of");
    }

    @Test
    void a_list_keeps_its_filters_in_the_address_is_sorted_by_its_heads_and_can_be_taken_away() throws Exception {
        String b = recorded(Report.of(NOISE).at("B Street"));
        String a = recorded(Report.of(NOISE).at("=A Street"));
        Browser browser = browserOf(officer);
        browser.get("/incidents?flag=ASB&order=place");
        assertThat(browser.page().select("tbody a").eachAttr("href")).containsExactly(a, b);
        assertThat(browser.page().select("th[aria-sort=ascending]").text()).isEqualTo("Place");
        String back = browser.page().select("th[aria-sort=ascending] a").attr("href");
        assertThat(back).contains("flag=ASB", "order=-place");
        browser.get(back);
        assertThat(browser.page().select("tbody a").eachAttr("href")).containsExactly(b, a);

        String file = browser.page().select("a.frith-download").attr("href");
        MockHttpServletResponse csv = browser.get(file);
        assertThat(csv.getContentAsString().lines()).hasSize(3);
        assertThat(csv.getContentAsString()).contains("'=A Street");
        assertThat(SCENE.entriesOf(officer)).contains("DISCLOSURE incidents");
        browser.get("/incidents?from=2021-13&order=nonsense&owner=%27;drop&flag=%3Cscript%3E");
        assertThat(wrong(browser)).contains("A month looks like");
        browser.get("/incidents?area=E99999999");
        assertThat(browser.page().text()).contains("None match", "show all again");
    }

    @Test
    void any_text_at_all_in_any_field_is_kept_as_it_was_typed_or_refused_with_a_reason() throws Exception {
        String page = recorded(Report.of(NOISE));
        Browser browser = at(page, officer);
        String hostile = "'; drop table recording.person; -- <script>alert(1)</script> ${7*7} \u0000\u0007 😀";
        browser.post(page + "/people", "part", "VICTIM", "name", hostile, "phone", hostile, "address", hostile);
        browser.get(page);
        browser.post(page + "/evidence", "kind", "OTHER", "description", hostile, "heldBy", hostile);
        browser.get(page);
        browser.post(page + "/notes", "note", hostile);
        browser.get(page);
        browser.post(page + "/links", "how", "DUPLICATE", "other", hostile);
        assertThat(wrong(browser)).contains("no other incident");
        browser.post(page + "/crimes", "offence", hostile, "reference", hostile, "victims", hostile);
        assertThat(wrong(browser)).contains("Choose an offence class");
        browser.post(page + "/crimes", "offence", "8L", "reference", hostile, "victims", hostile);
        assertThat(wrong(browser)).contains("A number of victims");
        browser.post(page + "/owner", "owner", hostile);
        assertThat(wrong(browser)).contains("Choose a person or a team");
        browser.get(page);
        assertThat(browser.page().select("script").eachText().toString()).doesNotContain("alert");
        assertThat(browser.page().text()).contains("<script>alert(1)</script> ${7*7}");

        String megabyte = "x".repeat(1_000_000);
        for (String[] form : List.of(
                new String[] {"/people", "part", "VICTIM", "name", megabyte},
                new String[] {"/evidence", "kind", "OTHER", "description", megabyte},
                new String[] {"/notes", "note", megabyte},
                new String[] {"/crimes", "offence", "8L", "reference", megabyte, "victims", "1"},
                new String[] {"/grade", "grade", "PRIORITY", "why", megabyte},
                new String[] {"/close", "closing", "NOT_ASB", "category", "NONE", "done", megabyte},
                new String[] {"/heard", "heard", megabyte})) {
            browser.get(page);
            assertThat(browser.post(page + form[0], java.util.Arrays.copyOfRange(form, 1, form.length))
                            .getStatus())
                    .as(form[0])
                    .isEqualTo(422);
        }
        for (String empty :
                List.of("/people", "/evidence", "/notes", "/crimes", "/grade", "/owner", "/links", "/close")) {
            browser.get(page);
            assertThat(browser.post(page + empty).getStatus()).as(empty).isEqualTo(422);
        }
    }

    @Test
    void a_grade_is_changed_with_a_reason_and_its_clock_begins_anew() throws Exception {
        String page = recorded(Report.of(NOISE));
        Browser browser = at(page, officer);
        browser.post(page + "/grade", "grade", "IMMEDIATE", "why", "A knife has been seen now");
        browser.get(page);
        assertThat(browser.page().select(".frith-clocks").text()).contains("Respond at once", "No longer due");
        assertThat(browser.page().text()).contains("Why this grade: A knife has been seen now");
    }

    @Test
    void a_grade_that_comes_back_keeps_the_clock_that_it_had() throws Exception {
        String page = recorded(Report.of(NOISE));
        UUID incident = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        Browser browser = at(page, officer);
        browser.post(page + "/grade", "grade", "IMMEDIATE", "why", "A knife has been seen now");
        DATABASE.asOwner()
                .sql(
                        "update deadlines.deadline set began_at = began_at - interval '2 hours',"
                                + " warns_at = warns_at - interval '2 hours', due_at = due_at - interval '2 hours' where subject = ?")
                .param(incident)
                .update();
        browser.get(page);
        browser.post(page + "/grade", "grade", "ROUTINE", "why", "It was a stick after all");
        browser.get(page);
        browser.post(page + "/grade", "grade", "IMMEDIATE", "why", "It was a knife after all");
        assertThat(DATABASE.asOwner()
                        .sql("select due_at < clock_timestamp() from deadlines.deadline"
                                + " where subject = ? and state = 'OPEN' and kind like '%IMMEDIATE%'")
                        .param(incident)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
