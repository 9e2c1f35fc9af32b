package uk.frith.platform.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.frith.platform.foundation.identity.Browser;

/** Assesses the risk by the form, for tests that need an incident to be closed. */
public final class AssessmentForTests {

    private static final int QUESTIONS = 14;

    private AssessmentForTests() {}

    /** Assesses the first household of an incident for closing, with every question answered and nothing found. */
    public static void forClosing(Browser browser, String incidentPage) throws Exception {
        String page = incidentPage + "/risk/1";
        browser.get(page + "?trigger=CLOSURE");
        assertThat(browser.post(page, form(browser, "trigger", "CLOSURE")).getStatus())
                .as(browser.page().select(".govuk-error-summary").text())
                .isEqualTo(302);
        browser.get(incidentPage);
    }

    /** The form with every question at its lightest, and these fields; what is given twice holds as given. */
    static String[] form(Browser browser, String... fields) {
        List<String> sent = new ArrayList<>(List.of(fields));
        sent.addAll(List.of("seen", browser.page().select("input[name=seen]").attr("value")));
        for (int question = 1; question <= QUESTIONS; question++) {
            String name = "q" + question;
            if (Stream.of(fields).noneMatch(name::equals)) {
                sent.addAll(List.of(name, "1"));
            }
        }
        return sent.toArray(String[]::new);
    }
}
