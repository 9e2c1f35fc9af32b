package uk.frith.platform.portal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;

/** Tells something online, as somebody with a browser without scripts does. */
public final class PortalScene {

    /** The answers of the shortest way, question by question. */
    public static final Map<String, String[]> SHORTEST = Map.of(
            "who", new String[] {"who", "SELF"},
            "what", new String[] {"what", "The lads from number 9 smash bottles on our step every night."},
            "when", new String[] {"when", "OFTEN"},
            "where", new String[] {"where", "WORDS"},
            "place", new String[] {"place", "Long Row, Testham"},
            "harm", new String[] {"harm", ""},
            "contact", new String[] {"contact", "NO"},
            "wishes", new String[] {"wishes", ""});

    private PortalScene() {}

    /** Where an answer sends the browser; empty when nowhere. */
    public static String to(MockHttpServletResponse answer) {
        String address = answer.getHeader("Location");
        return address == null ? "" : address;
    }

    /** Begins a report and is at the page with its code. */
    public static void begin(Browser browser) throws Exception {
        browser.get("/tell/why");
        browser.get(to(browser.post("/tell", "why", "ASB")));
    }

    /** Code and secret as the page shows them. */
    public static List<String> codeAndSecret(Browser browser) {
        return browser.page().select(".frith-code dd").eachText();
    }

    /** Answers every question that is asked, the shortest way or as given, until the answers can be checked. */
    public static List<String> answerAll(Browser browser, Map<String, String[]> answers) throws Exception {
        List<String> asked = new ArrayList<>();
        String address = "/tell/questions/who";
        while (address.startsWith("/tell/questions/")) {
            browser.get(address);
            String step = address.substring("/tell/questions/".length());
            asked.add(step);
            String[] fields = answers.getOrDefault(step, SHORTEST.getOrDefault(step, new String[0]));
            MockHttpServletResponse answer = browser.post(address, fields);
            address = to(answer);
            if (address.isEmpty()) {
                throw new AssertionError(step + " was refused: "
                        + browser.page().select(".govuk-error-summary").text());
            }
        }
        browser.get(address);
        return asked;
    }

    /** A whole report from beginning to end. */
    public static Browser told(MockMvc mvc, Map<String, String[]> answers) throws Exception {
        Browser browser = new Browser(mvc);
        begin(browser);
        answerAll(browser, answers);
        browser.get(to(browser.post("/tell/check")));
        return browser;
    }
}
