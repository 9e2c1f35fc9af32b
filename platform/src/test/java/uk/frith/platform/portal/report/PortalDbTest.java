package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** A report from the first page to the incident, in a browser without scripts. */
@SpringBootTest(properties = {"frith.portal.begins-at-once=1000", "frith.portal.pretend-language=true"})
@AutoConfigureMockMvc
class PortalDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final UUID FORCE = SCENE.organisation("Testham Police");
    private static final String THREATENED =
            "My neighbour from number 9 came to my door again last night and said he would smash my face in."
                    + " He has been shouting at me every day for three weeks and I am scared to leave the house.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final Taking taking;

    PortalDbTest(@Autowired MockMvc mvc, @Autowired Taking taking) {
        this.mvc = mvc;
        this.taking = taking;
    }

    private static <T> T one(Class<T> type, String sql, Object... params) {
        var statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.query(type).single();
    }

    private static String shown(Browser browser) {
        return browser.page().select("main").text();
    }

    /** The newest report's id. */
    private static UUID newest() {
        return one(UUID.class, "select id from portal.report order by began_at desc limit 1");
    }

    @Test
    void the_first_page_turns_emergencies_to_999_before_anything_else() throws Exception {
        Browser browser = new Browser(mvc);
        assertThat(browser.get("/tell").getStatus()).isEqualTo(200);
        assertThat(browser.page().select("main p, main strong").eachText().getFirst())
                .contains("999");
        assertThat(shown(browser)).contains("55", "18000");
        assertThat(browser.page().select(".govuk-exit-this-page a").attr("href"))
                .isEqualTo("/tell/exit");
    }

    @Test
    void an_anonymous_report_becomes_an_incident_of_the_force() throws Exception {
        Browser browser = PortalScene.told(mvc, Map.of());

        assertThat(shown(browser)).contains("We have it", "Testham Police");
        UUID report = newest();
        UUID incident = one(UUID.class, "select incident_id from portal.report where id = ?", report);
        assertThat(one(
                        String.class,
                        "select channel || ' ' || source || ' ' || source_reference from recording.incident where id = ?",
                        incident))
                .isEqualTo("ONLINE portal " + report);
        assertThat(one(Integer.class, "select count(*) from recording.person where incident_id = ?", incident))
                .isZero();
        assertThat(one(String.class, "select verification from portal.report where id = ?", report))
                .isEqualTo("NONE");
        assertThat(shown(browser))
                .contains(one(String.class, "select reference from recording.incident where id = ?", incident));
    }

    @Test
    void somebody_can_tell_it_for_another_and_say_how_to_be_reached() throws Exception {
        PortalScene.told(
                mvc,
                Map.of(
                        "who", new String[] {"who", "OTHER"},
                        "contact", new String[] {"contact", "YES"},
                        "details", new String[] {"name", "Ada Example", "phone", "0113 496 0123", "safe", "only text"},
                        "other", new String[] {"other", "Ben Example", "otherKnows", "NO"},
                        "wishes", new String[] {"wishes", "That it stops", "speak", "Polski"}));
        UUID incident = one(UUID.class, "select incident_id from portal.report where id = ?", newest());
        assertThat(DATABASE.asOwner()
                        .sql("select part || ' ' || name from recording.person where incident_id = ? order by part")
                        .param(incident)
                        .query((row, n) -> row.getString(1))
                        .list())
                .containsExactly("CALLER Ada Example", "VICTIM Ben Example");
        assertThat(one(String.class, "select wishes from recording.handling where incident_id = ?", incident))
                .contains("That it stops", "only text", "Polski", "doesn't know of this report");
        assertThat(one(String.class, "select verification from portal.report where id = ?", newest()))
                .isEqualTo("CONTACT_GIVEN");
    }

    @Test
    void the_same_account_is_graded_the_same_by_telephone_and_online() throws Exception {
        List<String> accounts = List.of(
                THREATENED,
                "There is litter all over the park.",
                "He has a knife and he is banging on the door right now.",
                "Loud music from the flat above, every night until four. I have not slept for a week.",
                "An old car has been left in the lay-by.");
        UUID handler = SCENE.account(FORCE, UUID.randomUUID() + "@example.org", Role.CALL_HANDLER);
        Browser call = Browser.holding(mvc, SCENE.session(handler));
        for (String account : accounts) {
            PortalScene.told(mvc, Map.of("what", new String[] {"what", account}));
            UUID online = one(UUID.class, "select incident_id from portal.report where id = ?", newest());
            call.get("/calls");
            String screen = PortalScene.to(call.post("/calls"));
            call.get(screen);
            String page = PortalScene.to(
                    call.post(screen, "account", account, "location", "Long Row", "act", "record", "seen", "1"));
            UUID taken = UUID.fromString(page.substring("/incidents/".length()));
            assertThat(outcome(online)).as(account).isEqualTo(outcome(taken));
        }
    }

    /** What became of an incident: grade with reasons, opening label, sort, suggested crimes and the clocks that run. */
    private static String outcome(UUID incident) {
        return one(String.class, """
                select concat_ws(' | ', h.grade, h.grade_reasons, h.opening_label, h.immediate_danger, h.repeat, i.category,
                    i.type,
                    (select string_agg(s.class_code || s.certainty, ',' order by s.class_code)
                     from recording.suggestion s where s.incident_id = i.id),
                    (select string_agg(d.kind, ',' order by d.kind) from deadlines.deadline d where d.subject = i.id
                     and d.kind <> 'SPEAK_TO_AFFECTED'))
                from recording.incident i join recording.handling h on h.incident_id = i.id where i.id = ?
                """, incident);
    }

    @Test
    void a_session_that_is_lost_in_the_middle_goes_on_in_another_browser_by_code_and_secret() throws Exception {
        Browser first = new Browser(mvc);
        PortalScene.begin(first);
        List<String> kept = PortalScene.codeAndSecret(first);
        first.get("/tell/questions/who");
        first.post("/tell/questions/who", "who", "SELF");
        first.get("/tell/questions/what");
        first.post("/tell/questions/what", "what", "They broke the window and", "later", "yes");

        Browser second = new Browser(mvc);
        assertThat(PortalScene.to(second.get("/tell/questions/what"))).isEqualTo("/tell/return?lost=yes");
        second.get("/tell/return");
        assertThat(second.post("/tell/return", "code", kept.get(0), "secret", "0000-0000-0000-0000")
                        .getStatus())
                .isEqualTo(422);
        String to = PortalScene.to(second.post(
                "/tell/return", "code", kept.get(0).toLowerCase(java.util.Locale.UK), "secret", " " + kept.get(1)));
        assertThat(to).isEqualTo("/tell/check");
        assertThat(PortalScene.to(second.get(to))).isEqualTo("/tell/questions/when");
        second.get("/tell/questions/what");
        assertThat(second.page().select("#what").text()).isEqualTo("They broke the window and");
    }

    @Test
    void five_wrong_secrets_close_the_code_even_to_the_right_one_for_a_quarter_of_an_hour() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        List<String> kept = PortalScene.codeAndSecret(browser);
        Browser guesser = new Browser(mvc);
        guesser.get("/tell/return");
        for (int i = 0; i < 5; i++) {
            guesser.post("/tell/return", "code", kept.get(0), "secret", "0000-0000-0000-000" + i);
        }
        assertThat(guesser.post("/tell/return", "code", kept.get(0), "secret", kept.get(1))
                        .getStatus())
                .isEqualTo(422);
        DATABASE.asOwner()
                .sql(
                        "update portal.secret set locked_until = now() - interval '1 second' where locked_until is not null")
                .update();
        assertThat(PortalScene.to(guesser.post("/tell/return", "code", kept.get(0), "secret", kept.get(1))))
                .isEqualTo("/tell/check");
    }

    @Test
    void a_secret_that_was_lost_is_replaced_and_the_old_one_opens_nothing() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        List<String> old = PortalScene.codeAndSecret(browser);
        browser.get("/tell/why");
        browser.get(PortalScene.to(browser.post("/tell/code")));
        List<String> fresh = PortalScene.codeAndSecret(browser);
        assertThat(fresh.get(0)).isEqualTo(old.get(0));
        assertThat(fresh.get(1)).isNotEqualTo(old.get(1));
        Browser other = new Browser(mvc);
        other.get("/tell/return");
        assertThat(other.post("/tell/return", "code", old.get(0), "secret", old.get(1))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void what_somebody_else_deals_with_is_said_and_can_be_told_here_all_the_same() throws Exception {
        Browser browser = new Browser(mvc);
        browser.get("/tell/why");
        assertThat(browser.post("/tell").getStatus()).isEqualTo(422);
        assertThat(browser.page().select(".govuk-error-summary").text()).contains("Choose what you want to tell us");
        for (String why : List.of("NOISE", "STREET", "POLICE", "PAGE")) {
            browser.get("/tell/why");
            String to = PortalScene.to(browser.post("/tell", "why", why));
            assertThat(to).isEqualTo("/tell/elsewhere?why=" + why);
            browser.get(to);
            assertThat(shown(browser)).contains("You can still tell us");
            assertThat(PortalScene.to(browser.post("/tell", "why", why, "anyway", "yes")))
                    .isEqualTo("/tell/code");
        }
    }

    @Test
    void what_is_wrong_is_said_in_the_same_words_above_and_at_the_field_and_what_was_typed_stays() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        browser.get("/tell/questions/who");
        assertThat(browser.post("/tell/questions/who").getStatus()).isEqualTo(422);
        assertThat(browser.page().select(".govuk-error-summary a").text())
                .isEqualTo(browser.page().select(".govuk-error-message").text().replace("Error: ", ""));
        assertThat(browser.page().title()).startsWith("Error: ");
        assertThat(PortalScene.to(browser.get("/tell/questions/wishes"))).isEqualTo("/tell/questions/who");
        assertThat(PortalScene.to(browser.get("/tell/check"))).isEqualTo("/tell/questions/who");
        assertThat(browser.get("/tell/questions/nonsense").getStatus()).isEqualTo(404);
    }

    @Test
    void whatever_is_typed_into_any_field_is_kept_as_words_and_harms_nothing() throws Exception {
        String evil = "<script>alert(1)</script>'; drop table portal.report; -- \ud83d\ude21 \u202e\u0000 ${1+1} {0}";
        Browser browser = PortalScene.told(
                mvc,
                Map.of(
                        "who", new String[] {"who", "OTHER"},
                        "what", new String[] {"what", evil},
                        "when", new String[] {"when", "ONCE"},
                        "day", new String[] {"day", "1", "month", "3", "year", "2026", "time", evil},
                        "place", new String[] {"place", evil},
                        "harm", new String[] {"harm", evil},
                        "contact", new String[] {"contact", "YES"},
                        "details", new String[] {"name", evil, "phone", "0113 4960123", "safe", evil},
                        "other", new String[] {"other", evil},
                        "wishes", new String[] {"wishes", evil, "speak", evil}));
        assertThat(shown(browser)).contains("We have it");
        UUID incident = one(UUID.class, "select incident_id from portal.report where id = ?", newest());
        assertThat(one(String.class, "select text from recording.incident where id = ?", incident))
                .contains("<script>alert(1)</script>'; drop table", "\ud83d\ude21")
                .doesNotContain("\u0000");
        UUID officer = SCENE.account(FORCE, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
        Browser staff = Browser.holding(mvc, SCENE.session(officer));
        assertThat(staff.get("/incidents/" + incident).getStatus()).isEqualTo(200);
        assertThat(staff.page().select("script:not([src])")).isEmpty();
    }

    @Test
    void a_megabyte_is_refused_with_a_reason_and_nothing_else_is_lost() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        browser.get("/tell/questions/who");
        browser.post("/tell/questions/who", "who", "SELF");
        browser.get("/tell/questions/what");
        MockHttpServletResponse answer = browser.post("/tell/questions/what", "what", "x".repeat(1_000_000));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(browser.page().select(".govuk-error-summary").text()).contains("20,000");
        browser.get("/tell/questions/who");
        assertThat(browser.page().select("input[value=SELF]").hasAttr("checked"))
                .isTrue();
    }

    @Test
    void a_report_that_could_not_be_taken_at_once_is_taken_later_and_once() throws Exception {
        PortalScene.told(mvc, Map.of());
        UUID report = newest();
        UUID incident = one(UUID.class, "select incident_id from portal.report where id = ?", report);
        // As if the server had been killed between recording and noting it.
        DATABASE.asOwner().sql("""
                update portal.report set state = 'SENT', incident_id = null, incident_reference = null, taken_at = null,
                    sent_at = now() - interval '5 minutes' where id = ?
                """).param(report).update();
        assertThat(taking.takeAll()).isEqualTo(1);
        assertThat(one(UUID.class, "select incident_id from portal.report where id = ?", report))
                .isEqualTo(incident);
        assertThat(taking.takeAll()).isZero();
        assertThat(one(
                        Integer.class,
                        "select count(*) from recording.incident where source_reference = ?",
                        report.toString()))
                .isEqualTo(1);
    }

    @Test
    void sending_twice_is_one_report_and_what_was_sent_cannot_be_changed() throws Exception {
        Browser browser = PortalScene.told(mvc, Map.of());
        UUID report = newest();
        assertThat(PortalScene.to(browser.post("/tell/check"))).isEmpty();
        browser.get("/tell/why");
        assertThat(PortalScene.to(browser.post("/tell/check"))).isEqualTo("/tell/done");
        browser.get("/tell/why");
        assertThat(PortalScene.to(browser.post("/tell/questions/what", "what", "Something else")))
                .isEqualTo("/tell/done");
        assertThat(one(String.class, "select value from portal.answer where report_id = ? and field = 'what'", report))
                .contains("smash bottles");
    }

    @Test
    void the_exit_closes_the_report_in_this_browser_and_leads_elsewhere() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        String token = browser.cookie("frith-report");
        MockHttpServletResponse answer = browser.get("/tell/exit");
        assertThat(PortalScene.to(answer)).startsWith("https://www.bbc.co.uk/");
        assertThat(browser.cookie("frith-report")).isEmpty();
        browser.setCookie("frith-report", token);
        assertThat(PortalScene.to(browser.get("/tell/check"))).isEqualTo("/tell/return?lost=yes");
    }

    @Test
    void a_draft_is_deleted_at_once_when_its_writer_thinks_better_of_it() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        UUID report = newest();
        PortalScene.answerAll(browser, Map.of());
        browser.get("/tell/check");
        assertThat(browser.page().select("form[action=/tell/discard]")).isEmpty();
        assertThat(browser.page().select("a[href=/tell/discard]").text()).isEqualTo("Delete it all");
        assertThat(browser.get("/tell/discard").getStatus()).isEqualTo(200);
        assertThat(shown(browser)).contains("Do you want to delete it all?");
        assertThat(browser.page().select("main a[href=/tell/check]")).hasSize(1);
        assertThat(one(Integer.class, "select count(*) from portal.report where id = ?", report))
                .isEqualTo(1);
        browser.post("/tell/discard");
        assertThat(one(Integer.class, "select count(*) from portal.report where id = ?", report))
                .isZero();
        assertThat(one(Integer.class, "select count(*) from portal.answer where report_id = ?", report))
                .isZero();
    }

    @Test
    void whoever_deletes_what_was_sent_meanwhile_is_told_that_it_stays_and_how_to_add_to_it() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        PortalScene.answerAll(browser, Map.of());
        browser.get("/tell/discard");
        browser.post("/tell/check");
        UUID report = newest();
        browser.get("/tell/why");
        MockHttpServletResponse answer = browser.post("/tell/discard");
        assertThat(PortalScene.to(answer)).isEqualTo("/tell/done?kept=yes");
        browser.get(PortalScene.to(answer));
        assertThat(shown(browser)).contains("you can not delete it here", "write to us");
        assertThat(PortalScene.codeAndSecret(browser)).hasSize(2);
        assertThat(browser.page().select("main a[href=/tell/mine]")).hasSize(1);
        assertThat(one(String.class, "select state from portal.report where id = ?", report))
                .isEqualTo("TAKEN");
        assertThat(one(
                        Integer.class,
                        "select count(*) from audit.entry where act = 'ERASURE' and ids @> array[?::text]",
                        report))
                .isZero();
        assertThat(PortalScene.to(browser.get("/tell/discard"))).isEqualTo("/tell/done?kept=yes");
        browser.get("/tell/done");
        assertThat(shown(browser)).doesNotContain("you can not delete it here");
    }

    @Test
    void drafts_are_forgotten_after_four_weeks_and_reports_never() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        UUID draft = newest();
        PortalScene.told(mvc, Map.of());
        UUID sent = newest();
        DATABASE.asOwner()
                .sql("update portal.report set saved_at = now() - interval '29 days' where id in (?, ?)")
                .param(draft)
                .param(sent)
                .update();
        taking.look();
        assertThat(one(Integer.class, "select count(*) from portal.report where id = ?", draft))
                .isZero();
        assertThat(one(Integer.class, "select count(*) from portal.report where id = ?", sent))
                .isEqualTo(1);
    }

    @Test
    void the_language_that_was_chosen_stays_and_leads_back_where_it_was_chosen() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        browser.get("/tell/code");
        String href =
                browser.page().select(".frith-languages a[hreflang=en-XA]").attr("href");
        assertThat(PortalScene.to(browser.get(href))).isEqualTo("/tell/code");
        browser.get("/tell/questions/who");
        assertThat(browser.page().select("html").attr("lang")).isEqualTo("en-XA");
        assertThat(PortalScene.to(browser.get("/tell/language?to=en&back=https://evil.example")))
                .isEqualTo("/tell");
    }

    @Test
    void no_address_and_no_title_tells_what_somebody_wrote() throws Exception {
        Browser browser = PortalScene.told(mvc, Map.of("what", new String[] {"what", THREATENED}));
        assertThat(browser.page().select("a").eachAttr("href").toString()).doesNotContain(newest().toString());
        assertThat(browser.page().title()).doesNotContain("smash");
    }

    @Test
    void each_page_of_a_report_is_entered_under_the_publics_name() throws Exception {
        PortalScene.told(mvc, Map.of());
        UUID everybody = UUID.fromString("00000000-0000-7000-8000-000000000021");
        List<String> entries = DATABASE.asOwner()
                .sql("select act || ' ' || subject from audit.entry where actor = ? and ? = any (ids) order by id")
                .param(everybody)
                .param(newest().toString())
                .query((row, n) -> row.getString(1))
                .list();
        assertThat(entries)
                .startsWith("COLLECTION online report", "CONSULTATION online report")
                .contains("ALTERATION online report");
        UUID auditor = SCENE.account(FORCE, UUID.randomUUID() + "@example.org", Role.AUDITOR);
        Browser browser = Browser.holding(mvc, SCENE.session(auditor));
        assertThat(browser.get("/oversight/audit").getStatus()).isIn(200, 404);
    }

    @Test
    void nothing_that_was_typed_is_lost_when_another_language_is_chosen() throws Exception {
        Browser browser = new Browser(mvc);
        browser.get("/tell/why");
        assertThat(browser.post("/tell", "why", "CRIME", "language", "cy").getStatus())
                .isEqualTo(200);
        assertThat(browser.page().select("input[value=CRIME]").hasAttr("checked"))
                .isTrue();
        browser.post("/tell", "why", "ASB");
        browser.get("/tell/questions/who");
        browser.post("/tell/questions/who", "who", "SELF");
        browser.get("/tell/questions/what");
        Element to = browser.page().selectFirst(".frith-languages button[value=en]");
        assertThat(to).isNotNull();
        assertThat(to.attr("form")).isEqualTo(browser.page().select("form").attr("id"));
        // Enter presses a form's first button, which has to be the page's own and not that of the languages.
        assertThat(browser.page().select("button[form=answer]").getFirst().hasAttr("name"))
                .isFalse();

        MockHttpServletResponse switched =
                browser.post("/tell/questions/what", "what", "They <shout>", "language", "en");
        assertThat(switched.getStatus()).isEqualTo(200);
        assertThat(browser.page().select("html").attr("lang")).isEqualTo("en");
        assertThat(browser.page().select("textarea").val()).isEqualTo("They <shout>");
        assertThat(browser.page().select(".govuk-error-summary")).isEmpty();
        browser.post("/tell/questions/what", "what", "", "language", "cy");
        assertThat(browser.page().select(".govuk-error-summary")).isEmpty();
        assertThat(browser.page().select("html").attr("lang")).isEqualTo("cy");
        String tooLong = "a".repeat(20_001);
        browser.post("/tell/questions/what", "what", tooLong, "language", "en");
        assertThat(browser.page().select("textarea").val()).isEqualTo(tooLong);

        browser.get("/tell/return");
        browser.post("/tell/return", "code", "7KQM-4TRP", "secret", "half", "language", "cy");
        assertThat(browser.page().select("#code").val()
                        + browser.page().select("#secret").val())
                .isEqualTo("7KQM-4TRPhalf");
    }

    @Test
    void whoever_says_that_it_is_going_on_now_is_told_how_to_call_999_and_can_go_on() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        browser.get("/tell/questions/who");
        browser.post("/tell/questions/who", "who", "SELF");
        browser.post("/tell/questions/what", "what", "They kick at our door.");
        browser.get(PortalScene.to(browser.post("/tell/questions/when", "when", "NOW")));
        assertThat(shown(browser)).contains("You say it is going on now", "press 55", "18000");
        assertThat(browser.page().select("main a[href=tel:999]").text()).isEqualTo("Call 999");
        assertThat(browser.page().select("input[name=where]")).isNotEmpty();
        PortalScene.answerAll(browser, Map.of("when", new String[] {"when", "NOW"}));
        browser.get("/tell/check");
        assertThat(browser.page().select("main a[href=tel:999]")).hasSize(1);
        browser.get(PortalScene.to(browser.post("/tell/check")));
        assertThat(shown(browser)).contains("We have it");
        assertThat(browser.page().select("main a[href=tel:999]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/tell/files,413,This is too big to send",
        "/tell/questions/what,403,We could not take what you sent",
        "/tell/nothing-here,404,We can not find this page",
        "/here/2222ZZZZ,404,This code is not in use",
        "/tell/mine,405,We could not read what you sent",
        "/tell,429,Please wait a moment",
        "/tell/check,500,something went wrong"
    })
    void what_went_wrong_is_said_on_a_page_of_the_publics_and_in_their_language(String path, int status, String title)
            throws Exception {
        Browser browser = new Browser(mvc);
        assertThat(browser.failed(path, status).getStatus()).isEqualTo(status);
        assertThat(browser.page().select("h1").text()).contains(title);
        assertThat(browser.page().select("body").hasClass("frith-body--portal")).isTrue();
        assertThat(shown(browser)).contains("999", "101").doesNotContain("administrator", "organisation");
        assertThat(browser.page().select("main a[href=/tell/return]")).hasSize(1);
        browser.get("/tell/language?to=cy");
        assertThat(browser.failed(path, status).getStatus()).isEqualTo(status);
        assertThat(browser.page().select("html").attr("lang")).isEqualTo("cy");
    }

    @Test
    void whoever_mistypes_an_address_of_the_public_is_not_asked_to_sign_in() throws Exception {
        Browser browser = new Browser(mvc);
        assertThat(browser.get("/tell/nothing-here").getStatus()).isEqualTo(404);
        assertThat(browser.get("/here").getStatus()).isEqualTo(404);
        assertThat(browser.get("/here/2222ZZZZ").getStatus()).isEqualTo(404);
        assertThat(browser.get("/tell/chat/say").getStatus()).isEqualTo(405);
        assertThat(browser.get("/tellers").getStatus()).isEqualTo(303);
    }

    @Test
    void whoever_writes_that_it_goes_on_now_is_told_how_to_call_999_before_and_after_sending() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        PortalScene.answerAll(browser, Map.of("what", new String[] {
            "what", "He is outside my door right now, kicking it, and he has a knife."
        }));
        browser.get("/tell/check");
        assertThat(shown(browser)).contains("You say it is going on now", "press 55");
        browser.get(PortalScene.to(browser.post("/tell/check")));
        assertThat(browser.page().select("main a[href=tel:999]")).hasSize(1);
    }
}
