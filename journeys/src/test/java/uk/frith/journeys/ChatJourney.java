package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ViewportSize;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody writes to the force and somebody answers, each in their own browser. */
class ChatJourney extends PeopleAtTheirDesks {

    private static final String CHAT = "Chat with us";
    private static final String ANSWERED = "Chat with a reporter";

    ChatJourney(Stage stage) {
        super(stage);
    }

    private static void writes(Visit visit, String field, String words, String button) {
        visit.page()
                .getByLabel(field, new Page.GetByLabelOptions().setExact(true))
                .fill(words);
        visit.press(button);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }

    /** With scripts what is new comes by itself; without, whoever waits looks again. */
    private static void sees(Visit visit, Scripts scripts, String again, String title, String words) {
        if (scripts == Scripts.OFF) {
            visit.go(again);
            visit.arrives(title);
        }
        assertThat(visit.main()).containsText(words);
    }

    /** On a small telephone the exit doesn't lie over the words on 999. */
    private static void warns(Page page) {
        ViewportSize before = page.viewportSize();
        page.setViewportSize(360, 568);
        page.reload();
        BoundingBox exit = page.locator(".govuk-exit-this-page__button").boundingBox();
        BoundingBox warning = page.locator("main .govuk-warning-text").boundingBox();
        Assertions.assertThat(warning.y).isGreaterThanOrEqualTo(exit.y + exit.height);
        page.setViewportSize(before.width, before.height);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void somebody_chats_and_is_answered_and_it_is_recorded_on_the_call_screen(Scripts scripts) {
        Visit staff = visitor(scripts);
        staff.signIn(product().signIn(Role.CALL_HANDLER));
        staff.go("/chats");
        staff.arrives("Chat");

        Visit reporter = visitor(scripts);
        reporter.go("/tell");
        reporter.follow("Chat with us in writing, if someone is there");
        reporter.arrives(CHAT);
        reporter.press("Start the chat");
        reporter.isRefused(422, CHAT);
        writes(
                reporter,
                "What is going on?",
                "My neighbour punched me in the face last night when I asked him to turn his music down. " + scripts,
                "Start the chat");
        reporter.arrives(CHAT);
        assertThat(reporter.main()).containsText("Someone will be with you soon");

        sees(staff, scripts, "/chats", "Chat", "Open chat 1");
        staff.press("Answer the next one");
        staff.arrives(ANSWERED);
        assertThat(staff.main()).containsText("Assault");
        String chat = java.net.URI.create(staff.page().url()).getPath();
        writes(staff, "Your answer", "Are you hurt?", "Send");
        staff.arrives(ANSWERED);

        sees(reporter, scripts, "/tell/chat", CHAT, "Are you hurt?");
        writes(reporter, "Write to us", "My lip is split. It is 12 Mill Lane.", "Send it");
        reporter.arrives(CHAT);
        sees(staff, scripts, chat, ANSWERED, "12 Mill Lane");

        Page desk = staff.page().waitForPopup(() -> press(staff.page(), "Take it down (opens in a new tab)"));
        desk.getByLabel("Place, with its postcode").fill("12 Mill Lane");
        writes(reporter, "Write to us", "He is back and has a knife.", "Send it");
        reporter.arrives(CHAT);
        warns(reporter.page());
        sees(staff, scripts, chat, ANSWERED, "has a knife");
        press(desk, "Record it");
        desk.waitForURL("**/incidents/*");
        assertThat(desk.locator("main")).containsText("Told online");
        assertThat(desk.locator("main")).containsText("He is back and has a knife.");
        reporter.go("/tell/chat");
        reporter.arrives(CHAT);
        reporter.follow("See your report");
        reporter.arrives("Your report");
        assertThat(reporter.main()).containsText("It is recorded, and stays open");
    }
}
