package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code prop.test(correct = FALSE)} (Wilson) and {@code binom.test} (Clopper-Pearson). */
class ProportionsTest {
    /** Successes, trials, Wilson lower and upper, Clopper-Pearson lower and upper, at 95 %. */
    private static final double[][] INTERVALS = {
        {8, 100, 0.0410934614843806, 0.149981077009487, 0.0351715625181628, 0.151557635864421},
        {432, 600, 0.682760814557446, 0.754440036996526, 0.682216193393848, 0.755602128767743},
        {0, 10, 0, 0.277532799862889, 0, 0.308497107818761},
        {10, 10, 0.722467200137111, 1, 0.691502892181239, 1},
        {1, 10, 0.0178762130950729, 0.404150026795238, 0.00252857854446179, 0.445016117028195}
    };

    @Test
    void both_intervals_agree_with_r() {
        for (double[] row : INTERVALS) {
            ConfidenceInterval wilson = Proportions.wilson((long) row[0], (long) row[1], 0.95);
            assertThat(wilson.lower()).isCloseTo(row[2], within(1e-14));
            assertThat(wilson.upper()).isCloseTo(row[3], within(1e-14));
            ConfidenceInterval exact = Proportions.clopperPearson((long) row[0], (long) row[1], 0.95);
            assertThat(exact.lower()).isCloseTo(row[4], within(1e-14));
            assertThat(exact.upper()).isCloseTo(row[5], within(1e-14));
        }
    }

    @Test
    void none_and_all_end_exactly_at_nought_and_one() {
        assertThat(Proportions.wilson(0, 7, 0.9).lower()).isZero();
        assertThat(Proportions.wilson(7, 7, 0.9).upper()).isOne();
    }

    @Test
    void failures_are_the_mirror_of_successes() {
        Trials.run(200, random -> {
            long n = random.nextLong(1, 500);
            long x = random.nextLong(n + 1);
            ConfidenceInterval there = Proportions.clopperPearson(x, n, 0.9);
            ConfidenceInterval back = Proportions.clopperPearson(n - x, n, 0.9);
            assertThat(there.lower() + back.upper()).isCloseTo(1, within(1e-13));
            ConfidenceInterval wilson = Proportions.wilson(x, n, 0.9);
            assertThat(wilson.lower() + Proportions.wilson(n - x, n, 0.9).upper())
                    .isCloseTo(1, within(1e-13));
            assertThat(wilson.holds((double) x / n)).isTrue();
        });
    }

    @Test
    void refuses_shares_of_nothing_and_of_more_than_all() {
        assertThatThrownBy(() -> Proportions.wilson(0, 0, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proportions.wilson(2, 1, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proportions.wilson(-1, 1, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proportions.clopperPearson(2, 1, 0.95)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proportions.wilson(1, 1_000_000_000_000L, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
