package uk.frith.platform.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.frith.platform.reports.exchange.AddressRules.Leeway;

/** Where reports may be sent to, and where never. */
class AddressRulesTest {

    private static final Leeway NONE = new Leeway(false, false);

    private static AddressRules.Names leadingTo(String... numbers) {
        return host -> {
            List<InetAddress> found = new java.util.ArrayList<>();
            for (String number : numbers) {
                found.add(InetAddress.getByName(number));
            }
            return found;
        };
    }

    @Test
    void a_public_address_by_https_is_taken() {
        assertThat(AddressRules.fault("https://council.example/open311/v2", NONE, leadingTo("81.2.69.142")))
                .isEmpty();
        assertThat(AddressRules.fault("https://council.example:8443/x/", NONE, leadingTo("2a00:1450:4009::1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://council.example/",
                "ftp://council.example/",
                "file:///etc/passwd",
                "https://",
                "https:///x",
                "not an address",
                "https://user:secret@council.example/",
                "https://council.example/?next=1",
                "https://council.example/#x",
                "javascript:alert(1)",
                ""
            })
    void what_is_no_plain_address_by_https_is_refused(String address) {
        assertThat(AddressRules.fault(address, NONE, leadingTo("81.2.69.142"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "203.0.113.7",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:db8::1",
                "2001:0:1::1"
            })
    void a_name_that_leads_into_a_private_network_is_refused_even_beside_a_public_number(String number) {
        assertThat(AddressRules.fault("https://council.example/", NONE, leadingTo(number)))
                .isPresent();
        assertThat(AddressRules.fault("https://council.example/", NONE, leadingTo("81.2.69.142", number)))
                .isPresent();
        assertThat(AddressRules.fault("https://council.example/", new Leeway(false, true), leadingTo(number)))
                .isEmpty();
    }

    @Test
    void numbers_written_oddly_are_judged_by_where_they_lead() {
        AddressRules.Names machine = host -> List.of(InetAddress.getAllByName(host));
        assertThat(AddressRules.fault("https://127.0.0.1/", NONE, machine)).isPresent();
        assertThat(AddressRules.fault("https://[::1]/", NONE, machine)).isPresent();
        assertThat(AddressRules.fault("https://2130706433/", NONE, machine)).isPresent();
        assertThat(AddressRules.fault("https://localhost/", NONE, machine)).isPresent();
        assertThat(AddressRules.fault("https://nowhere.invalid/", NONE, host -> {
                    throw new UnknownHostException(host);
                }))
                .isPresent();
    }

    @Test
    void an_answer_is_read_without_expanding_or_fetching_anything() {
        String bomb = """
                <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>
                <service_requests><request><service_request_id>&a;</service_request_id></request></service_requests>""";
        assertThat(AnswerRules.sent(new PartnerSystem.Reply.Answer(200, bomb)))
                .isInstanceOf(AnswerRules.Sent.Refused.class);
        assertThat(AnswerRules.sent(new PartnerSystem.Reply.Answer(200, "<service_requests><request>")))
                .isInstanceOf(AnswerRules.Sent.Refused.class);
        assertThat(AnswerRules.news(new PartnerSystem.Reply.Answer(200, "{}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void what_may_pass_is_tried_again(int status) {
        assertThat(AnswerRules.sent(new PartnerSystem.Reply.Answer(status, "")))
                .isInstanceOf(AnswerRules.Sent.Later.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 409})
    void what_wont_pass_is_told_with_the_partners_own_sentence(int status) {
        String errors =
                "<errors><error><code>1</code><description>service_code was not found</description></error></errors>";
        assertThat(AnswerRules.sent(new PartnerSystem.Reply.Answer(status, errors)))
                .isEqualTo(new AnswerRules.Sent.Refused(
                        "The partner's system refused it with " + status + ": service_code was not found"));
    }
}
