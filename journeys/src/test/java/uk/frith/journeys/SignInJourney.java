package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In and out. */
class SignInJourney extends PeopleAtTheirDesks {

    private static final String REFUSED = "Sign-in did not work";

    /** The same words, whether it was the sixth try or the first: nobody learns what there is. */
    private static final int TRIES = 6;

    SignInJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybody_is_shown_where_their_role_leads(Role role) {
        Visit visit = visitor(Scripts.ON);
        visit.signIn(product().signIn(role));
        visit.arrives("Today");
        assertThat(visit.navigation()).containsExactlyElementsOf(role.navigation());
        for (Role other : Role.values()) {
            other.navigation().stream()
                    .filter(word -> !role.has(word))
                    .forEach(word -> assertThat(visit.page()
                                    .getByRole(AriaRole.MAIN)
                                    .getByText(word, new Locator.GetByTextOptions().setExact(true)))
                            .hasCount(0));
        }
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_page_that_was_asked_for_is_shown_after_signing_in(Scripts scripts) {
        Visit visit = visitor(scripts);
        visit.go("/account");
        visit.arrives("Sign in");
        Product.SignIn analyst = product().signIn(Role.ANALYST);
        visit.page().getByLabel("E-mail address").fill(analyst.email());
        visit.password("Password").fill(analyst.password());
        visit.press("Sign in");
        visit.arrives("Your account");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_wrong_password_is_refused_in_words_that_tell_nothing(Scripts scripts) {
        Visit visit = visitor(scripts);
        visit.signIn(new Product.SignIn(product().signIn(Role.PARTNER).email(), "one frith kettle"));
        visit.arrives("Sign in");
        assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText(REFUSED);
        String known = visit.main().innerText();
        visit.signIn(new Product.SignIn("nobody@police.frithshire.example", "one frith kettle"));
        visit.arrives("Sign in");
        assertThat(visit.main().innerText()).isEqualTo(known);
        visit.signIn(product().signIn(Role.PARTNER));
        visit.stands("Today");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void after_six_wrong_tries_the_right_password_is_refused_too_until_a_supervisor_unlocks(Scripts scripts) {
        Role role = scripts == Scripts.ON ? Role.CALL_HANDLER : Role.NEIGHBOURHOOD_OFFICER;
        Product.SignIn right = product().signIn(role);
        Visit visit = visitor(scripts);
        for (int i = 0; i < TRIES; i++) {
            visit.signIn(new Product.SignIn(right.email(), "wrong for the time " + i));
            assertThat(visit.main()).containsText(REFUSED);
        }
        visit.signIn(right);
        visit.arrives("Sign in");
        assertThat(visit.main()).containsText(REFUSED);

        Visit supervisor = signedIn(Role.SUPERVISOR, scripts);
        supervisor.follow("Oversight");
        supervisor.arrives("Oversight");
        supervisor.follow("Locked accounts");
        supervisor.arrives("Locked accounts");
        supervisor.press("Unlock");
        supervisor.arrives("Locked accounts");
        assertThat(supervisor.main()).containsText("They can sign in again.");

        visit.signIn(right);
        visit.stands("Today");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void whoever_signs_out_is_out(Scripts scripts) {
        Visit visit = signedIn(Role.AUDITOR, scripts);
        visit.press("Sign out");
        visit.arrives("Sign in");
        visit.page().goBack();
        visit.go("/account");
        visit.stands("Sign in");
    }
}
