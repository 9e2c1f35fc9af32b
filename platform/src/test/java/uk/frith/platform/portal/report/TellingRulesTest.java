package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.recording.Interval;
import uk.frith.platform.reports.recording.NewReport;

class TellingRulesTest {

    private static final Instant READ = Instant.parse("2026-03-01T20:10:00Z");

    private static Naming naming(String name, String phone, String text) {
        return TellingRules.naming(new Answers(Map.of("name", name, "phone", phone, "email", "q@example.org")), text);
    }

    @Test
    void a_number_is_the_same_however_it_is_written() {
        for (String written : List.of("07700 900123", "+447700900123", "0044 7700-900123", "+44 (0)7700 900123")) {
            assertThat(naming("", "+447700900123", "Ring " + written + " about it"))
                    .isEqualTo(Naming.CERTAIN);
            assertThat(naming("", written, "Ring 07700 900 123 about it")).isEqualTo(Naming.CERTAIN);
        }
        assertThat(naming("", "07700 900123", "Ring 07700 900124")).isEqualTo(Naming.NONE);
        assertThat(naming("", "", "Ring 07700 900124")).isEqualTo(Naming.NONE);
    }

    @Test
    void a_name_is_refused_and_a_word_that_is_a_part_of_one_is_asked_about() {
        assertThat(naming("Will May", "", "Mr Will May told us")).isEqualTo(Naming.CERTAIN);
        assertThat(naming("Will Ian May", "", "MAY, WILL told us")).isEqualTo(Naming.CERTAIN);
        assertThat(naming("Will May", "", "You will be asked about the noise of 3 May"))
                .isEqualTo(Naming.POSSIBLE);
        assertThat(naming("Green", "", "You painted the green shed")).isEqualTo(Naming.POSSIBLE);
        assertThat(naming("An Li", "", "You shout at an old man")).isEqualTo(Naming.NONE);
        assertThat(naming("", "", "Write to Q@example.org")).isEqualTo(Naming.CERTAIN);
    }

    private static Report sentAfter(Duration after) {
        return new Report(
                new UUID(0, 1),
                "7KQM4TRP",
                Catalogue.ENGLISH,
                "ASB",
                Report.State.SENT,
                READ,
                Optional.of(new UUID(0, 2)),
                Optional.of(READ.plus(after)),
                Optional.of(new UUID(0, 3)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void a_draft_that_is_sent_days_later_keeps_the_moment_at_which_the_code_was_read() {
        Answers answers = new Answers(
                Map.of("what", "Loud music", "now", "YES", "scanned", READ.toString(), "place", "Mill stile"));
        for (Duration after : List.of(Duration.ofHours(1), Duration.ofDays(9))) {
            assertThat(TellingRules.compose(
                                    sentAfter(after),
                                    answers,
                                    "Loud music",
                                    new NewReport.Place("Mill stile", Optional.empty()),
                                    List.of(),
                                    READ.plus(Duration.ofDays(10)))
                            .occurred())
                    .contains(new Interval(READ, READ));
        }
    }
}
