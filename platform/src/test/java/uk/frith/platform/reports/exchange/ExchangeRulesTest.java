package uk.frith.platform.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.exchange.Document.Fields;
import uk.frith.platform.reports.exchange.Document.Format;
import uk.frith.platform.reports.exchange.Document.Items;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;

/** Forms, documents, places and words, without a database. */
class ExchangeRulesTest {

    @Test
    void a_form_is_read_as_the_standard_says_and_keeps_the_order_of_values() {
        assertThat(FormRules.parse("a=1&b=x+y%26z&a=2&c&&d=%C3%A9"))
                .contains(Map.of("a", List.of("1", "2"), "b", List.of("x y&z"), "c", List.of(""), "d", List.of("é")));
        assertThat(FormRules.parse("a=%C3")).isEmpty();
        assertThat(FormRules.parse("a=%4")).isEmpty();
        assertThat(FormRules.parse("a=%")).isEmpty();
        assertThat(FormRules.parse("x=1&".repeat(501))).isEmpty();
        assertThat(FormRules.parse("a=%41%6a")).contains(Map.of("a", List.of("Aj")));
    }

    @Test
    void the_digest_of_a_form_depends_on_what_is_told_and_not_on_who_sends_it_or_in_which_order() {
        String one = FormRules.digest(Map.of("a", List.of("1"), "b", List.of("2"), "api_key", List.of("k")));
        assertThat(FormRules.digest(Map.of("b", List.of("2"), "a", List.of("1"))))
                .isEqualTo(one);
        assertThat(FormRules.digest(Map.of("a", List.of("1=2"), "b", List.of(""))))
                .isNotEqualTo(one);
        assertThat(FormRules.digest(Map.of("a", List.of("1", "2")))).isNotEqualTo(one);
    }

    @Test
    void a_document_is_xml_and_by_the_spark_convention_json() {
        Document document = Document.list(
                "services",
                "service",
                List.of(new Fields()
                        .with("code", "1")
                        .with("name", "A & <B>")
                        .with("notes", "")
                        .with("metadata", true)
                        .with("values", new Items("value", List.of("x", "y")))));
        assertThat(document.in(Format.XML)).isEqualTo("""
                        <?xml version="1.0" encoding="utf-8"?>
                        <services><service><code>1</code><name>A &amp; &lt;B&gt;</name><notes/><metadata>true</metadata>\
                        <values><value>x</value><value>y</value></values></service></services>
                        """);
        assertThat(document.in(Format.JSON))
                .isEqualTo("[{\"code\":\"1\",\"name\":\"A & <B>\",\"notes\":null,\"metadata\":true,"
                        + "\"values\":[\"x\",\"y\"]}]");
    }

    @Test
    void what_fixmystreet_puts_around_somebodys_words_is_taken_off_and_nothing_else_is() {
        assertThat(Open311Rules.told("""
                title: Noise

                detail: Loud music.
                All night.

                url: http://x.example/1

                Submitted via FixMyStreet
                """))
                .isEqualTo(new Open311Rules.Told("Noise\n\nLoud music.\nAll night.", "http://x.example/1"));
        assertThat(Open311Rules.told("""
                title: Noise

                detail: Noise

                url: http://x.example/1

                Submitted via FixMyStreet
                """.replace("\n", "\r\n")).account()).isEqualTo("Noise");
        assertThat(Open311Rules.told("He shouted: title: lord!").account()).isEqualTo("He shouted: title: lord!");
    }

    @Test
    void places_are_in_britain_or_refused() {
        assertThat(SubmissionRules.inBritain("52.6369", "-1.1398")).isPresent();
        assertThat(SubmissionRules.inBritain("60.15", "-1.15")).as("Lerwick").isPresent();
        assertThat(SubmissionRules.inBritain("49.92", "-6.30")).as("Scilly").isPresent();
        assertThat(SubmissionRules.inBritain("48.85", "2.35")).as("Paris").isEmpty();
        assertThat(SubmissionRules.inBritain("53.35", "-9.9"))
                .as("the Atlantic")
                .isEmpty();
        assertThat(SubmissionRules.inBritain("Infinity", "0")).isEmpty();
        assertThat(SubmissionRules.inBritain("5e1", "-1")).isEmpty();
    }

    @Test
    void links_are_told_by_their_ending() {
        assertThat(SubmissionRules.kindOf("https://x.example/a.JPEG?size=1")).isEqualTo(EvidenceKind.PHOTO);
        assertThat(SubmissionRules.kindOf("https://x.example/a.mov")).isEqualTo(EvidenceKind.VIDEO);
        assertThat(SubmissionRules.kindOf("https://x.example/a.m4a")).isEqualTo(EvidenceKind.AUDIO);
        assertThat(SubmissionRules.kindOf("https://x.example/")).isEqualTo(EvidenceKind.OTHER);
        assertThat(SubmissionRules.isLink("javascript:alert(1)")).isFalse();
        assertThat(SubmissionRules.isLink("http://x.example/\"><script>")).isFalse();
    }

    @Test
    void a_partners_word_is_made_of_its_name() {
        assertThat(PartnerRules.word("Testham Borough Council")).isEqualTo("testham-borough-council");
        assertThat(PartnerRules.word("  Çornwall — Côuncil!  ")).isEqualTo("cornwall-council");
        assertThat(PartnerRules.word("x".repeat(50))).hasSize(30);
        assertThat(PartnerRules.word("!!!")).isEmpty();
    }

    @Test
    void a_key_holds_256_bits_and_shows_only_its_beginning() {
        String key = Secrets.make(new java.util.Random(7));
        assertThat(key).hasSize(Secrets.PREFIX.length() + 43);
        assertThat(Secrets.beginning(key)).hasSize(10);
        assertThat(Secrets.make(new java.util.Random(8))).isNotEqualTo(key);
        assertThat(Secrets.digest("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
