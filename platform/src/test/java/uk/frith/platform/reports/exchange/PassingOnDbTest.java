package uk.frith.platform.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import uk.frith.platform.foundation.identity.Browser;
import uk.frith.platform.foundation.identity.Role;

/** Incidents that belong to a partner, from the page to the partner's system and back. */
class PassingOnDbTest extends ExchangeTest {

    @Autowired
    private PassingOn passing;

    private PartnerStub council = new PartnerStub();
    private UUID officer = new UUID(0, 0);

    @BeforeEach
    void a_council_that_takes_reports() throws Exception {
        council.close();
        council = new PartnerStub();
        officer = SCENE.account(organisation, "officer-" + suffix + "@example.org", Role.SUPERVISOR);
        route("automatic", "", "");
    }

    @AfterEach
    void the_council_closes() {
        council.close();
    }

    /** Sets where the council takes noise and begging; the last two are more fields of the form. */
    private void route(String... more) throws Exception {
        Browser browser = browserOf(administrator);
        browser.get(register + "/outward");
        String[] fields = {
            "address",
            council.address(),
            "jurisdiction",
            "testham",
            "secret",
            "the council's own key",
            "code-NUISANCE_NOISE",
            "NOISE01",
            "code-BEGGING",
            "BEG01",
            more[0],
            more[1]
        };
        assertThat(browser.post(register + "/outward", fields).getStatus())
                .as(browser.page().text())
                .isEqualTo(302);
    }

    private static void until(BooleanSupplier so) {
        for (int i = 0; i < 300 && !so.getAsBoolean(); i++) {
            LockSupport.parkNanos(100_000_000L);
        }
        assertThat(so.getAsBoolean()).isTrue();
    }

