package uk.frith.platform.reports.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;

/** What is typed of a call, and that nothing of it is lost, overwritten unseen or read by somebody else. */
@SpringBootTest
@AutoConfigureMockMvc
class CallDraftsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private String suffix = "";
    private UUID organisation = new UUID(0, 0);
    private UUID handler = new UUID(0, 0);

    CallDraftsDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
    }

    @BeforeEach
    void somebody() {
        suffix = UUID.randomUUID().toString();
        organisation = SCENE.organisation("Force " + suffix);
        handler = SCENE.account(organisation, suffix + "@example.org", Role.CALL_HANDLER);
    }

    private Browser browser() {
        return Browser.holding(mvc, SCENE.session(handler));
    }

    private static String begin(Browser browser, String... fields) throws Exception {
        browser.get("/calls");
        String address = to(browser.post("/calls", fields));
        assertThat(browser.get(address).getStatus()).isEqualTo(200);
        return address;
    }

    private static String to(MockHttpServletResponse answer) {
        String address = answer.getHeader("Location");
        return address == null ? "" : address;
    }

    private String account(String screen) {
        return DATABASE.asOwner()
                .sql("select account from calls.draft where id = ?::uuid")
                .param(screen.substring(screen.lastIndexOf('/') + 1))
                .query(String.class)
                .single();
    }

    @Test
    void what_another_window_typed_is_not_overwritten_until_somebody_has_seen_it() throws Exception {
        Browser browser = browser();
        String screen = begin(browser);
        String[] one = {"tab", "one", "turn", "1", "seen", "1", "account", "Typed in one"};
        String[] two = {"tab", "two", "turn", "1", "seen", "1", "account", "Typed in two", "location", "Long Row"};
        assertThat(browser.post(screen + "/draft", one).getStatus()).isEqualTo(200);

        assertThat(browser.post(screen + "/draft", two).getStatus()).isEqualTo(409);
        assertThat(browser.page().select("#notice").text())
                .contains(
                        "Changed in another window",
                        "here: Typed in two",
                        "kept there: Typed in one",
                        "here: Long Row");
        assertThat(browser.page().select("#seen").val()).isEqualTo("1");
        assertThat(account(screen)).isEqualTo("Typed in one");

        browser.get(screen);
        assertThat(browser.post(screen, "act", "record", "seen", "1", "account", "Typed in two")
                        .getStatus())
                .isEqualTo(409);
        assertThat(browser.page().select("#account").text()).isEqualTo("Typed in two");
        assertThat(browser.page().select("#notice").text()).contains("kept there: Typed in one");
        String now = browser.page().select("#notice input[name=now]").val();

        assertThat(browser.post(screen, "act", "keep", "seen", "1", "now", now, "account", "Typed in two")
                        .getStatus())
                .isEqualTo(302);
        assertThat(account(screen)).isEqualTo("Typed in two");
    }

    @Test
    void a_form_that_outlived_its_session_gets_the_new_proof_without_an_entry_for_a_look_nobody_took()
            throws Exception {
        Browser browser = browser();
        String screen = begin(browser);
        int before = SCENE.entriesOf(handler).size();

        MockHttpServletResponse answer = browser.get("/calls/proof");

        assertThat(answer.getContentType()).startsWith("application/json");
        assertThat(answer.getContentAsString()).contains("\"proof\":\"", "\"whose\":\"" + handler + "\"");
        assertThat(SCENE.entriesOf(handler)).hasSize(before);
        browser.get(screen);
        assertThat(browser.page().select("header[data-module=own-words]").attr("data-whose"))
                .isEqualTo(handler.toString());
    }

    @Test
    void what_is_overtaken_on_the_way_does_not_win_over_what_was_typed_later() throws Exception {
        Browser browser = browser();
        String screen = begin(browser);
        browser.post(screen + "/draft", "tab", "one", "turn", "2", "seen", "1", "account", "Loud music and shouting");

        assertThat(browser.post(screen + "/draft", "tab", "one", "turn", "1", "seen", "1", "account", "Loud mus")
                        .getStatus())
                .isEqualTo(200);

        assertThat(account(screen)).isEqualTo("Loud music and shouting");
        browser.post(
                screen + "/draft", "tab", "one", "turn", "3", "seen", "1", "account", "Loud music and shouting again");
        assertThat(account(screen)).isEqualTo("Loud music and shouting again");
    }

    @Test
    void what_is_typed_after_the_call_was_recorded_elsewhere_is_not_lost_in_silence() throws Exception {
        Browser browser = browser();
        String screen = begin(browser);
        String incident = to(browser.post(screen, "act", "record", "seen", "1", "account", "Loud music"));
        assertThat(incident).startsWith("/incidents/");

        assertThat(browser.post(
                                screen + "/draft",
                                "tab",
                                "two",
                                "turn",
                                "1",
                                "seen",
                                "1",
                                "account",
                                "Loud music, and more")
                        .getStatus())
                .isEqualTo(409);

        assertThat(browser.page().select("#notice").text()).contains("This call is recorded", "as a note");
        assertThat(browser.page().select("#notice a").attr("href")).isEqualTo(incident);
    }

    @Test
    void a_question_that_was_asked_makes_way_for_the_next() throws Exception {
        Browser browser = browser();
        String screen = begin(browser);
        browser.post(
                screen + "/draft",
                "seen",
                "1",
                "account",
                "Loud music from the flat above all night",
                "location",
                "Long Row");
        String first = browser.page().select(".frith-question").text();
        String id = browser.page().select("#ask").val();

        browser.get(screen);
        browser.post(
                screen + "/draft",
                "seen",
                browser.page().select("#seen").val(),
                "account",
                "Loud music from the flat above all night",
                "location",
                "Long Row",
                "ask",
                id);

        assertThat(browser.page().select(".frith-question").text()).isNotEqualTo(first);
        assertThat(browser.page().select("#asked").val()).contains(id);
        browser.get(screen);
        assertThat(browser.page().select("#asked").val()).contains(id);
    }

    @Test
    void the_category_stands_with_what_the_standard_means_by_it() throws Exception {
        Browser browser = browser();
        String screen = begin(browser);
        assertThat(browser.page().select(".frith-meanings").text())
                .contains(
                        "Personal",
                        "deliberately targeted",
                        "Nuisance",
                        "local community",
                        "Environmental",
                        "surroundings");

        browser.post(screen + "/draft", "seen", "1", "account", "Rubbish everywhere", "category", "ENVIRONMENTAL");

        assertThat(browser.page().select("#beside").text()).contains("Opens as ASB - Environmental", "surroundings");
    }

    @Test
    void one_key_makes_a_call_the_follow_up_of_the_latest_report() throws Exception {
        Browser browser = browser();
        String screen = begin(browser);
        browser.post(
                screen, "act", "record", "seen", "1", "phone", "0113 496 0123", "account", "Loud music from next door");

        String again = begin(browser);
        browser.post(again + "/before", "seen", "1", "phone", "+44 (0)113 496 0123");
        assertThat(browser.page().select("#follow").attr("accesskey")).isEqualTo("u");
        String follows = browser.page().select("#follow").val();
        assertThat(follows).startsWith("FOLLOW_UP:");
        browser.get(again);
        browser.post(
                again + "/before",
                "seen",
                browser.page().select("#seen").val(),
                "phone",
                "01134960123",
                "follow",
                follows);

        assertThat(browser.page().select("option[selected]").val()).isEqualTo(follows);
        assertThat(browser.page().select("#follow").text()).contains("Not a follow-up");
    }

    @Test
    void a_follow_up_call_begins_on_the_page_of_the_incident() throws Exception {
        Browser browser = browser();
        String incident = to(browser.post(begin(browser), "act", "record", "seen", "1", "account", "Loud music"));
        browser.get(incident);
        String path = browser.page().select("a[href*=follows]").attr("href");
        browser.get(path);

        String screen = begin(
                browser, "follows", browser.page().select("input[name=follows]").val());

        assertThat(browser.page().select("#before option[selected]").text()).contains("Follow-up of");
        browser.get(to(browser.post(
                screen,
                "act",
                "record",
                "seen",
                "1",
                "account",
                "It is going on again",
                "follows",
                browser.page().select("#before option[selected]").val())));
        assertThat(browser.page().select("section:has(#links)").text()).contains("Follow-up of");
    }

    @Test
    void what_is_easily_missed_and_what_looks_mistyped_is_said_and_blocks_nothing() throws Exception {
        Browser browser = browser();
        String screen = begin(browser);

        browser.post(
                screen + "/draft",
                "seen",
                "1",
                "phone",
                "0113 496",
                "account",
                "Neighbour has been shouting abuse at her every day for three weeks and she is scared. It is just ASB.",
                "affected",
                "Ben Example\nCara Example, 07700 900 123, spoken to",
                "evidence",
                "doorbell film");

        String beside = browser.page().select("#beside").text();
        assertThat(beside)
                .contains("Words that make it small", "just ASB")
                .contains("has 7 digits")
                .contains("Ben Example, no number: not spoken to yet")
                .contains("Cara Example, 07700 900 123: spoken to")
                .contains("Video: doorbell film, nobody named who has it");
        assertThat(browser.page().select("#beside p:contains(by)").text()).isNotEmpty();
        browser.get(screen);
        assertThat(to(browser.post(
                        screen,
                        "act",
                        "record",
                        "seen",
                        browser.page().select("#seen").val(),
                        "phone",
                        "0113 496",
                        "account",
                        "Loud")))
                .startsWith("/incidents/");
    }

    @Test
    void several_reports_of_one_caller_ask_for_a_course_of_conduct_and_for_trouble_at_home() throws Exception {
        Browser browser = browser();
        for (int i = 0; i < 3; i++) {
            browser.post(
                    begin(browser),
                    "act",
                    "record",
                    "seen",
                    "1",
                    "phone",
                    "0113 496 0123",
                    "category",
                    "PERSONAL",
                    "account",
                    "He shouted at me through the wall again");
        }
        String screen = begin(browser);

        browser.post(screen + "/draft", "seen", "1", "phone", "0113 4960123", "account", "He is shouting again");

        assertThat(browser.page().select(".frith-prompt").text())
                .contains("May be a course of conduct", "3 times", "May be trouble at home");
    }

    @Test
    void the_second_wall_keeps_a_draft_from_everybody_but_its_handler() throws Exception {
        Browser browser = browser();
        String screen = begin(browser);
        browser.post(screen + "/draft", "seen", "1", "account", "Something private");
        UUID draft = UUID.fromString(screen.substring(screen.lastIndexOf('/') + 1));
        UUID colleague = SCENE.account(organisation, "c" + suffix + "@example.org", Role.CALL_HANDLER);
        UUID supervisor = SCENE.account(organisation, "s" + suffix + "@example.org", Role.SUPERVISOR);
        UUID stranger = SCENE.account(
                SCENE.organisation("Elsewhere " + suffix), "x" + suffix + "@example.org", Role.CALL_HANDLER);

        for (UUID other : List.of(colleague, supervisor, stranger)) {
            assertThat(seen(other, draft)).isZero();
            assertThat(DATABASE.asApplication()
                            .sql("""
                                    with asked as (select set_config('frith.token', ?, false))
                                    update calls.draft set account = 'Mine now' from asked where id = ?
                                    """)
                            .param(SCENE.session(other))
                            .param(draft)
                            .update())
                    .isZero();
        }
        assertThat(seen(handler, draft)).isEqualTo(1);
        assertThat(account(screen)).isEqualTo("Something private");
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("""
                                with asked as (select set_config('frith.token', ?, false))
                                insert into calls.draft (organisation_id, account_id, began_at, saved_at)
                                select ?, ?, now(), now() from asked where set_config is not null
                                """)
                        .param(SCENE.session(colleague))
                        .param(organisation)
                        .param(handler)
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThat(DATABASE.asApplication()
                        .sql("select count(*) from calls.draft")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long seen(UUID asker, UUID draft) {
        return DATABASE.asApplication()
                .sql("""
                        with asked as (select set_config('frith.token', ?, false))
                        select count(*) from asked, calls.draft where set_config is not null and id = ?
                        """)
                .param(SCENE.session(asker))
                .param(draft)
                .query(Long.class)
                .single();
    }
}
