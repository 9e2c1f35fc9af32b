package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.frith.town.Town;

/** An area is found and read about. */
class PlacesJourney extends PeopleAtTheirDesks {

    PlacesJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_officer_finds_an_area_by_its_code_and_reads_about_it(Scripts scripts) throws IOException {
        NamedArea area = firstArea();
        Visit officer = signedIn(Role.ASB_COORDINATOR, scripts);
        officer.follow("Find");
        officer.arrives("Find an area");
        find(officer, "nowhere of that name");
        officer.arrives("Find an area");
        assertThat(officer.main()).containsText("No area has this in its name.");
        find(officer, area.code());
        officer.arrives("Find an area");
        officer.main()
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText(area.name()))
                .first()
                .click();
        officer.arrives(area.name());
        assertThat(officer.main()).containsText(area.code());
        assertThat(officer.page().url()).endsWith("/places/" + area.code());
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void the_parts_of_a_force_can_be_taken_away(Scripts scripts) throws IOException {
        Visit partner = signedIn(Role.PARTNER, scripts);
        partner.go("/places/" + Town.FORCE_CODE);
        partner.arrives(Town.FORCE_NAME);
        Locator link = partner.main().locator("a[href$='parts.csv']").first();
        Download csv = partner.page().waitForDownload(link::click);
        assertThat(Files.readAllLines(csv.path())).hasSizeGreaterThan(1);
        assertThat(csv.suggestedFilename()).isEqualTo("OFFICIAL-parts-of-" + Town.FORCE_CODE + ".csv");
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_area_that_does_not_exist_gets_a_page_that_says_so(Scripts scripts) {
        Visit auditor = signedIn(Role.AUDITOR, scripts);
        assertThat(auditor.go("/places/E99999999")).isEqualTo(404);
        auditor.isRefused(404, "");
    }

    private static void find(Visit visit, String words) {
        visit.page().getByLabel("Name, code or postcode").fill(words);
        visit.press("Find");
    }

    private record NamedArea(String name, String code) {}

    /** The first small area of the town's own list. */
    private NamedArea firstArea() throws IOException {
        List<String> lines = Files.readAllLines(product().town().resolve("reference/lookup_lsoa21_ward24_ltla24.csv"));
        String[] values = lines.get(1).replace("\"", "").split(",", 3);
        return new NamedArea(values[0], values[1]);
    }
}