    private String state() {
        return DATABASE.asOwner()
                .sql("select state from exchange.delivery where organisation_id = ?")
                .param(organisation)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /** Takes a call down; gives the incident. */
    private UUID call(String account) throws Exception {
        Browser browser = browserOf(officer);
        browser.get("/calls");
        String screen = String.valueOf(browser.post("/calls").getHeader("Location"));
        browser.get(screen);
        String there = String.valueOf(browser.post(
                        screen,
                        "name",
                        "Ada Example",
                        "phone",
                        "07700 900123",
                        "location",
                        "9 Long Row, Testham",
                        "account",
                        account,
                        "seen",
                        browser.page().select("#seen").val(),
                        "act",
                        "record")
                .getHeader("Location"));
        return UUID.fromString(there.substring(there.lastIndexOf('/') + 1));
    }

    private static final String NOISE =
            "Loud music from the flats above the shops until four in the morning, as every weekend.";

    private String routeId() {
        return one(
                String.class,
                "select id::text from exchange.route where organisation_id = ? and type = 'NUISANCE_NOISE'",
                organisation);
    }

    private void passOn(UUID incident, String words) throws Exception {
        Browser browser = browserOf(officer);
        browser.get("/pass-on/" + incident);
        assertThat(browser.post(
                                "/pass-on/" + incident,
                                "route",
                                routeId(),
                                "words",
                                words,
                                "reason",
                                "Noise from homes is for environmental health.")
                        .getStatus())
                .as(browser.page().text())
                .isEqualTo(302);
    }

    @Test
    void what_is_passed_on_reaches_the_partner_once_without_the_caller_and_its_end_comes_back() throws Exception {
        UUID incident = call(NOISE);
        passOn(incident, "no");
        until(() -> state().equals("SENT"));

        assertThat(council.forms()).hasSize(1);
        var form = council.forms().getFirst();
        assertThat(Open311Rules.one(form, "api_key")).isEqualTo("the council's own key");
        assertThat(Open311Rules.one(form, "jurisdiction_id")).isEqualTo("testham");
        assertThat(Open311Rules.one(form, "service_code")).isEqualTo("NOISE01");
        assertThat(Open311Rules.one(form, "address_string")).isEqualTo("9 Long Row, Testham");
        assertThat(form.toString())
                .doesNotContain("Ada")
                .doesNotContain("900123")
                .doesNotContain("Loud music");
        assertThat(Open311Rules.attributes(form).get("external_id")).hasSize(36);

        council.news = "<service_requests><request><service_request_id>C-1</service_request_id><status>closed</status>"
                + "<status_notes>A warning was given.</status_notes></request></service_requests>";
        passing.round();
        assertThat(state()).isEqualTo("CLOSED");
        assertThat(council.asked().getLast()).contains("service_request_id=C-1");

        Browser browser = browserOf(officer);
        browser.get("/incidents/" + incident);
        assertThat(browser.page().select("section:has(#partners-part)").text())
                .contains("Testham Council", "Closed by the partner", "C-1", "A warning was given.");
        assertThat(one(
                        Long.class,
                        "select count(*) from audit.entry where organisation = ? and act = 'DISCLOSURE'"
                                + " and fields @> '{location}' and not fields @> '{text}'",
                        organisation))
                .isEqualTo(1);
    }

    @Test
    void the_account_goes_along_when_somebody_decides_so() throws Exception {
        passOn(call(NOISE), "yes");
        until(() -> state().equals("SENT"));
        assertThat(Open311Rules.one(council.forms().getFirst(), "description"))
                .contains("Loud music from the flats")
                .doesNotContain("Ada");
    }

    @Test
    void what_an_online_reporter_hid_does_not_go_to_the_partner() throws Exception {
        UUID incident = call(NOISE + " It is Wendy at the corner flat, 07700 900123.");
        DATABASE.asOwner()
                .sql("insert into portal.report (code, language, why, state, sent_at, organisation_id, incident_id,"
                        + " incident_reference, taken_at, hidden) values ('7K3M9Q2T', 'en', 'NOISE', 'TAKEN', now(), ?, ?,"
                        + " '1', now(), '{corner flat}')")
                .param(organisation)
                .param(incident)
                .update();
        passOn(incident, "yes");
        until(() -> state().equals("SENT"));
        assertThat(Open311Rules.one(council.forms().getFirst(), "description"))
                .contains("Loud music from the flats")
                .doesNotContain("corner flat")
                .doesNotContain("900123");
    }

    @Test
    void a_partner_that_is_away_is_tried_again_and_one_that_refuses_is_told() throws Exception {
        council.status = 503;
        UUID incident = call(NOISE);
        passOn(incident, "no");
        until(() -> !council.forms().isEmpty());
        UUID delivery = one(UUID.class, "select id from exchange.delivery where organisation_id = ?", organisation);
        assertThatThrownBy(() -> passing.take(delivery)).isInstanceOf(PassingOn.PartnerNotReached.class);
        assertThat(state()).isEqualTo("WAITING");
        council.status = 404;
        council.answer =
                "<errors><error><code>404</code><description>service_code was not found</description></error></errors>";
        passing.take(delivery);
        assertThat(state()).isEqualTo("REFUSED");
        Browser browser = browserOf(officer);
        browser.get("/incidents/" + incident);
        assertThat(browser.page().text()).contains("service_code was not found");

        council.status = 200;
        council.answer = PartnerStub.accepted("C-2");
        passOn(incident, "no");
        passing.take(delivery);
        assertThat(state()).isEqualTo("SENT");
        long accepted = council.forms().size();
        passing.take(delivery);
        assertThat(council.forms()).as("what was sent isn't sent again").hasSize((int) accepted);
        assertThat(council.forms().stream()
                        .map(form -> Open311Rules.attributes(form).get("external_id"))
                        .distinct())
                .as("each try has the same reference")
                .hasSize(1);
    }

    @Test
    void a_token_becomes_a_number_later() throws Exception {
        council.answer = "<service_requests><request><token>T-7</token></request></service_requests>";
        passOn(call(NOISE), "no");
        until(() -> state().equals("SENT"));
        council.answer = PartnerStub.accepted("C-9");
        passing.round();
        assertThat(one(String.class, "select remote_id from exchange.delivery where organisation_id = ?", organisation))
                .isEqualTo("C-9");
    }

    @Test
    void noise_goes_to_its_partner_by_itself_when_it_is_routed_so_and_what_is_urgent_or_aimed_at_somebody_does_not()
            throws Exception {
        route("automatic", "NUISANCE_NOISE");
        call("He is outside my door now with a knife and the music is so loud. He says he will kill me.");
        assertThat(state()).isEqualTo("none");
        assertThat(postJson(
                                "/api/v1/reports",
                                key(partner("Testham Homes"), "REPORT"),
                                "{\"source_reference\":\"1\",\"type\":\"nuisance-noise\",\"place\":{\"latitude\":52.6369,"
                                        + "\"longitude\":-1.1398},\"account\":\"" + NOISE + "\"}")
                        .getStatus())
                .isEqualTo(201);
        until(() -> state().equals("SENT"));
        var form = council.forms().getFirst();
        assertThat(Open311Rules.one(form, "lat")).startsWith("52.6369");
        assertThat(Open311Rules.one(form, "description")).startsWith("Noise, reported to Force");
    }

    @Test
    void what_came_from_a_partner_is_not_sent_back_to_it() throws Exception {
        route("automatic", "NUISANCE_NOISE");
        assertThat(postJson(
                                "/api/v1/reports",
                                key,
                                "{\"source_reference\":\"1\",\"type\":\"nuisance-noise\",\"place\":{\"location\":\"x\"},"
                                        + "\"account\":\"" + NOISE + "\"}")
                        .getStatus())
                .isEqualTo(201);
        assertThat(state()).isEqualTo("none");
    }

    @Test
    void the_form_says_what_is_wrong_and_sends_nothing_twice() throws Exception {
        UUID incident = call(NOISE);
        Browser browser = browserOf(officer);
        browser.get("/pass-on/" + incident);
        browser.post("/pass-on/" + incident, "route", "none", "reason", "short");
        assertThat(browser.page().select(".govuk-error-summary a")).hasSize(2);
        passOn(incident, "no");
        browser.post("/pass-on/" + incident, "route", routeId(), "reason", "Once more, to be sure of it.");
        assertThat(browser.page().text()).contains("It has been passed on to this partner already");
    }

    @Test
    void a_reason_that_makes_it_small_is_counted_in_the_work_that_is_entered_and_nothing_is_begun() throws Exception {
        UUID incident = call(NOISE);
        Browser browser = browserOf(officer);
        browser.get("/pass-on/" + incident);
        browser.post("/pass-on/" + incident, "route", routeId(), "reason", "It is just a neighbour dispute");
        assertThat(browser.page().select("#reason-error").text()).contains("may make it smaller");
        assertThat(one(
                        Long.class,
                        "select count(*) from wording.asked a join audit.entry e on e.xmin = a.xmin where a.path = ?",
                        "/incidents/" + incident))
                .isEqualTo(1);
        assertThat(state()).isEqualTo("none");
    }

    @Test
    void an_address_inside_the_network_is_refused_unless_the_site_allows_it() throws Exception {
        PartnerSystem strict = new PartnerSystem(new ExchangeSettings(300, false, false));
        assertThat(strict.post(council.address(), "requests.xml", java.util.Map.of("a", "b")))
                .isInstanceOf(PartnerSystem.Reply.Nothing.class);
        assertThat(strict.fault("https://169.254.169.254/latest")).isPresent();
        assertThat(council.forms()).isEmpty();
        strict.destroy();
        Browser browser = browserOf(administrator);
        browser.get(register + "/outward");
        browser.post(register + "/outward", "address", "file:///etc/passwd");
        assertThat(browser.page().select("#address-error").text()).contains("https://");
    }

    @Test
    void the_key_of_a_partners_system_is_for_sending_alone() throws Exception {
        assertThat(one(String.class, "select secret from exchange.endpoint where partner_id = ?", idOf(register)))
                .isEqualTo("the council's own key");
        Browser browser = browserOf(administrator);
        browser.get(register + "/outward");
        assertThat(browser.page().html()).doesNotContain("the council's own key");
        assertThatThrownBy(() -> DATABASE.asApplication()
                        .sql("select secret from exchange.endpoint")
                        .query()
                        .listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
        String other = partner("Another Council");
        browser.get(other + "/outward");
        browser.post(other + "/outward", "address", council.address(), "code-NUISANCE_NOISE", "N1", "code-BEGGING", "");
        assertThat(browser.page().text()).contains("Noise goes to another partner; end that first");
    }
}
