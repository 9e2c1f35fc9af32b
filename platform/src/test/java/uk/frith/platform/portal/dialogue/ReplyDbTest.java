package uk.frith.platform.portal.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.Scene;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.launcher.TestDatabase;
import uk.frith.platform.portal.report.PortalScene;

/** Whoever was reported answers by a code that staff gave them. */
@SpringBootTest(properties = {"frith.portal.begins-at-once=1000", "frith.portal.public-address=https://tell.example"})
@AutoConfigureMockMvc
class ReplyDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);
    private static final UUID FORCE = SCENE.organisation("Reply Police");
    private static final String PUT = "We were told of loud music late at night on Long Row in February.";

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private final ServiceDesk services;
    private final Desk desk;
    private final InvitationRepository invitations;
    private String report = "";

    ReplyDbTest(
            @Autowired MockMvc mvc,
            @Autowired ServiceDesk services,
            @Autowired Desk desk,
            @Autowired InvitationRepository invitations) {
        this.mvc = mvc;
        this.services = services;
        this.desk = desk;
        this.invitations = invitations;
    }

    @BeforeEach
    void somebody_was_reported() throws Exception {
        PortalScene.told(
                mvc,
                Map.of(
                        "what", new String[] {"what", "The man at number 9 beats his drum and told me to shut up."},
                        "contact", new String[] {"contact", "YES"},
                        "details", new String[] {"name", "Rosalind Quill", "phone", "07700 900456"}));
        report = "/online-reports/"
                + DATABASE.asOwner()
                        .sql("select id from portal.report order by began_at desc limit 1")
                        .query(UUID.class)
                        .single();
    }

    private Browser staff(Role role) {
        return Browser.holding(mvc, SCENE.session(SCENE.account(FORCE, UUID.randomUUID() + "@example.org", role)));
    }

    private static String shown(Browser browser) {
        return browser.page().select("main").text();
    }

    /** Staff make a code; gives it as the letter shows it. */
    private String code(Browser staff, String use) throws Exception {
        staff.get(report + "/invitations");
        staff.post(report + "/invitations", "who", "The man at number 9", "put", PUT, "use", use, "term", "FOUR_WEEKS");
        return staff.page().select(".frith-letter__code").text();
    }

    private Browser opens(String code) throws Exception {
        Browser browser = new Browser(mvc);
        browser.get("/tell/reply");
        browser.post("/tell/reply", "code", code);
        return browser;
    }

    @Test
    void whoever_was_reported_answers_by_a_code_and_learns_nothing_but_what_was_put_to_them() throws Exception {
        Browser staff = staff(Role.NEIGHBOURHOOD_OFFICER);
        String code = code(staff, "ONCE");
        assertThat(shown(staff)).contains(PUT, "Reply Police", "https://tell.example/tell/reply", "As a text message");

        Browser reported = opens(code.toLowerCase(java.util.Locale.UK).replace("-", " "));
        assertThat(shown(reported)).contains(PUT, "Reply Police");
        assertThat(reported.page().html()).doesNotContain("Quill", "900456", "drum", "number 9", report.substring(16));
        assertThat(reported.post("/tell/reply/send", "code", code, "text", " ").getStatus())
                .isEqualTo(422);
        assertThat(reported.page().select(".govuk-error-summary a").attr("href"))
                .isEqualTo("#text");
        reported.get(PortalScene.to(
                reported.post("/tell/reply/send", "code", code, "text", "I work nights. <b>It is</b> not me.")));
        assertThat(shown(reported)).contains("We have your answer");

        String incident = DATABASE.asOwner()
                .sql("select incident_id from portal.report where id = ?::uuid")
                .param(report.substring(16))
                .query(String.class)
                .single();
        Browser reads = staff(Role.SUPERVISOR);
        reads.get("/incidents/" + incident);
        assertThat(shown(reads)).contains("Somebody who was reported has answered: 1 to read");
        reads.get(report);
        assertThat(reads.page()
                        .select("section[aria-labelledby=right-of-reply]")
                        .text())
                .contains("I work nights. <b>It is</b> not me.", "in their own words by a code", "code used or closed");
        reads.get("/incidents/" + incident);
        assertThat(shown(reads)).doesNotContain("has answered");
    }

    @Test
    void an_answer_is_read_in_time_and_only_by_whoever_was_shown_it() throws Exception {
        String code = code(staff(Role.NEIGHBOURHOOD_OFFICER), "OPEN");
        opens(code).post("/tell/reply/send", "code", code, "text", "The first answer");
        assertThat(one("select state from deadlines.deadline where kind = 'READ_ANSWER' and subject ="
                        + " (select incident_id from portal.report where id = ?::uuid)"))
                .isEqualTo("OPEN");
        UUID first = UUID.fromString(one("select id from dialogue.reply where report_id = ?::uuid"));
        opens(code).post("/tell/reply/send", "code", code, "text", "One that came while the page was made");
        UUID id = UUID.fromString(report.substring(16));
        services.as(
                ServiceActor.BACKGROUND,
                "test",
                () -> desk.unaudited("arranges a test", () -> invitations.read(id, List.of(first), Instant.now())));
        assertThat(one("select string_agg(text, '') from dialogue.reply where read_at is null and report_id = ?::uuid"))
                .isEqualTo("One that came while the page was made");
        staff(Role.SUPERVISOR).get(report);
        assertThat(one("select count(*) from dialogue.reply where read_at is null and report_id = ?::uuid"))
                .isEqualTo("0");
        assertThat(one("select state from deadlines.deadline where kind = 'READ_ANSWER' and subject ="
                        + " (select incident_id from portal.report where id = ?::uuid)"))
                .isEqualTo("MET");
    }

    @Test
    void words_that_make_it_small_are_counted_in_the_work_that_is_entered() throws Exception {
        Browser staff = staff(Role.NEIGHBOURHOOD_OFFICER);
        staff.get(report);
        assertThat(staff.post(report + "/message", "text", "We looked at it, it was just ASB")
                        .getStatus())
                .isEqualTo(422);
        assertThat(one("select count(*) from wording.asked a join audit.entry e on e.xmin = a.xmin"
                        + " where a.path = '/online-reports/' || ?"))
                .isEqualTo("1");
    }

    private String one(String sql) {
        return String.valueOf(DATABASE.asOwner()
                .sql(sql)
                .param(report.substring(16))
                .query((row, n) -> row.getString(1))
                .single());
    }

    @Test
    void a_code_for_one_answer_takes_one_and_an_open_one_takes_more_until_staff_close_it() throws Exception {
        Browser staff = staff(Role.CALL_HANDLER);
        String once = code(staff, "ONCE");
        Browser reported = opens(once);
        reported.post("/tell/reply/send", "code", once, "text", "First");
        Browser again = opens(once);
        assertThat(shown(again)).contains("This code does not open a page");
        reported = opens(once);
        reported.post("/tell/reply/send", "code", once, "text", "What I wrote too late");
        assertThat(shown(reported)).contains("is not sent", "What I wrote too late");

        String open = code(staff, "OPEN");
        for (String answer : new String[] {"One", "Two"}) {
            Browser writes = opens(open);
            assertThat(PortalScene.to(writes.post("/tell/reply/send", "code", open, "text", answer)))
                    .isEqualTo("/tell/reply/thanks");
        }
        staff.get(report);
        String close = staff.page().select("form[action$=/close]").attr("action");
        staff.post(close);
        assertThat(shown(opens(open))).doesNotContain(PUT);
    }

    @Test
    void a_forged_a_used_a_closed_and_an_old_code_are_answered_alike() throws Exception {
        Browser staff = staff(Role.NEIGHBOURHOOD_OFFICER);
        String used = code(staff, "ONCE");
        opens(used).get("/tell/reply");
        Browser writes = opens(used);
        writes.post("/tell/reply/send", "code", used, "text", "Used");
        String old = code(staff, "OPEN");
        DATABASE.asOwner().sql("""
                        update dialogue.invitation set made_at = made_at - interval '60 days',
                            ends_at = clock_timestamp() - interval '1 second'
                        where closed_at is null and report_id = ?::uuid
                        """).param(report.substring(16)).update();
        String plain = unlike(opens("0123-4567-89AB-CDEF"), "0123-4567-89AB-CDEF");
        assertThat(plain).contains("This code does not open a page");
        assertThat(unlike(opens(used), used)).isEqualTo(plain);
        assertThat(unlike(opens(old), old)).isEqualTo(plain);
    }

    /** The page without what was typed and the form's token. */
    private static String unlike(Browser browser, String code) {
        return browser.page().html().replace(code, "").replace(browser.formToken(), "");
    }

    @Test
    void nobody_is_told_by_what_is_put_who_told_it() throws Exception {
        Browser staff = staff(Role.NEIGHBOURHOOD_OFFICER);
        for (String slip : new String[] {"Ms Quill says that you are loud.", "Ring 07700-900456 about the noise."}) {
            staff.get(report + "/invitations");
            assertThat(staff.post(
                                    report + "/invitations",
                                    "who",
                                    "The man at number 9",
                                    "put",
                                    slip,
                                    "use",
                                    "ONCE",
                                    "term",
                                    "TWO_WEEKS")
                            .getStatus())
                    .isEqualTo(422);
            assertThat(staff.page().select("#put-error").text()).contains("they must not learn who told you");
            assertThat(staff.page().select("#put").text()).isEqualTo(slip);
            assertThat(staff.page().select("#who").val()).isEqualTo("The man at number 9");
        }
        staff.get(report + "/invitations");
        staff.post(report + "/invitations");
        assertThat(staff.page().select(".govuk-error-summary li")).hasSize(4);
    }

    @Test
    void a_part_of_a_name_is_kept_by_one_press_and_a_whole_name_is_not() throws Exception {
        Browser staff = staff(Role.NEIGHBOURHOOD_OFFICER);
        String[] kept = {"who", "Number 9", "put", "", "use", "ONCE", "term", "TWO_WEEKS", "keep", "yes"};
        kept[3] = "Rosalind Quill says that you are loud.";
        staff.get(report + "/invitations");
        staff.post(report + "/invitations", kept);
        assertThat(staff.page().select("button[name=keep]")).isEmpty();
        assertThat(staff.page().select("#put-error").text()).contains("reporter's name, number or email");
        kept[3] = "You burned rosalind bushes on Long Row.";
        staff.post(report + "/invitations", java.util.Arrays.copyOf(kept, 8));
        assertThat(staff.page().select("button[name=keep]").text()).isEqualTo("Keep these words");
        staff.post(report + "/invitations", kept);
        assertThat(staff.page().select(".frith-letter__code").text()).isNotEmpty();
    }

    @Test
    void another_force_and_another_role_neither_invite_nor_read_what_was_answered() throws Exception {
        Browser own = staff(Role.NEIGHBOURHOOD_OFFICER);
        String code = code(own, "OPEN");
        opens(code).post("/tell/reply/send", "code", code, "text", "For the force alone");
        UUID elsewhere = SCENE.organisation("Other " + UUID.randomUUID());
        DATABASE.asOwner()
                .sql("update identity.organisation set kind = 'COUNCIL' where id = ?")
                .param(elsewhere)
                .update();
        Browser stranger = Browser.holding(
                mvc, SCENE.session(SCENE.account(elsewhere, UUID.randomUUID() + "@example.org", Role.SUPERVISOR)));
        assertThat(stranger.get(report + "/invitations").getStatus()).isEqualTo(404);
        assertThat(staff(Role.ANALYST).get(report + "/invitations").getStatus()).isEqualTo(403);
        for (String table : new String[] {"dialogue.invitation", "dialogue.reply"}) {
            assertThat(DATABASE.asApplication()
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("select digest from dialogue.invitation")
                        .query((row, n) -> 0)
                        .list())
                .hasStackTraceContaining("permission denied");
        assertThat(DATABASE.asApplication()
                        .sql("select count(*) from dialogue.invited('')")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void an_answer_that_is_being_written_outlives_a_change_of_language() throws Exception {
        String code = code(staff(Role.NEIGHBOURHOOD_OFFICER), "ONCE");
        Browser reported = opens(code);
        reported.post("/tell/reply/send", "code", code, "text", "I work nights.", "language", "cy");
        assertThat(reported.page().select("html").attr("lang")).isEqualTo("cy");
        assertThat(reported.page().select("#text").val()).isEqualTo("I work nights.");
        assertThat(shown(reported)).contains(PUT);
        assertThat(reported.page().select(".govuk-error-summary")).isEmpty();
        reported.post("/tell/reply", "code", "7KQM", "language", "en");
        assertThat(reported.page().select("#code").val()).isEqualTo("7KQM");
        assertThat(reported.page().select(".govuk-error-summary")).isEmpty();
    }
}
