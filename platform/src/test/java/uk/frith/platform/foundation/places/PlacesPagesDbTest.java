package uk.frith.platform.foundation.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;

@SpringBootTest
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesPagesDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final ServiceDesk services;
    private final ImportPlacesCommand command;
    private final MockMvc mvc;
    private final Browser browser;

    PlacesPagesDbTest(@Autowired ServiceDesk services, @Autowired ImportPlacesCommand command, @Autowired MockMvc mvc) {
        this.services = services;
        this.command = command;
        this.mvc = mvc;
        Scene scene = new Scene(DATABASE);
        browser = Browser.holding(
                mvc,
                scene.session(scene.account(scene.organisation("Exampleshire Police"), "p@example.org", Role.PARTNER)));
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeAll
    void a_small_country_is_imported(@TempDir Path folder) throws IOException {
        List<String> texts = List.of(
                SmallCountry.FORCES,
                SmallCountry.WARDS,
                SmallCountry.CHANGES,
                SmallCountry.OLD_DISTRICTS,
                SmallCountry.POPULATION,
                SmallCountry.CENSUS,
                SmallCountry.CENTROIDS,
                SmallCountry.POSTCODES,
                SmallCountry.imd2025(),
                SmallCountry.boundaries());
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(folder.resolve("file" + i), texts.get(i));
        }
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        services.as(
                ServiceActor.COMMAND_LINE,
                "tester",
                () -> command.run(new Arguments(List.of(folder.toString()), Map.of()), new Console(nowhere, nowhere)));
    }

    private Document page(String address) throws Exception {
        MockHttpServletResponse response = browser.get(address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return browser.page();
    }

    private Document find(String words) throws Exception {
        page("/places");
        assertThat(browser.post("/places/find", "words", words).getStatus()).isEqualTo(200);
        return browser.page();
    }

    @Test
    void lists_the_forces() throws Exception {
        assertThat(page("/places").select("a[href=/places/X23000001]").text()).isEqualTo("Exampleshire");
    }

    @Test
    void shows_where_a_small_area_lies_and_who_lives_there() throws Exception {
        Document page = page("/places/X01000001");

        assertThat(page.select("h1").text()).isEqualTo("Aston 001A");
        assertThat(page.select(".govuk-breadcrumbs a").eachText())
                .containsExactly("Places", "Exampleshire", "Aston North", "Aston", "North ward");
        assertThat(page.select(".frith-says").text())
                .isEqualTo("1,510 people lived here in 700 households at the Census of 2021."
                        + " It is in tenth 2 of 10 of the English Indices of Deprivation 2025, where 1 is the most"
                        + " deprived.");
        assertThat(page.select("svg path")).isNotEmpty();
        assertThat(page.text())
                .contains("Estimate of mid-2020 1,500")
                .contains("16 to 24 200 13%")
                .contains("Unchanged")
                .contains("Aston 001B")
                .contains("Open Government Licence")
                .contains("Royal Mail")
                .contains("Crown copyright");
    }

    @Test
    void every_kind_of_area_has_a_page() throws Exception {
        for (String code : List.of("X23000001", "X22000001", "X07000001", "X05000001", "X01000002", "X01000012")) {
            assertThat(page("/places/" + code).select("h1").text()).as(code).isNotBlank();
        }
    }

    @Test
    void a_force_shows_its_districts_and_what_changed() throws Exception {
        Document page = page("/places/X23000001");

        assertThat(page.select("section[aria-labelledby=parts] tbody tr").eachText())
                .containsExactly("Aston X07000001 4,520 2,010", "Borough X07000002 1,400 600");
        assertThat(page.select("section[aria-labelledby=changes] tbody tr")).hasSize(4);
    }

    @Test
    void an_abolished_district_says_so_and_shows_its_small_areas() throws Exception {
        Document page = page("/places/X07000099");

        assertThat(page.select(".frith-says").text()).contains("no longer in that of 2024");
        assertThat(page.select("section[aria-labelledby=parts] tbody tr").eachText())
                .containsExactly("Oldshire 001B X01000002 not known not known");
    }

    @Test
    void an_area_that_does_not_exist_is_not_there() throws Exception {
        assertThat(browser.get("/places/X01999999").getStatus()).isEqualTo(404);
        assertThat(browser.get("/places/X01999999/parts.csv").getStatus()).isEqualTo(404);
        assertThat(browser.get("/places/nonsense").getStatus()).isEqualTo(404);
    }

    @Test
    void parts_can_be_taken_as_csv() throws Exception {
        MockHttpServletResponse response = browser.get("/places/X05000001/parts.csv");

        assertThat(response.getHeader("Content-Disposition")).contains("OFFICIAL-parts-of-X05000001.csv");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("""
                code,name,kind,residents_2021,households_2021
                X01000001,Aston 001A,LSOA_2021,1510,700
                X01000012,Aston 001B,LSOA_2021,1490,650
                """);
    }

    @Test
    void finds_areas_by_part_of_their_name_and_by_code() throws Exception {
        assertThat(find("aston 001")
                        .select("section[aria-labelledby=found] tbody th")
                        .eachText())
                .containsExactly("Aston 001A", "Aston 001B", "Aston 001C");
        assertThat(find("x05000002")
                        .select("section[aria-labelledby=found] tbody th")
                        .eachText())
                .containsExactly("South ward");
        assertThat(find("100%").text()).contains("No area has this in its name");
    }

    @Test
    void finds_where_a_postcode_lies_and_whether_it_has_ended() throws Exception {
        Document live = find("xx11aa");
        assertThat(live.text()).contains("This postcode is in use.");
        assertThat(live.select("section[aria-labelledby=found] tbody a").eachText())
                .containsExactly("Aston 001B", "Aston 001C");
        assertThat(find("XX1 1AB").text()).contains("This postcode ended in May 2009.");
        assertThat(find("XX9 9ZZ").text()).contains("isn't among those");
    }

    @Test
    void asks_for_words_when_there_are_none() throws Exception {
        assertThat(find(" ").select(".govuk-error-summary").text()).contains("Enter a name, a code or a postcode");
    }

    @Test
    void a_look_is_entered_in_the_audit() throws Exception {
        page("/places/X05000003");

        assertThat(DATABASE.asOwner().sql("""
                                select count(*) from audit.entry
                                where subject = 'places' and act = 'CONSULTATION' and ids = '{X05000003}'
                                """).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void whoever_has_not_signed_in_sees_nothing() throws Exception {
        MockHttpServletResponse response = new Browser(mvc).get("/places/X05000003");

        assertThat(response.getStatus()).isIn(302, 303, 401, 403);
        assertThat(response.getContentAsString()).doesNotContain("Only ward");
    }
}
