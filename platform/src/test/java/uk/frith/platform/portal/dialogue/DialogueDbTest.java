package uk.frith.platform.portal.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.portal.report.PortalScene;
import uk.frith.platform.portal.report.PublicWords;

/** Evidence that is sent, opened or left lying; questions, answers and what others see. */
@SpringBootTest(properties = "frith.portal.begins-at-once=1000")
@AutoConfigureMockMvc
class DialogueDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final UUID FORCE = SCENE.organisation("Dialogue Police");
    private static final byte[] JPEG = jpeg();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private UUID officer = new UUID(0, 0);

    DialogueDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
    }

    @BeforeEach
    void somebody_works() {
        officer = SCENE.account(FORCE, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
    }

    private static byte[] jpeg() {
        byte[] picture = new byte[2_500_000];
        picture[0] = (byte) 0xFF;
        picture[1] = (byte) 0xD8;
        picture[2] = (byte) 0xFF;
        picture[2_000_000] = 7;
        return picture;
    }

    private static <T> T one(Class<T> type, String sql, Object... params) {
        var statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return statement.query(type).single();
    }

    private static UUID newest() {
        return one(UUID.class, "select id from portal.report order by began_at desc limit 1");
    }

    private static UUID incidentOf(UUID report) {
        return one(UUID.class, "select incident_id from portal.report where id = ?", report);
    }

    private static String shown(Browser browser) {
        return browser.page().select("main").text();
    }

    private Browser staff() {
        return Browser.holding(mvc, SCENE.session(officer));
    }

    /** Sends a file as a browser does; the page at which it is chosen must be open. */
    private MockHttpServletResponse send(Browser browser, String name, byte[] content) throws Exception {
        browser.get("/tell/files");
        return mvc.perform(MockMvcRequestBuilders.multipart("/tell/files")
                        .file(new MockMultipartFile("file", name, "image/jpeg", content))
                        .param("_csrf", browser.formToken())
                        .cookie(
                                new Cookie("frith-visitor", browser.cookie("frith-visitor")),
                                new Cookie("frith-report", browser.cookie("frith-report"))))
                .andReturn()
                .getResponse();
    }

    private Browser toldWithAPicture() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        assertThat(send(browser, "door.jpg", JPEG).getStatus()).isEqualTo(302);
        PortalScene.answerAll(browser, Map.of());
        browser.get("/tell/check");
        browser.get(PortalScene.to(browser.post("/tell/check")));
        return browser;
    }

    @Test
    void a_picture_is_registered_the_moment_it_comes_with_its_digest_and_comes_back_whole() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        send(browser, "door.jpg", JPEG);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(JPEG));
        assertThat(one(String.class, """
                select f.kind || ' ' || f.media_type || ' ' || f.bytes || ' ' || encode(f.sha256, 'hex') || ' ' || f.scan
                from evidence.file f where f.report_id = ?
                """, newest())).isEqualTo("PHOTO image/jpeg 2500000 " + digest + " NOT_SCANNED");
        PortalScene.answerAll(browser, Map.of());
        browser.get("/tell/check");
        browser.post("/tell/check");
        UUID file = one(UUID.class, "select id from evidence.file where report_id = ?", newest());

        MockHttpServletResponse opened = staff().get("/online-reports/files/" + file);
        assertThat(opened.getContentAsByteArray()).isEqualTo(JPEG);
        assertThat(opened.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(opened.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(SCENE.entriesOf(officer)).containsExactly("CONSULTATION evidence");
        assertThat(one(
                        String.class,
                        "select description from recording.evidence where incident_id = ?",
                        incidentOf(newest())))
                .contains(digest);
    }

    @Test
    void what_is_no_picture_sound_or_film_is_refused_with_the_reason_and_nothing_is_kept() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        MockHttpServletResponse lies = send(browser, "photo.png", JPEG);
        assertThat(lies.getStatus()).isEqualTo(422);
        assertThat(lies.getContentAsString()).contains("The name of this file says one thing");
        MockHttpServletResponse script =
                send(browser, "photo.jpg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(script.getContentAsString()).contains("This is not a photo, sound or film");
        assertThat(send(browser, "photo.jpg", new byte[0]).getStatus()).isEqualTo(422);
        assertThat(send(browser, "door.jpg", JPEG).getStatus()).isEqualTo(302);
        assertThat(send(browser, "again.jpg", JPEG).getContentAsString()).contains("added this file before");
        assertThat(one(Integer.class, "select count(*) from evidence.file where report_id = ?", newest()))
                .isEqualTo(1);
    }

    @Test
    void a_file_can_be_taken_back_until_the_report_is_sent() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        send(browser, "door.jpg", JPEG);
        browser.get("/tell/files");
        String file = browser.page().select("input[name=file][type=hidden]").val();
        browser.post("/tell/files/remove", "file", file);
        assertThat(one(Integer.class, "select count(*) from evidence.file where report_id = ?", newest()))
                .isZero();
        Browser sent = toldWithAPicture();
        UUID kept = one(UUID.class, "select id from evidence.file where report_id = ?", newest());
        sent.get("/tell/files");
        sent.post("/tell/files/remove", "file", kept.toString());
        assertThat(one(Integer.class, "select count(*) from evidence.file where id = ?", kept))
                .isEqualTo(1);
    }

    @Test
    void evidence_that_nobody_opened_in_time_is_late_for_its_owner_the_supervisor_and_the_one_who_sent_it()
            throws Exception {
        Browser browser = toldWithAPicture();
        UUID report = newest();
        UUID incident = incidentOf(report);
        browser.get("/tell/mine");
        assertThat(shown(browser)).contains("A person will open it by");
        assertThat(one(
                        String.class,
                        "select escalates_to from deadlines.deadline where kind = 'OPEN_EVIDENCE' and subject = ?",
                        incident))
                .isEqualTo("SUPERVISOR");
        DATABASE.asOwner()
                .sql("update evidence.file set due_at = now() - interval '1 hour' where report_id = ?")
                .param(report)
                .update();
        DATABASE.asOwner().sql("""
                update deadlines.deadline set began_at = now() - interval '3 days', warns_at = now() - interval '2 days',
                    due_at = now() - interval '1 hour', escalated_at = now() where kind = 'OPEN_EVIDENCE' and subject = ?
                """).param(incident).update();

        browser.get("/tell/mine");
        assertThat(shown(browser)).contains("No one opened it by", "too late");
        assertThat(browser.page().select(".frith-clock--late")).isNotEmpty();
        Browser owner = staff();
        owner.get("/incidents/" + incident);
        assertThat(owner.page().select(".frith-clock--late").text()).contains("Nobody opened it by");
        UUID supervisor = SCENE.account(FORCE, UUID.randomUUID() + "@example.org", Role.SUPERVISOR);
        Browser above = Browser.holding(mvc, SCENE.session(supervisor));
        above.get("/");
        assertThat(above.page().text()).contains("Open the evidence that was sent");
        above.get("/online-reports");
        assertThat(shown(above)).contains("1 late");

        UUID file = one(UUID.class, "select id from evidence.file where report_id = ?", report);
        staff().get("/online-reports/files/" + file);
        assertThat(one(
                        String.class,
                        "select state from deadlines.deadline where kind = 'OPEN_EVIDENCE' and subject = ?",
                        incident))
                .isEqualTo("MET");
        browser.get("/tell/mine");
        assertThat(shown(browser)).contains("A person opened it on");
    }

    @Test
    void an_anonymous_reporter_is_asked_and_answers_by_code_and_secret() throws Exception {
        Browser first = new Browser(mvc);
        PortalScene.begin(first);
        List<String> kept = PortalScene.codeAndSecret(first);
        PortalScene.answerAll(first, Map.of());
        first.get("/tell/check");
        first.post("/tell/check");
        UUID report = newest();

        Browser asks = staff();
        asks.get("/incidents/" + incidentOf(report));
        assertThat(shown(asks)).contains("Told online", "Anonymous");
        asks.get("/online-reports/" + report);
        assertThat(asks.post("/online-reports/" + report + "/message", "text", " ")
                        .getStatus())
                .isEqualTo(422);
        asks.get("/online-reports/" + report);
        asks.post("/online-reports/" + report + "/message", "text", "Which nights is it worst?");

        Browser later = new Browser(mvc);
        later.get("/tell/return");
        later.get(PortalScene.to(later.post("/tell/return", "code", kept.get(0), "secret", kept.get(1))));
        assertThat(shown(later)).contains("Which nights is it worst?", "It is recorded, and stays open");
        later.post("/tell/mine", "text", "Fridays <b>most</b>");
        assertThat(one(
                        String.class,
                        "select state from deadlines.deadline where kind = 'READ_REPLY' and subject = ?",
                        incidentOf(report)))
                .isEqualTo("OPEN");

        Browser reads = staff();
        reads.get("/incidents/" + incidentOf(report));
        assertThat(shown(reads)).contains("The reporter has written: 1 to read");
        reads.get("/online-reports/" + report);
        assertThat(shown(reads)).contains("Fridays <b>most</b>", "The reporter");
        assertThat(one(
                        String.class,
                        "select state from deadlines.deadline where kind = 'READ_REPLY' and subject = ?",
                        incidentOf(report)))
                .isEqualTo("MET");
    }

    @Test
    void the_reporter_sees_it_as_others_will_and_hides_more_at_any_time() throws Exception {
        Browser browser = new Browser(mvc);
        PortalScene.begin(browser);
        PortalScene.answerAll(
                browser,
                Map.of("what", new String[] {"what", "Kevin from number 9 rang me on 07700 900123. Kevin shouted."}));
        browser.get("/tell/view");
        assertThat(shown(browser)).doesNotContain("07700").contains("[number]", "[house]", "Kevin");
        browser.post("/tell/view", "hidden", "Kevin\n\n");
        browser.get("/tell/view");
        assertThat(browser.page().select(".govuk-inset-text").text()).doesNotContain("Kevin");
        browser.get("/tell/check");
        browser.post("/tell/check");
        browser.get("/tell/view");
        browser.post("/tell/view", "hidden", "Kevin\nshouted");
        Browser sees = staff();
        sees.get("/online-reports/" + newest());
        assertThat(sees.page().select("section[aria-labelledby=shown]").text())
                .doesNotContain("Kevin", "shouted", "07700");
        assertThat(sees.page().select("section[aria-labelledby=told]").text()).contains("Kevin", "07700");
    }

    @Test
    void a_report_that_is_thought_malicious_is_marked_answered_to_and_dealt_with_all_the_same() throws Exception {
        toldWithAPicture();
        UUID report = newest();
        String path = "/online-reports/" + report;
        Browser marks = staff();
        marks.get(path);
        assertThat(marks.post(path + "/marking", "kind", "MALICIOUS", "reason", "no")
                        .getStatus())
                .isEqualTo(422);
        marks.get(path);
        marks.post(path + "/marking", "kind", "SUSPECTED", "reason", "The same words came from three addresses");
        marks.get(path);
        marks.post(path + "/reply", "who", "The man at number 9", "said", "I was at work that night");
        marks.get(path);
        marks.post(path + "/verification", "verification", "SEEN");
        marks.get(path);
        assertThat(shown(marks))
                .contains("It may be malicious", "I was at work that night", "Somebody of ours has met the reporter");
        assertThat(one(String.class, "select state from recording.handling where incident_id = ?", incidentOf(report)))
                .isEqualTo("OPEN");
        marks.get("/online-reports");
        assertThat(shown(marks)).contains("It may be malicious");
    }

    @Test
    void registrar_and_supervisor_see_online_reports_with_their_grades_beside_those_of_calls() throws Exception {
        toldWithAPicture();
        UUID registrar = SCENE.account(FORCE, UUID.randomUUID() + "@example.org", Role.CRIME_REGISTRAR);
        Browser browser = Browser.holding(mvc, SCENE.session(registrar));
        browser.get("/oversight");
        assertThat(shown(browser)).contains("Online reports");
        browser.get("/online-reports");
        assertThat(browser.page().select("table caption").eachText())
                .contains("What was told", "Grades in the last 90 days, by the way of telling");
    }

    @Test
    void another_force_finds_neither_the_report_nor_its_files() throws Exception {
        toldWithAPicture();
        UUID report = newest();
        UUID file = one(UUID.class, "select id from evidence.file where report_id = ?", report);
        UUID elsewhere = SCENE.organisation("Other " + UUID.randomUUID());
        UUID stranger = SCENE.account(elsewhere, UUID.randomUUID() + "@example.org", Role.SUPERVISOR);
        DATABASE.asOwner()
                .sql("update identity.organisation set kind = 'COUNCIL' where id = ?")
                .param(elsewhere)
                .update();
        Browser browser = Browser.holding(mvc, SCENE.session(stranger));
        assertThat(browser.get("/online-reports/" + report).getStatus()).isEqualTo(404);
        assertThat(browser.get("/online-reports/files/" + file).getStatus()).isEqualTo(404);
        browser.get("/online-reports");
        assertThat(shown(browser)).contains("Nobody has told anything online yet");
    }

    @Test
    void more_than_a_form_holds_is_turned_back_before_it_is_read() throws Exception {
        assertThat(mvc.perform(MockMvcRequestBuilders.post("/tell/questions/what")
                                .content(new byte[3_000_000])
                                .contentType("application/x-www-form-urlencoded"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(413);
        assertThat(mvc.perform(MockMvcRequestBuilders.post("/tell/files")
                                .header("Transfer-Encoding", "chunked")
                                .contentType("multipart/form-data; boundary=x"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(411);
    }

    @Test
    void no_page_of_the_public_has_words_of_its_own() {
        assertThat(PublicWords.own(DialogueSamples.ofThePublic(PublicWords.pretend())))
                .isEmpty();
    }

    @Test
    void words_to_hide_that_are_too_long_or_too_many_are_said_to_be_and_kept_on_the_page() throws Exception {
        Browser browser = PortalScene.told(mvc, Map.of());
        browser.get("/tell/view");
        browser.post("/tell/view", "hidden", "bottles");
        String tooLong = "step\n" + "x".repeat(201);
        assertThat(browser.post("/tell/view", "hidden", tooLong).getStatus()).isEqualTo(422);
        assertThat(browser.page().select(".govuk-error-summary").text()).contains("A line is too long", "200", "xxx");
        assertThat(browser.page().select("#hidden").val()).isEqualTo(tooLong);
        String tooMany = java.util.stream.IntStream.range(0, 101)
                .mapToObj(i -> "word" + i)
                .collect(java.util.stream.Collectors.joining("\n"));
        assertThat(browser.post("/tell/view", "hidden", tooMany).getStatus()).isEqualTo(422);
        assertThat(browser.page().select(".govuk-error-summary").text()).contains("100 lines");
        assertThat(browser.page().select("#hidden").val()).isEqualTo(tooMany);
        assertThat(browser.post("/tell/view", "hidden", tooMany, "language", "cy")
                        .getStatus())
                .isEqualTo(200);
        assertThat(browser.page().select("#hidden").val()).isEqualTo(tooMany);
        browser.get("/tell/view");
        assertThat(browser.page().select("#hidden").val()).isEqualTo("bottles");
    }

    @Test
    void lines_of_a_chat_are_not_counted_among_the_messages_of_a_day() throws Exception {
        Browser browser = PortalScene.told(mvc, Map.of());
        UUID report = newest();
        DATABASE.asOwner()
                .sql("insert into dialogue.message (report_id, text, in_a_talk) select ?, 'Yes', true"
                        + " from generate_series(1, 60)")
                .param(report)
                .update();
        browser.get("/tell/mine");
        assertThat(browser.post("/tell/mine", "text", "They are back.").getStatus())
                .isEqualTo(302);
        DATABASE.asOwner()
                .sql("insert into dialogue.message (report_id, text) select ?, 'Yes' from generate_series(1, 49)")
                .param(report)
                .update();
        browser.get("/tell/mine");
        assertThat(browser.post("/tell/mine", "text", "And again.").getStatus()).isEqualTo(422);
        assertThat(browser.page().select("#text").val()).isEqualTo("And again.");
        browser.post("/tell/mine", "text", "And <again>.", "language", "cy");
        assertThat(browser.page().select("#text").val()).isEqualTo("And <again>.");
        assertThat(browser.page().select("html").attr("lang")).isEqualTo("cy");
        assertThat(browser.page().select(".govuk-error-summary")).isEmpty();
    }
}
