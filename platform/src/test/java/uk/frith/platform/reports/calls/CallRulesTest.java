package uk.frith.platform.reports.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.recording.NewReport;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

class CallRulesTest {

    private static final Instant BEGAN = Instant.parse("2026-11-27T06:00:00Z");

    private static NewReport report(String... fields) {
        Map<String, String> sent = new java.util.HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            sent.put(fields[i], fields[i + 1]);
        }
        return CallRules.report(new UUID(0, 1), DraftRepository.Way.CALL, Typed.of(sent), Optional.empty(), BEGAN);
    }

    @Test
    void a_number_is_the_same_however_it_is_dialled() {
        assertThat(List.of("+44 113 496 0123", "0044 113 496 0123", "+44 (0)113 496 0123", "+44 0113 496 0123"))
                .allSatisfy(number -> assertThat(CallRules.tidyPhone(number).replaceAll("[^0-9]", ""))
                        .isEqualTo("01134960123"));
        assertThat(CallRules.tidyPhone("+33 1 99 00 12 34")).isEqualTo("+33 1 99 00 12 34");
    }

    @Test
    void whoever_is_affected_has_a_name_a_number_and_has_been_spoken_to_or_not() {
        List<NewReport.Person> people = CallRules.affected("""
                Ben Example, 07700 900 123, spoken to
                Cara Example
                Dan Example - declined
                07700 900 456, not yet
                """);

        assertThat(people)
                .extracting(NewReport.Person::name)
                .containsExactly("Ben Example", "Cara Example", "Dan Example", "");
        assertThat(people)
                .extracting(NewReport.Person::phone)
                .containsExactly("07700 900 123", "", "", "07700 900 456");
        assertThat(people)
                .extracting(NewReport.Person::spokenTo)
                .containsExactly(SpokenTo.SPOKEN_TO, SpokenTo.NOT_YET, SpokenTo.DECLINED, SpokenTo.NOT_YET);
    }

    @Test
    void evidence_is_of_the_kind_that_its_words_say_unless_somebody_chose() {
        NewReport offered =
                report("evidence", "doorbell footage of both nights\nher diary\nwhatsapp messages", "heldBy", "Ada");

        assertThat(offered.evidence())
                .extracting(NewReport.Evidence::kind)
                .containsExactly(EvidenceKind.VIDEO, EvidenceKind.DIARY, EvidenceKind.MESSAGES);
        assertThat(offered.evidence()).extracting(NewReport.Evidence::heldBy).containsOnly("Ada");
        assertThat(report("evidence", "something", "evidenceKind", "PHOTO")
                        .evidence()
                        .getFirst()
                        .kind())
                .isEqualTo(EvidenceKind.PHOTO);
    }

    @Test
    void nothing_but_the_account_has_to_be_there() {
        NewReport bare = report("account", "Loud music");

        assertThat(bare.people()).isEmpty();
        assertThat(bare.evidence()).isEmpty();
        assertThat(bare.follows()).isEmpty();
        assertThat(bare.reportedAt()).isEqualTo(BEGAN);
    }

    @Test
    void a_report_dates_from_when_another_system_heard_of_it_and_never_from_later_than_now() {
        assertThat(report("reported", "2026-11-26 21:40").reportedAt())
                .isEqualTo(Instant.parse("2026-11-26T21:40:00Z"));
        assertThat(report("reported", "2027-01-01 00:00").reportedAt()).isEqualTo(BEGAN);
        assertThat(report("reported", "yesterday").reportedAt()).isEqualTo(BEGAN);
    }

    @Test
    void days_are_read_as_logs_write_them() {
        assertThat(CallRules.moment("26/11/2026", "21:40:07")).contains("2026-11-26 21:40");
        assertThat(CallRules.moment("6.1.26", "0915hrs")).contains("2026-01-06 09:15");
        assertThat(CallRules.moment("2026-11-26", "7:05")).contains("2026-11-26 07:05");
        assertThat(CallRules.moment("31/02/2026", "21:40")).isEmpty();
    }
}
