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
    void what_was_told_to_partners_alone_is_counted_beside_the_forces_own_and_never_with_it() throws Exception {
        record("call", Channel.CALL, "Loud music from the flats above the shops until four in the morning.");
        String problems = """
                {"problems":[
                 {"source_reference":"1","type":"nuisance-noise","happened_on":"2026-11-01"},
                 {"source_reference":"2","type":"nuisance-noise","happened_on":"2026-11-02"},
                 {"source_reference":"3","type":"begging","happened_on":"2026-11-03","told_police":true},
                 {"source_reference":"4","type":"begging","happened_on":"2020-01-01"}]}""";
        assertThat(postJson("/api/v1/problems/batch", key, problems).getStatus())
                .isEqualTo(200);
        Browser browser =
                browserOf(SCENE.account(organisation, "supervisor2-" + suffix + "@example.org", Role.SUPERVISOR));
        browser.get("/oversight/told-elsewhere?from=2026-01-01&to=2026-12-31");
        assertThat(browser.page().select(".govuk-body-l").text())
                .contains("2 problems were told to partners", "1 more were told to both");
        assertThat(browser.page().select("thead").text())
                .contains("Your own incidents", "Testham Council, not told to the police");
        assertThat(browser.page().select("tbody tr").eachText().getLast()).isEqualTo("All 1 2");
        browser.get("/oversight/told-elsewhere?from=yesterday");
        assertThat(browser.page().select("#from-error").text()).contains("A day looks like");
    }
}
