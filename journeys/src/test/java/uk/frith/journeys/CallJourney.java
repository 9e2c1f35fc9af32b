package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call, from the first ring to the incident, by keyboard alone; and whatever can go wrong in the middle of one. */
class CallJourney extends PeopleAtTheirDesks {

    /** Longer than the screen waits before it tries again. */
    private static final double PATIENCE_MILLIS = 15_000;

    /** Tells how long after the last key something came. */
    private static final String WATCH = """
            () => {
              window.watched = { typed: 0, findings: 0, before: 0 };
              document.addEventListener('input', () => { window.watched.typed = performance.now(); }, true);
              document.addEventListener('htmx:afterSwap', event => {
                window.watched[event.target.id === 'before' ? 'before' : 'findings'] = performance.now();
              });
            }""";

    private static final String STORY =
            "Neighbour has been shouting abuse at her every day for three weeks and she is scared to go out.";

    CallJourney(Stage stage) {
        super(stage);
    }

    @Test
    void the_ten_commonest_calls_stay_within_the_published_keystrokes_and_seconds() {
        Map<String, PublishedBudget.Budget> budgets = PublishedBudget.read();
        Visit handler = signedIn(Role.CALL_HANDLER, Scripts.ON);
        List<PublishedBudget.Measured> measured = new ArrayList<>();
        for (CommonCall call : CommonCall.ten()) {
            measured.add(take(handler, call));
        }
        PublishedBudget.write(measured);
        assertThat(measured).allSatisfy(call -> {
            PublishedBudget.Budget budget = budgets.get(call.call());
            assertThat(budget)
                    .as("the guide promises something for " + call.call())
                    .isNotNull();
            assertThat(call.worked()).as("keys for the screen: " + call.call()).isLessThanOrEqualTo(budget.keys());
            assertThat(call.seconds()).as("seconds: " + call.call()).isLessThanOrEqualTo(budget.seconds());
        });
    }

    private static PublishedBudget.Measured take(Visit handler, CommonCall call) {
        Page page = handler.page();
        handler.go("/calls");
        handler.stands("Record");
        assertThat(page.locator("button:has-text('Take a call')")).isFocused();
        CountingKeyboard keys = new CountingKeyboard(page);
        keys.press("Enter");
        handler.stands("Call");
        page.evaluate(WATCH);
        assertThat(page.locator("#phone")).isFocused();
        keys.tell(call.phone());
        if (call.followsUp()) {
            keys.access('w');
            assertThat(page.locator("#follow")).containsText("Follow-up of");
            keys.access('u');
            assertThat(page.locator("#before option:checked")).containsText("Follow-up of");
        } else {
            keys.press("Tab");
            keys.tell(call.caller());
            keys.press("Tab");
            keys.tell(call.place());
            keys.press("Tab");
        }
        assertThat(page.locator("#account")).isFocused();
        keys.tell(call.story());
        double findings = untilFound(page);
        if (!call.affected().isEmpty()) {
            keys.access('o');
            keys.tell(call.affected());
        }
        if (!call.evidence().isEmpty()) {
            keys.access('v');
            keys.tell(call.evidence());
        }
        long pressed = System.nanoTime();
        keys.access('s');
        handler.stands("Incident");
        double saving = (System.nanoTime() - pressed) / 1e6;
        assertThat(page.locator(".frith-told")).containsText(call.story());
        return new PublishedBudget.Measured(call.name(), keys.told(), keys.worked(), findings, saving);
    }

