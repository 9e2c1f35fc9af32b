package uk.frith.platform.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.reports.recording.Channel;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.NewReport;
import uk.frith.platform.reports.recording.Taken;

/** The same words by every way in, and what was told elsewhere. */
class ChannelsDbTest extends ExchangeTest {

    @Autowired
    private Incidents incidents;

    @Autowired
    private ServiceDesk services;

    @Autowired
    private Desk desk;

    private static NewReport report(String source, Channel channel, String account) {
        return new NewReport(
                source,
                Optional.of(UUID.randomUUID().toString()),
                channel,
                account,
                Instant.now().minusSeconds(60),
                Optional.empty(),
                new NewReport.Place("9 Long Row, Testham", Optional.empty()),
                NewReport.Chosen.NOTHING,
                List.of(),
                List.of(),
                "",
                Optional.empty());
    }

    private void record(String source, Channel channel, String account) {
        Taken taken = services.confined(
                ServiceActor.EXCHANGE,
                "test",
                organisation,
                () -> desk.unaudited(
                        "arranges a test", () -> incidents.record(organisation, report(source, channel, account))));
        assertThat(taken).isInstanceOf(Taken.Recorded.class);
    }

    @Test
    void the_same_words_by_call_chat_form_code_and_partner_get_the_same_grade_category_and_crimes() throws Exception {
        for (String account : ParityRules.standardAccounts()) {
            record("call", Channel.CALL, account);
            record("portal-chat", Channel.ONLINE, account);
            record("portal", Channel.ONLINE, account);
            record("portal-qr", Channel.ONLINE, account);
            String reference = UUID.randomUUID().toString();
            assertThat(postJson(
                                    "/api/v1/reports",
                                    key,
                                    JsonRules.write(java.util.Map.of(
                                            "source_reference",
                                            reference,
                                            "account",
                                            account,
                                            "place",
                                            java.util.Map.of("location", "9 Long Row, Testham"))))
                            .getStatus())
                    .isEqualTo(201);
            assertThat(postForm(
                                    "/open311/v2/requests.xml",
                                    "api_key",
                                    key,
                                    "service_code",
                                    "antisocial-behaviour",
                                    "address_string",
                                    "9 Long Row, Testham",
                                    "description",
                                    account)
                            .getStatus())
                    .isEqualTo(200);
            Set<String> read = new HashSet<>(DATABASE.asOwner()
                    .sql("""
                            select h.grade || ' ' || coalesce(i.category, '-') || ' ' || coalesce(i.type, '-') || ' '
                                   || coalesce((select string_agg(s.class_code, ',' order by s.class_code)
                                                from recording.suggestion s where s.incident_id = i.id), '-')
                            from recording.incident i join recording.handling h on h.incident_id = i.id
                            where i.organisation_id = ? and i.text = ?
                            """)
                    .param(organisation)
                    .param(account)
                    .query(String.class)
                    .list());
            assertThat(read).as(account).hasSize(1);
        }
        assertThat(incidents()).isEqualTo(6L * ParityRules.standardAccounts().size());
    }

    @Test
    void a_supervisor_sees_accounts_read_by_each_way_and_the_grades_of_the_year_with_intervals() throws Exception {
        for (int i = 0; i < 31; i++) {
            record("call", Channel.CALL, "Youths on off-road bikes tear up the playing field every weekend.");
        }
        record("portal-chat", Channel.ONLINE, "Youths on off-road bikes tear up the playing field every weekend.");
        Browser browser =
                browserOf(SCENE.account(organisation, "supervisor-" + suffix + "@example.org", Role.SUPERVISOR));
        browser.get("/oversight/channels");
        assertThat(browser.page().select("table"))
                .hasSize(ParityRules.standardAccounts().size() + 1);
        assertThat(browser.page().select("table").eachText().getLast())
                .contains("Call 31", "Chat 1", "Too few to say (fewer than 30)", "% (");
        browser.post("/oversight/channels", "account", "He said he would burn my house down.");
        assertThat(browser.page().select("caption").eachText().getFirst()).contains("burn my house down");
        assertThat(browser.page().select("table:has(q) tbody tr")).hasSize(7);
        browser.post("/oversight/channels", "account", "");
        assertThat(browser.page().select("#account-error").text()).contains("Enter an account");
        assertThat(incidents()).isEqualTo(32);
    }

