package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.integrity.MixRules.Count;
import uk.frith.platform.reports.integrity.MixRules.Line;

class MixRulesTest {

    static final NationalMix NATIONAL =
            new NationalMix(List.of(0.18, 0.74, 0.08), LocalDate.of(2000, 1, 1), "figure 2");

    private static List<Count> counts(String group, String name, long personal, long nuisance, long environmental) {
        return List.of(
                new Count(group, name, Sorting.PERSONAL, personal),
                new Count(group, name, Sorting.NUISANCE, nuisance),
                new Count(group, name, Sorting.ENVIRONMENTAL, environmental));
    }

    @Test
    void the_national_mix_itself_does_not_stray() {
        List<Line> lines = MixRules.lines(counts("force", "Your force", 180, 740, 80), NATIONAL);
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.moved()).isCloseTo(0, within(1e-12));
            assertThat(line.q()).hasValueSatisfying(q -> assertThat(q).isCloseTo(1, within(1e-12)));
            assertThat(line.strays()).isFalse();
        });
        assertThat(MixRules.sentence(lines, NATIONAL)).isEqualTo("Your force's mix is near the national one.");
    }

    /** Against R: chisq.test(c(300, 620, 80), p = c(.18, .74, .08)) gives X-squared = 99.459. */
    @Test
    void the_test_is_pearsons_with_two_degrees_of_freedom() {
        double statistic = 120.0 * 120 / 180 + 120.0 * 120 / 740;
        assertThat(-2 * Math.log(MixRules.p(List.of(300L, 620L, 80L), 1000, NATIONAL)))
                .isCloseTo(statistic, within(1e-9));
        assertThat(statistic).isCloseTo(99.459, within(5e-4));
    }

    @Test
    void a_team_that_sorts_otherwise_is_named_and_a_small_one_is_not_judged() {
        List<Line> lines = MixRules.lines(
                Stream.of(
                                counts("force", "Your force", 200, 740, 60),
                                counts("team", "North", 60, 130, 10),
                                counts("team", "South", 36, 148, 16),
                                counts("team", "Tiny", 30, 2, 0))
                        .flatMap(List::stream)
                        .toList(),
                NATIONAL);
        assertThat(lines).extracting(Line::name).containsExactly("Your force", "North", "South", "Tiny");
        assertThat(lines).extracting(Line::strays).containsExactly(false, true, false, false);
        assertThat(lines.get(1).moved()).isCloseTo(0.12, within(1e-12));
        assertThat(lines.get(3).q()).isEmpty();
        assertThat(MixRules.sentence(lines, NATIONAL)).endsWith("1 team or way in strays.");
    }

    @Test
    void too_few_incidents_are_said_to_be_too_few() {
        assertThat(MixRules.sentence(MixRules.lines(counts("force", "Your force", 1, 2, 0), NATIONAL), NATIONAL))
                .contains("too few", "63 are needed");
        assertThat(MixRules.sentence(List.of(), NATIONAL)).contains("too few");
    }

    @Test
    void another_national_mix_gives_another_judgement_and_another_fewest() {
        NationalMix other = new NationalMix(List.of(0.30, 0.60, 0.10), LocalDate.of(2026, 1, 1), "a later year");
        assertThat(MixRules.fewest(NATIONAL)).isEqualTo(63);
        assertThat(MixRules.fewest(other)).isEqualTo(50);
        List<Count> counts = counts("force", "Your force", 300, 600, 100);
        assertThat(MixRules.lines(counts, NATIONAL).getFirst().strays()).isTrue();
        assertThat(MixRules.lines(counts, other).getFirst().strays()).isFalse();
    }
}
