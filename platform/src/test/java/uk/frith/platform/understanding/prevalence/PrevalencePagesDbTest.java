package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.reports.intake.OpenData;

/** The pages on an invented series of which no places are known. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(PrevalencePagesDbTest.StreetFiles.class)
class PrevalencePagesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final String MARCH = "/patterns/prevalence?force=frithshire&from=2021-03&to=2021-03";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final Browser browser;
    private final StreetFiles files;

    PrevalencePagesDbTest(@Autowired MockMvc mvc, @Autowired StreetFiles files) {
        this.files = files;
        var organisation = SCENE.organisation("Police of this test " + System.identityHashCode(this));
        var account = SCENE.account(
                organisation, "analyst" + System.identityHashCode(this) + "@prevalence.example", Role.ANALYST);
        this.browser = Browser.holding(mvc, SCENE.session(account));
    }

    @BeforeAll
    static void a_force_has_reports_of_two_months(@Autowired StreetFiles files) {
        files.take("frithshire", "Frithshire Police", "2020-03", 40);
        files.take("frithshire", "Frithshire Police", "2021-03", 50);
        files.take("northtown", "Frithshire Police", "2021-03", 7);
    }

    /** Makes street files and takes them in by the command, as a person would. */
    @TestComponent
    static class StreetFiles {

        private final ServiceDesk services;
        private final List<Command> commands;
        private final OpenData openData;
        private int made;

        StreetFiles(@Autowired ServiceDesk services, @Autowired List<Command> commands, @Autowired OpenData openData) {
            this.services = services;
            this.commands = commands;
            this.openData = openData;
        }

        /** Takes in one month of antisocial behaviour, all but one row of it in one area; gives the version it made. */
        long take(String series, String force, String month, int rows) {
            StringBuilder text =
                    new StringBuilder("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,"
                            + "LSOA code,LSOA name,Crime type,Last outcome category,Context\n");
            for (int i = 0; i < rows; i++) {
                text.append("," + month + "," + force + "," + force + ",,,No Location,"
                        + (i == 0 ? "," : "E01000001,Frith 001A") + ",Anti-social behaviour,,\n");
            }
            try {
                Path folder = Files.createDirectories(
                        DATABASE.folder().resolve("street").resolve(Integer.toString(made++)));
                Path file = Files.writeString(folder.resolve(month + "-" + series + "-street.csv"), text);
                Command command = commands.stream()
                        .filter(each -> each.name().equals("import police-uk"))
                        .findFirst()
                        .orElseThrow();
                try (PrintStream nowhere =
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
                    return services.as(ServiceActor.COMMAND_LINE, "tester", () -> {
                        assertThat(command.run(
                                        Arguments.parse(List.of(file.toString())), new Console(nowhere, nowhere)))
                                .isEqualTo(ExitStatus.DONE);
                        return openData.latestDataVersion();
                    });
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void a_page_says_how_much_and_compares_with_the_year_before() throws Exception {
        MockHttpServletResponse response = browser.get(MARCH);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(browser.page().select("h1").text())
                .isEqualTo("Antisocial behaviour in Frithshire Police, March 2021");
        assertThat(browser.page().select(".frith-says").text())
                .contains("50 incidents.")
                .contains("on March 2020");
        assertThat(browser.page().select(".frith-source").text()).contains("reports to the police only");
    }

    @Test
    void the_same_link_gives_the_same_figures_after_a_later_import() throws Exception {
        long next = 1 + files.take("southshire", "Southshire Police", "2021-02", 5);
        assertThat(browser.get("/patterns/prevalence?force=southshire&v=" + next)
                        .getStatus())
                .isEqualTo(404);
        assertThat(files.take("southshire", "Southshire Police", "2021-03", 60)).isEqualTo(next);
        browser.get("/patterns/prevalence?force=southshire&from=2021-03&to=2021-03");
        String link =
                browser.page().select("a:containsOwn(Link to these figures)").attr("href");
        String before = browser.page().select(".frith-figures").text();
        files.take("southshire", "Southshire Police", "2021-03", 90);

        browser.get(link);
        assertThat(browser.page().select(".frith-figures").text())
                .isEqualTo(before)
                .contains("60");
        assertThat(browser.page().text()).contains("Newer data have been imported since");
        browser.get("/patterns/prevalence?force=southshire&from=2021-03&to=2021-03");
        assertThat(browser.page().select(".frith-figures").text()).contains("90");
        assertThat(browser.page().text()).doesNotContain("Newer data have been imported since");
    }

    @Test
    void what_is_not_there_gets_a_page_with_a_sentence() throws Exception {
        assertThat(browser.get("/patterns/prevalence?force=nowhere").getStatus())
                .isEqualTo(404);
        assertThat(browser.page().text()).contains("There are no open data of a force \"nowhere\"");
        assertThat(browser.get(MARCH + "&within=E06000099").getStatus()).isEqualTo(404);
        assertThat(browser.get(MARCH + "&category=piracy").getStatus()).isEqualTo(404);
        assertThat(browser.get(MARCH + "&v=999").getStatus()).isEqualTo(404);
        assertThat(browser.get("/patterns/prevalence?force=frithshire&from=2031-01&to=2031-02")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void what_cannot_be_read_gets_a_page_with_a_sentence() throws Exception {
        assertThat(browser.get("/patterns/prevalence?force=frithshire&from=2021-13")
                        .getStatus())
                .isEqualTo(400);
        assertThat(browser.page().text()).contains("There is no month \"2021-13\"");
    }

    @Test
    void a_part_of_a_force_is_called_a_part_and_has_no_rate() throws Exception {
        browser.get("/patterns/prevalence?force=northtown");

        assertThat(browser.page().select("h1").text()).contains("northtown (part of Frithshire Police)");
        assertThat(browser.page().select(".frith-says").text())
                .doesNotContain("per 1,000")
                .contains("part of a force");
        assertThat(browser.page().select("#coverage ~ ul").text()).contains("that somebody cut out");
    }

    @Test
    void a_download_is_entered_as_a_disclosure_with_its_question() throws Exception {
        MockHttpServletResponse csv = browser.get(MARCH.replace("prevalence?", "prevalence/areas.csv?"));

        assertThat(csv.getHeader("Content-Disposition")).contains("OFFICIAL-asb-frithshire-police-2021-03");
        assertThat(csv.getContentAsString()).startsWith("area_code,").doesNotContain("OFFICIAL");
        assertThat(DATABASE.asOwner().sql("""
                                select count(*) from audit.entry where act = 'DISCLOSURE' and subject = 'prevalence'
                                and detail ->> 'force' = 'frithshire' and cardinality(ids) = 0
                                """).query(Long.class).single()).isPositive();
        assertThat(browser.get(MARCH.replace("prevalence?", "prevalence/months.svg?"))
                        .getContentAsString())
                .startsWith("<svg xmlns=");
        assertThat(browser.get(MARCH.replace("prevalence?", "prevalence/map.svg?"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(browser.get(MARCH.replace("prevalence?", "prevalence/secrets.txt?"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_remark_stands_on_the_series_until_it_is_removed() throws Exception {
        browser.get("/patterns/annotations");
        assertThat(browser.page().text()).contains("COVID-19").contains("HMICFRS");
        assertThat(browser.post("/patterns/annotations", "month", "soon", "text", "", "source", "")
                        .getStatus())
                .isEqualTo(400);
        assertThat(browser.page().select(".govuk-error-summary").text()).contains("Enter a month");
        browser.post("/patterns/annotations", "month", "2021-03", "text", "Began to count twice.", "source", "A memo");
        browser.get(MARCH);
        assertThat(browser.page().select(".frith-notes").text()).contains("March 2021: Began to count twice. (A memo)");
        browser.get("/patterns/annotations");
        String remove = browser.page()
                .select(".frith-remark:contains(Began to count twice) form")
                .attr("action");
        browser.post(remove);
        browser.get(MARCH);
        assertThat(browser.page().text()).doesNotContain("Began to count twice");
    }

    @Test
    void the_start_of_patterns_lists_the_forces_and_finds_one() throws Exception {
        browser.get("/patterns?find=northtown");

        assertThat(browser.page().select("tbody tr")).hasSize(1);
        assertThat(browser.page().select("tbody a").attr("href")).isEqualTo("/patterns/prevalence?force=northtown");
    }
}
