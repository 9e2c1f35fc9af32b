package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.frith.town.Town;

/** The same without a mouse: Tab, Enter, letters and arrows, and always to be seen where one is. */
class KeyboardJourney extends PeopleAtTheirDesks {

    KeyboardJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void somebody_signs_in_reads_the_figures_and_signs_out_by_keyboard(Scripts scripts) {
        Product.SignIn analyst = product().signIn(Role.ANALYST);
        Visit visit = visitor(scripts);
        visit.go("/sign-in");
        Keyboard keyboard = new Keyboard(visit.page());
        keyboard.tabTo("Skip to main content");
        keyboard.tabTo("E-mail address");
        keyboard.type(analyst.email());
        keyboard.tabTo("Password");
        keyboard.type(analyst.password());
        keyboard.press("Enter");
        visit.arrives("Today");

        keyboard.tabTo("Patterns");
        keyboard.press("Enter");
        visit.stands("Patterns");
        keyboard.tabTo("Skip to main content");
        keyboard.press("Enter");
        keyboard.tabTo(Town.POLICE_NAME);
        keyboard.press("Enter");
        visit.stands("Antisocial behaviour in");

        keyboard.tabTo("By");
        keyboard.press("w");
        keyboard.tabTo("Show");
        keyboard.press("Enter");
        visit.page().waitForURL("**by=ward**");
        visit.stands("Antisocial behaviour in");
        assertThat(visit.main().locator("table").first()).containsText("Ward");

        keyboard.tabTo("Areas");
        Object before = visit.page().evaluate("() => document.activeElement.scrollTop");
        keyboard.press("End");
        visit.page()
                .waitForCondition(
                        () -> !before.equals(visit.page().evaluate("() => document.activeElement.scrollTop")));

        keyboard.tabTo("Sign out");
        keyboard.press("Enter");
        visit.stands("Sign in");
        assertThat(visit.page().url()).endsWith("/sign-in");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_officer_refuses_a_crime_and_assesses_the_risk_by_keyboard(Scripts scripts) {
        Visit officer = signedIn(Role.NEIGHBOURHOOD_OFFICER, scripts);
        Page page = officer.page();
        Keyboard keyboard = new Keyboard(page);
        officer.go("/calls");
        officer.stands("Record");
        keyboard.press("Enter");
        officer.stands("Call");
        keyboard.tabTo(nameOf(page, page.locator("#account")));
        keyboard.type("He smashed my front window with a brick and kicked my door.");
        keyboard.tabTo(page.locator("button[value=record]").innerText().strip());
        keyboard.press("Enter");
        officer.stands("Incident");

        Locator refusals = page.locator("form[action$='/refuse']");
        int suggested = refusals.count();
        assertThat(suggested).isPositive();
        keyboard.tabTo(nameOf(page, refusals.locator("textarea")));
        keyboard.type("The window belongs to the one who broke it");
        keyboard.tabTo(refusals.locator("button").first().innerText().strip());
        keyboard.press("Enter");
        assertThat(refusals).hasCount(suggested - 1);

        keyboard.tabTo("Assess the risk");
        keyboard.press("Enter");
        officer.stands("Risk to the victim");
        for (Locator first :
                page.locator("main fieldset input[id^=q]:not([id*='-'])").all()) {
            keyboard.tabTo(nameOf(page, first));
            keyboard.press("Space");
        }
        keyboard.tabTo("Save the assessment");
        keyboard.press("Enter");
        officer.arrives("Risk to the victim");
        assertThat(officer.main()).containsText("score 0");
    }

    private static String nameOf(Page page, Locator field) {
        return page.locator("label[for='" + field.first().getAttribute("id") + "']")
                .innerText()
                .strip();
    }
}
