package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.integrity.EstimateRules.Unit;

/** Shares against the inspectorate's own figures, against sums by hand, and against a truth that was planted. */
class EstimateRulesTest {

    /** HMICFRS 2024: 103 crimes recorded of 182 that should have been. Wilson's formula in Python: 49.3 to 63.6 %. */
    @Test
    void the_inspectorates_hundred_and_three_of_a_hundred_and_eighty_two() {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < 182; i++) {
            units.add(new Unit(1, i < 103 ? 1 : 0, 1));
        }
        Share share = EstimateRules.share(units, 20);
        assertThat(share.part()).isEqualTo(103);
        assertThat(share.whole()).isEqualTo(182);
        Share.Estimate estimate = share.estimate().orElseThrow();
        assertThat(estimate.value()).isCloseTo(0.565934, within(1e-6));
        assertThat(estimate.interval().lower()).isCloseTo(0.4932994907251888, within(1e-12));
        assertThat(estimate.interval().upper()).isCloseTo(0.6358428446411946, within(1e-12));
        assertThat(share.words()).isEqualTo("57 % (49 to 64)");
    }

    @Test
    void below_the_minimum_nothing_is_said() {
        Share share = EstimateRules.share(List.of(new Unit(1, 1, 19)), 20);
        assertThat(share.estimate()).isEmpty();
        assertThat(share.words()).isEqualTo("too few");
        assertThat(EstimateRules.share(List.of(), 0).words()).isEqualTo("too few");
    }

    /** By hand: drawn with chances 1/2 and 1/10, they stand for 2 and 10; (2·1 + 10·0)/(2·2 + 10·2) = 2/24. */
    @Test
    void each_incident_counts_for_as_many_as_it_stands_for() {
        Share share = EstimateRules.share(List.of(new Unit(0.5, 1, 2), new Unit(0.1, 0, 2)), 2);
        assertThat(share.estimate().orElseThrow().value()).isCloseTo(2 / 24.0, within(1e-12));
    }

    /** Crimes of one incident stand or fall together: 20 incidents of 5 crimes say no more than 20 of one. */
    @Test
    void crimes_of_one_incident_are_not_independent() {
        List<Unit> clustered = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clustered.add(new Unit(1, i < 10 ? 5 : 0, 5));
        }
        Share.Estimate estimate = EstimateRules.share(clustered, 20).estimate().orElseThrow();
        assertThat(estimate.effectiveSize()).isCloseTo(20, within(1e-9));
    }

    @Test
    void all_and_none_have_intervals_that_end_at_one_and_nought() {
        List<Unit> all = new ArrayList<>();
        List<Unit> none = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(new Unit(i % 2 == 0 ? 0.3 : 0.7, 1, 1));
            none.add(new Unit(i % 2 == 0 ? 0.3 : 0.7, 0, 1));
        }
        assertThat(EstimateRules.share(all, 20)
                        .estimate()
                        .orElseThrow()
                        .interval()
                        .upper())
                .isOne();
        assertThat(EstimateRules.share(none, 20)
                        .estimate()
                        .orElseThrow()
                        .interval()
                        .lower())
                .isZero();
    }

    /** A planted truth: risky incidents are missed more and drawn more; weighted, the interval holds the truth as it should. */
    @Test
    void weighted_intervals_hold_a_planted_truth_nineteen_times_of_twenty() {
        int held = 0;
        double naive = 0;
        int rounds = 400;
        for (int round = 0; round < rounds; round++) {
            SplittableRandom random = new SplittableRandom(round);
            List<Candidate> frame = new ArrayList<>();
            int[] part = new int[1_000];
            int[] whole = new int[1_000];
            for (int i = 0; i < 1_000; i++) {
                boolean risky = random.nextDouble() < 0.3;
                whole[i] = 1 + random.nextInt(2);
                for (int crime = 0; crime < whole[i]; crime++) {
                    part[i] += random.nextDouble() < (risky ? 0.3 : 0.8) ? 1 : 0;
                }
                frame.add(new Candidate(
                        new java.util.UUID(0, i),
                        "",
                        risky ? 6 : 1,
                        Sorting.PERSONAL,
                        Sorting.PERSONAL,
                        java.util.Optional.empty(),
                        java.time.Instant.EPOCH,
                        List.of()));
            }
            double truth = (double) java.util.Arrays.stream(part).sum()
                    / java.util.Arrays.stream(whole).sum();
            SampleRules.Draw draw = SampleRules.draw(frame, 200, round);
            List<Unit> units = draw.drawn().stream()
                    .map(i -> new Unit(draw.probabilities().get(i), part[i], whole[i]))
                    .toList();
            Share share = EstimateRules.share(units, 20);
            held += share.estimate().orElseThrow().interval().holds(truth) ? 1 : 0;
            naive += (double) share.part() / share.whole() - truth;
        }
        assertThat((double) held / rounds).isBetween(0.93, 1.0);
        assertThat(naive / rounds)
                .as("without weights the sample by risk would be far off")
                .isLessThan(-0.1);
    }
}
