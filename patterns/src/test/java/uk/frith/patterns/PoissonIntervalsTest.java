package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code poisson.test}; the rate of 15 in 400 also in statsmodels' own tests. */
class PoissonIntervalsTest {
    /** Count, lower and upper end at 95 %. */
    private static final double[][] INTERVALS = {
        {0, 0, 3.68887945411394},
        {1, 0.0253178079842899, 5.5716433909389},
        {5, 1.62348639011842, 11.6683320793227},
        {10, 4.79538869613243, 18.3903560420178},
        {100, 81.3639912509232, 121.626793792426},
        {10096, 9900.01392352293, 10294.8901218274},
        {1e6, 998040.983340294, 1001961.91194543}
    };

    @Test
    void the_interval_of_a_count_agrees_with_r() {
        for (double[] row : INTERVALS) {
            ConfidenceInterval interval = PoissonIntervals.exact((long) row[0], 0.95);
            assertThat(interval.lower()).isCloseTo(row[1], within(1e-13 * row[1]));
            assertThat(interval.upper()).isCloseTo(row[2], within(1e-13 * row[2]));
            assertThat(interval.confidence()).isEqualTo(0.95);
        }
    }

    @Test
    void the_interval_of_a_rate_agrees_with_r() {
        ConfidenceInterval interval = PoissonIntervals.exact(new Rate(15, 400), 0.95);
        assertThat(interval.lower()).isCloseTo(0.0209884653319583, within(1e-15));
        assertThat(interval.upper()).isCloseTo(0.0618505471787146, within(1e-15));
    }

    @Test
    void more_confidence_never_narrows_and_more_events_never_lower_it() {
        Trials.run(200, random -> {
            long count = random.nextLong(500);
            ConfidenceInterval narrow = PoissonIntervals.exact(count, 0.8);
            ConfidenceInterval wide = PoissonIntervals.exact(count, 0.99);
            ConfidenceInterval more = PoissonIntervals.exact(count + 1, 0.8);
            assertThat(wide.lower()).isLessThanOrEqualTo(narrow.lower());
            assertThat(wide.upper()).isGreaterThan(narrow.upper());
            assertThat(more.lower()).isGreaterThan(narrow.lower());
            assertThat(more.upper()).isGreaterThan(narrow.upper());
            assertThat(narrow.holds(Math.max((double) count, 1e-9))).isTrue();
        });
    }

    @Test
    void a_rate_is_its_count_over_its_exposure() {
        assertThat(new Rate(15, 400).perUnit()).isEqualTo(0.0375);
        assertThat(new Rate(15, 400).per(1000)).isEqualTo(37.5);
    }

    @Test
    void an_interval_holds_its_ends_and_nothing_outside() {
        ConfidenceInterval interval = new ConfidenceInterval(1, 2, 0.95);
        assertThat(interval.holds(1)).isTrue();
        assertThat(interval.holds(2)).isTrue();
        assertThat(interval.holds(0.99)).isFalse();
        assertThat(interval.holds(2.01)).isFalse();
    }

    @Test
    void refuses_counts_exposures_and_confidences_that_make_no_sense() {
        assertThatThrownBy(() -> PoissonIntervals.exact(-1, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoissonIntervals.exact(1_000_000_000_000L, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoissonIntervals.exact(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoissonIntervals.exact(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PoissonIntervals.exact(1, 95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConfidenceInterval(2, 1, 0.95)).isInstanceOf(IllegalArgumentException.class);
    }
}
