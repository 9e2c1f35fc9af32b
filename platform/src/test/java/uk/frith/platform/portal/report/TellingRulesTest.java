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

class TellingRulesTest {

    private static final Instant READ = Instant.parse("2026-03-01T20:10:00Z");

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
                                    sentAfter(after), answers, "Mill stile", List.of(), READ.plus(Duration.ofDays(10)))
                            .occurred())
                    .contains(new Interval(READ, READ));
        }
    }
}
