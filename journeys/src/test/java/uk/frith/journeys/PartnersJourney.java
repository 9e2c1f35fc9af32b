package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A partner comes into the register, its system gets a key, and the supervisor compares the ways in. */
class PartnersJourney extends PeopleAtTheirDesks {

    PartnersJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_administrator_adds_a_partner_gives_its_system_a_key_and_revokes_it(Scripts scripts) {
        String name = "Council with " + scripts.words();
        Visit administrator = signedIn(Role.ADMINISTRATOR, scripts);
        administrator.follow("Oversight");
        administrator.follow("Partner register");
        administrator.arrives("Partner register");
        administrator.press("Add");
        administrator.arrives("Partner register");
        assertThat(administrator.main()).containsText("Enter the partner's name");
        administrator.page().getByLabel("Name", exact()).fill(name);
        administrator.page().getByLabel("Kind of body").selectOption("COUNCIL");
        administrator.page().getByLabel("Noise", exact()).check();
        administrator.press("Add");
        administrator.arrives(name);

        administrator.page().getByLabel("What system is the key for?").fill("FixMyStreet");
        administrator.press("Make a key");
        administrator.arrives("Hand over this key");
        assertThat(administrator.main().locator("code")).containsText("frith_");
        administrator.follow("Go on");
        administrator.arrives(name);
        administrator.press("Revoke FixMyStreet");
        administrator.arrives(name);
        assertThat(administrator.main()).containsText("Revoked");

        administrator.follow("Say where its system takes reports, and which kinds go there");
        administrator.arrives("What is passed on to " + name);
        administrator.page().getByLabel("Address of its system").fill("https://127.0.0.1/open311/v2");
        administrator.press("Save");
        administrator.arrives("What is passed on to " + name);
        assertThat(administrator.main()).containsText("private network");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_supervisor_sees_that_the_same_words_are_graded_the_same_by_each_way_in(Scripts scripts) {
        Visit supervisor = signedIn(Role.SUPERVISOR, scripts);
        supervisor.follow("Oversight");
        supervisor.follow("Ways in compared");
        supervisor.arrives("Ways in compared");
        supervisor.page().getByLabel("Try an account of your own").fill("He said he would burn my house down.");
        supervisor.press("Compare");
        supervisor.arrives("Ways in compared");
        assertThat(supervisor.main()).containsText("burn my house down");
        supervisor.follow("Oversight");
        supervisor.follow("Told to partners");
        supervisor.arrives("Told to partners");
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
