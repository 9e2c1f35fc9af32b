package uk.frith.platform.portal.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import uk.frith.platform.foundation.places.PlacesScene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.portal.report.PortalScene;
import uk.frith.platform.portal.report.PublicWords;

/** Chats from the first words to the incident, as the reporter and whoever answers see them. */
@SpringBootTest(properties = {"frith.portal.begins-at-once=1000", "frith.chat.most-at-once=3"})
@AutoConfigureMockMvc
class ChatDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String PUNCHED =
            "My neighbour at number 9 punched me in the face last night when I asked him to turn his music down."
                    + " My lip is split and I am afraid to go out.";
    private static final String SOFA = "There is an old sofa in the alley behind the shops since Monday.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private UUID force = new UUID(0, 0);
    private UUID handler = new UUID(0, 0);

    ChatDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
    }

    @BeforeEach
    void a_force_with_somebody_at_the_desk() {
        force = SCENE.organisation("Chat Police " + UUID.randomUUID());
        handler = account(Role.CALL_HANDLER);
    }

    private UUID account(Role role) {
        return SCENE.account(force, UUID.randomUUID() + "@example.org", role);
    }

    private Browser at(UUID account) throws Exception {
        Browser browser = Browser.holding(mvc, SCENE.session(account));
        browser.get("/chats");
        return browser;
    }

    private static <T> T one(Class<T> type, String sql, Object... params) {
        var statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.query(type).single();
    }

    private UUID newest() {
        return one(
                UUID.class,
                "select report_id from chat.talk where organisation_id = ? order by began_at desc limit 1",
                force);
    }

    private Browser chatting(String words) throws Exception {
        Browser browser = new Browser(mvc);
        browser.get("/tell/chat");
        MockHttpServletResponse begun = browser.post("/tell/chat", "force", force.toString(), "text", words);
        assertThat(PortalScene.to(begun)).isEqualTo("/tell/chat");
        browser.get("/tell/chat");
        return browser;
    }

    private static String shown(Browser browser) {
        return browser.page().select("main").text();
    }

    private static String answered(Browser staff) throws Exception {
        staff.get("/chats");
        return PortalScene.to(staff.post("/chats/next"));
    }

    private static void say(Browser staff, String chat, String words) throws Exception {
        staff.get(chat);
        assertThat(staff.post(chat + "/say", "text", words).getStatus()).isEqualTo(302);
    }

    @Test
    void whoever_writes_that_it_is_going_on_or_that_somebody_is_in_danger_is_told_how_to_call_999() throws Exception {
        Browser beginning = new Browser(mvc);
        at(handler);
        beginning.get("/tell/chat");
        assertThat(beginning.page().select("main a[href=tel:999]")).hasSize(1);
        assertThat(shown(beginning)).contains("press 55", "18000");

        Browser calm = chatting(SOFA);
        assertThat(calm.page().select("main a[href=tel:999]")).isEmpty();
        calm.post("/tell/chat/say", "text", "And now he is outside and he has a knife");
        calm.get("/tell/chat");
        assertThat(shown(calm)).contains("You say it is going on now", "press 55", "18000", "What you wrote is kept");
        assertThat(calm.page().select("main p:has(a[href=tel:999]) ~ form#answer"))
                .hasSize(1);
        calm.post("/tell/chat/say", "text", "I write a lot about my sofa");
        calm.get("/tell/chat");
        assertThat(shown(calm)).contains("You say it is going on now");

        assertThat(shown(chatting("I am in danger"))).contains("You say it is going on now", "press 55");
    }

    @Test
    void a_chat_is_read_while_it_is_told_and_recorded_as_a_call_is_and_its_reporter_is_told() throws Exception {
        Browser staff = at(handler);
        Browser reporter = chatting(PUNCHED);
        assertThat(shown(reporter)).contains("Someone will be with you soon").contains("punched me");

        String chat = answered(staff);
        staff.get(chat);
        assertThat(shown(staff)).contains("8N").contains("Where is it happening?");
        staff.post(chat + "/say", "text", "Where is it happening?");
        reporter.get("/tell/chat");
        assertThat(shown(reporter)).contains("Someone is with you now").contains("Where is it happening?");
        reporter.post("/tell/chat/say", "text", "12 Long Row, Testham. Call me on 07700 900123, I am Ann Example.");
        staff.get(chat);
        assertThat(shown(staff)).contains("12 Long Row");
        assertThat(staff.page().select("#ask").text()).doesNotStartWith("Where is it happening?");

        String draft = PortalScene.to(staff.post(chat + "/take-down"));
        assertThat(draft).startsWith("/calls/");
        staff.get(draft);
        Document call = staff.page();
        assertThat(call.select("#account").val())
                .isEqualTo("Visitor: " + PUNCHED
                        + "\nAgent: Where is it happening?\nVisitor: 12 Long Row, Testham. Call me on 07700 900123, I am Ann"
                        + " Example.");
        String incident = PortalScene.to(staff.post(
                draft,
                "act",
                "record",
                "seen",
                call.select("#seen").val(),
                "account",
                call.select("#account").val(),
                "name",
                "Ann Example",
                "phone",
                "07700 900123",
                "location",
                "12 Long Row, Testham",
                "part",
                "VICTIM"));
        assertThat(incident).startsWith("/incidents/");
        UUID recorded = UUID.fromString(incident.substring("/incidents/".length()));
        assertThat(one(String.class, "select channel || ' ' || source from recording.incident where id = ?", recorded))
                .isEqualTo("ONLINE portal-chat");
        assertThat(one(UUID.class, "select incident_id from portal.report where id = ?", newest()))
                .isEqualTo(recorded);
        assertThat(one(Long.class, "select count(*) from recording.incident where organisation_id = ?", force))
                .isEqualTo(1);

        reporter.get("/tell/chat");
        assertThat(shown(reporter)).contains("This chat is over").contains("Keep the code of the last one first");
        reporter.get("/tell/mine");
        assertThat(shown(reporter)).contains("It is recorded, and stays open", "What you told us", "punched me");
        assertThat(reporter.page().select("main a[href=/tell/chat]")).isEmpty();
    }

    @Test
    void the_page_of_a_report_leads_back_to_a_chat_that_goes_on() throws Exception {
        at(handler);
        Browser reporter = chatting(PUNCHED);
        reporter.get("/tell/mine");
        assertThat(reporter.page().select("main a[href=/tell/chat]").text())
                .isEqualTo("Your chat with us goes on. Go back to it");
        reporter.get("/tell/chat");
        reporter.post("/tell/chat/end");
        reporter.get("/tell/mine");
        assertThat(reporter.page().select("main a[href=/tell/chat]")).isEmpty();
    }

    @Test
    void the_same_words_get_the_same_grade_in_a_chat_and_in_a_call() throws Exception {
        Browser staff = at(handler);
        for (String words : List.of(PUNCHED, SOFA)) {
            chatting(words).post("/tell/chat/end");
            String chat = one(
                    String.class,
                    "select h.grade || ' ' || h.opening_label from recording.handling h join portal.report r"
                            + " on r.incident_id = h.incident_id where r.id = ?",
                    newest());
            String draft = PortalScene.to(staff.post("/calls"));
            staff.get(draft);
            String incident = PortalScene.to(staff.post(
                    draft, "act", "record", "seen", staff.page().select("#seen").val(), "account", words));
            assertThat(one(
                            String.class,
                            "select grade || ' ' || opening_label from recording.handling where incident_id = ?",
                            UUID.fromString(incident.substring("/incidents/".length()))))
                    .isEqualTo(chat);
        }
    }

    @Test
    void nothing_that_is_told_later_takes_danger_away() throws Exception {
        Browser staff = at(handler);
        Browser reporter = chatting("My ex is outside my door with a knife and says he will kill me");
        String chat = answered(staff);
        say(
                staff,
                chat,
                "Hello, my name is Sam and I am a call handler. What is your name please, and can you tell me the address"
                        + " that you are at, and whether you can lock the door?");
        reporter.get("/tell/chat");
        reporter.post("/tell/chat/say", "text", "I am Kelly. It is the blue house on the corner by the shop");
        staff.get(chat);
        assertThat(staff.page().select("#heard").text()).startsWith("Immediate");
        staff.post(chat + "/end");
        assertThat(one(
                        String.class,
                        "select h.grade from recording.handling h join portal.report r on r.incident_id = h.incident_id"
                                + " where r.id = ?",
                        newest()))
                .isEqualTo("IMMEDIATE");
    }

    @Test
    void a_chat_that_is_ended_without_being_taken_down_becomes_an_incident_with_every_word() throws Exception {
        Browser staff = at(handler);
        Browser reporter = chatting(SOFA);
        String chat = answered(staff);
        say(staff, chat, "Thank you. Is it in anybody's way?");
        reporter.get("/tell/chat");
        reporter.post("/tell/chat/say", "text", "Yes, prams can't pass.");
        staff.get(chat);
        staff.post(chat + "/end");
        assertThat(one(
                        String.class,
                        "select i.text from recording.incident i join portal.report r on r.incident_id = i.id where r.id = ?",
                        newest()))
                .isEqualTo("Visitor: " + SOFA
                        + "\nAgent: Thank you. Is it in anybody's way?\nVisitor: Yes, prams can't pass.");
    }

    @Test
    void nobody_is_lost_when_no_one_answers() throws Exception {
        at(handler);
        chatting(SOFA);
        UUID report = newest();
        assertThat(one(
                        Boolean.class,
                        "select alone_until > clock_timestamp() + interval '4 minutes' from portal.report where id = ?",
                        report))
                .isTrue();
        becomesAnIncidentByItself(report);
        assertThat(one(String.class, "select state from portal.report where id = ?", report))
                .isEqualTo("TAKEN");
    }

    @Test
    void a_chat_that_becomes_an_incident_by_itself_lies_at_the_postcode_that_was_written_in_it() throws Exception {
        PlacesScene.squares(DATABASE);
        at(handler);
        chatting("Lads throw stones at my window again, number 3 Mill Lane, ex1 1aa, and I am on my own.");
        UUID report = newest();
        becomesAnIncidentByItself(report);
        assertThat(one(
                        String.class,
                        "select location || ' ' || i.lsoa_code from recording.incident i"
                                + " join portal.report r on r.incident_id = i.id where r.id = ?",
                        report))
                .isEqualTo("EX1 1AA " + PlacesScene.WEST);
    }

    @Autowired
    private List<uk.frith.platform.foundation.identity.Rounds> rounds = List.of();

    private void becomesAnIncidentByItself(UUID report) {
        DATABASE.asOwner()
                .sql(
                        "update portal.report set alone_until = clock_timestamp(), sent_at = sent_at - interval '10 minutes'"
                                + " where id = ?")
                .param(report)
                .update();
        taking();
    }

    private void taking() {
        rounds.stream()
                .filter(each -> each.getClass().getSimpleName().equals("Taking"))
                .forEach(each -> org.springframework.test.util.ReflectionTestUtils.invokeMethod(each, "look"));
    }

    @Test
    void the_most_urgent_is_answered_first_and_nobody_is_given_more_than_they_can_answer() throws Exception {
        Browser staff = at(handler);
        chatting(SOFA);
        chatting(PUNCHED);
        UUID punched = newest();
        assertThat(answered(staff)).isEqualTo("/chats/" + punched);
        assertThat(answered(staff)).startsWith("/chats/");
        chatting(SOFA);
        staff.get("/chats");
        MockHttpServletResponse third = staff.post("/chats/next");
        assertThat(third.getStatus()).isEqualTo(409);
        assertThat(shown(staff)).contains("as many chats in hand as one person can answer well");

        Browser other = at(account(Role.CALL_HANDLER));
        assertThat(answered(other)).startsWith("/chats/");
    }

    @Test
    void a_chat_is_handed_on_and_whoever_takes_it_sees_what_was_said() throws Exception {
        Browser staff = at(handler);
        Browser reporter = chatting(PUNCHED);
        String chat = answered(staff);
        say(staff, chat, "Are you hurt?");
        staff.get(chat);
        staff.post(chat + "/hand-on");
        Browser other = at(account(Role.CALL_HANDLER));
        assertThat(answered(other)).isEqualTo(chat);
        other.get(chat);
        assertThat(shown(other)).contains("Are you hurt?").contains("punched me");
        staff.get(chat);
        MockHttpServletResponse late = staff.post(chat + "/say", "text", "One more thing");
        assertThat(late.getStatus()).isEqualTo(422);
        staff.get(chat);
        assertThat(PortalScene.to(staff.post(chat + "/take-down"))).isEqualTo(chat);
        staff.get(chat);
        staff.post(chat + "/end");
        other.get(chat);
        assertThat(shown(other)).doesNotContain("This chat is over");
        String draft = PortalScene.to(other.post(chat + "/take-down"));
        assertThat(other.get(draft).getStatus()).isEqualTo(200);
        other.get(chat);
        assertThat(PortalScene.to(other.post(chat + "/take-down"))).isEqualTo(draft);
        reporter.get("/tell/chat");
        assertThat(shown(reporter)).doesNotContain("One more thing");
    }

    @Test
    void what_is_new_comes_by_itself_and_nothing_is_entered_for_looking_in_vain() throws Exception {
        Browser staff = at(handler);
        Browser reporter = chatting(SOFA);
        String chat = answered(staff);
        staff.get(chat);
        String seen = staff.page().select("#state").attr("hx-get");
        int before = SCENE.entriesOf(handler).size();
        assertThat(staff.get(seen).getStatus()).isEqualTo(204);
        assertThat(SCENE.entriesOf(handler)).hasSize(before);
        reporter.get("/tell/chat");
        reporter.post("/tell/chat/say", "text", "It is in the way of prams");
        assertThat(staff.get(seen).getContentAsString())
                .contains("in the way of prams")
                .doesNotContain("old sofa in");
        assertThat(SCENE.entriesOf(handler)).hasSize(before + 1);

        reporter.get("/tell/chat");
        String mine = reporter.page().select("#state").attr("hx-get");
        assertThat(reporter.get(mine).getStatus()).isEqualTo(204);
        say(staff, chat, "Thank you");
        assertThat(reporter.get(mine).getContentAsString()).contains("Thank you");
    }

    @Test
    void it_is_offered_only_while_somebody_answers_and_says_what_is_wrong() throws Exception {
        Browser reporter = new Browser(mvc);
        reporter.get("/tell/chat");
        assertThat(reporter.page().select("form[action=/tell/chat]").html()).doesNotContain(force.toString());
        MockHttpServletResponse closed = reporter.post("/tell/chat", "force", force.toString(), "text", "Loud music");
        assertThat(closed.getStatus()).isEqualTo(422);
        Browser staff = at(handler);
        reporter.get("/tell/chat");
        assertThat(reporter.post("/tell/chat", "force", force.toString(), "text", " ")
                        .getStatus())
                .isEqualTo(422);
        assertThat(shown(reporter)).contains("Write something first");
        reporter.get("/tell/chat");
        String tooLong = "a".repeat(2_001);
        assertThat(reporter.post("/tell/chat", "force", force.toString(), "text", tooLong)
                        .getStatus())
                .isEqualTo(422);
        assertThat(reporter.page().select("textarea").val()).isEqualTo(tooLong);
        staff.get("/chats");
        staff.post("/chats/leave");
        reporter.get("/tell/chat");
        assertThat(reporter.post("/tell/chat", "force", force.toString(), "text", "Loud music")
                        .getStatus())
                .isEqualTo(422);
    }

    private String recorded(Browser staff, String draft) throws Exception {
        staff.get(draft);
        String incident = PortalScene.to(staff.post(
                draft,
                "act",
                "record",
                "seen",
                staff.page().select("#seen").val(),
                "account",
                staff.page().select("#account").val()));
        assertThat(incident).startsWith("/incidents/");
        return incident.substring("/incidents/".length());
    }

    @Test
    void what_is_told_while_it_is_taken_down_stands_in_the_record_and_counts() throws Exception {
        Browser staff = at(handler);
        Browser reporter = chatting(SOFA);
        String chat = answered(staff);
        staff.get(chat);
        String draft = PortalScene.to(staff.post(chat + "/take-down"));
        reporter.get("/tell/chat");
        reporter.post("/tell/chat/say", "text", PUNCHED);
        UUID incident = UUID.fromString(recorded(staff, draft));
        assertThat(one(String.class, "select text from recording.incident where id = ?", incident))
                .isEqualTo(SOFA + "\nVisitor: " + PUNCHED);
        assertThat(one(
                        Long.class,
                        "select count(*) from recording.suggestion where incident_id = ? and class_code = '8N'",
                        incident))
                .isEqualTo(1);
    }

    @Test
    void a_discarded_draft_holds_nothing_back() throws Exception {
        Browser staff = at(handler);
        chatting(SOFA);
        String chat = answered(staff);
        staff.get(chat);
        String draft = PortalScene.to(staff.post(chat + "/take-down"));
        staff.get(draft);
        staff.post(draft, "act", "discard", "seen", staff.page().select("#seen").val());
        staff.get(chat);
        assertThat(shown(staff)).contains("Take it down").doesNotContain("Go on taking it down");
        staff.post(chat + "/end");
        assertThat(one(String.class, "select state from portal.report where id = ?", newest()))
                .isEqualTo("TAKEN");
    }

    @Test
    void what_is_recorded_after_a_chat_has_become_an_incident_by_itself_follows_it() throws Exception {
        Browser staff = at(handler);
        chatting(SOFA);
        String chat = answered(staff);
        staff.get(chat);
        String draft = PortalScene.to(staff.post(chat + "/take-down"));
        UUID report = newest();
        becomesAnIncidentByItself(report);
        UUID first = one(UUID.class, "select incident_id from portal.report where id = ?", report);
        UUID second = UUID.fromString(recorded(staff, draft));
        assertThat(one(UUID.class, "select to_id from recording.link where incident_id = ?", second))
                .isEqualTo(first);
    }

    @Test
    void nobody_is_told_that_somebody_is_there_when_their_page_is_closed_and_another_can_answer() throws Exception {
        Browser staff = at(handler);
        Browser reporter = chatting(PUNCHED);
        String chat = answered(staff);
        reporter.get("/tell/chat");
        assertThat(shown(reporter)).contains("Someone is with you now");
        DATABASE.asOwner()
                .sql("update chat.presence set seen_at = seen_at - interval '5 minutes' where account_id = ?")
                .param(handler)
                .update();
        reporter.get("/tell/chat");
        assertThat(shown(reporter)).contains("Someone will be with you soon");
        assertThat(answered(at(account(Role.CALL_HANDLER)))).isEqualTo(chat);
        reporter.get("/tell/chat");
        assertThat(shown(reporter)).contains("Someone is with you now");
    }

    @Test
    void what_could_not_be_sent_is_not_lost_and_asking_keeps_what_was_typed() throws Exception {
        Browser staff = at(handler);
        Browser reporter = chatting(PUNCHED);
        String chat = answered(staff);
        staff.get(chat);
        String ask = staff.page().select("#ask-this").val();
        MockHttpServletResponse asked = staff.post(chat + "/say", "text", "half a sen", "ask", ask);
        assertThat(asked.getStatus()).isEqualTo(200);
        assertThat(staff.page().select("#text").val()).isEqualTo("half a sen");
        assertThat(shown(staff)).contains(ask);
        reporter.get("/tell/chat");
        assertThat(shown(reporter)).contains(ask).doesNotContain("half a sen");
        reporter.post("/tell/chat/end");
        staff.get(chat);
        assertThat(staff.post(chat + "/say", "text", "Lock the door").getStatus())
                .isEqualTo(422);
        assertThat(shown(staff)).contains("This wasn't sent:").contains("Lock the door");
    }

    @Test
    void whoever_meant_another_force_is_not_led_to_this_one() throws Exception {
        at(handler);
        Browser reporter = new Browser(mvc);
        reporter.get("/tell/chat");
        reporter.post("/tell/chat", "force", UUID.randomUUID().toString(), "text", SOFA);
        assertThat(shown(reporter)).contains("No one is here to chat any more");
        assertThat(reporter.page().select("input[type=hidden][name=force]")).isEmpty();
        assertThat(reporter.page().select("textarea").val()).isEqualTo(SOFA);
        assertThat(reporter.post("/tell/chat", "force", "", "text", SOFA).getStatus())
                .isEqualTo(422);
        assertThat(shown(reporter)).contains("Choose a police force");
    }

    @Test
    void a_chat_ends_where_a_record_would() throws Exception {
        at(handler);
        Browser reporter = chatting(SOFA);
        for (int i = 0; i < 19; i++) {
            reporter.post("/tell/chat/say", "text", "a".repeat(2_000));
        }
        reporter.get("/tell/chat");
        assertThat(reporter.post("/tell/chat/say", "text", "a".repeat(2_000)).getStatus())
                .isEqualTo(422);
        assertThat(shown(reporter)).contains("This chat is full. Call 101");
    }

    @Test
    void another_force_and_another_reporter_see_nothing_of_it() throws Exception {
        at(handler);
        chatting(PUNCHED);
        UUID report = newest();
        UUID elsewhere = SCENE.account(
                SCENE.organisation("Elsewhere " + UUID.randomUUID()),
                UUID.randomUUID() + "@example.org",
                Role.CALL_HANDLER);
        Browser other = Browser.holding(mvc, SCENE.session(elsewhere));
        assertThat(other.get("/chats/" + report).getStatus()).isEqualTo(404);
        other.get("/chats");
        assertThat(shown(other)).contains("Nobody waits");
        Browser stranger = new Browser(mvc);
        stranger.get("/tell/chat");
        assertThat(stranger.get("/tell/chat/lines").getStatus()).isEqualTo(204);
        assertThat(PortalScene.to(stranger.post("/tell/chat/say", "text", "Hello")))
                .startsWith("/tell/return");
    }

    @Test
    void every_word_that_the_public_reads_is_from_the_catalogue() {
        assertThat(PublicWords.own(ChatSamples.ofThePublic(PublicWords.pretend())))
                .isEmpty();
    }

    @Test
    void words_that_make_it_small_are_asked_about_once() throws Exception {
        Browser staff = at(handler);
        chatting(PUNCHED);
        String chat = answered(staff);
        staff.get(chat);
        assertThat(staff.post(chat + "/say", "text", "We went there twice, it was just ASB")
                        .getStatus())
                .isEqualTo(422);
        assertThat(shown(staff)).contains("Keep these words").contains("smaller than it is");
        assertThat(staff.post(chat + "/say", "text", "We went there twice, it was just ASB", "keep", "yes")
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void whoever_stopped_answering_is_not_brought_back_by_a_page_that_is_still_open() throws Exception {
        Browser staff = at(handler);
        chatting(PUNCHED);
        String chat = answered(staff);
        staff.get(chat);
        Browser elsewhere = Browser.holding(mvc, SCENE.session(handler));
        elsewhere.get("/chats");
        elsewhere.post("/chats/leave");

        staff.get("/chats/board?seen=1");
        assertThat(staff.page().text()).contains("You stopped answering");
        staff.get(chat + "/lines?seen=1");
        assertThat(one(Integer.class, "select count(*) from chat.presence where account_id = ?", handler))
                .isZero();

        staff.get("/chats");
        staff.get("/chats/board?seen=1");
        assertThat(staff.page().text()).doesNotContain("You stopped answering");
        assertThat(one(Integer.class, "select count(*) from chat.presence where account_id = ?", handler))
                .isEqualTo(1);
    }

    @Test
    void what_somebody_is_writing_in_a_chat_outlives_a_change_of_language() throws Exception {
        at(handler);
        Browser reporter = new Browser(mvc);
        reporter.get("/tell/chat");
        reporter.post("/tell/chat", "force", force.toString(), "text", "Loud <music>", "language", "cy");
        assertThat(reporter.page().select("html").attr("lang")).isEqualTo("cy");
        assertThat(reporter.page().select("textarea").val()).isEqualTo("Loud <music>");
        assertThat(reporter.page().select(".govuk-error-summary")).isEmpty();
        reporter.post("/tell/chat", "force", force.toString(), "text", "Loud <music>");
        reporter.get("/tell/chat");
        reporter.post("/tell/chat/say", "text", "It is", "language", "en");
        assertThat(reporter.page().select("html").attr("lang")).isEqualTo("en");
        assertThat(reporter.page().select("#text").val()).isEqualTo("It is");
        assertThat(one(Integer.class, "select count(*) from dialogue.message where report_id = ?", newest()))
                .isZero();
    }
}
