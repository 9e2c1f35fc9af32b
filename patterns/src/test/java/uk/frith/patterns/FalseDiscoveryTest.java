package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code p.adjust(p, "BH")}, with and without {@code n}. */
class FalseDiscoveryTest {
    private static final double[] P = {0.01, 0.02, 0.03, 0.04, 0.05, 0.001, 0.5, 0.03, 1, 0};
    private static final double[] Q = {
        0.03333333333333333, 0.05, 0.05, 0.05714285714285715, 0.0625, 0.005, 0.5555555555555556, 0.05, 1, 0
    };
    private static final double[] Q_OF_25 = {
        0.08333333333333334, 0.125, 0.125, 0.14285714285714288, 0.15625, 0.0125, 1, 0.125, 1, 0
    };

    @Test
    void q_agrees_with_r() {
        assertThat(FalseDiscovery.benjaminiHochberg(P).toArray()).containsExactly(Q, within(1e-16));
    }

    @Test
    void q_agrees_with_r_when_more_tests_were_made_than_kept() {
        assertThat(FalseDiscovery.benjaminiHochberg(P, 25).toArray()).containsExactly(Q_OF_25, within(1e-16));
    }

    @Test
    void one_test_needs_no_adjustment_and_none_gives_none() {
        assertThat(FalseDiscovery.benjaminiHochberg(new double[] {0.03})).isEqualTo(Column.of(0.03));
        assertThat(FalseDiscovery.benjaminiHochberg(new double[0]).size()).isZero();
    }

    @Test
    void leaves_the_callers_numbers_alone() {
        double[] p = P.clone();
        FalseDiscovery.benjaminiHochberg(p);
        assertThat(p).containsExactly(P);
    }

    @Test
    void q_is_never_below_p_keeps_its_order_and_follows_a_new_order_of_the_tests() {
        Trials.run(100, random -> {
            int n = random.nextInt(1, 200);
            double[] p = new double[n];
            for (int i = 0; i < n; i++) {
                p[i] = Math.round(random.nextDouble() * random.nextDouble() * 50) / 50.0;
            }
            Column q = FalseDiscovery.benjaminiHochberg(p);
            int[] order = Trials.order(random, n);
            double[] shuffled = new double[n];
            for (int i = 0; i < n; i++) {
                shuffled[i] = p[order[i]];
            }
            Column shuffledQ = FalseDiscovery.benjaminiHochberg(shuffled);
            for (int i = 0; i < n; i++) {
                assertThat(q.at(i)).isBetween(p[i], 1.0);
                assertThat(shuffledQ.at(i)).isEqualTo(q.at(order[i]));
                for (int j = 0; j < n; j++) {
                    assertThat(p[i] <= p[j] && q.at(i) > q.at(j)).isFalse();
                }
            }
        });
    }

    @Test
    void refuses_what_is_not_a_probability_and_fewer_tests_than_values() {
        assertThatThrownBy(() -> FalseDiscovery.benjaminiHochberg(new double[] {1.1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FalseDiscovery.benjaminiHochberg(new double[] {-0.1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FalseDiscovery.benjaminiHochberg(new double[] {Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FalseDiscovery.benjaminiHochberg(P, 9)).isInstanceOf(IllegalArgumentException.class);
    }
}
