package uk.frith.platform.portal.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
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
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.Database;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.portal.report.PortalScene;

/** A sign's code is texted by somebody without internet. */
@SpringBootTest(properties = {"frith.portal.begins-at-once=1000", "frith.identity.public-address=https://tell.example"})
@AutoConfigureMockMvc
class TextsDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SENDER = "+447700900321";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final TextRounds rounds;
    private String number = "";
    private String secret = "";
    private String code = "";
    private String sign = "";
    private UUID force = new UUID(0, 0);

    TextsDbTest(@Autowired MockMvc mvc, @Autowired TextRounds rounds) {
        this.mvc = mvc;
        this.rounds = rounds;
    }

    @BeforeEach
    void a_force_has_a_number_and_a_sign() throws Exception {
        force = SCENE.organisation("Texts Police " + UUID.randomUUID());
        number = "6" + String.format("%09d", Math.floorMod(force.hashCode(), 1_000_000_000));
        Browser administrator = staff(Role.ADMINISTRATOR);
        administrator.get("/oversight/texts");
        administrator.post("/oversight/texts", "number", number);
        secret = administrator.page().select("main code").text();
        assertThat(secret).hasSize(64);
        Browser officer = staff(Role.NEIGHBOURHOOD_OFFICER);
        officer.get("/signs");
        sign = PortalScene.to(officer.post(
                "/signs",
                "name",
                "Mill stile",
                "kind",
                "STILE",
                "place",
                "Footpath from Mill Lane",
                "questions",
                "How safe do you feel here?"));
        code = one("select code from signs.sign where id = ?::uuid", sign.substring("/signs/".length()));
    }

    private Browser staff(Role role) {
        return Browser.holding(mvc, SCENE.session(SCENE.account(force, UUID.randomUUID() + "@example.org", role)));
    }

    private static String one(String sql, Object... params) {
        var statement = DATABASE.asOwner().sql(sql);
        for (Object param : params) {
            statement = statement.param(param);
        }
        return String.valueOf(statement.query((row, n) -> row.getString(1)).single());
    }

    private static String hmac(String key, String message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    }

    private String body(String message, String from, String text) {
        return JSON.writeValueAsString(
                java.util.Map.of("message_id", message, "to", number, "from", from, "text", text));
    }

    private MockHttpServletResponse send(String body, long stamp, String signature) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/v1/texts")
                        .contentType("application/json")
                        .header("X-Frith-Timestamp", Long.toString(stamp))
                        .header("X-Frith-Signature", signature)
                        .content(body.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse();
    }

    /** Hands a text over; {@code later} tells one signature of the same text from another. */
    private MockHttpServletResponse text(String message, String from, String text, int later) throws Exception {
        String body = body(message, from, text);
        long stamp = Instant.now().getEpochSecond() + later;
        return send(body, stamp, hmac(secret, stamp + "." + body));
    }

    private static JsonNode json(MockHttpServletResponse response) throws Exception {
        return JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    private String reports() {
        return one("select count(*) from portal.report where organisation_id = ?", force);
    }

    @Test
    void a_text_becomes_a_report_at_the_signs_place_and_its_answer_opens_it_again() throws Exception {
        MockHttpServletResponse answer = text(
                "m-1",
                SENDER,
                code.substring(0, 4) + "-" + code.substring(4).toLowerCase(java.util.Locale.UK)
                        + ": lads burn bins by the stile",
                0);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        assertThat(json(answer).get("outcome").asString()).isEqualTo("reported");
        String reply = json(answer).get("reply").asString();
        assertThat(reply).contains("https://tell.example/tell/return", "999");
        assertThat(one(
                        "select channel || ' ' || source || ' ' || location from recording.incident where organisation_id = ?",
                        force))
                .isEqualTo("TEXT portal-text Mill stile, Footpath from Mill Lane");
        assertThat(one(
                        "select p.phone from recording.person p join recording.incident i on i.id = p.incident_id"
                                + " where i.organisation_id = ?",
                        force))
                .isEqualTo(SENDER);

        Matcher codes = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4})+").matcher(reply);
        assertThat(codes.find()).isTrue();
        String returnCode = codes.group();
        assertThat(codes.find()).isTrue();
        Browser reporter = new Browser(mvc);
        reporter.get("/tell/return");
        reporter.get(PortalScene.to(reporter.post("/tell/return", "code", returnCode, "secret", codes.group())));
        assertThat(reporter.page().select("main").text()).contains("Your report");

        assertThat(json(text(
                        "m-1",
                        SENDER,
                        code.substring(0, 4) + "-" + code.substring(4).toLowerCase(java.util.Locale.UK)
                                + ": lads burn bins by the stile",
                        1)))
                .isEqualTo(json(answer));
        assertThat(reports()).isEqualTo("1");
        assertThat(text("m-1", SENDER, code + " something else", 0).getStatus()).isEqualTo(409);
    }

    @Test
    void what_is_forged_old_or_played_again_is_refused() throws Exception {
        String body = body("m-2", SENDER, code + " noise");
        long now = Instant.now().getEpochSecond();
        assertThat(send(body, now, "0".repeat(64)).getStatus()).isEqualTo(403);
        assertThat(send(body, now, "none").getStatus()).isEqualTo(403);
        assertThat(send(body, now - 301, hmac(secret, (now - 301) + "." + body)).getStatus())
                .isEqualTo(403);
        assertThat(send(body.replace("noise", "fire"), now, hmac(secret, now + "." + body))
                        .getStatus())
                .isEqualTo(403);
        assertThat(send(body.replace(number, "12345"), now, hmac(secret, now + "." + body))
                        .getStatus())
                .isEqualTo(403);
        assertThat(reports()).isEqualTo("0");
        String signature = hmac(secret, now + "." + body);
        assertThat(send(body, now, signature).getStatus()).isEqualTo(200);
        assertThat(send(body, now, signature).getStatus()).isEqualTo(409);
        assertThat(reports()).isEqualTo("1");
        String odd = body.replace("}", ",\"more\":1}");
        assertThat(send(odd, now, hmac(secret, now + "." + odd)).getStatus()).isEqualTo(400);
    }

    @Test
    void an_unknown_code_and_a_text_without_words_are_answered_clearly() throws Exception {
        assertThat(json(text("m-3", SENDER, "hello there", 0)).get("outcome").asString())
                .isEqualTo("no_sign");
        assertThat(json(text("m-4", SENDER, "ZZZZZZZZ noise", 0)).get("reply").asString())
                .contains("do not know this code");
        assertThat(json(text("m-5", SENDER, code + " ", 0)).get("outcome").asString())
                .isEqualTo("no_words");
        assertThat(reports()).isEqualTo("0");
    }

    @Test
    void too_many_texts_from_one_number_wait_with_an_answer_and_other_numbers_do_not() throws Exception {
        for (int i = 0; i < TextRules.MOST_AN_HOUR; i++) {
            assertThat(text("many-" + i, SENDER, "hello", 0).getStatus()).isEqualTo(200);
        }
        MockHttpServletResponse slowed = text("many-more", SENDER, code + " noise", 0);
        assertThat(slowed.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(Objects.requireNonNull(slowed.getHeader("Retry-After"))))
                .isBetween(1, 3_600);
        assertThat(json(slowed).get("reply").asString()).contains("Wait", "999");
        assertThat(text("other", "+447700900999", code + " noise", 0).getStatus())
                .isEqualTo(200);
        DATABASE.asOwner()
                .sql("update signs.text_message set answered_at = answered_at - interval '61 minutes'")
                .update();
        assertThat(text("many-more", SENDER, code + " noise", 2).getStatus()).isEqualTo(200);
    }

    @Test
    void the_sheet_names_the_number_once_an_administrator_has_set_it() throws Exception {
        assertThat(sheet()).contains("No internet? Text", code, number);
        Browser administrator = staff(Role.ADMINISTRATOR);
        administrator.get("/oversight/texts");
        administrator.post("/oversight/texts/end");
        assertThat(sheet()).doesNotContain("No internet");
        administrator.get("/oversight/texts");
        assertThat(administrator.post("/oversight/texts", "number", "none").getStatus())
                .isEqualTo(422);
        assertThat(administrator.page().select("#number").val()).isEqualTo("none");
        assertThat(staff(Role.NEIGHBOURHOOD_OFFICER).get("/oversight/texts").getStatus())
                .isEqualTo(403);
    }

    @Test
    void nobody_but_a_police_force_has_a_number_or_is_told_by_text() throws Exception {
        Browser administrator = staff(Role.ADMINISTRATOR);
        DATABASE.asOwner()
                .sql("update identity.organisation set kind = 'COUNCIL' where id = ?")
                .param(force)
                .update();
        assertThatThrownBy(() -> text("m-8", SENDER, code + " noise", 0))
                .hasStackTraceContaining("Only a police force can be told");
        assertThat(one(
                        "select count(*) from portal.report where sign_id = ?::uuid",
                        sign.substring("/signs/".length())))
                .isEqualTo("0");
        assertThat(one("select count(*) from signs.text_message where organisation_id = ?", force))
                .isEqualTo("0");
        administrator.get("/oversight/texts");
        assertThat(administrator.page().select("main").text()).contains("Only a police force can have a number");
        assertThat(administrator.page().select("#number")).isEmpty();
        assertThat(administrator.post("/oversight/texts", "number", number).getStatus())
                .isEqualTo(422);
        assertThat(one("select secret from signs.gateway where organisation_id = ?", force))
                .endsWith(secret);
    }

    @Test
    void a_text_that_is_handed_over_twice_at_once_is_taken_once_and_answered_alike() throws Exception {
        try (ExecutorService two = Executors.newFixedThreadPool(2);
                Connection owner = owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            // Both read that it wasn't answered before either can note that it was.
            statement.execute("lock table signs.text_message in exclusive mode");
            Future<MockHttpServletResponse> one = two.submit(() -> text("m-9", SENDER, code + " noise", 0));
            Future<MockHttpServletResponse> other = two.submit(() -> text("m-9", SENDER, code + " noise", 1));
            for (int i = 0;
                    i < 20_000
                            && !one("select count(*) from pg_locks l where not l.granted and l.database ="
                                            + " (select oid from pg_database where datname = current_database())")
                                    .equals("2");
                    i++) {
                Thread.onSpinWait();
            }
            owner.commit();
            assertThat(one.get().getStatus()).isEqualTo(200);
            assertThat(json(one.get())).isEqualTo(json(other.get()));
            assertThat(json(one.get()).get("outcome").asString()).isEqualTo("reported");
        }
        assertThat(reports()).isEqualTo("1");
    }

    private static Connection owner() throws SQLException {
        Database.Login login = DATABASE.database().owner();
        return DriverManager.getConnection(DATABASE.database().url(), login.role(), login.password());
    }

    private String sheet() throws Exception {
        byte[] pdf = staff(Role.NEIGHBOURHOOD_OFFICER).get(sign + "/sheet.pdf").getContentAsByteArray();
        try (PDDocument sheet = Loader.loadPDF(pdf)) {
            assertThat(sheet.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(sheet).replaceAll("\\s+", " ");
        }
    }

    @Test
    void a_text_handed_over_again_after_the_gateways_secret_was_changed_gets_a_secret_that_opens_its_report()
            throws Exception {
        JsonNode before = json(text("m-10", SENDER, code + " noise", 0));
        String former = secret;
        Browser administrator = staff(Role.ADMINISTRATOR);
        administrator.get("/oversight/texts");
        administrator.post("/oversight/texts", "number", number);
        secret = administrator.page().select("main code").text();
        assertThat(secret).isNotEqualTo(former);
        assertThat(json(text("m-10", SENDER, code + " noise", 1))).isEqualTo(before);
        administrator.get("/oversight/texts");
        administrator.post("/oversight/texts/end");
        administrator.get("/oversight/texts");
        administrator.post("/oversight/texts", "number", number);
        secret = administrator.page().select("main code").text();
        assertThat(json(text("m-10", SENDER, code + " noise", 2))).isEqualTo(before);
        assertThat(reports()).isEqualTo("1");
    }

    @Test
    void what_is_kept_of_a_text_is_forgotten_after_four_weeks_and_the_report_stays() throws Exception {
        text("m-11", SENDER, code + " noise", 0);
        text("m-12", SENDER, code + " more noise", 0);
        DATABASE.asOwner()
                .sql("update signs.text_message set answered_at = answered_at - interval '29 days'"
                        + " where organisation_id = ? and message_id = 'm-11'")
                .param(force)
                .update();
        rounds.look();
        assertThat(one("select string_agg(message_id, ' ') from signs.text_message where organisation_id = ?", force))
                .isEqualTo("m-12");
        assertThat(reports()).isEqualTo("2");
        assertThat(one("select count(*) from audit.entry where act = 'ERASURE' and subject = 'text message'"))
                .isEqualTo("1");
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("select signs.forget_texts()")
                        .query(Integer.class)
                        .single())
                .hasStackTraceContaining("Only the system forgets texts");
    }

    @Test
    void forged_texts_of_one_minute_stand_in_the_audit_once_with_how_many_came_before() throws Exception {
        String entries = "select count(*) from audit.entry where act = 'REFUSAL' and subject = 'text message'"
                + " and detail ->> 'standing' = 'FORGED'";
        long now = Instant.now().getEpochSecond();
        DATABASE.asOwner().sql("delete from signs.forged").update();
        int before = Integer.parseInt(one(entries));
        String body = body("m-13", SENDER, code + " noise");
        for (int i = 0; i < 20; i++) {
            assertThat(send(body, now, "0".repeat(64)).getStatus()).isEqualTo(403);
        }
        // The minute may have turned meanwhile.
        assertThat(Integer.parseInt(one(entries)) - before).isBetween(1, 2);
        DATABASE.asOwner()
                .sql("update signs.forged set minute = minute - interval '5 minutes', texts = 20")
                .update();
        send(body, now, "0".repeat(64));
        assertThat(one("select detail ->> 'before' from audit.entry where act = 'REFUSAL' and subject = 'text message'"
                        + " order by id desc limit 1"))
                .isEqualTo("20");
    }

    @Test
    void whoever_texts_in_welsh_or_asks_for_it_is_answered_in_welsh() throws Exception {
        assertThat(reply(text("m-14", SENDER, code + " mae bechgyn yn llosgi biniau yma", 0)))
                .startsWith("Diolch, mae eich adroddiad gennym");
        assertThat(one("select language from portal.report where organisation_id = ?", force))
                .isEqualTo("cy");
        assertThat(reply(text("m-15", SENDER, code + " CYMRAEG", 0))).startsWith("Ni ddywedoch");
        assertThat(reply(text("m-16", SENDER, code + " lads burn bins on the stile", 0)))
                .startsWith("Thank you");
    }

    private static String reply(MockHttpServletResponse response) throws Exception {
        return json(response).get("reply").asString();
    }

    @Test
    void nobody_reads_the_secret_or_the_senders_number_in_what_is_kept_of_a_text() throws Exception {
        text("m-6", SENDER, code + " noise", 0);
        for (String read : new String[] {
            "select secret from signs.gateway", "select * from signs.text_message", "select * from signs.text_key"
        }) {
            assertThatThrownBy(() -> DATABASE.asApplication()
                            .sql(read)
                            .query((row, n) -> 0)
                            .list())
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(one("select count(*) from audit.entry e where e::text like '%7700900321%'"))
                .isEqualTo("0");
        assertThat(one("select count(*) from signs.text_message m where m::text like '%7700900321%'"))
                .isEqualTo("0");
    }
}
