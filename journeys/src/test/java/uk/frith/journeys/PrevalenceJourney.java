package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.frith.town.Town;

/** How much there is, where and when: asked, narrowed, taken away, and handed to somebody else. */
class PrevalenceJourney extends PeopleAtTheirDesks {

    private static final String TITLE = "Antisocial behaviour in ";

    PrevalenceJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_analyst_asks_narrows_sorts_and_takes_the_figures_away(Scripts scripts) throws IOException {
        Visit analyst = signedIn(Role.ANALYST, scripts);
        analyst.follow("Patterns");
        analyst.arrives("Patterns");
        analyst.main()
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(Town.FORCE_NAME))
                .first()
                .click();
        analyst.arrives(TITLE + Town.FORCE_NAME);

        analyst.page().getByLabel("From month").fill("2026-01");
        analyst.page().getByLabel("To month").fill("2026-06");
        analyst.press("Show");
        analyst.arrives(TITLE + Town.FORCE_NAME + ", January to June 2026");
        long whole = total(analyst);
        assertThat(whole).isPositive();

        areas(analyst)
                .getByRole(AriaRole.COLUMNHEADER)
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        analyst.arrives(TITLE);
        List<String> names = areas(analyst).getByRole(AriaRole.ROWHEADER).allInnerTexts();
        assertThat(names).hasSizeGreaterThan(10).isSortedAccordingTo(Comparator.naturalOrder());

        Locator parts = analyst.page().getByLabel("Area", exact());
        String part = parts.locator("option").nth(1).innerText();
        parts.selectOption(part);
        analyst.press("Show");
        analyst.arrives(TITLE + part);
        assertThat(total(analyst)).isPositive().isLessThan(whole);

        Download csv = analyst.page().waitForDownload(() -> analyst.follow("Areas (CSV)"));
        assertThat(csv.suggestedFilename()).startsWith("OFFICIAL-asb-").endsWith(".csv");
        assertThat(summed(Files.readAllLines(csv.path()))).isEqualTo(total(analyst));
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_link_that_is_handed_on_shows_somebody_else_the_same_figures(Scripts scripts) {
        Visit analyst = signedIn(Role.ANALYST, scripts);
        analyst.go("/patterns/prevalence?force=" + Town.SLUG + "&from=2025-10&to=2026-03&by=ward");
        analyst.arrives(TITLE + Town.FORCE_NAME);
        analyst.follow("Link to these figures");
        String link = analyst.page().url();
        String figures = analyst.main().locator(".frith-figures").innerText();
        assertThat(link).contains("v=");

        Visit officer = signedIn(Role.ASB_COORDINATOR, scripts);
        officer.go(link);
        officer.arrives(TITLE + Town.FORCE_NAME);
        assertThat(officer.main().locator(".frith-figures").innerText()).isEqualTo(figures);
        assertThat(areas(officer).innerText()).isEqualTo(areas(analyst).innerText());
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_address_that_can_not_be_read_gets_a_sentence(Scripts scripts) {
        Visit analyst = signedIn(Role.ANALYST, scripts);
        assertThat(analyst.go("/patterns/prevalence?force=" + Town.SLUG + "&from=2021-13"))
                .isEqualTo(400);
        analyst.isRefused(400, "That can’t be read");
        assertThat(analyst.main()).containsText("There is no month \"2021-13\".");
        assertThat(analyst.go("/patterns/prevalence?force=nowhere")).isEqualTo(404);
        analyst.isRefused(404, "That isn’t here");
    }

    private static Locator areas(Visit visit) {
        return visit.main().getByRole(AriaRole.TABLE).first();
    }

    /** The first of the figures: how many there were. */
    private static long total(Visit visit) {
        return number(visit.main().locator(".frith-figure dd").first().innerText());
    }

    private static long summed(List<String> csv) {
        List<String> head = List.of(csv.getFirst().split(","));
        int column = head.indexOf("incidents");
        List<Long> counts = new ArrayList<>();
        for (String line : csv.subList(1, csv.size())) {
            counts.add(number(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)[column]));
        }
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static long number(String words) {
        return Long.parseLong(words.replaceAll("[^0-9]", ""));
    }

    private static com.microsoft.playwright.Page.GetByLabelOptions exact() {
        return new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true);
    }
}