    /** From the last key of the story until what it means has come; all of it is kept then. */
    private static double untilFound(Page page) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(
                "() => window.watched.findings > window.watched.typed && !sessionStorage.getItem(location.pathname)")));
        return ((Number) page.evaluate("() => window.watched.findings - window.watched.typed")).doubleValue();
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_call_is_taken_down_by_keyboard_alone(Scripts scripts) {
        Visit handler = signedIn(Role.CALL_HANDLER, scripts);
        Page page = handler.page();
        CountingKeyboard keys = new CountingKeyboard(page);
        handler.follow("Record");
        handler.arrives("Record");
        assertThat(page.locator("button:has-text('Take a call')")).isFocused();
        keys.press("Enter");
        handler.arrives("Call");
        assertThat(page.locator("#phone")).isFocused();
        keys.tell("0113 496 0155");
        keys.press("Tab");
        keys.tell("Kit Example " + scripts.words());
        keys.access('p');
        keys.tell("3 Priory Road, Testham");
        keys.access('w');
        assertThat(page.locator("#account")).isFocused();
        keys.tell(STORY + " It is just ASB.");
        keys.access('o');
        keys.tell("Lou Example, 07700 900 155, spoken to");
        keys.access('v');
        keys.tell("doorbell film");
        if (scripts == Scripts.OFF) {
            keys.access('r');
        }
        assertThat(page.locator("#beside")).containsText("Lou Example, 07700 900 155: spoken to");
        assertThat(page.locator("#beside")).containsText("May be a course of conduct");
        assertThat(page.locator("#beside")).containsText("Words that make it small");
        assertThat(page.locator("#beside")).containsText("Harassment");
        handler.arrives("Call");
        String question = page.locator(".frith-question").innerText();
        keys.access('q');
        assertThat(page.locator(".frith-question")).not().hasText(question);
        keys.access('g');
        keys.press("i");
        keys.access('x');
        keys.tell("Daily");
        keys.access('s');
        handler.arrives("Incident");
        assertThat(handler.main()).containsText("5 so far");
        assertThat(handler.main()).containsText("Immediate");
        assertThat(handler.main()).containsText("Kit Example");
        assertThat(handler.main()).containsText("doorbell film");
        page.goBack();
        handler.stands("Incident");
    }

    @Test
    void a_session_that_ends_in_the_middle_of_a_call_costs_nothing() {
        Visit handler = signedIn(Role.CALL_HANDLER, Scripts.ON);
        Page page = begin(handler);
        page.keyboard().type("Loud music since nine");
        kept(page);
        page.context().clearCookies();
        page.keyboard().type(" and shouting");
        assertThat(page.locator("[data-signed-out]")).isVisible();
        page.keyboard().type(" on the stairs");
        assertThat(page.locator("#account")).hasValue("Loud music since nine and shouting on the stairs");

        Page again = page.context().newPage();
        Product.SignIn signIn = product().signIn(Role.CALL_HANDLER);
        again.navigate(page.url().replaceAll("/calls/.*", "/sign-in"));
        again.locator("#email").fill(signIn.email());
        again.locator("main input[type=password]").fill(signIn.password());
        again.keyboard().press("Enter");
        assertThat(again.locator("h1")).containsText("Today");
        assertThat(page.locator("[data-signed-out]"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS));
        kept(page);
        page.reload();
        assertThat(page.locator("#account")).hasValue("Loud music since nine and shouting on the stairs");
    }

    @Test
    void a_lost_connection_and_a_reload_lose_nothing_that_was_typed() {
        Visit handler = signedIn(Role.CALL_HANDLER, Scripts.ON);
        Page page = begin(handler);
        page.keyboard().type("Bikes on the green");
        kept(page);
        page.context().setOffline(true);
        page.keyboard().type(", two of them");
        assertThat(page.locator("[data-no-connection]")).isVisible();
        page.keyboard().type(", no plates");
        page.context().setOffline(false);
        assertThat(page.locator("[data-no-connection]"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS));
        kept(page);

        // Typed and left in the same moment: nothing had time to be sent.
        page.keyboard().type(" either");
        page.reload();
        assertThat(page.locator("#account")).hasValue("Bikes on the green, two of them, no plates either");
        page.goBack();
        handler.stands("Record");
        assertThat(handler.main()).containsText("Bikes on the green, two of them, no plates either");
    }

    @Test
    void a_question_that_was_marked_as_asked_while_the_network_is_slow_stays_marked() {
        Visit handler = signedIn(Role.CALL_HANDLER, Scripts.ON);
        Page page = begin(handler);
        page.keyboard().type("Youths on the roof");
        kept(page);
        String question = page.locator("#next .frith-question").innerText();
        List<Route> held = new ArrayList<>();
        page.route("**/draft", held::add);
        page.keyboard().type(" of the shops");
        page.waitForCondition(() -> !held.isEmpty());
        new CountingKeyboard(page).access('q');
        assertThat(page.locator("#account")).isFocused();
        page.keyboard().type(", throwing stones");
        page.unroute("**/draft");
        held.forEach(Route::resume);
        kept(page);
        assertThat(page.locator("#next .frith-question")).not().hasText(question);
        page.reload();
        assertThat(page.locator("#next .frith-question")).not().hasText(question);
        assertThat(page.locator("#account")).hasValue("Youths on the roof of the shops, throwing stones");
    }

    @Test
    void a_press_of_follow_up_on_a_slow_network_is_neither_lost_nor_doubled() {
        Visit handler = signedIn(Role.CALL_HANDLER, Scripts.ON);
        Page page = begin(handler);
        CountingKeyboard keys = new CountingKeyboard(page);
        keys.access('n');
        keys.tell("0113 496 0188");
        keys.access('w');
        keys.tell("Music through the wall");
        keys.access('s');
        handler.stands("Incident");

        begin(handler);
        keys.access('n');
        keys.tell("0113 496 0188");
        keys.access('w');
        keys.tell("Again the music");
        assertThat(page.locator("#follow")).containsText("Follow-up of");
        kept(page);
        List<Route> held = new ArrayList<>();
        page.route(address -> address.endsWith("/draft") || address.endsWith("/before"), held::add);
        keys.tell(", louder");
        page.waitForCondition(() -> !held.isEmpty());
        keys.access('n');
        keys.press("End");
        keys.tell(" ");
        keys.access('u');
        keys.access('u');
        keys.access('w');
        keys.press("End");
        keys.tell(" than before");
        assertThat(page.locator("#before option:checked")).containsText("Follow-up of");
        page.unrouteAll();
        held.forEach(Route::resume);
        kept(page);
        assertThat(page.locator("#follow")).containsText("Not a follow-up");
        assertThat(page.locator("#before option:checked")).containsText("Follow-up of");
        page.reload();
        assertThat(page.locator("#before option:checked")).containsText("Follow-up of");
        assertThat(page.locator("#account")).hasValue("Again the music, louder than before");
    }

    @Test
    void a_call_that_cannot_be_kept_is_tried_again_with_growing_pauses_and_no_look_at_the_page() {
        Visit handler = signedIn(Role.CALL_HANDLER, Scripts.ON);
        Page page = begin(handler);
        page.keyboard().type("Loud music");
        kept(page);
        List<Long> tries = new ArrayList<>();
        List<String> looks = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/calls/proof")) {
                tries.add(System.nanoTime() / 1_000_000);
            } else if (request.method().equals("GET")) {
                looks.add(request.url());
            }
        });
        page.context().setOffline(true);
        page.keyboard().type(" and shouting");
        page.waitForCondition(
                () -> tries.size() >= 3, new Page.WaitForConditionOptions().setTimeout(2 * PATIENCE_MILLIS));
        assertThat(tries.get(2) - tries.get(1)).isGreaterThan(tries.get(1) - tries.get(0));
        page.context().setOffline(false);
        kept(page);
        assertThat(looks).allMatch(url -> url.equals(page.url()));
    }

    @Test
    void whoever_signs_in_next_in_the_same_window_finds_no_word_of_a_call() {
        Visit handler = signedIn(Role.CALL_HANDLER, Scripts.ON);
        Page page = begin(handler);
        page.route("**/draft", Route::abort);
        page.keyboard().type("Nobody else may read this");
        assertThat(page.locator("[data-no-connection]")).isVisible();
        assertThat(page.evaluate("() => JSON.stringify(sessionStorage)").toString())
                .contains("Nobody else");
        page.locator("button:has-text('Sign out')").click();
        assertThat(page.locator("main input[type=password]")).isVisible();
        page.waitForCondition(() -> !page.evaluate("() => JSON.stringify(sessionStorage)")
                .toString()
                .contains("Nobody else"));

        // A session that merely ended leaves the words to whoever typed them, and to nobody else.
        page.evaluate("() => sessionStorage.setItem('/calls/1', 'Nobody else may read this')");
        Product.SignIn other = product().signIn(Role.SUPERVISOR);
        page.locator("#email").fill(other.email());
        page.locator("main input[type=password]").fill(other.password());
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).containsText("Today");
        page.waitForCondition(() -> !page.evaluate("() => JSON.stringify(sessionStorage)")
                .toString()
                .contains("Nobody else"));
    }

    @Test
    void two_windows_on_one_call_see_what_the_other_typed_and_choose() {
        Visit handler = signedIn(Role.CALL_HANDLER, Scripts.ON);
        Page one = begin(handler);
        one.keyboard().type("Youths on the roof");
        kept(one);
        Page two = one.context().newPage();
        two.navigate(one.url());
        two.locator("#account").press("End");
        two.keyboard().type(" of the shops");
        kept(two);

        one.keyboard().type(" of the school");
        assertThat(one.locator("#notice")).containsText("kept there: Youths on the roof of the shops");
        assertThat(one.locator("#notice")).containsText("here: Youths on the roof of the school");
        new CountingKeyboard(one).access('k');
        assertThat(one.locator("#notice .frith-kept")).hasCount(0);
        assertThat(one.locator("#account")).hasValue("Youths on the roof of the school");

        new CountingKeyboard(one).access('s');
        assertThat(one.locator("h1")).containsText("Incident");
        two.keyboard().type(", and they left");
        assertThat(two.locator("#notice")).containsText("This call is recorded");
        assertThat(two.locator("#account")).hasValue("Youths on the roof of the shops, and they left");
    }

    @Test
    void a_log_of_another_system_is_taken_over_by_keyboard() {
        Visit handler = signedIn(Role.CALL_HANDLER, Scripts.ON);
        Page page = begin(handler);
        CountingKeyboard keys = new CountingKeyboard(page);
        keys.access('l');
        keys.access('b');
        assertThat(page.locator("#log")).isFocused();
        page.keyboard().insertText("""
                26/11/2026 21:40 [4471] INF: MAY EXAMPLE
                26/11/2026 21:40 [4471] TEL: 0113 496 0177
                26/11/2026 21:41 [4471] LOC: 5 PRIORY ROAD, TESTHAM
                26/11/2026 21:42 [4471] YOUTHS KICKING FENCE PANELS DOWN
                """);
        keys.access('j');
        Locator account = page.locator("#account");
        assertThat(account).hasValue("21:42 YOUTHS KICKING FENCE PANELS DOWN\nLog of another system: taken by 4471.");
        assertThat(page.locator("#phone")).hasValue("0113 496 0177");
        assertThat(page.locator("#reported")).hasValue("2026-11-26 21:40");
        handler.arrives("Call");
    }

    private static Page begin(Visit handler) {
        handler.go("/calls");
        assertThat(handler.page().locator("button:has-text('Take a call')")).isFocused();
        handler.page().keyboard().press("Enter");
        handler.stands("Call");
        new CountingKeyboard(handler.page()).access('w');
        assertThat(handler.page().locator("#account")).isFocused();
        return handler.page();
    }

    /** Everything that was typed has arrived: whoever opens the call anew sees it, and nothing waits to be sent. */
    private static void kept(Page page) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("""
                        async () => {
                          const there = await fetch(location.pathname).then((answer) => answer.text());
                          const kept = new DOMParser().parseFromString(there, "text/html").querySelector("#account");
                          const waits = sessionStorage.getItem(location.pathname);
                          return !waits && kept?.value === document.querySelector("#account").value;
                        }
                        """)));
    }
}
