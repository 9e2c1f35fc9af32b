package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code vcd::Kappa} and its {@code confint} at 95 %. */
class AgreementTest {
    @Test
    void agrees_with_r_on_two_and_three_classes() {
        expect(new long[][] {{20, 5}, {10, 15}}, 0.4, 0.151092290476661, 0.648907709523339);
        expect(new long[][] {{45, 15}, {25, 15}}, 0.1304347826086955, -0.0629382777925895, 0.3238078430099806);
        expect(new long[][] {{25, 35}, {5, 35}}, 0.2592592592592592, 0.108028963983374, 0.410489554535145);
        expect(
                new long[][] {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}},
                0.4915254237288135,
                0.391563702053547,
                0.591487145404080);
    }

    private static void expect(long[][] counts, double kappa, double lower, double upper) {
        Agreement found = (Agreement) Agreement.of(counts, 0.95);
        assertThat(found.kappa()).isCloseTo(kappa, within(1e-13));
        assertThat(found.interval().lower()).isCloseTo(lower, within(1e-13));
        assertThat(found.interval().upper()).isCloseTo(upper, within(1e-13));
    }

    @Test
    void full_agreement_is_one_and_full_disagreement_minus_one() {
        Agreement same = (Agreement) Agreement.of(new long[][] {{7, 0}, {0, 9}}, 0.95);
        assertThat(same.kappa()).isOne();
        assertThat(same.observed()).isOne();
        assertThat(same.interval().lower()).isCloseTo(1, within(1e-12));
        Agreement opposite = (Agreement) Agreement.of(new long[][] {{0, 8}, {8, 0}}, 0.95);
        assertThat(opposite.kappa()).isEqualTo(-1);
        assertThat(opposite.records()).isEqualTo(16);
    }

    @Test
    void nothing_read_and_nothing_to_tell_apart_are_too_few() {
        assertThat(Agreement.of(new long[][] {{0, 0}, {0, 0}}, 0.95)).isEqualTo(new TooFew(0, 2));
        assertThat(Agreement.of(new long[][] {{12, 0}, {0, 0}}, 0.95)).isEqualTo(new TooFew(1, 2));
        assertThat(Agreement.of(new long[0][0], 0.95)).isEqualTo(new TooFew(0, 2));
    }

    @Test
    void readers_and_classes_can_change_places() {
        Trials.run(200, random -> {
            int classes = random.nextInt(2, 6);
            long[][] there = new long[classes][classes];
            long[][] turned = new long[classes][classes];
            long[][] renamed = new long[classes][classes];
            for (int i = 0; i < classes; i++) {
                for (int j = 0; j < classes; j++) {
                    there[i][j] = random.nextLong(1, 40);
                    turned[j][i] = there[i][j];
                    renamed[classes - 1 - i][classes - 1 - j] = there[i][j];
                }
            }
            Agreement expected = (Agreement) Agreement.of(there, 0.9);
            for (long[][] other : new long[][][] {turned, renamed}) {
                Agreement found = (Agreement) Agreement.of(other, 0.9);
                assertThat(found.kappa()).isCloseTo(expected.kappa(), within(1e-12));
                assertThat(found.interval().lower())
                        .isCloseTo(expected.interval().lower(), within(1e-12));
            }
        });
    }

    @Test
    void refuses_a_table_that_is_not_square_and_a_count_below_nought() {
        assertThatThrownBy(() -> Agreement.of(new long[][] {{1, 2}}, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Agreement.of(new long[][] {{1, -2}, {0, 1}}, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
