package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code poisson.test} with the later rate first. */
class RateRatiosTest {
    /** Before, after, exposure before, exposure after, ratio, lower, upper, p. */
    private static final double[][] EXACT = {
        {100, 80, 1, 1, 0.8, 0.588644418896396, 1.08427335775866, 0.156531469578151},
        {40, 24, 1, 1, 0.6, 0.345983645780631, 1.01989001838953, 0.0599411895669994},
        {58, 24, 1, 1, 0.413793103448276, 0.245878203809023, 0.676503334310281, 0.000221964034993378},
        {60, 30, 51477.5, 54308.7, 0.473934194705452, 0.295127541073658, 0.746415866762787, 0.000675182658686322},
        {3, 0, 1, 2, 0, 0, 1.2099759466767, 0.037037037037037},
        {1, 1, 1, 1, 1, 0.0127393670836666, 78.4968353162628, 1},
        {10132, 9800, 1, 1, 0.967232530596131, 0.940646762793292, 0.994566503646753, 0.0190497193205336},
        {1000, 1100, 3.5, 4, 0.9625, 0.882698978275229, 1.0496099479859, 0.381779938611787}
    };

    private static RateRatio exact(long before, long after, double timeBefore, double timeAfter) {
        RatioFinding finding = RateRatios.exact(new Rate(before, timeBefore), new Rate(after, timeAfter), 0.95);
        return switch (finding) {
            case RateRatio ratio -> ratio;
            case TooFew few -> throw new AssertionError(few);
        };
    }

    @Test
    void the_exact_ratio_agrees_with_r() {
        for (double[] row : EXACT) {
            RateRatio found = exact((long) row[0], (long) row[1], row[2], row[3]);
            assertThat(found.ratio()).isCloseTo(row[4], within(1e-14));
            assertThat(found.interval().lower()).isCloseTo(row[5], within(1e-12 * row[5]));
            assertThat(found.interval().upper()).isCloseTo(row[6], within(1e-12 * row[6]));
            assertThat(found.p()).isCloseTo(row[7], within(1e-12));
        }
    }

    @Test
    void something_after_nothing_has_no_upper_end() {
        RateRatio found = exact(0, 3, 1, 1);
        assertThat(found.ratio()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(found.interval().lower()).isCloseTo(0.413231355030894, within(1e-13));
        assertThat(found.interval().upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(found.p()).isCloseTo(0.25, within(1e-15));
    }

    @Test
    void nothing_before_and_nothing_after_is_too_few() {
        assertThat(RateRatios.exact(new Rate(0, 1), new Rate(0, 1), 0.95)).isEqualTo(new TooFew(0, 1));
        assertThat(RateRatios.wald(new Rate(5, 1), new Rate(0, 1), 0.95)).isEqualTo(new TooFew(0, 1));
        assertThat(RateRatios.wald(new Rate(0, 1), new Rate(5, 1), 0.95)).isEqualTo(new TooFew(0, 1));
    }

    /** Interval: arithmetic from the formula; z 3.3393 of 60 and 30: statsmodels' own test of rates. */
    @Test
    void the_wald_interval_is_even_in_its_logarithm() {
        RateRatio found = (RateRatio) RateRatios.wald(new Rate(100, 1), new Rate(80, 1), 0.95);
        assertThat(found.interval().lower()).isCloseTo(0.5962244, within(5e-8));
        assertThat(found.interval().upper()).isCloseTo(1.0734213, within(5e-8));
        assertThat(found.interval().lower() * found.interval().upper()).isCloseTo(0.64, within(1e-14));
        RateRatio less = (RateRatio) RateRatios.wald(new Rate(60, 51477.5), new Rate(30, 54308.7), 0.95);
        assertThat(Normal.upperQuantile(less.p() / 2)).isCloseTo(3.3393, within(5e-5));
        RateRatio more = (RateRatio) RateRatios.wald(new Rate(30, 54308.7), new Rate(60, 51477.5), 0.95);
        assertThat(more.p()).isCloseTo(less.p(), within(1e-15));
    }

    @Test
    void the_exact_p_is_the_sum_over_all_outcomes_that_are_no_more_probable() {
        Trials.run(300, random -> {
            int a = random.nextInt(40);
            int b = random.nextInt(40) + 1;
            double share = 0.05 + 0.9 * random.nextDouble();
            double sum = 0;
            double seen = BetaLaw.mass(a, b, share, 1 - share);
            for (int k = 0; k <= a + b; k++) {
                double mass = BetaLaw.mass(k, a + b - k, share, 1 - share);
                sum += mass <= seen * (1 + 1e-7) ? mass : 0;
            }
            assertThat(RateRatios.twoSided(a, b, share, 1 - share)).isCloseTo(Math.min(1, sum), within(1e-12));
        });
    }

    @Test
    void swapping_before_and_after_turns_the_ratio_over_and_keeps_p() {
        Trials.run(200, random -> {
            long a = random.nextInt(1, 300);
            long b = random.nextInt(1, 300);
            double t = 0.2 + random.nextDouble();
            double u = 0.2 + random.nextDouble();
            RateRatio there = exact(a, b, t, u);
            RateRatio back = exact(b, a, u, t);
            assertThat(there.ratio() * back.ratio()).isCloseTo(1, within(1e-13));
            assertThat(there.interval().lower() * back.interval().upper()).isCloseTo(1, within(1e-11));
            assertThat(there.p()).isCloseTo(back.p(), within(1e-12));
            assertThat(there.interval().holds(there.ratio())).isTrue();
        });
    }

    @Test
    void the_units_of_exposure_do_not_matter() {
        RateRatio people = exact(60, 30, 51477.5, 54308.7);
        RateRatio thousands = exact(60, 30, 51.4775, 54.3087);
        assertThat(thousands.interval().lower()).isCloseTo(people.interval().lower(), within(1e-13));
        assertThat(thousands.p()).isCloseTo(people.p(), within(1e-13));
    }

    @Test
    void refuses_a_result_that_makes_no_sense() {
        ConfidenceInterval interval = new ConfidenceInterval(0, 1, 0.95);
        assertThatThrownBy(() -> new RateRatio(-1, interval, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateRatio(1, interval, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RateRatio(1, interval, -0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TooFew(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TooFew(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