    @Test
    void one_tally_holds_all_reports_and_counts_no_event_twice_that_anybody_linked_or_passed_on() throws Exception {
        record("call", Channel.CALL, "Loud music from the flats above the shops until four in the morning.");
        record("portal", Channel.ONLINE, "The music above the shops again, all night.");
        record("call", Channel.CALL, "A burnt car was left in the lane.");
        assertThat(postJson("/api/v1/reports", key, """
                                {"source_reference":"r1","account":"Somebody begs outside the bank every day.",
                                 "place":{"location":"High Street"}}""").getStatus()).isEqualTo(201);
        owner("""
                insert into recording.link (incident_id, to_id, organisation_id, kind, made_at)
                select later.id, earlier.id, later.organisation_id, 'DUPLICATE', now()
                from recording.incident later, recording.incident earlier
                where later.organisation_id = ? and later.source = 'portal'
                  and earlier.organisation_id = later.organisation_id and earlier.text like 'Loud music%'
                """);
        owner("""
                insert into exchange.delivery (organisation_id, incident_id, partner_id, service_code, shares_words, reason,
                                               begun_at, state, sent_at, remote_id)
                select i.organisation_id, i.id, p.id, 'car', false, 'They move cars', now(), 'SENT', now(), '7'
                from recording.incident i join exchange.partner p on p.organisation_id = i.organisation_id
                where i.organisation_id = ? and i.text like 'A burnt car%'
                """);
        String today =
                java.time.LocalDate.now(java.time.ZoneId.of("Europe/London")).toString();
        String problems = """
                {"problems":[
                 {"source_reference":"1","type":"nuisance-noise","happened_on":"%1$s","area_code":"E01000001"},
                 {"source_reference":"2","type":"nuisance-noise","happened_on":"%1$s"},
                 {"source_reference":"3","type":"begging","happened_on":"%1$s","told_police":true},
                 {"source_reference":"4","type":"begging","happened_on":"2020-01-01"}]}""".formatted(today);
        assertThat(postJson("/api/v1/problems/batch", key, problems).getStatus())
                .isEqualTo(200);
        Browser browser =
                browserOf(SCENE.account(organisation, "supervisor2-" + suffix + "@example.org", Role.SUPERVISOR));
        browser.get("/oversight/told-elsewhere");
        assertThat(browser.page().select(".govuk-body-l").text())
                .isEqualTo(
                        "7 reports of 5 events. 4 reports were made to partners, and the police heard of 2 of these.");
        assertThat(browser.page().select("table").get(0).select("tbody tr").eachText())
                .containsExactly("Force " + suffix + " 3 2 3 1", "Testham Council 4 3 2 0", "All 7 5 5 1");
        assertThat(browser.page().select("main").text()).contains("not how much there is", "is counted twice");
        String[] csv = browser.get(
                        browser.page().select("main a[href*=tally.csv]").attr("href"))
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                .split("\r\n", -1);
        assertThat(csv[0])
                .isEqualTo("month,told_to,way,type,category,district,area,reports,events,known_to_police,passed_on");
        assertThat(csv)
                .contains(
                        '"' + today.substring(0, 7)
                                + "\",\"Testham Council\",\"Partner's list\",\"Noise\",\"\",\"\",\"E01000001\",1,1,0,0",
                        '"' + today.substring(0, 7)
                                + "\",\"Testham Council\",\"Partner's list\",\"Begging\",\"\",\"\",\"\",1,0,1,0");
        browser.get("/oversight/told-elsewhere?from=yesterday");
        assertThat(browser.page().select("#from-error").text()).contains("A day looks like");
    }

    @Test
    void a_list_of_what_a_partner_was_told_is_counted_once_and_its_bad_rows_are_kept() throws Exception {
        String word = one(String.class, "select word from exchange.partner where organisation_id = ?", organisation);
        String list = "partner,reference,type,happened_on,area_code,told_police\n"
                + word + ",S-1,nuisance-noise,2026-10-01,E01000001,no\n"
                + word + ",S-2,begging,2026-10-02,,yes\n"
                + word + ",S-2,begging,2026-10-02,,no\n"
                + "nobody,S-3,begging,2026-10-02,,no\n"
                + word + ",S-4,shouting,2026-10-02,,no\n"
                + word + ",S-5,begging,2999-10-02,,no\n"
                + word + ",S-6,begging,2026-10-02,here,no\n"
                + word + ",S-7,begging,2026-10-02,,perhaps\n"
                + word + ",,begging,2026-10-02,,no\n";
        Browser browser =
                browserOf(SCENE.account(organisation, "supervisor3-" + suffix + "@example.org", Role.SUPERVISOR));
        for (int i = 0; i < 2; i++) {
            browser.get("/oversight/told-elsewhere");
            MockHttpServletResponse sent = browser.postFiles(
                    "/oversight/told-elsewhere",
                    List.of(new MockMultipartFile(
                            "file", "told.csv", "text/csv", list.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                    "source",
                    "The council's list",
                    "dated",
                    "2026-11-01");
            assertThat(sent.getStatus()).as(browser.page().text()).isEqualTo(302);
            browser.get(java.util.Objects.requireNonNull(sent.getHeader("Location")));
            assertThat(browser.page().text()).contains("2 rows were taken in, 7 refused");
        }
        browser.get("/oversight/told-elsewhere?from=2026-10-01&to=2026-10-31");
        assertThat(browser.page().select("table").get(0).select("tbody tr").eachText())
                .containsExactly("Testham Council 2 1 1 0", "All 2 1 1 0");
        browser.post("/oversight/told-elsewhere");
        assertThat(browser.page().select("#file-error").text()).contains("Choose a CSV file");
    }

    private void owner(String sql) {
        assertThat(DATABASE.asOwner().sql(sql).param(organisation).update()).isEqualTo(1);
    }
}
