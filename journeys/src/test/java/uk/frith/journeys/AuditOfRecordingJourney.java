package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A crime is missed, an audit finds it, and whoever missed it learns of it: by everybody who has a part in it. */
class AuditOfRecordingJourney extends PeopleAtTheirDesks {

    private static final int MOST_ACCOUNTS = 60;

    AuditOfRecordingJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_sample_is_drawn_and_read_blind_and_its_finding_reaches_whoever_owns_the_incident(Scripts scripts) {
        // The accounts are shared with other journeys: by its house and its class this one is told from all others.
        String house = scripts == Scripts.ON ? "909" : "911";
        String missing = scripts == Scripts.ON ? "56A" : "56B";
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        Visit taking = signedIn(Role.CALL_HANDLER, scripts);
        taking.follow("Record");
        taking.press("Take a call");
        taking.stands("Call");
        taking.page().locator("#location").fill("Long Row");
        taking.page().locator("#account").fill(account(house));
        if (scripts == Scripts.ON) {
            // What is typed is kept before it is recorded, as it is while somebody tells it.
            taking.page().locator("#wishes").focus();
            assertThat(taking.page().locator("#beside")).containsText("Opens as");
            taking.page().waitForLoadState(LoadState.NETWORKIDLE);
        }
        taking.press("Record it");
        taking.page().waitForURL("**/incidents/**");

        Visit supervisor = signedIn(Role.SUPERVISOR, scripts);
        assertThat(supervisor.main()).containsText("Accounts of the last 28 days suggest");
        supervisor.arrives("Today");
        supervisor.follow("Oversight");
        supervisor.follow("Recording audit");
        supervisor.arrives("Recording audit");
        supervisor.follow("Draw a new sample");
        supervisor.arrives("New recording audit");
        supervisor.press("Draw the sample");
        supervisor.isRefused(422, "New recording audit");
        assertThat(supervisor.page().locator(".govuk-error-summary")).containsText("Give the audit a name");
        String title = "All calls, " + scripts.words();
        supervisor.page().getByLabel("Name of the audit", exact()).fill(title);
        supervisor.page().getByLabel("Reported from", exact()).fill(today.toString());
        supervisor.page().getByLabel("Reported to", exact()).fill("2199-12-31");
        supervisor.page().getByLabel("How many incidents", exact()).fill("2000");
        supervisor.page().getByLabel("Recorded category", exact()).selectOption("");
        supervisor.press("Draw the sample");
        supervisor.arrives(title);
        supervisor.press("Read the next account");
        supervisor.arrives("Account 1 of");
        readUntil(supervisor, house);
        supervisor.page().getByLabel("Personal", exact()).check();
        supervisor.page().getByLabel("Offence class", exact()).first().selectOption(missing);
        supervisor.press("Save and compare");
        supervisor.arrives("compared");
        assertThat(supervisor.main()).containsText("Crime missing");
        supervisor.follow(title);
        supervisor.press("Close the reading");
        supervisor.arrives(title);
        assertThat(supervisor.main()).containsText("too few");
        assertThat(supervisor.main()).containsText("the sample came out the same");

        Visit handler = signedIn(Role.CALL_HANDLER, scripts);
        handler.arrives("Today");
        handler.follow("See them and what helps");
        handler.arrives("Your recording");
        assertThat(handler.main()).containsText("A crime is missing: " + missing);
        handler.page()
                .getByText(Pattern.compile(missing + " Arson .*, 1 victim"))
                .first()
                .click();
        handler.arrives("A crime is missing");
        handler.page().getByLabel("Why the record is right", exact()).fill("Nothing was set alight at all");
        handler.press("Dispute it");
        assertThat(handler.main()).containsText("Disputed");

        Visit registrar = signedIn(Role.CRIME_REGISTRAR, scripts);
        registrar.follow("Oversight");
        registrar.follow("Findings of recording audits");
        registrar.arrives("Findings of recording audits");
        registrar.go("/recording-learning");
        registrar.arrives("Learning about recording");
        registrar.page().getByText("Write a new version").first().click();
        registrar.arrives("Learning text");
    }

    private static String account(String house) {
        return "My neighbour from number " + house + " came to my door again last night and said he would smash my face"
                + " in. He has been shouting at me every day for three weeks and I am scared to leave the house.";
    }

    /** Accounts come in the order in which they were drawn; those of other journeys are read as personal, without a crime. */
    private static void readUntil(Visit supervisor, String house) {
        Locator heading = supervisor.page().locator("h1");
        for (int read = 0; read < MOST_ACCOUNTS; read++) {
            if (supervisor.page().getByText("number " + house).count() > 0) {
                return;
            }
            String before = heading.innerText();
            supervisor.page().getByLabel("Personal", exact()).check();
            supervisor.press("Save and read the next");
            assertThat(heading).not().hasText(before);
        }
        throw new AssertionError("The account of this journey wasn't drawn.");
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
