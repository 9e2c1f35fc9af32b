package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected Gini values: R 4.2.2, from the definitions of Bernasco and Steenbeek (2017). */
class ConcentrationTest {
    private static final double[] EIGHT = {0, 13, 0, 1, 0, 1, 2, 3};

    private static Concentration of(double... incidents) {
        return switch (Concentration.of(incidents)) {
            case Concentration found -> found;
            case TooFew few -> throw new AssertionError(few);
        };
    }

    @Test
    void gini_and_its_generalised_form_agree_with_the_paper() {
        assertThat(of(EIGHT).gini()).isCloseTo(0.7, within(1e-15));
        assertThat(of(EIGHT).generalisedGini()).isCloseTo(0.7, within(1e-15));
        Concentration spread = of(0, 0, 1, 0, 0, 1, 0, 1, 0, 0);
        assertThat(spread.gini()).isCloseTo(0.7, within(1e-15));
        assertThat(spread.generalisedGini()).isCloseTo(0, within(1e-15));
        Concentration single = of(0, 0, 0, 0, 0, 3, 0, 0, 0, 0);
        assertThat(single.gini()).isCloseTo(0.9, within(1e-15));
        assertThat(single.generalisedGini()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(of(4, 4, 4).gini()).isZero();
    }

    @Test
    void the_curve_rises_from_nothing_to_everything_by_the_busiest_first() {
        double[] curve = of(EIGHT).lorenz().toArray();
        assertThat(curve).containsExactly(new double[] {0, 0.65, 0.8, 0.9, 0.95, 1, 1, 1, 1}, within(1e-15));
        assertThat(of(EIGHT).places()).isEqualTo(8);
        assertThat(of(EIGHT).incidents()).isEqualTo(20);
    }

    @Test
    void the_busiest_places_are_counted_to_the_nearest_whole_one_and_at_least_one() {
        assertThat(of(EIGHT).shareInBusiest(0.25)).isEqualTo(0.8);
        assertThat(of(EIGHT).shareInBusiest(0.01)).isEqualTo(0.65);
        assertThat(of(EIGHT).shareInBusiest(0.1875)).isEqualTo(0.8);
        assertThat(of(EIGHT).shareInBusiest(0.18)).isEqualTo(0.65);
        assertThat(of(EIGHT).shareInBusiest(0)).isZero();
        assertThat(of(EIGHT).shareInBusiest(1)).isOne();
    }

    @Test
    void half_of_it_happens_in_the_fewest_places_that_hold_at_least_half() {
        assertThat(of(EIGHT).placesHolding(0.5)).isEqualTo(1);
        assertThat(of(EIGHT).placesHolding(0.65)).isEqualTo(1);
        assertThat(of(EIGHT).placesHolding(0.66)).isEqualTo(2);
        assertThat(of(EIGHT).placesHolding(1)).isEqualTo(5);
        assertThat(of(EIGHT).placesHolding(0)).isZero();
    }

    @Test
    void no_incidents_and_no_places_are_too_few() {
        assertThat(Concentration.of(new double[] {0, 0})).isEqualTo(new TooFew(0, 1));
        assertThat(Concentration.of(new double[0])).isEqualTo(new TooFew(0, 1));
    }

    @Test
    void gini_is_half_the_mean_difference_over_the_mean() {
        Trials.run(100, random -> {
            double[] counts = Trials.counts(random, random.nextInt(2, 40));
            counts[0] += 1;
            double differences = 0;
            double all = 0;
            for (double one : counts) {
                all += one;
                for (double other : counts) {
                    differences += Math.abs(one - other);
                }
            }
            double n = counts.length;
            Concentration found = of(counts);
            assertThat(found.gini()).isCloseTo(differences / (2 * n * all), within(1e-13));
            assertThat(found.generalisedGini()).isBetween(-1e-13, 1.0);
            double share = random.nextDouble();
            int places = found.placesHolding(share);
            assertThat(found.lorenz().at(places)).isGreaterThanOrEqualTo(share - 1e-15);
            assertThat(places == 0 || found.lorenz().at(places - 1) < share + 1e-15)
                    .isTrue();
        });
    }

    @Test
    void leaves_the_callers_numbers_alone_and_refuses_what_is_not_a_count() {
        double[] counts = EIGHT.clone();
        of(counts);
        assertThat(counts).containsExactly(EIGHT);
        assertThatThrownBy(() -> of(1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(1, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(EIGHT).shareInBusiest(1.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(EIGHT).placesHolding(-0.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
