package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code qpois}, and {@code quantile} with {@code pmin} and {@code pmax} for φ. */
class FunnelTest {
    /** Expected count, limits at 0.001, 0.025, 0.975 and 0.999. */
    private static final double[][] LIMITS = {
        {0.5, 0, 0, 2, 4},
        {1, 0, 0, 3, 5},
        {5, 0, 1, 10, 13},
        {10, 2, 4, 17, 21},
        {50, 30, 37, 64, 73},
        {100, 71, 81, 120, 132},
        {1000, 904, 938, 1062, 1099},
        {123456.7, 122372, 122769, 124146, 124544}
    };

    private static final double[] OBSERVED = {12, 5, 9, 30, 14, 7, 22, 3, 11, 16, 8, 60};
    private static final double[] EXPECTED = {10, 8, 9.5, 15, 14, 10, 17, 6, 12, 13, 9.2, 20};

    @Test
    void the_limits_agree_with_r() {
        for (double[] row : LIMITS) {
            assertThat(Funnel.limit(row[0], 0.001)).isEqualTo((long) row[1]);
            assertThat(Funnel.limit(row[0], 0.025)).isEqualTo((long) row[2]);
            assertThat(Funnel.limit(row[0], 0.975)).isEqualTo((long) row[3]);
            assertThat(Funnel.limit(row[0], 0.999)).isEqualTo((long) row[4]);
        }
    }

    @Test
    void the_limit_is_the_first_count_that_reaches_the_probability() {
        Trials.run(200, random -> {
            double expected = Math.exp(7 * random.nextDouble() - 3);
            double probability = random.nextDouble();
            double below = 0;
            long count = -1;
            while (below < probability) {
                count++;
                below += GammaLaw.poissonMass((double) count, expected);
            }
            assertThat(Funnel.limit(expected, probability)).isEqualTo(count);
        });
    }

    @Test
    void overdispersion_agrees_with_r_at_each_share_pulled_in() {
        assertThat(Overdispersion.of(OBSERVED, EXPECTED, 0).factor()).isCloseTo(8.446172232461606, within(1e-14));
        assertThat(Overdispersion.of(OBSERVED, EXPECTED, 0.1).factor()).isCloseTo(2.662668929377502, within(1e-14));
        assertThat(Overdispersion.of(OBSERVED, EXPECTED, 0.2).factor()).isCloseTo(0.611735769052312, within(1e-15));
        assertThat(Overdispersion.of(OBSERVED, EXPECTED, 0.1).areas()).isEqualTo(12);
    }

    @Test
    void overdispersion_widens_the_limits_about_the_expected_count() {
        Overdispersion fourfold = new Overdispersion(4, 50);
        assertThat(Funnel.limit(100, 0.975, fourfold)).isEqualTo(140);
        assertThat(Funnel.limit(100, 0.025, fourfold)).isEqualTo(62);
        assertThat(Funnel.limit(5, 0.025, fourfold)).isZero();
        assertThat(Funnel.limit(100, 0.975, Overdispersion.NONE)).isEqualTo(120);
        assertThat(Funnel.limit(100, 0.975, new Overdispersion(0.25, 50))).isEqualTo(120);
        assertThat(fourfold.widening()).isEqualTo(2);
        assertThat(new Overdispersion(0.25, 50).widening()).isEqualTo(1);
    }

    @Test
    void overdispersion_is_beyond_chance_when_two_standard_errors_above_one() {
        assertThat(new Overdispersion(1.41, 50).beyondChance()).isTrue();
        assertThat(new Overdispersion(1.39, 50).beyondChance()).isFalse();
        assertThat(new Overdispersion(3, 0).beyondChance()).isFalse();
        assertThat(Overdispersion.NONE.beyondChance()).isFalse();
    }

    @Test
    void refuses_limits_and_counts_that_make_no_sense() {
        double[] one = {1};
        assertThatThrownBy(() -> Funnel.limit(0, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Funnel.limit(1e12, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Funnel.limit(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Funnel.limit(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Overdispersion.of(one, new double[] {0}, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Overdispersion.of(new double[] {-1}, one, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Overdispersion.of(new double[] {Double.POSITIVE_INFINITY}, one, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Overdispersion.of(one, one, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Overdispersion.of(one, one, -0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Overdispersion.of(one, new double[] {1, 2}, 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Overdispersion.of(new double[0], new double[0], 0.1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Overdispersion(-1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Overdispersion(Double.NaN, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Overdispersion(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
