package uk.frith.platform.portal.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.places.PlacesScene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.portal.report.PortalScene;
import uk.frith.platform.portal.report.PublicWords;

/** A code from its making to the report that begins at it. */
@SpringBootTest(properties = {"frith.portal.begins-at-once=1000", "frith.portal.public-address=https://tell.example"})
@AutoConfigureMockMvc
class SignsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final UUID FORCE = SCENE.organisation("Signs Police");
    private static final UUID OTHER = SCENE.organisation("Other Police");

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final SignRounds rounds;
    private Browser staff;

    SignsDbTest(@Autowired MockMvc mvc, @Autowired SignRounds rounds) {
        this.mvc = mvc;
        this.rounds = rounds;
        this.staff = new Browser(mvc);
    }

    @BeforeEach
    void somebody_looks_after_places() {
        UUID officer = SCENE.account(FORCE, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
        staff = Browser.holding(mvc, SCENE.session(officer));
    }

    private static String one(String sql, Object... params) {
        var statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return String.valueOf(statement.query((row, n) -> row.getString(1)).single());
    }

    private static String shown(Browser browser) {
        return browser.page().select("main").text();
    }

    /** Makes a code; gives its page's address. */
    private String make(String name) throws Exception {
        staff.get("/signs");
        return PortalScene.to(staff.post(
                "/signs",
                "name",
                name,
                "kind",
                "STILE",
                "place",
                "Footpath from Mill Lane",
                "grid",
                "SK 587 043",
                "questions",
                "How safe do you feel here?\nHow clean is it?"));
    }

    private static String codeOf(String page) {
        return one("select code from signs.sign where id = ?::uuid", page.substring("/signs/".length()));
    }

    @Test
    void a_sheet_is_printed_whose_code_leads_to_its_own_place() throws Exception {
        String page = make("Mill <stile> & gate");
        MockHttpServletResponse answer = staff.get(page + "/sheet.pdf");
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (PDDocument sheet = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(decoded(new PDFRenderer(sheet).renderImageWithDPI(0, 150)))
                    .isEqualTo("https://tell.example/here/" + codeOf(page));
            assertThat(new PDFTextStripper().getText(sheet)).contains("Mill <stile> & gate", "999");
            assertThat(sheet.getNumberOfPages()).isEqualTo(1);
            assertThat(sheet.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(sheet.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(Objects.requireNonNull(sheet.getDocumentInformation().getTitle()))
                    .contains("Mill");
        }
    }

    private static String decoded(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
    }

    @Test
    void whoever_reads_it_says_how_it_is_and_staff_see_the_answers_without_anybodys_name() throws Exception {
        String page = make("River stile");
        String here = "/here/" + codeOf(page);
        Browser walker = new Browser(mvc);
        assertThat(walker.get(here).getStatus()).isEqualTo(200);
        assertThat(shown(walker)).contains("River stile", "How safe do you feel here?", "We heard of no problem here");
        assertThat(walker.post(here).getStatus()).isEqualTo(422);
        walker.get(here);
        walker.get(PortalScene.to(walker.post(
                here, "q1", "2", "q2", "5", "words", "Mr Brown lets his dog loose, ring 07700 900123 <script>")));
        assertThat(shown(walker)).contains("Thank you. We have it.");
        walker.get(here);
        walker.post(here, "q1", "4");
        staff.get(page);
        assertThat(shown(staff))
                .contains("3.0 of 5", "5.0 of 5", "lets his dog loose")
                .doesNotContain("Brown", "07700");
        assertThat(one(
                        "select count(*) from signs.answer where score is not null and sign_id = ?::uuid",
                        page.substring(7)))
                .isEqualTo("3");
    }

    @Test
    void a_code_says_how_to_call_999_in_the_words_of_the_online_report() throws Exception {
        Browser walker = new Browser(mvc);
        walker.get("/here/" + codeOf(make("Quay stile")));
        assertThat(shown(walker)).contains("Call 999 now", "press 55", "18000");
        assertThat(walker.page().select("main p:has(a[href=tel:999]) ~ form[action=/tell]"))
                .hasSize(1);
    }

    @Test
    void a_code_with_a_grid_reference_and_no_postcode_lies_in_the_area_of_its_point() throws Exception {
        PlacesScene.squares(DATABASE);
        String page = make("Grid stile");
        assertThat(one("select lsoa_code from signs.sign where id = ?::uuid", page.substring("/signs/".length())))
                .isEqualTo(PlacesScene.WEST);
    }

    @Test
    void a_code_that_was_made_before_its_area_was_known_gets_it_later_and_nobody_but_the_system_gives_it()
            throws Exception {
        PlacesScene.squares(DATABASE);
        String id = make("Old stile").substring("/signs/".length());
        one("update signs.sign set lsoa_code = null where id = ?::uuid returning id", id);
        rounds.look();
        assertThat(one("select lsoa_code from signs.sign where id = ?::uuid", id))
                .isEqualTo(PlacesScene.WEST);
        assertThatThrownBy(() -> one("select signs.lies_in(?::uuid, 'E01000901')", id))
                .hasStackTraceContaining("Only the system");
    }

    @Test
    void a_report_that_begins_at_a_code_knows_its_place_and_its_force() throws Exception {
        String page = make("Bus stile");
        Browser walker = new Browser(mvc);
        walker.get("/here/" + codeOf(page));
        walker.get(PortalScene.to(walker.post("/tell", "why", "ASB", "sign", codeOf(page))));
        assertThat(PortalScene.codeAndSecret(walker)).hasSize(2);
        walker.get("/tell/questions/who");
        assertThat(walker.get("/tell/code").getStatus()).isEqualTo(200);
        assertThat(walker.page().select("main a.govuk-button").attr("href")).isEqualTo("/tell/questions/now");
        walker.get("/tell/questions/now");
        walker.post("/tell/questions/now", "now", "NO");
        walker.get("/tell/questions/who");
        walker.post("/tell/questions/who", "who", "SAW");
        walker.get("/tell/questions/what");
        walker.post("/tell/questions/what", "what", "Kids throw stones at the bus here.");
        walker.get("/tell/questions/when");
        walker.post("/tell/questions/when", "when", "OFTEN");
        walker.get("/tell/questions/place");
        assertThat(walker.page().select("#place").text()).contains("Bus stile", "Footpath from Mill Lane");
        PortalScene.answerAll(walker, Map.of("place", new String[] {"place", "Bus stile, Footpath from Mill Lane"}));
        walker.get("/tell/check");
        walker.get(PortalScene.to(walker.post("/tell/check")));
        assertThat(shown(walker)).contains("Signs Police");
        assertThat(one("select source || ' ' || location from recording.incident order by recorded_at desc limit 1"))
                .isEqualTo("portal-code Bus stile, Footpath from Mill Lane");
        staff.get(page);
        assertThat(shown(staff)).contains("1 reports began here");
        Browser next = new Browser(mvc);
        next.get("/here/" + codeOf(page));
        assertThat(shown(next)).contains("once or twice").doesNotContain("stones");
    }

    @Test
    void what_is_going_on_now_has_the_moment_at_which_the_code_was_read_and_that_can_be_changed() throws Exception {
        String page = make("Now stile");
        Browser walker = new Browser(mvc);
        walker.get("/here/" + codeOf(page));
        java.time.Instant read = java.time.Instant.now().minusSeconds(1_800);
        walker.get(
                PortalScene.to(walker.post("/tell", "why", "ASB", "sign", codeOf(page), "scanned", read.toString())));
        walker.get("/tell/questions/now");
        assertThat(walker.post("/tell/questions/now").getStatus()).isEqualTo(422);
        walker.post("/tell/questions/now", "now", "YES");
        PortalScene.answerAll(walker, Map.of("place", new String[] {"place", "Now stile"}));
        walker.get("/tell/check");
        assertThat(shown(walker)).contains("Is it going on now? Yes, on").doesNotContain("When was it?");
        walker.get("/tell/questions/now?from=check");
        assertThat(PortalScene.to(walker.post("/tell/questions/now", "now", "NO", "from", "check")))
                .isEqualTo("/tell/questions/when");
        walker.get("/tell/questions/now");
        walker.post("/tell/questions/now", "now", "YES");
        walker.get("/tell/check");
        walker.post("/tell/check");
        assertThat(
                        one(
                                "select occurred_from || ' ' || occurred_to from recording.incident order by recorded_at desc limit 1"))
                .isEqualTo(one("select ?::timestamptz || ' ' || ?::timestamptz", read.toString(), read.toString()));
    }

    @Test
    void what_happened_since_is_told_at_the_same_place_with_nobodys_name_in_it() throws Exception {
        String page = make("News stile");
        staff.get(page);
        staff.post(page + "/news", "text", "We cut the hedge. Mr Brown helped.");
        Browser walker = new Browser(mvc);
        walker.get("/here/" + codeOf(page));
        assertThat(shown(walker)).contains("We cut the hedge").doesNotContain("Brown");
    }

    @Test
    void a_code_that_is_damaged_or_flooded_says_so_until_somebody_has_seen_to_it() throws Exception {
        String page = make("Torn stile");
        String here = "/here/" + codeOf(page);
        Browser walker = new Browser(mvc);
        walker.get(here);
        walker.post(here + "/damaged");
        walker.get(here);
        walker.post(here + "/damaged");
        assertThat(one("select count(*) from signs.damage where sign_id = ?::uuid", page.substring(7)))
                .isEqualTo("1");
        staff.get("/");
        assertThat(staff.page().text()).contains("Torn stile: Reported damaged");
        DATABASE.asOwner()
                .sql("update signs.scan set count = 400 where sign_id = ?::uuid")
                .param(page.substring(7))
                .update();
        staff.get("/signs");
        assertThat(shown(staff)).contains("Reported damaged; Flood: read 400 times this hour");
        staff.get(page);
        staff.post(page + "/mended");
        staff.get(page);
        assertThat(shown(staff)).doesNotContain("Reported damaged");
        staff.post(page + "/down");
        assertThat(walker.get(here).getStatus()).isEqualTo(404);
    }

    @Test
    void a_flood_of_answers_is_stopped_and_told_so() throws Exception {
        String page = make("Flooded stile");
        String here = "/here/" + codeOf(page);
        DATABASE.asOwner()
                .sql(
                        "insert into signs.answer (sign_id, number, score) select ?::uuid, 1, 1 from generate_series(1, 300)")
                .param(page.substring(7))
                .update();
        Browser walker = new Browser(mvc);
        walker.get(here);
        MockHttpServletResponse answer = walker.post(here, "q1", "5");
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(walker.page().select(".govuk-error-summary").text()).contains("Try again in an hour");
    }

    @Test
    void what_is_wrong_with_a_code_is_said_and_nothing_is_made() throws Exception {
        staff.get("/signs");
        assertThat(staff.post("/signs", "name", "", "postcode", "nowhere").getStatus())
                .isEqualTo(422);
        assertThat(staff.page().select(".govuk-error-summary li")).hasSizeGreaterThan(3);
        assertThat(new Browser(mvc).get("/here/NOSUCHXX").getStatus()).isEqualTo(404);
    }

    @Test
    void another_force_sees_neither_code_nor_answers() throws Exception {
        String page = make("Own stile");
        UUID stranger = SCENE.account(OTHER, UUID.randomUUID() + "@example.org", Role.SUPERVISOR);
        Browser browser = Browser.holding(mvc, SCENE.session(stranger));
        assertThat(browser.get(page).getStatus()).isEqualTo(404);
        browser.get("/signs");
        assertThat(shown(browser)).doesNotContain("Own stile");
        assertThat(DATABASE.asApplication()
                        .sql("select count(*) from signs.answer")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void no_page_of_the_public_has_words_of_its_own() {
        assertThat(PublicWords.own(SignsSamples.ofThePublic(PublicWords.pretend())))
                .isEmpty();
    }

    @Test
    void what_was_chosen_and_written_at_a_code_outlives_a_refusal_and_a_change_of_language() throws Exception {
        String here = "/here/" + codeOf(make("Weir stile"));
        Browser walker = new Browser(mvc);
        walker.get(here);
        String tooLong = "a".repeat(1_001);
        assertThat(walker.post(here, "q2", "4", "words", tooLong).getStatus()).isEqualTo(422);
        assertThat(walker.page().select("input[name=q2][checked]").val()).isEqualTo("4");
        assertThat(walker.page().select("#words").val()).isEqualTo(tooLong);
        assertThat(walker.post(here, "q1", "2", "words", "Dark", "language", "cy")
                        .getStatus())
                .isEqualTo(200);
        assertThat(walker.page().select("html").attr("lang")).isEqualTo("cy");
        assertThat(walker.page().select("input[name=q1][checked]").val()).isEqualTo("2");
        assertThat(walker.page().select("#words").val()).isEqualTo("Dark");
        assertThat(walker.page().select(".govuk-error-summary")).isEmpty();
    }
}
