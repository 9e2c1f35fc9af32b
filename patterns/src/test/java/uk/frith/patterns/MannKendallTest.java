package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2 from the definitions; the long series stands in {@link RealDataTest}. */
class MannKendallTest {
    private static final double[] TWELVE = {5, 3, 8, 9, 7, 12, 11, 15, 14, 18, 20, 19};
    private static final double[] TIED = {1, 1, 2, 2, 2, 3};

    private static Trend of(Tail tail, double... months) {
        return switch (MannKendall.of(months, 4, tail)) {
            case Trend trend -> trend;
            case TooFew few -> throw new AssertionError(few);
        };
    }

    @Test
    void a_rising_year_agrees_with_r() {
        Trend trend = of(Tail.TWO_SIDED, TWELVE);
        assertThat(trend.months()).isEqualTo(12);
        assertThat(trend.s()).isEqualTo(54);
        assertThat(trend.variance()).isCloseTo(212.6667, within(5e-5));
        assertThat(trend.z()).isCloseTo(3.634345051, within(5e-10));
        assertThat(trend.p()).isCloseTo(2.786876842e-4, within(5e-14));
        assertThat(trend.tau()).isCloseTo(0.8181818, within(5e-8));
        assertThat(trend.slope()).isEqualTo(1.5);
    }

    @Test
    void ties_lessen_the_variance_as_in_r() {
        Trend trend = of(Tail.TWO_SIDED, TIED);
        assertThat(trend.s()).isEqualTo(11);
        assertThat(trend.variance()).isCloseTo(23.6666667, within(5e-8));
        assertThat(trend.z()).isCloseTo(2.05556612948, within(5e-12));
        assertThat(trend.p()).isCloseTo(0.03982435536, within(5e-12));
        assertThat(trend.slope()).isCloseTo(1.0 / 3, within(1e-15));
    }

    @Test
    void months_that_follow_their_neighbours_say_less_than_months_that_do_not() {
        double[] waves = new double[60];
        for (int i = 0; i < waves.length; i++) {
            waves[i] = i + 40 * Math.sin(i / 12.0);
        }
        Trend apart = of(Tail.TWO_SIDED, waves);
        Trend together = (Trend) MannKendall.allowingForCorrelation(waves, 10, 0.95, Tail.TWO_SIDED);
        assertThat(together.variance()).isGreaterThan(apart.variance());
        assertThat(together.p()).isGreaterThan(apart.p());
        assertThat(together.s()).isEqualTo(apart.s());
    }

    @Test
    void a_series_without_correlation_or_without_change_keeps_its_variance() {
        assertThat(MannKendall.allowingForCorrelation(TWELVE, 4, 0.999999, Tail.UPPER))
                .isEqualTo(of(Tail.UPPER, TWELVE));
        double[] flat = {4, 4, 4, 4, 4};
        assertThat(MannKendall.allowingForCorrelation(flat, 4, 0.95, Tail.UPPER))
                .isEqualTo(of(Tail.UPPER, flat));
        assertThat(MannKendall.allowingForCorrelation(TIED, 9, 0.95, Tail.UPPER))
                .isEqualTo(new TooFew(6, 9));
    }

    @Test
    void a_falling_series_mirrors_a_rising_one() {
        Trend up = of(Tail.UPPER, TWELVE);
        Trend down = of(Tail.LOWER, Arrays.stream(TWELVE).map(x -> -x).toArray());
        assertThat(down.s()).isEqualTo(-up.s());
        assertThat(down.z()).isEqualTo(-up.z());
        assertThat(down.p()).isEqualTo(up.p()).isCloseTo(2.786876842e-4 / 2, within(5e-14));
        assertThat(down.slope()).isEqualTo(-up.slope());
    }

    @Test
    void a_month_without_data_keeps_its_place_but_makes_no_pair() {
        Trend trend = of(Tail.TWO_SIDED, 1, Double.NaN, 5, 7, 9);
        assertThat(trend.months()).isEqualTo(4);
        assertThat(trend.s()).isEqualTo(6);
        assertThat(trend.slope()).isEqualTo(2);
        assertThat(trend.tau()).isOne();
    }

    @Test
    void a_series_that_never_changes_has_no_trend() {
        Trend trend = of(Tail.TWO_SIDED, 4, 4, 4, 4, 4);
        assertThat(trend.s()).isZero();
        assertThat(trend.variance()).isZero();
        assertThat(trend.z()).isZero();
        assertThat(trend.p()).isOne();
        assertThat(trend.slope()).isZero();
    }

    @Test
    void fewer_observations_than_asked_for_are_too_few() {
        assertThat(MannKendall.of(new double[] {1, 2, Double.NaN}, 3, Tail.UPPER))
                .isEqualTo(new TooFew(2, 3));
        assertThat(MannKendall.of(new double[] {1, 2, 3}, 3, Tail.UPPER)).isInstanceOf(Trend.class);
    }

    @Test
    void only_the_order_of_values_matters_to_s_and_only_their_rise_to_the_slope() {
        Trials.run(100, random -> {
            double[] months = Trials.counts(random, random.nextInt(4, 60));
            Trend trend = of(Tail.UPPER, months);
            Trend stretched =
                    of(Tail.UPPER, Arrays.stream(months).map(x -> 4 * x + 9).toArray());
            assertThat(stretched.s()).isEqualTo(trend.s());
            assertThat(stretched.variance()).isEqualTo(trend.variance());
            assertThat(stretched.slope()).isCloseTo(4 * trend.slope(), within(1e-12));
        });
    }

    @Test
    void refuses_a_minimum_that_says_nothing_and_a_series_without_end() {
        assertThatThrownBy(() -> MannKendall.of(TWELVE, 2, Tail.UPPER)).isInstanceOf(IllegalArgumentException.class);
        double[] longest = new double[MannKendall.MOST_MONTHS];
        assertThat(of(Tail.UPPER, longest).months()).isEqualTo(MannKendall.MOST_MONTHS);
        assertThatThrownBy(() -> MannKendall.of(new double[MannKendall.MOST_MONTHS + 1], 3, Tail.UPPER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MannKendall.of(new double[] {1, 2, Double.POSITIVE_INFINITY}, 3, Tail.UPPER))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
