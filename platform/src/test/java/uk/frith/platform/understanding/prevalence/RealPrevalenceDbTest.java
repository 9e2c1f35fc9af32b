package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;

/** The real files through the whole product; skipped where the variable FRITH_REAL_DATA doesn't name their folder. */
@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealPrevalenceDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final ServiceDesk services;
    private final List<Command> commands;
    private final Browser browser;

    RealPrevalenceDbTest(@Autowired ServiceDesk services, @Autowired List<Command> commands, @Autowired MockMvc mvc) {
        this.services = services;
        this.commands = commands;
        Scene scene = new Scene(DATABASE);
        this.browser = Browser.holding(
                mvc,
                scene.session(scene.account(
                        scene.organisation("Real figures"), "officer@real.example", Role.NEIGHBOURHOOD_OFFICER)));
    }

    @BeforeAll
    void everything_is_imported_once() {
        run("import places", RealData.folder().resolve("reference").toString());
        run("import police-uk", RealData.folder().resolve("police_street").toString());
    }

    private List<String> run(String name, String... words) {
        Command command = commands.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream news = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8)) {
            services.as(
                    ServiceActor.COMMAND_LINE,
                    "tester",
                    () -> command.run(Arguments.parse(List.of(words)), new Console(print, news)));
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void each_force_comes_out_as_it_was_counted_in_its_files() {
        Map<String, List<String>> expected = new TreeMap<>();
        RealData.rows("police_street/expected_asb_by_force_month_lsoa.csv.gz")
                .forEach(row -> expected.computeIfAbsent(row[0], force -> new java.util.ArrayList<>())
                        .add(row[2] + "," + row[1] + "," + row[3].strip()));

        assertThat(expected).isNotEmpty();
        expected.forEach((force, lines) -> {
            List<String> exported =
                    run("export prevalence", "--by", "lsoa,month", "--category", "asb", "--force", force);
            assertThat(exported.getFirst()).isEqualTo("lsoa_code,month,incidents");
            assertThat(exported.subList(1, exported.size()))
                    .containsExactlyElementsOf(lines.stream().sorted().toList());
        });
    }

    @Test
    void the_page_of_leicestershire_2021_says_what_r_says() throws Exception {
        assertThat(browser.get("/patterns/prevalence?force=leicestershire&from=2021-01&to=2021-12")
                        .getStatus())
                .isEqualTo(200);

        assertThat(browser.page().select("h1").text()).isEqualTo("Antisocial behaviour in Leicestershire, 2021");
        assertThat(browser.page().select(".frith-says").text().replace('\u00a0', ' '))
                .isEqualTo("10,132 incidents, 9.1 per 1,000 residents. Fell 26 % on 2020 (95 % interval 24 to 28). "
                        + "30 of 611 areas are hot after allowing for chance; half of it all happens in 115.");
        assertThat(browser.page().select("#areas ~ div tbody tr")).hasSize(611);
        assertThat(browser.page().select("#areas ~ div tbody tr.hot")).hasSize(30);
        assertThat(browser.page().select("#map-areas path")).hasSize(611);
    }

    @Test
    void a_page_of_a_force_is_small_enough_for_a_slow_line() throws Exception {
        int bytes = browser.get("/patterns/prevalence?force=leicestershire&from=2021-01&to=2021-12")
                .getContentAsByteArray()
                .length;

        assertThat(bytes).isLessThan(250_000);
    }

    @Test
    void a_missing_month_stops_the_comparison_and_is_said() throws Exception {
        browser.get("/patterns/prevalence?force=lancashire&from=2021-01&to=2021-12");

        assertThat(browser.page().select(".frith-says").text())
                .contains("No comparison with 2020: there are no data for June 2020 and August to September 2020.");
    }

    @Test
    void wards_districts_and_partnerships_can_be_asked_for() throws Exception {
        browser.get("/patterns/prevalence?force=leicestershire&from=2021-01&to=2021-12&by=district");

        assertThat(browser.page().select(".frith-says").text()).contains("it takes 30");
        assertThat(browser.page().select("#areas ~ div tbody tr")).hasSizeBetween(8, 10);
        assertThat(browser.get("/patterns/prevalence?force=leicestershire&from=2021-01&to=2021-12&within=E06000016")
                        .getStatus())
                .isEqualTo(200);
        assertThat(browser.page().select("h1").text()).isEqualTo("Antisocial behaviour in Leicester, 2021");
    }
}
