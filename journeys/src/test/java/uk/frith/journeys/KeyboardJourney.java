package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
}
