package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmpiricalBayesTest {
    private static final double[] COUNTS = {2, 0, 10, 5, 30};
    private static final double[] PEOPLE = {100, 80, 200, 150, 500};
    private static final Neighbours LINE =
            Neighbours.of(5, new int[] {0, 1, 1, 2, 2, 3, 3, 4}, new int[] {1, 0, 2, 1, 3, 2, 4, 3});

    /** Expected values: R 4.2.2, spdep 1.2-7, {@code EBest}. */
    @Test
    void five_areas_agree_with_spdep() {
        SmoothedRates smoothed = EmpiricalBayes.global(COUNTS, PEOPLE);
        assertThat(smoothed.variance()).isCloseTo(1.29952556e-4, within(5e-13));
        assertThat(smoothed.overall()).isCloseTo(0.045631067961, within(5e-13));
        assertThat(smoothed.rates().toArray())
                .containsExactly(
                        new double[] {0.03994962217, 0.03716394307, 0.04721649485, 0.04195011338, 0.05407209613},
                        within(5e-12));
    }

    @Test
    void local_rates_follow_the_formula_with_each_neighbours_own_mean() {
        double[] rates = EmpiricalBayes.local(COUNTS, PEOPLE, LINE).toArray();
        double[] means = {2.0 / 180, 12.0 / 380, 15.0 / 430, 45.0 / 850, 35.0 / 650};
        double spread =
                200 * square(0.05 - means[2]) + 150 * square(5.0 / 150 - means[3]) + 500 * square(0.06 - means[4]);
        double variance = Math.max(0, spread / 850 - means[3] / (850 / 3.0));
        double kept = variance / (variance + means[3] / 150);
        assertThat(rates[3]).isCloseTo(means[3] + kept * (5.0 / 150 - means[3]), within(1e-16));
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void rates_that_vary_no_more_than_chance_are_all_the_mean() {
        SmoothedRates smoothed = EmpiricalBayes.global(new double[] {9, 10, 11}, new double[] {1000, 1000, 1000});
        assertThat(smoothed.variance()).isZero();
        assertThat(smoothed.rates().toArray()).containsOnly(0.01);
    }

    @Test
    void without_incidents_every_rate_is_nought() {
        double[] none = new double[5];
        assertThat(EmpiricalBayes.global(none, PEOPLE).rates().toArray()).containsOnly(0);
        assertThat(EmpiricalBayes.local(none, PEOPLE, LINE).toArray()).containsOnly(0);
        assertThat(EmpiricalBayes.global(new double[0], new double[0])).isEqualTo(new SmoothedRates(Column.of(), 0, 0));
    }

    @Test
    void a_smoothed_rate_lies_between_its_own_and_the_mean() {
        Trials.run(100, random -> {
            int areas = random.nextInt(2, 40);
            double[] counts = Trials.counts(random, areas);
            double[] people = new double[areas];
            for (int i = 0; i < areas; i++) {
                people[i] = random.nextInt(50, 3000);
            }
            SmoothedRates smoothed = EmpiricalBayes.global(counts, people);
            int[][] pairs = Trials.pairs(random, areas, 4 * areas);
            Neighbours neighbours = Neighbours.of(areas, pairs[0], pairs[1]);
            Column local = EmpiricalBayes.local(counts, people, neighbours);
            for (int i = 0; i < areas; i++) {
                assertBetween(smoothed.rates().at(i), counts[i] / people[i], smoothed.overall());
                double incidents = counts[i];
                double around = people[i];
                for (int j : neighbours.of(i)) {
                    incidents += counts[j];
                    around += people[j];
                }
                assertBetween(local.at(i), counts[i] / people[i], incidents / around);
            }
        });
    }

    private static void assertBetween(double number, double one, double other) {
        assertThat(number).isBetween(Math.min(one, other) - 1e-15, Math.max(one, other) + 1e-15);
    }

    @Test
    void when_every_area_neighbours_every_other_local_is_global() {
        int[] from = new int[25];
        int[] to = new int[25];
        for (int i = 0; i < 25; i++) {
            from[i] = i / 5;
            to[i] = i % 5;
        }
        assertThat(EmpiricalBayes.local(COUNTS, PEOPLE, Neighbours.of(5, from, to))
                        .toArray())
                .containsExactly(EmpiricalBayes.global(COUNTS, PEOPLE).rates().toArray(), within(1e-16));
    }

    @Test
    void refuses_areas_without_people_and_numbers_that_are_not_counts() {
        double[] one = {1};
        assertThatThrownBy(() -> EmpiricalBayes.global(one, new double[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmpiricalBayes.global(one, new double[] {Double.POSITIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmpiricalBayes.global(new double[] {-1}, one))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmpiricalBayes.global(new double[] {Double.POSITIVE_INFINITY}, one))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmpiricalBayes.global(one, PEOPLE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmpiricalBayes.local(one, one, LINE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmpiricalBayes.local(new double[] {-1, 1, 1, 1, 1}, PEOPLE, LINE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
