package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Somebody in front of a browser of their own. Wherever they arrive, the page is held to the rules of all pages. */
final class Visit implements AutoCloseable {

    static final int WIDE = 1280;

    /** The width at which WCAG's reflow rule asks that nothing has to be scrolled sideways. */
    static final int NARROW = 320;

    private static final int[] WIDTHS = {WIDE, NARROW};

    private static final int HEIGHT = 900;

    /** Whether every page is to have its picture taken, not only those that break a rule. */
    private static final boolean PICTURES = Boolean.getBoolean("frith.pictures");

    /** The titles of pages that were held to all rules when narrow. */
    private static final Set<String> SEEN_NARROW = new HashSet<>();

    private static final String OVERFLOWING = """
            () => {
              const wide = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= wide) return [];
              return [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > wide + 0.5)
                .filter(e => !e.parentElement.closest('.frith-scroll'))
                .slice(0, 5)
                .map(e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + ' ' + e.className)
                .concat(['the page is ' + document.documentElement.scrollWidth + ' px wide']);
            }""";

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final String journey;
    private final Scripts scripts;
    private final List<String> said = new ArrayList<>();
    private int arrivals;

    Visit(Stage stage, String journey, Scripts scripts) {
        this.address = stage.product().address();
        this.journey = journey;
        this.scripts = scripts;
        context = stage.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(address)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setViewportSize(WIDE, HEIGHT)
                        .setJavaScriptEnabled(scripts == Scripts.ON));
        page = context.newPage();
        page.onConsoleMessage(message -> heard(message.type(), message.text()));
        page.onPageError(error -> said.add("error: " + error));
    }

    /** What the browser reports of its own accord and without blame, as the clearing of its store, is no noise of ours. */
    private void heard(String type, String text) {
        if (!type.equals("info") || !text.startsWith("Clear-Site-Data header")) {
            said.add(type + ": " + text);
        }
    }

    Page page() {
        return page;
    }

    /** Goes to a page of the product; gives the status of the answer. */
    int go(String path) {
        Response response = page.navigate(path.startsWith("http") ? path : address + path);
        return response.status();
    }

    void signIn(Product.SignIn signIn) {
        go("/sign-in");
        page.getByLabel("E-mail address").fill(signIn.email());
        password("Password").fill(signIn.password());
        press("Sign in");
    }

    /** A field for a password; the button beside it that shows what was typed has a similar name. */
    Locator password(String label) {
        return page.getByRole(AriaRole.MAIN)
                .locator("input")
                .and(page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
                .first()
                .click();
    }

    /** The words of the navigation, left to right. */
    List<String> navigation() {
        return page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByRole(AriaRole.LINK)
                .allInnerTexts();
    }

    Locator main() {
        return page.getByRole(AriaRole.MAIN);
    }

    /** The page has this heading; nothing else is asked of it. */
    void stands(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(heading);
    }

    /** The page has this heading and keeps all rules of pages. */
    void arrives(String heading) {
        stands(heading);
        keepsTheRules(Optional.empty());
    }

    /** The page refuses with this status, under this heading, and keeps all rules of pages. */
    void isRefused(int status, String heading) {
        stands(heading);
        keepsTheRules(Optional.of(status));
    }

    /** Quiet console, nothing for axe to say, nothing to scroll sideways, wide and narrow; a picture of each if not. */
    private void keepsTheRules(Optional<Integer> refusal) {
        page.waitForLoadState(LoadState.LOAD);
        arrivals++;
        assertThat(page.title()).as("the title of " + page.url()).endsWith("Frith");
        List<String> problems = new ArrayList<>();
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            Object overflowing = page.evaluate(OVERFLOWING);
            if (overflowing instanceof List<?> elements) {
                elements.forEach(element -> problems.add(width + " px: reaches beyond the page: " + element));
            }
            if (scripts == Scripts.ON && (width == WIDE || isNewWhenNarrow())) {
                Axe.problems(page).forEach(problem -> problems.add(width + " px: " + problem));
            }
        }
        page.setViewportSize(WIDE, HEIGHT);
        said.removeIf(line ->
                refusal.filter(status -> line.contains("status of " + status)).isPresent());
        problems.addAll(said);
        said.clear();
        if (PICTURES || !problems.isEmpty()) {
            pictures();
        }
        assertThat(problems).as(page.url()).isEmpty();
    }

    /** The narrow layout is the same on all pages of a title; whether something sticks out is looked at on each. */
    private boolean isNewWhenNarrow() {
        return SEEN_NARROW.add(page.title().replaceAll("\\d+", "*"));
    }

    private void pictures() {
        String name = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .innerText();
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            picture(name, width);
        }
        page.setViewportSize(WIDE, HEIGHT);
    }

    private void picture(String name, int width) {
        String file = String.format(
                Locale.ROOT,
                "%02d-%s-%s-%d.png",
                arrivals,
                Pattern.compile("[^a-z0-9]+")
                        .matcher(name.toLowerCase(Locale.ROOT))
                        .replaceAll("-"),
                scripts.words(),
                width);
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", journey, file)));
    }

    @Override
    public void close() {
        context.close();
    }
}
