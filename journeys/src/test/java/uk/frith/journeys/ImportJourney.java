package uk.frith.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.frith.town.Town;

/** A file is sent, its import watched to the end, and what was refused taken away. */
class ImportJourney extends PeopleAtTheirDesks {

    /** Enough for the import to be seen on its way. */
    private static final int ROWS = 60_000;

    private static final double PATIENCE_MILLIS = 120_000;
    private static final String MONTH = "2026-09";
    private static final String NO_MONTH = "2021-13";

    @TempDir
    private Path folder;

    ImportJourney(Stage stage) {
        super(stage);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void an_analyst_sends_a_file_watches_it_to_the_end_and_takes_the_refused_rows(Scripts scripts) throws IOException {
        Path file = partOfTheForce("tazelness-" + scripts.words());
        Visit analyst = signedIn(Role.ANALYST, scripts);
        analyst.follow("Imports");
        analyst.arrives("Imports");
        analyst.press("Import");
        analyst.isRefused(422, "Imports");
        assertThat(analyst.page().getByRole(AriaRole.ALERT)).containsText("Choose a file to import");

        analyst.page().locator("input[type=file]").setInputFiles(file);
        analyst.press("Import");
        analyst.stands(file.getFileName().toString());
        assertThat(analyst.main())
                .containsText(
                        "What became of it", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        analyst.arrives(file.getFileName().toString());
        assertThat(analyst.main()).not().containsText("Time left");
        assertThat(analyst.main()).containsText("Stored");
        assertThat(analyst.main()).containsText("60,002");

        analyst.main()
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("refused rows of"))
                .click();
        analyst.arrives("Refused rows");
        assertThat(analyst.main()).containsText(NO_MONTH);
        Download csv = analyst.page().waitForDownload(() -> analyst.follow("Download the refused rows (CSV)"));
        assertThat(csv.suggestedFilename()).contains("OFFICIAL").endsWith(".csv");
        List<String> lines = Files.readAllLines(csv.path());
        assertThat(lines).hasSize(3);
        assertThat(lines.subList(1, 3)).allMatch(line -> line.contains(NO_MONTH));

        analyst.go("/imports/files");
        analyst.arrives("Files that were taken in");
        assertThat(analyst.main()).containsText(file.getFileName().toString());
        analyst.go("/imports/sources");
        analyst.arrives("How good each source is");
        assertThat(analyst.main()).containsText(Town.POLICE_NAME);
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_file_that_is_no_street_file_is_said_not_to_be_one(Scripts scripts) throws IOException {
        Path file = Files.writeString(folder.resolve("2026-09-shopping-street.csv"), "What,How many\nEggs,6\n");
        Visit administrator = signedIn(Role.ADMINISTRATOR, scripts);
        administrator.go("/imports");
        administrator.page().locator("input[type=file]").setInputFiles(file);
        administrator.press("Import");
        administrator.stands(file.getFileName().toString());
        assertThat(administrator.main())
                .not()
                .containsText("Time left", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        administrator.arrives(file.getFileName().toString());
        assertThat(administrator.main()).containsText("header");
    }

    /** A file of a part of the force, which takes no other file's place: the town's own rows, and two that can't be. */
    private Path partOfTheForce(String series) throws IOException {
        List<String> town = Files.readAllLines(
                product().town().resolve("street/" + MONTH + "/" + MONTH + "-" + Town.SLUG + "-street.csv"));
        List<String> rows = new ArrayList<>();
        rows.add(town.getFirst());
        for (int i = 0; i < ROWS; i++) {
            rows.add(town.get(1 + i % (town.size() - 1)));
        }
        rows.add(town.get(1).replace(MONTH, NO_MONTH));
        rows.add(town.get(2).replace(MONTH, NO_MONTH));
        return Files.write(folder.resolve(MONTH + "-" + series + "-street.csv"), rows);
    }
}
