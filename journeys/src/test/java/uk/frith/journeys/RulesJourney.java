package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A crime registrar changes a rule, sees what that would do, and publishes it; everybody can look the rule up. */
class RulesJourney extends PeopleAtTheirDesks {

    /** A trial reads a few hundred accounts; a busy machine may take its time. */
    private static final double PATIENCE_MILLIS = 60_000;

    RulesJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_registrar_changes_a_rule_sees_what_it_would_change_and_publishes_it(Scripts scripts) {
        String reason = "A reason written with " + scripts.words();
        Visit registrar = signedIn(Role.CRIME_REGISTRAR, scripts);
        registrar.follow("Oversight");
        registrar.follow("Rules");
        registrar.arrives("Rules");
        registrar.page().getByLabel("Words", exact()).fill("8L");
        registrar.press("Search");
        registrar.arrives("Rules");
        String rule = registrar.main().locator("tbody th a").first().innerText();
        registrar.follow(rule);
        registrar.arrives("Rule " + rule);

        registrar.go("/rules/versions");
        registrar.arrives("Editions of the rules");
        registrar.page().getByLabel("What the draft is for", exact()).fill("A draft with " + scripts.words());
        registrar.press("Begin a draft");
        registrar.arrives("A draft with " + scripts.words());
        registrar.follow("Look at its rules and change one");
        registrar.arrives("Rules of the draft");
        registrar.follow(rule);
        registrar.arrives("Rule " + rule);
        Locator unless = registrar.page().getByLabel("Unless", exact());
        String before = unless.inputValue();
        unless.fill("no.such.thing");
        registrar.press("Save in the draft");
        registrar.arrives("Rule " + rule);
        assertThat(registrar.main().locator("#unless-error")).containsText("Nothing is called no.such.thing");
        registrar.page().getByLabel("Unless", exact()).fill(before);
        registrar.page().getByLabel("Because", exact()).fill(reason);
        registrar.press("Save in the draft");
        registrar.arrives("Rule " + rule);
        assertThat(registrar.main()).containsText("Saved in the draft");

        registrar.follow("Draft");
        registrar.arrives("A draft with " + scripts.words());
        assertThat(registrar.main()).containsText(reason);
        registrar.follow("Try it on past accounts and kept cases");
        registrar.arrives("Test bench");
        registrar.page().getByLabel("Accounts told from", exact()).fill("2000-01-01");
        registrar.page().getByLabel("How many at most", exact()).fill("200");
        registrar.press("Try the draft");
        assertThat(registrar.main())
                .containsText(
                        "would be read exactly as now",
                        new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        registrar.arrives("What the draft would change");

        registrar.follow("Draft");
        registrar.page().getByLabel("Why the rules change", exact()).fill("So that the reason is clearer");
        registrar.press("Publish");
        registrar.arrives("Editions of the rules");
        assertThat(registrar.main()).containsText("So that the reason is clearer");
        registrar.go("/rules/cases/new");
        registrar.arrives("Keep a case");
        registrar.follow("Kept cases");
        registrar.arrives("Kept cases");

        Visit handler = signedIn(Role.CALL_HANDLER, scripts);
        handler.go("/rules/rule/" + rule);
        handler.arrives("Rule " + rule);
        assertThat(handler.main()).containsText(reason);
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
