package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody new comes in, and the auditor sees how. */
class AccountsJourney extends PeopleAtTheirDesks {

    AccountsJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_administrator_invites_a_colleague_who_chooses_a_password_and_the_auditor_sees_it(Scripts scripts) {
        String name = "Example Newcomer with " + scripts.words();
        Product.SignIn newcomer =
                new Product.SignIn(scripts.words() + "@police.frithshire.example", "nine quiet harbour stones");

        Visit administrator = signedIn(Role.ADMINISTRATOR, scripts);
        administrator.follow("Oversight");
        administrator.arrives("Oversight");
        administrator.follow("Accounts");
        administrator.arrives("Accounts");
        administrator.press("Invite somebody");
        administrator.arrives("Invite somebody");
        administrator.page().getByLabel("Name", exact()).fill(name);
        administrator.page().getByLabel("E-mail address", exact()).fill(newcomer.email());
        administrator.press("Invite");
        administrator.arrives("Invite somebody");
        assertThat(administrator.page().getByRole(AriaRole.ALERT).first()).containsText("There is a problem");
        administrator.page().getByLabel("Analyst", exact()).check();
        administrator.press("Invite");
        administrator.arrives("Hand over this link");
        String link = administrator.main().locator("code").innerText();

        Visit colleague = visitor(scripts);
        colleague.go(link);
        colleague.arrives("Choose a password");
        colleague.password("New password").fill("short");
        colleague.press("Set password");
        colleague.arrives("Choose a password");
        colleague.password("New password").fill(newcomer.password());
        colleague.press("Set password");
        colleague.arrives("Sign in");
        assertThat(colleague.main()).containsText("Your password is set.");
        colleague.signIn(newcomer);
        colleague.arrives("Today");
        assertThat(colleague.main()).containsText(name);

        Visit second = visitor(scripts);
        second.go(link);
        second.arrives("This link no longer works");

        Visit auditor = signedIn(Role.AUDITOR, scripts);
        auditor.follow("Oversight");
        auditor.follow("Audit");
        auditor.arrives("Audit");
        assertThat(auditor.main()).containsText(name);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void somebody_changes_their_password_and_the_old_one_is_worth_nothing(Scripts scripts) {
        Product.SignIn old = product().signIn(Role.CRIME_REGISTRAR);
        Product.SignIn wanted = new Product.SignIn(old.email(), "seven amber lanterns");
        Visit visit = signedIn(Role.CRIME_REGISTRAR, scripts);
        visit.follow("Your account");
        visit.arrives("Your account");
        change(visit, old.password(), wanted.password());
        visit.arrives("Your account");
        assertThat(visit.main()).containsText("Saved.");
        visit.press("Sign out");
        visit.signIn(old);
        visit.stands("Sign in");
        visit.signIn(wanted);
        visit.stands("Today");
        visit.follow("Your account");
        change(visit, wanted.password(), old.password());
        assertThat(visit.main()).containsText("Saved.");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void whoever_may_not_is_told_so_and_shown_nothing(Scripts scripts) {
        Visit partner = signedIn(Role.PARTNER, scripts);
        org.assertj.core.api.Assertions.assertThat(partner.go("/oversight/accounts"))
                .isEqualTo(403);
        partner.isRefused(403, "");
        assertThat(partner.page().getByText("@police.frithshire.example")).hasCount(0);
    }

    private static void change(Visit visit, String current, String wanted) {
        visit.password("Current password").fill(current);
        visit.password("New password").fill(wanted);
        visit.press("Change password");
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
