package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code pnorm} and {@code qnorm} with {@code lower.tail = FALSE}. */
class NormalTest {
    private static final double[][] UPPER_TAIL = {
        {-8, 0.9999999999999993},
        {-2, 0.9772498680518208},
        {-0.5, 0.691462461274013},
        {0, 0.5},
        {0.1, 0.460172162722971},
        {0.5, 0.30853753872598694},
        {0.67448975, 0.25000000006231027},
        {0.7, 0.24196365222307298},
        {1, 0.15865525393145705},
        {1.96, 0.024997895148220428},
        {3, 0.0013498980316300946},
        {5.65, 8.022391850663497e-09},
        {5.66, 7.568649751997714e-09},
        {8, 6.220960574271785e-16},
        {20, 2.7536241186062337e-89},
        {37, 5.725571222524577e-300}
    };
    private static final double[][] QUANTILE = {
        {0.99, -2.3263478740408408},
        {0.6, -0.2533471031357998},
        {0.4, 0.2533471031357998},
        {0.1, 1.2815515655446008},
        {0.075, 1.4395314709384555},
        {0.07, 1.4757910281791702},
        {0.025, 1.9599639845400538},
        {0.001, 3.090232306167813},
        {1e-10, 6.361340902404056},
        {1e-12, 7.034483825301132},
        {1e-100, 21.27345356096532},
        {1e-300, 37.0470962993612}
    };

    @Test
    void the_upper_tail_agrees_with_r_from_the_centre_to_the_far_end() {
        for (double[] row : UPPER_TAIL) {
            assertThat(Normal.upperTail(row[0])).as("z %s", row[0]).isCloseTo(row[1], within(1e-14 * row[1]));
        }
    }

    @Test
    void the_quantile_agrees_with_r_from_the_centre_to_the_far_end() {
        for (double[] row : QUANTILE) {
            assertThat(Normal.upperQuantile(row[0]))
                    .as("q %s", row[0])
                    .isCloseTo(row[1], within(1e-14 * Math.abs(row[1])));
        }
    }

    @Test
    void the_ends_are_infinite_and_their_tails_are_nought_and_one() {
        assertThat(Normal.upperTail(Double.POSITIVE_INFINITY)).isZero();
        assertThat(Normal.upperTail(Double.NEGATIVE_INFINITY)).isOne();
        assertThat(Normal.upperQuantile(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Normal.upperQuantile(1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Normal.upperQuantile(0.5)).isZero();
    }

    @Test
    void quantile_and_tail_undo_each_other() {
        Trials.run(500, random -> {
            double q = Math.exp(-600 * random.nextDouble());
            assertThat(Normal.upperTail(Normal.upperQuantile(q))).isCloseTo(q, within(1e-12 * q));
        });
    }

    @Test
    void each_tail_answers_its_own_question() {
        assertThat(Tail.UPPER.p(1.96)).isCloseTo(0.024997895148220428, within(1e-16));
        assertThat(Tail.LOWER.p(1.96)).isCloseTo(1 - 0.024997895148220428, within(1e-15));
        assertThat(Tail.TWO_SIDED.p(1.96)).isCloseTo(2 * 0.024997895148220428, within(1e-16));
        assertThat(Tail.TWO_SIDED.p(-1.96)).isEqualTo(Tail.TWO_SIDED.p(1.96));
        assertThat(Tail.TWO_SIDED.p(0)).isOne();
        assertThat(Tail.LOWER.p(-20)).isCloseTo(2.7536241186062337e-89, within(1e-102));
    }

    @Test
    void a_score_that_is_not_a_number_has_no_p() {
        assertThatThrownBy(() -> Tail.UPPER.p(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
