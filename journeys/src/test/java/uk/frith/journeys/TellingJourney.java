package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody outside tells what happened, is asked and answers. */
class TellingJourney extends PeopleAtTheirDesks {

    private static final String CONTINUE = "Save and continue";

    TellingJourney(Stage stage) {
        super(stage);
    }

    private static void choose(Visit visit, String answer) {
        visit.page()
                .getByLabel(answer, new Page.GetByLabelOptions().setExact(true))
                .check();
        visit.press(CONTINUE);
    }

    private static void write(Visit visit, String field, String words) {
        visit.page()
                .getByLabel(field, new Page.GetByLabelOptions().setExact(true))
                .fill(words);
        visit.press(CONTINUE);
    }

    private static List<String> begins(Visit visit) {
        visit.go("/tell");
        visit.arrives("Tell us what is going on");
        assertThat(visit.main()).containsText("Call 999 now");
        visit.press("Start now");
        visit.arrives("What do you want to tell us?");
        visit.press(CONTINUE);
        visit.isRefused(422, "What do you want to tell us?");
        choose(visit, "People are a problem");
        visit.arrives("Write down your code");
        return visit.page().locator(".frith-code dd").allInnerTexts();
    }

    private static void answers(Visit visit) {
        visit.press(CONTINUE);
        visit.arrives("Who is this about?");
        choose(visit, "It happens to me");
        visit.arrives("What happened?");
        write(
                visit,
                "What happened?",
                "Two lads throw bottles at our door every night. Mr Brown next door is hit too.");
        visit.arrives("When was it?");
        choose(visit, "On one day");
        visit.arrives("Which day?");
        visit.page()
                .getByLabel("Day", new Page.GetByLabelOptions().setExact(true))
                .fill("1");
        visit.page().getByLabel("Month").fill("11");
        visit.page().getByLabel("Year").fill("2026");
        visit.press(CONTINUE);
        visit.arrives("Where was it?");
        choose(visit, "I can say it in words");
        visit.arrives("Where is the place?");
        write(visit, "Where is the place?", "Behind the shops on Mill Lane");
        visit.arrives("What makes it worse?");
        visit.press(CONTINUE);
        visit.arrives("May we get in touch with you?");
        choose(visit, "No, I will stay unknown");
        visit.arrives("What do you want us to do?");
        visit.press(CONTINUE);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void somebody_tells_what_happened_sends_a_picture_and_is_asked_and_answers_by_code(Scripts scripts) {
        Visit visit = visitor(scripts);
        List<String> code = begins(visit);
        answers(visit);
        visit.arrives("Do you have photos, sound or film?");
        byte[] gif = ("GIF89a" + scripts).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        visit.page().getByLabel("Choose a file").setInputFiles(new FilePayload("door.jpg", "image/jpeg", gif));
        visit.press("Add this file");
        visit.isRefused(422, "Do you have photos, sound or film?");
        visit.page().getByLabel("Choose a file").setInputFiles(new FilePayload("door.gif", "image/gif", gif));
        visit.press("Add this file");
        visit.arrives("Do you have photos, sound or film?");
        assertThat(visit.main()).containsText("door.gif");
        visit.press("Carry on");
        visit.arrives("What others may see");
        assertThat(visit.main()).not().containsText("Brown");
        visit.press("Carry on");
        visit.arrives("Check your answers");
        visit.press("Send it");
        visit.arrives("We have it");
        String number = visit.main().innerText().replaceAll("(?s).*Its number is (\\S+).*", "$1");

        Visit staff = visitor(scripts);
        staff.signIn(product().signIn(Role.SUPERVISOR));
        staff.go("/online-reports");
        staff.arrives("Online reports");
        staff.follow(number);
        staff.arrives("Online report " + number);
        assertThat(staff.main()).containsText("Not scanned for viruses");
        staff.page().getByLabel("Ask or tell the reporter").fill("Which nights is it worst?");
        staff.press("Send");
        staff.arrives("Online report " + number);
        staff.follow("Its incident");
        staff.arrives("Incident " + number);
        assertThat(staff.main()).containsText("Told online");

        Visit later = visitor(scripts);
        later.go("/tell/return");
        later.arrives("Go back to a report");
        later.page().getByLabel("Return code").fill(code.get(0));
        later.page()
                .getByLabel("Secret", new Page.GetByLabelOptions().setExact(true))
                .fill(code.get(1));
        later.press("Open it");
        later.arrives("Your report");
        assertThat(later.main()).containsText("Which nights is it worst?");
        later.page().getByLabel("Write to us").fill("Fridays");
        later.press("Send it");
        later.arrives("Your report");
        assertThat(later.main()).containsText("Fridays");
    }

    @Test
    void a_whole_report_is_told_by_keyboard_alone() {
        Visit visit = visitor(Scripts.ON);
        visit.go("/tell");
        Keyboard keyboard = new Keyboard(visit.page());
        keyboard.tabTo("Start now");
        keyboard.press("Enter");
        visit.stands("What do you want to tell us?");
        chooseByKeyboard(keyboard, "People are a problem");
        visit.stands("Write down your code");
        keyboard.tabTo(CONTINUE);
        keyboard.press("Enter");
        visit.stands("Who is this about?");
        chooseByKeyboard(keyboard, "It happens to me");
        visit.stands("What happened?");
        keyboard.tabTo("What happened?");
        keyboard.type("They shout at us every night.");
        keyboard.tabTo(CONTINUE);
        keyboard.press("Enter");
        visit.stands("When was it?");
        keyboard.tabTo("On one day");
        keyboard.press("ArrowDown");
        keyboard.tabTo(CONTINUE);
        keyboard.press("Enter");
        visit.stands("Where was it?");
        assertThat(visit.page().getByRole(AriaRole.HEADING)).hasCount(1);
        assertThat(visit.page().title()).doesNotContain("shout");
    }

    private static void chooseByKeyboard(Keyboard keyboard, String answer) {
        keyboard.tabTo(answer);
        keyboard.press("Space");
        keyboard.tabTo(CONTINUE);
        keyboard.press("Enter");
    }
}
