package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import uk.frith.platform.launcher.TestDatabase;

/** An audit of recording from the draw to its results, and attacks on its blindness by an application gone over. */
@SpringBootTest
@AutoConfigureMockMvc
class RecordingAuditDbTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Scene SCENE = new Scene(DATABASE);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    private final MockMvc mvc;
    private AuditScene force;

    RecordingAuditDbTest(@Autowired MockMvc mvc) {
        this.mvc = mvc;
        this.force = new AuditScene(mvc, DATABASE, SCENE);
    }

    @BeforeEach
    void a_force() {
        force = new AuditScene(mvc, DATABASE, SCENE);
    }

    @Test
    void a_sample_is_read_blind_compared_and_closed_with_results_that_say_too_few() throws Exception {
        UUID missed = force.incident(AuditScene.THREATENED);
        Browser browser = force.browserOf(force.registrar);
        String audit = AuditScene.draw(browser);

        String item = AuditScene.take(browser, audit);
        assertThat(browser.page().select("#account-text").text()).contains("smash my face in");
        assertThat(browser.page().text()).doesNotContain("To decide", "Suggested", "Harassment recorded");
        assertThat(browser.get("/incidents/" + missed).getStatus()).isEqualTo(404);
        assertThat(force.browserOf(force.handler).get("/incidents/" + missed).getStatus())
                .isEqualTo(200);
        browser.get("/incidents");
        assertThat(browser.page().text()).doesNotContain("/incidents/" + missed);

        browser.get(item);
        MockHttpServletResponse saved = browser.post(
                item,
                "category",
                "PERSONAL",
                "offence-1",
                "8L",
                "victims-1",
                "1",
                "words-1",
                "shouting at me every day",
                "act",
                "save");
        assertThat(AuditScene.to(saved)).isEqualTo(item);
        browser.get(item);
        assertThat(browser.page().text())
                .contains("The record differs from what you expect", "Crime missing", "8L Harassment")
                .doesNotContain("isn't counted");
        assertThat(browser.get("/incidents/" + missed).getStatus()).isEqualTo(200);
        assertThat(browser.get(audit + "/results.csv").getStatus()).isEqualTo(404);

        browser.get(audit);
        assertThat(browser.page().text()).contains("1 of 1 read");
        assertThat(AuditScene.to(browser.post(audit + "/close"))).isEqualTo(audit + "/results");
        browser.get(audit + "/results");
        assertThat(browser.page().select(".frith-says").text())
                .contains("Of 1 crime expected in 1 account read again, 0 were recorded", "too few");
        assertThat(browser.page().text()).contains("the sample came out the same");
        assertThat(browser.page().select("svg[role=img]")).hasSize(1);
        MockHttpServletResponse csv = browser.get(audit + "/results.csv");
        assertThat(csv.getContentAsString()).startsWith("by,group,").contains("all,All,1,1,0,", "Covers incidents");
        assertThat(SCENE.entriesOf(force.registrar))
                .contains(
                        "COLLECTION recording audit",
                        "CONSULTATION account to read",
                        "ALTERATION account to read",
                        "DISCLOSURE recording audit");
    }

    @Test
    void a_reading_takes_as_many_victims_as_recording_does_and_loses_nothing_that_was_typed() throws Exception {
        force.incident(AuditScene.THREATENED);
        Browser browser = force.browserOf(force.registrar);
        String item = AuditScene.take(browser, AuditScene.draw(browser));
        List<String> said = List.of(
                "category",
                "PERSONAL",
                "offence-1",
                "8L",
                "victims-1",
                "100",
                "words-1",
                "every day",
                "offence-2",
                "",
                "victims-2",
                "1",
                "words-2",
                "smash my face in",
                "remark",
                "x".repeat(5_001));

        for (String act : List.of("save", "next", "later")) {
            List<String> sent = new ArrayList<>(said);
            sent.addAll(List.of("act", act));
            assertThat(browser.post(item, sent.toArray(String[]::new)).getStatus())
                    .as(act)
                    .isEqualTo(422);
            assertThat(browser.page().select("#victims-1-error").text()).contains("from 1 to 99");
            assertThat(browser.page().select("#offence-2-error").text()).contains("Choose an offence class");
            assertThat(browser.page().select("#remark-error").text()).contains("longer than 5,000");
            assertThat(browser.page().select("#victims-1, #words-1, #words-2").eachAttr("value"))
                    .containsExactly("100", "every day", "smash my face in");
            assertThat(browser.page().select("#offence-1 option[selected]").val())
                    .isEqualTo("8L");
        }
        browser.post(item, "category", "", "offence-1", "8L", "victims-1", "99", "act", "later");
        AuditScene.take(browser, item.substring(0, item.indexOf("/items")));
        assertThat(browser.page().select("#victims-1").val()).isEqualTo("99");
    }

    @Test
    void a_reading_is_not_blind_after_the_incident_was_opened_and_does_not_count() throws Exception {
        UUID seen = force.incident(AuditScene.THREATENED);
        Browser browser = force.browserOf(force.registrar);
        assertThat(browser.get("/incidents/" + seen).getStatus()).isEqualTo(200);
        String audit = AuditScene.draw(browser);
        String item = AuditScene.take(browser, audit);

        browser.post(item, "category", "PERSONAL", "act", "save");

        browser.get(item);
        assertThat(browser.page().text()).contains("so your reading isn't counted");
        browser.post(audit + "/close");
        browser.get(audit + "/results");
        assertThat(browser.page().text()).contains("1 were read only by people who had seen the incident before");
    }

    @Test
    void how_categories_are_used_stands_beside_the_national_mix_for_those_who_oversee() throws Exception {
        force.incident(AuditScene.THREATENED);
        force.incident("Fly-tipped rubbish and a mattress were dumped on the verge at Long Row last night.");
        Browser browser = force.browserOf(force.registrar);
        assertThat(browser.get("/oversight").getStatus()).isEqualTo(200);
        assertThat(browser.page().select("a[href=/oversight/categories]")).hasSize(1);
        assertThat(browser.get("/oversight/categories").getStatus()).isEqualTo(200);
        assertThat(browser.page().select(".frith-says").text()).contains("too few", "63 are needed");
        assertThat(browser.page().select("tr:contains(By telephone)").text())
                .contains("2", "50 % (9 to 91)", "0 % (0 to 66)", "too few");
        assertThat(browser.page().select("tr:contains(England and Wales)").text())
                .contains("18 % 74 % 8 %");
        assertThat(browser.page().text()).contains("figure 2");
        assertThat(force.browserOf(force.handler).get("/oversight/categories").getStatus())
                .isEqualTo(403);
    }

    @Test
    void nobody_reads_their_own_work() throws Exception {
        force.incident(AuditScene.THREATENED);
        DATABASE.asOwner()
                .sql("insert into identity.account_role values (?, 'SUPERVISOR')")
                .param(force.handler)
                .update();
        Browser browser = force.browserOf(force.handler);
        String audit = AuditScene.draw(browser);
        browser.get(audit);
        assertThat(browser.page().text()).contains("There is nothing left for you to read", "Your own work");
        assertThat(AuditScene.to(browser.post(audit + "/read"))).isEqualTo(audit);
    }

    @Test
    void what_is_kept_for_later_comes_back_and_a_wrong_row_is_refused_with_what_was_typed() throws Exception {
        force.incident(AuditScene.THREATENED);
        Browser browser = force.browserOf(force.registrar);
        String audit = AuditScene.draw(browser);
        String item = AuditScene.take(browser, audit);

        assertThat(browser.post(item, "category", "", "offence-1", "8L", "victims-1", "none", "act", "save")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page().select(".govuk-error-summary").text())
                .contains("Choose the category that you expect", "A number of victims from 1 to 99");
        assertThat(browser.page().select("#victims-1").val()).isEqualTo("none");

        browser.post(item, "category", "PERSONAL", "offence-1", "8L", "victims-1", "1", "act", "more");
        assertThat(browser.page().select("#offence-2")).isNotEmpty();
        browser.post(
                item,
                "category",
                "PERSONAL",
                "offence-1",
                "8L",
                "victims-1",
                "2",
                "remark",
                "To think about",
                "act",
                "later");
        assertThat(browser.get("/incidents/" + force.incidentOf(item)).getStatus())
                .isEqualTo(200);
        assertThat(AuditScene.to(browser.get(item))).isEqualTo(audit);

        AuditScene.take(browser, audit);
        assertThat(browser.page().select("#victims-1").val()).isEqualTo("2");
        assertThat(browser.page().select("#remark").text()).isEqualTo("To think about");
    }

    @Test
    void save_and_next_goes_through_all_accounts_without_repeating_one() throws Exception {
        for (int i = 0; i < 3; i++) {
            force.incident(AuditScene.THREATENED + " Number " + i + ".");
        }
        Browser browser = force.browserOf(force.registrar);
        String audit = AuditScene.draw(browser);
        String item = AuditScene.take(browser, audit);
        List<String> read = new ArrayList<>();
        while (!item.equals(audit)) {
            read.add(item);
            browser.get(item);
            item = AuditScene.to(browser.post(item, "category", "NUISANCE", "act", "next"));
        }
        assertThat(read).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void a_sample_by_risk_keeps_chances_that_add_up_and_why_each_was_likelier() throws Exception {
        for (int i = 0; i < 3; i++) {
            force.incident(AuditScene.THREATENED + " Number " + i + ".");
        }
        force.incident("A car has been left in the lay-by for a fortnight, it has no tyres");
        String audit = AuditScene.draw(force.browserOf(force.registrar), "wanted", "2", "kind", "RISK");
        UUID sample = UUID.fromString(audit.substring(audit.lastIndexOf('/') + 1));

        assertThat(force.one(Double.class, "select sum(probability) from integrity.frame where sample_id = ?", sample))
                .isBetween(1.999999, 2.000001);
        assertThat(force.one(Long.class, "select count(*) from integrity.item where sample_id = ?", sample))
                .isEqualTo(2);
        assertThat(force.one(
                        Long.class,
                        "select count(*) from integrity.frame where sample_id = ? and 'PERSONAL_WITHOUT_CRIME' = any (risks)",
                        sample))
                .isPositive();
        assertThat(force.one(
                        Long.class,
                        "select count(*) from integrity.frame f where f.sample_id = ? and f.weight <> 1 + (select"
                                + " coalesce(sum(w.weight), 0) from integrity.risk_weight w where w.risk = any (f.risks))",
                        sample))
                .as("a weight is one and what its risks weigh")
                .isZero();
    }

    @Test
    void a_sample_can_be_of_what_came_by_one_way_in() throws Exception {
        force.incident(AuditScene.THREATENED);
        Browser browser = force.browserOf(force.registrar);
        browser.get(AuditScene.draw(browser, "channel", "CALL"));
        assertThat(browser.page().text()).contains(", by telephone", "1 drawn of 1 that could be");
        browser.get("/recording-audits/new");
        assertThat(browser.page().select("#channel option").eachText())
                .containsExactly(
                        "All ways in",
                        "By telephone",
                        "Online",
                        "Seen by an officer",
                        "From a partner",
                        "By text message");
        assertThat(browser.post(
                                "/recording-audits",
                                "title",
                                "Online reports",
                                "from",
                                "2020-01-01",
                                "to",
                                LocalDate.now(ZoneOffset.UTC).toString(),
                                "channel",
                                "ONLINE",
                                "wanted",
                                "50",
                                "kind",
                                "RANDOM",
                                "spread",
                                "NONE")
                        .getStatus())
                .isEqualTo(422);
        assertThat(browser.page().text()).contains("No incident was dealt with that matches");
        assertThat(browser.page().select("#channel option[selected]").text()).isEqualTo("Online");
    }

    @Test
    void a_question_that_cannot_be_answered_comes_back_with_what_is_wrong() throws Exception {
        Browser browser = force.browserOf(force.registrar);
        browser.get("/recording-audits/new");
        for (String[] wrong : List.of(
                new String[] {"title", "x"},
                new String[] {"from", "2199-01-01"},
                new String[] {"to", "2019-12-31"},
                new String[] {"to", "31/12/2026"},
                new String[] {"wanted", "0"},
                new String[] {"wanted", "many"},
                new String[] {"kind", "BY_HAND"},
                new String[] {"spread", "' or 1=1 --"},
                new String[] {"title", "Nothing was dealt with"})) {
            List<String> fields = new ArrayList<>(List.of(
                    "title",
                    "Everything",
                    "from",
                    "2020-01-01",
                    "to",
                    "2026-01-31",
                    "wanted",
                    "50",
                    "kind",
                    "RANDOM",
                    "spread",
                    "NONE"));
            fields.set(fields.indexOf(wrong[0]) + 1, wrong[1]);
            assertThat(browser.post("/recording-audits", fields.toArray(String[]::new))
                            .getStatus())
                    .as(String.join("=", wrong))
                    .isEqualTo(422);
            assertThat(browser.page().select(".govuk-error-summary")).hasSize(1);
            assertThat(browser.page().select("#title").val()).isNotEmpty();
        }
    }

    @Test
    void while_an_account_is_in_hand_the_database_shows_its_reader_nothing_of_what_was_decided() throws Exception {
        UUID held = force.incident(AuditScene.THREATENED);
        UUID other = force.incident(AuditScene.THREATENED + " And again.");
        Browser browser = force.browserOf(force.registrar);
        String audit = AuditScene.draw(browser, "wanted", "2");
        String item = AuditScene.take(browser, audit);
        if (!force.incidentOf(item).equals(held)) {
            UUID swapped = held;
            held = other;
            other = swapped;
        }
        String sample = audit.substring(audit.lastIndexOf('/') + 1);
        try (AuditScene.Hostile hostile = force.hostile(force.registrar)) {
            for (String table : List.of("handling", "suggestion", "person", "remark", "crime", "note", "evidence")) {
                assertThat(hostile.count(
                                "select count(*) from recording." + table + " where incident_id = '" + held + "'"))
                        .as(table)
                        .isZero();
            }
            assertThat(hostile.count("select count(*) from recording.incident where id = '" + held + "'"))
                    .isZero();
            assertThat(hostile.count("select count(*) from recording.dealt_with where incident_id = '" + held + "'"))
                    .isZero();
            assertThat(hostile.count("select count(*) from recording.suggestion where incident_id = '" + other + "'"))
                    .isPositive();
            assertThat(hostile.count("select count(*) from integrity.frame")).isZero();
            assertThat(hostile.count("select count(*) from integrity.account_in_hand()"))
                    .isEqualTo(1);
            hostile.refused("update integrity.reading set blind = true");
            hostile.refused("update integrity.reading set reader_id = reader_id");
            hostile.refused(
                    "insert into integrity.reading (item_id, sample_id, incident_id, organisation_id, reader_id, state)"
                            + " select id, sample_id, incident_id, organisation_id, '" + force.handler
                            + "', 'IN_HAND' from integrity.item");
            hostile.refused("update integrity.sample set seed = 1");
            hostile.refused("update integrity.frame set weight = 1");
            hostile.refused("delete from integrity.item");
            hostile.refused(
                    "insert into integrity.sample (organisation_id, title, kind, spread, first_day, last_day, wanted,"
                            + " seed, method, frame_size, frame_digest, drawn_at, drawn_by) select organisation_id, title, kind,"
                            + " spread, first_day, last_day, wanted, 1, method, frame_size, frame_digest, drawn_at, drawn_by"
                            + " from integrity.sample");
            hostile.refused("drop policy not_while_it_is_read_blind on recording.incident");
        }
        browser.post(item, "category", "PERSONAL", "act", "save");
        try (AuditScene.Hostile hostile = force.hostile(force.registrar)) {
            assertThat(hostile.count("select count(*) from recording.suggestion where incident_id = '" + held + "'"))
                    .isPositive();
            assertThat(hostile.update("update integrity.reading set category = 'NUISANCE'"))
                    .as("a saved reading stays")
                    .isZero();
            hostile.refused(
                    "insert into integrity.expected_crime select id, 9, sample_id, organisation_id, reader_id, '8L',"
                            + " 'Harassment', 1, '' from integrity.reading");
            assertThat(hostile.count("select count(*) from integrity.frame where sample_id = '" + sample + "'"))
                    .isZero();
        }
    }

    @Test
    void another_reader_another_role_and_another_force_see_nothing_of_a_reading() throws Exception {
        force.incident(AuditScene.THREATENED);
        Browser browser = force.browserOf(force.registrar);
        String audit = AuditScene.draw(browser);
        String item = AuditScene.take(browser, audit);
        browser.post(item, "category", "PERSONAL", "offence-1", "8L", "victims-1", "1", "act", "save");

        UUID second = SCENE.account(force.organisation, "s" + force.suffix + "@example.org", Role.SUPERVISOR);
        UUID foreignForce = SCENE.organisation("Other " + force.suffix);
        UUID foreigner = SCENE.account(foreignForce, "f" + force.suffix + "@example.org", Role.CRIME_REGISTRAR);
        for (UUID stranger : List.of(second, force.handler, foreigner)) {
            try (AuditScene.Hostile hostile = force.hostile(stranger)) {
                assertThat(hostile.count("select count(*) from integrity.reading"))
                        .isZero();
                assertThat(hostile.count("select count(*) from integrity.expected_crime"))
                        .isZero();
            }
        }
        for (UUID outside : List.of(force.handler, foreigner)) {
            try (AuditScene.Hostile hostile = force.hostile(outside)) {
                assertThat(hostile.count("select count(*) from integrity.sample"))
                        .isZero();
                assertThat(hostile.count("select count(*) from integrity.item")).isZero();
                assertThat(hostile.count("select count(*) from integrity.progress()"))
                        .isZero();
                assertThat(hostile.count("select count(*) from integrity.queue('"
                                + audit.substring(audit.lastIndexOf('/') + 1) + "')"))
                        .isZero();
            }
        }
        assertThat(force.browserOf(foreigner).get(audit).getStatus()).isEqualTo(404);
        assertThat(force.browserOf(force.handler).get(audit).getStatus()).isEqualTo(403);
        Browser other = force.browserOf(second);
        other.get(audit);
        assertThat(other.page().select("button").text()).contains("Read one a second time");
    }

    @Test
    void the_reader_sees_what_the_same_people_told_before_as_accounts_alone() throws Exception {
        force.incident("He was on my path again and called me names");
        force.incident(AuditScene.THREATENED);
        Browser browser = force.browserOf(force.registrar);
        String audit = AuditScene.draw(browser);
        String item = AuditScene.take(browser, audit);
        if (browser.page().select("#account-text").text().contains("called me names")) {
            assertThat(browser.page().text()).doesNotContain("Told before");
            item = AuditScene.to(browser.post(item, "category", "PERSONAL", "act", "next"));
            browser.get(item);
        }
        assertThat(browser.page().text()).contains("Told before by the same people", "called me names");
        assertThat(browser.page().text()).doesNotContain("Opens as", "To decide");
    }

    @Test
    void an_account_that_was_held_too_long_goes_back_by_itself_and_can_be_taken_up_again() throws Exception {
        force.incident(AuditScene.THREATENED);
        Browser browser = force.browserOf(force.registrar);
        String audit = AuditScene.draw(browser);
        String item = AuditScene.take(browser, audit);
        UUID held = force.incidentOf(item);
        assertThat(browser.get("/incidents/" + held).getStatus()).isEqualTo(404);

        DATABASE.asOwner()
                .sql("update integrity.reading set taken_at = taken_at - interval '13 hours' where incident_id = ?")
                .param(held)
                .update();

        assertThat(browser.get("/incidents/" + held).getStatus()).isEqualTo(200);
        assertThat(AuditScene.to(browser.get(item))).isEqualTo(audit);
        browser.get(audit);
        assertThat(browser.page().select("button").text()).contains("Go on reading");
        AuditScene.take(browser, audit);
        assertThat(browser.get("/incidents/" + held).getStatus()).isEqualTo(404);
    }
}
