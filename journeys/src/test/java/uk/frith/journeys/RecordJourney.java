package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report from the moment it is taken down to its closing: every gate, every page on the way. */
class RecordJourney extends PeopleAtTheirDesks {

    private static final String STORY =
            "My neighbour came to my door again last night and said he would smash my face in. He has been shouting at me"
                    + " every day for three weeks and I am scared to leave the house.";
    private static final String DONE =
            "PC Example spoke to the neighbour on Tuesday, who was warned in writing and has stopped.";

    private static final String NOTE = "The victim is at work until six and wants to be called after that.";

    private static final int QUESTIONS_ON_RISK = 14;

    RecordJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_report_is_dealt_with_until_nothing_stands_in_the_way_of_its_closing(Scripts scripts) {
        Visit officer = signedIn(Role.NEIGHBOURHOOD_OFFICER, scripts);
        Page page = officer.page();
        officer.go("/calls");
        officer.press("Take a call");
        officer.stands("Call");
        page.locator("#name").fill("Ada Example " + scripts.words());
        page.locator("#location").fill("Long Row");
        page.locator("#account").fill(STORY);
        officer.press("Record it");
        officer.arrives("Incident");
        String incident = page.url();

        close(page);
        officer.isRefused(422, "Incident");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("neither recorded nor refused");

        officer.go(incident + "/sorting");
        officer.arrives("What kind of incident");
        page.getByLabel("Harassment, alarm or distress").check();
        officer.press("Save");
        officer.stands("Incident");

        page.locator(".frith-row a[href^='/victims/']").first().click();
        officer.arrives("What it does to");
        page.locator("#wishes").fill("That he leaves me alone");
        page.getByLabel("Loss of sleep").check();
        officer.press("Save");
        officer.arrives("What it does to");
        assertThat(page.locator("#wishes")).hasValue("That he leaves me alone");

        officer.go(incident);
        Locator refuse = page.locator("textarea[name=reason]");
        page.locator("#note").fill(NOTE);
        // Each refusal may bring back what the crime had taken in.
        while (refuse.count() > 0) {
            refuse.first().fill("The neighbour's words are part of another crime");
            page.locator("form[action$='/refuse'] button").first().click();
            officer.stands("Incident");
        }
        isCarriedOver(officer, scripts);
        officer.go(incident);
        page.locator("form[action$='/crime-check'] button").click();
        officer.stands("Incident");
        close(page);
        officer.isRefused(422, "Incident");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("The risk to the victim");
        assessForClosing(officer);
        close(page);
        officer.arrives("Incident");
        assertThat(officer.main()).containsText(DONE);

        officer.follow("History");
        officer.arrives("How");
        officer.press("Show it as it stood then");
        officer.arrives("How");
        assertThat(officer.main()).containsText("As it stood on");
        officer.go(incident + "/linked");
        officer.arrives("What belongs together");
        officer.go("/incidents?state=CLOSED&owner=ME");
        officer.arrives("Incidents");
        assertThat(page.locator("tbody tr").count()).isPositive();
    }

    /** A note that is begun outlives the buttons of other forms, and is forgotten in the window once it is sent. */
    private static void isCarriedOver(Visit officer, Scripts scripts) {
        if (scripts == Scripts.OFF) {
            return;
        }
        Page page = officer.page();
        assertThat(page.locator("#note")).hasValue(NOTE);
        page.locator("#why").fill("No");
        page.locator("form[action$='/grade'] button").click();
        officer.isRefused(422, "Incident");
        assertThat(page.locator("#note")).hasValue(NOTE);
        officer.press("Add the note");
        officer.stands("Incident");
        assertThat(page.locator("#note")).hasValue("");
        assertThat(page.locator("#why")).hasValue("No");
        assertThat(officer.main()).containsText(NOTE);
        officer.go(page.url().replaceFirst("#.*", ""));
        assertThat(page.locator("#why")).hasValue("");
    }

    /** By the link under the closing form, which leads back to it. */
    private static void assessForClosing(Visit officer) {
        Page page = officer.page();
        page.locator("section:has(#closing-part) a[href*='/risk/']").click();
        officer.arrives("Risk to the victim");
        for (int question = 1; question <= QUESTIONS_ON_RISK; question++) {
            page.locator("#q" + question).check();
        }
        officer.press("Save the assessment");
        officer.stands("Incident");
        assertThat(officer.main()).containsText("Standard, score 0");
    }

    private static void close(Page page) {
        page.locator("#closing").selectOption("ASB_DEALT_WITH");
        page.locator("section:has(#closing-part) input[name=category][value=PERSONAL]")
                .check();
        page.locator("#done").fill(DONE);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName("Close the incident")
                                .setExact(true))
                .click();
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_supervisor_finds_every_page_of_oversight(Scripts scripts) {
        Visit supervisor = signedIn(Role.SUPERVISOR, scripts);
        for (String[] place : new String[][] {
            {"/oversight/clocks", "What is late"},
            {"/oversight/allocation", "Whose an incident is"},
            {"/oversight/codes", "Codes of force and council"},
            {"/oversight/services", "Who helps victims"},
            {"/oversight/taken-over", "Homes taken over"},
            {"/oversight/equality", "Who is hit hardest"},
            {"/oversight/risk", "Risk to victims"},
            {"/concerns", "Behind repeated reports"}
        }) {
            supervisor.go(place[0]);
            supervisor.arrives(place[1]);
        }
        Visit administrator = signedIn(Role.ADMINISTRATOR, scripts);
        administrator.go("/oversight/periods");
        administrator.arrives("How long a duty may take");
        administrator.go("/oversight/risk-matrix");
        administrator.arrives("The risk matrix");
    }
}
