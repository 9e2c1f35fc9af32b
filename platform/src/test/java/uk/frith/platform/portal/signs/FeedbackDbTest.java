package uk.frith.platform.portal.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.launcher.Database;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.portal.report.PortalScene;

/** What people say at codes, told to a council that has people here. */
@SpringBootTest
@AutoConfigureMockMvc
class FeedbackDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private UUID force = new UUID(0, 0);
    private UUID council = new UUID(0, 0);
    private UUID supervisor = new UUID(0, 0);
    private String gate = "";
    private String stile = "";
    private YearMonth last = YearMonth.of(2026, 1);

    FeedbackDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
    }

    @BeforeEach
    void people_said_things_last_month_at_two_codes() throws Exception {
        String suffix = UUID.randomUUID().toString();
        last = YearMonth.now(ZoneId.of("Europe/London")).minusMonths(1);
        force = SCENE.organisation("Force " + suffix);
        council = partner("Council " + suffix);
        supervisor = SCENE.account(force, suffix + "@example.org", Role.SUPERVISOR);
        gate = make("Mill gate");
        stile = make("River stile");
        said(gate, 1, "1", null);
        said(gate, 1, "2", null);
        said(gate, 1, "3", null);
        said(gate, 2, null, "Mr Brown lets his dog loose, ring 07700 900123");
        said(gate, 2, null, "=the man with the blue van again");
        said(gate, 2, null, "Nobody ever comes");
        said(stile, 1, "5", null);
        said(stile, 1, "5", null);
        said(stile, 2, null, "Only I come here");
    }

    private static UUID partner(String name) {
        UUID id = SCENE.organisation(name);
        DATABASE.asOwner()
                .sql("update identity.organisation set kind = 'COUNCIL' where id = ?")
                .param(id)
                .update();
        return id;
    }

    private Browser of(UUID organisation, Role role) {
        return browser(SCENE.account(organisation, UUID.randomUUID() + "@example.org", role));
    }

    private Browser browser(UUID account) {
        return Browser.holding(mvc, SCENE.session(account));
    }

    private String make(String name) throws Exception {
        Browser staff = browser(supervisor);
        staff.get("/signs");
        return PortalScene.to(staff.post(
                        "/signs",
                        "name",
                        name,
                        "kind",
                        "STILE",
                        "place",
                        "Mill Lane",
                        "questions",
                        "How safe do you feel here?\nWhat would help?"))
                .substring("/signs/".length());
    }

    private void said(String sign, int number, @Nullable String score, @Nullable String words) {
        DATABASE.asOwner()
                .sql("""
                        insert into signs.answer (sign_id, number, answered_at, score, words)
                        values (?::uuid, ?, ?::date + interval '10 days', ?::integer, ?)
                        """)
                .param(sign)
                .param(number)
                .param(last.atDay(1))
                .param(score)
                .param(words)
                .update();
    }

    private static String shown(Browser browser) {
        return browser.page().select("main").text();
    }

    private String look() {
        return "/oversight/feedback/look?to=" + council + "&month=" + last;
    }

    /** Sends what the page of a look has ticked, without what holds a word. */
    private MockHttpServletResponse send(Browser staff, String without, String hide) throws Exception {
        List<String> fields = new ArrayList<>(
                List.of("to", council.toString(), "month", last.toString(), "hide", hide, "then", "send"));
        staff.page()
                .select("input[name=place][checked], input[name=keep][checked]")
                .forEach(box -> {
                    if (!Objects.requireNonNull(box.parent()).text().contains(without)) {
                        fields.addAll(List.of(box.attr("name"), box.val()));
                    }
                });
        return staff.post("/oversight/feedback/look", fields.toArray(String[]::new));
    }

    @Test
    void what_people_say_is_looked_at_and_sent_without_what_points_to_a_person_or_to_few() throws Exception {
        Browser staff = browser(supervisor);
        staff.get("/oversight/feedback");
        assertThat(shown(staff)).contains("Nothing was sent yet");
        staff.get(look());
        assertThat(shown(staff))
                .contains("Mill gate, Mill Lane", "2.0 of 5", "Fewer than 3", "lets his dog loose", "Nobody ever comes")
                .doesNotContain("Brown", "07700", "Only I come here", "5.0 of 5");
        MockHttpServletResponse sent = send(staff, "Nobody ever comes", "blue van");
        assertThat(sent.getStatus()).as(shown(staff)).isEqualTo(302);
        assertThat(SCENE.entriesOf(supervisor).getLast()).isEqualTo("DISCLOSURE digest");

        Browser reader = of(council, Role.PARTNER);
        reader.get("/feedback");
        assertThat(shown(reader)).contains("from Force");
        String digest = reader.page().select("main li a").attr("href");
        reader.get(digest);
        assertThat(shown(reader))
                .contains("2.0 of 5", "lets his dog loose", "the man with the [hidden hidden] again")
                .doesNotContain("Brown", "07700", "blue van", "Nobody ever comes", "Only I come here", "5.0 of 5");
        assertThat(reader.get(digest + "/digest.csv").getContentAsString(StandardCharsets.UTF_8))
                .startsWith("place,question,answers,mean,words\r\n")
                .contains("\"Mill gate, Mill Lane\",\"How safe do you feel here?\",\"3\",\"2.0 of 5\",\"\"")
                .contains("\"'=the man with the [hidden hidden] again\"");
    }

    @Test
    void a_partner_sees_its_own_digests_until_they_are_taken_back_and_nobody_elses() throws Exception {
        Browser staff = browser(supervisor);
        staff.get(look());
        String path = PortalScene.to(send(staff, "none of them", ""));
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        staff.get(path);
        assertThat(shown(staff)).contains("Sent", "by Name of", "It stands");
        UUID stranger = SCENE.account(
                partner("Stranger " + UUID.randomUUID()), UUID.randomUUID() + "@example.org", Role.PARTNER);
        UUID own = SCENE.account(council, UUID.randomUUID() + "@example.org", Role.PARTNER);
        assertThat(browser(stranger).get("/feedback/" + id).getStatus()).isEqualTo(404);
        assertThat(browser(own).get("/feedback/" + id).getStatus()).isEqualTo(200);
        assertThat(of(council, Role.ANALYST).get("/feedback/" + id).getStatus()).isEqualTo(403);
        assertThat(of(force, Role.NEIGHBOURHOOD_OFFICER).get(path).getStatus()).isEqualTo(403);
        for (String table : List.of("signs.digest", "signs.digest_count", "signs.digest_words")) {
            assertThat(seen(SCENE.session(own), table)).isPositive();
            assertThat(seen(SCENE.session(stranger), table)).isZero();
            assertThat(seen("", table)).isZero();
        }
        staff.get(look());
        assertThat(staff.page().select("#month-error").text()).contains("was told of this month already");
        staff.get(path);
        staff.post(path + "/take-back");
        assertThat(browser(own).get("/feedback/" + id).getStatus()).isEqualTo(404);
        assertThat(seen(SCENE.session(own), "signs.digest_words")).isZero();
        staff.get(path);
        assertThat(shown(staff)).contains("Taken back");
        staff.get(look());
        assertThat(send(staff, "none of them", "").getStatus()).isEqualTo(302);
    }

    @Test
    void nothing_is_sent_of_a_month_that_goes_on_to_another_force_or_without_a_place() throws Exception {
        Browser staff = browser(supervisor);
        staff.get("/oversight/feedback/look?to=" + council + "&month=" + last.plusMonths(1));
        assertThat(staff.page().select("#month-error").text()).contains("a month that is over");
        staff.get("/oversight/feedback/look?to=" + force + "&month=" + last);
        assertThat(staff.page().select("#to-error").text()).contains("Choose whom to tell");
        staff.get(look());
        assertThat(staff.post(
                                "/oversight/feedback/look",
                                "to",
                                council.toString(),
                                "month",
                                last.toString(),
                                "then",
                                "send")
                        .getStatus())
                .isEqualTo(422);
        UUID other = SCENE.organisation("Other force " + UUID.randomUUID());
        assertThatThrownBy(() -> insert(SCENE.session(supervisor), other, supervisor))
                .hasStackTraceContaining("row-level security");
        UUID officer = SCENE.account(force, UUID.randomUUID() + "@example.org", Role.NEIGHBOURHOOD_OFFICER);
        assertThatThrownBy(() -> insert(SCENE.session(officer), council, officer))
                .hasStackTraceContaining("row-level security");
    }

    private void insert(String token, UUID to, UUID by) throws SQLException {
        asApplication(
                token,
                hostile -> hostile.sql("""
                        insert into signs.digest (organisation_id, to_id, sender, recipient, month, sent_by)
                        values (?, ?, (select name from identity.organisation where id = ?), 'Some body', '2026-01-01', ?)
                        """)
                        .param(force)
                        .param(to)
                        .param(force)
                        .param(by)
                        .update());
    }

    private static long seen(String token, String table) throws SQLException {
        return asApplication(
                token,
                hostile -> hostile.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    private static <T> T asApplication(String token, java.util.function.Function<JdbcClient, T> work)
            throws SQLException {
        Database.Login app = DATABASE.database().app();
        try (Connection connection =
                DriverManager.getConnection(DATABASE.database().url(), app.role(), app.password())) {
            JdbcClient hostile = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            hostile.sql("select set_config('frith.token', ?, false)")
                    .param(token)
                    .query((row, n) -> 0)
                    .single();
            return work.apply(hostile);
        }
    }
}
