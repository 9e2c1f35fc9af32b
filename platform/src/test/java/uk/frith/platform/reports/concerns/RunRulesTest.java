package uk.frith.platform.reports.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.concerns.RunRules.Code;
import uk.frith.platform.reports.concerns.RunRules.Level;
import uk.frith.platform.reports.concerns.RunRules.Told;
import uk.frith.platform.reports.concerns.RunRules.Weighed;
import uk.frith.platform.reports.concerns.RunRules.Weights;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.Incidents.InRun;
import uk.frith.platform.reports.recording.Incidents.Seen;

class RunRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    /** One point a sign, so that a sum names how often each counted. */
    private static final Weights ONES = code -> switch (code) {
        case MEDIUM -> 3;
        case HIGH -> 6;
        case DAYS -> 365;
        default -> 1;
    };

    private static Told told(int daysAgo, AsbCategory category, boolean crime, Seen... seen) {
        return new Told(
                new InRun(
                        new UUID(0, daysAgo),
                        "26-" + daysAgo,
                        NOW.minus(Duration.ofDays(daysAgo)),
                        Optional.of(category),
                        "",
                        crime),
                List.of(seen));
    }

    private static Seen seen(String kind, String what) {
        return new Seen(kind, what, "words");
    }

    @Test
    void a_report_alone_without_a_sign_weighs_nothing() {
        Weighed weighed = RunRules.weigh(List.of(told(1, AsbCategory.NUISANCE, false)), 1, NOW, ONES);
        assertThat(weighed).isEqualTo(new Weighed(Level.STANDARD, 0, List.of()));
    }

    @Test
    void each_sign_of_any_report_counts_for_the_whole_run_and_says_why() {
        List<Told> run = List.of(
                told(1, AsbCategory.PERSONAL, true, seen("impact", "sleep"), seen("hate", "race")),
                told(40, AsbCategory.NUISANCE, false, seen("impact", "health"), seen("vulnerability", "victim: older")),
                told(
                        90,
                        AsbCategory.NUISANCE,
                        false,
                        seen("impact", "sleep"),
                        seen("vulnerability", "suspect: child")));

        Weighed weighed = RunRules.weigh(run, 2, NOW, ONES);

        assertThat(weighed.reasons())
                .containsExactly(
                        "3 reports over 89 days (2).",
                        "Harm told of: health, loss of sleep (2).",
                        "2 people are harmed (1).",
                        "Vulnerable: an older person (1).",
                        "Perceived as hate: race (1).",
                        "Crimes are recorded under 1 report (1).",
                        "It became crime with 26-1 (1).");
        assertThat(weighed.points()).isEqualTo(9);
        assertThat(weighed.level()).isEqualTo(Level.HIGH);
    }

    @Test
    void a_grade_begins_at_its_threshold_and_a_sign_counts_five_times_at_most() {
        List<Told> four = List.of(
                told(100, AsbCategory.NUISANCE, false),
                told(200, AsbCategory.NUISANCE, false),
                told(300, AsbCategory.NUISANCE, false),
                told(340, AsbCategory.NUISANCE, false));
        assertThat(RunRules.weigh(four, 1, NOW, ONES).level()).isEqualTo(Level.MEDIUM);
        assertThat(RunRules.weigh(four.subList(0, 3), 1, NOW, ONES).level()).isEqualTo(Level.STANDARD);
        assertThat(RunRules.weigh(four.subList(0, 1), 99, NOW, ONES).points()).isEqualTo(5);
    }

    @Test
    void reports_that_come_faster_and_behaviour_that_becomes_personal_weigh_more() {
        List<Told> run = List.of(
                told(1, AsbCategory.PERSONAL, false),
                told(5, AsbCategory.NUISANCE, false),
                told(9, AsbCategory.NUISANCE, false),
                told(50, AsbCategory.NUISANCE, false));
        assertThat(RunRules.weigh(run, 1, NOW, ONES).reasons())
                .contains(
                        "3 reports in the last 30 days, 1 in the 30 before (1).", "It became personal with 26-1 (1).");
        assertThat(RunRules.weigh(run.subList(1, 4), 1, NOW, ONES).reasons())
                .containsExactly("3 reports over 45 days (2).");
    }

    @Test
    void a_sign_that_weighs_nothing_is_not_a_reason() {
        List<Told> run = List.of(told(1, AsbCategory.NUISANCE, false), told(9, AsbCategory.NUISANCE, false));
        assertThat(RunRules.weigh(run, 1, NOW, code -> code == Code.HIGH ? 9 : code == Code.MEDIUM ? 5 : 0)
                        .reasons())
                .isEmpty();
    }

    @Test
    void what_a_report_tells_of_stands_in_a_line() {
        assertThat(RunRules.impact(told(1, AsbCategory.NUISANCE, false))).isEqualTo("Nothing told");
        assertThat(RunRules.impact(told(
                        1,
                        AsbCategory.NUISANCE,
                        false,
                        seen("impact", "sleep"),
                        seen("vulnerability", "victim: older"),
                        seen("hate", "race"))))
                .isEqualTo("loss of sleep; an older person; hate: race");
    }
}
