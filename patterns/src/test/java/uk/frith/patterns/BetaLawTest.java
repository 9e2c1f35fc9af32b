package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code pbeta} and {@code qbeta}. */
class BetaLawTest {
    /** a, b, x, lower tail, upper tail. */
    private static final double[][] TAILS = {
        {0.5, 0.5, 0.001, 0.02013504163337749, 0.9798649583666226},
        {0.5, 0.5, 0.3, 0.36901011956554525, 0.6309898804344547},
        {0.5, 0.5, 0.3005, 0.3693573415411944, 0.6306426584588056},
        {0.5, 0.5, 0.9, 0.7951672353008666, 0.2048327646991334},
        {1, 1, 0.001, 0.0010000000000000002, 0.999},
        {1, 1, 0.3, 0.3, 0.7},
        {1, 1, 0.3005, 0.3005, 0.6995},
        {1, 1, 0.9, 0.9, 0.09999999999999998},
        {2, 5, 0.001, 1.4960044976004989e-05, 0.999985039955024},
        {2, 5, 0.3, 0.5798250000000001, 0.42017499999999985},
        {2, 5, 0.3005, 0.5809048062634838, 0.4190951937365162},
        {2, 5, 0.9, 0.999945, 5.499999999999983e-05},
        {80, 101, 0.001, 2.7247451620203035e-188, 1},
        {80, 101, 0.3, 2.979397832513305e-05, 0.9999702060216749},
        {80, 101, 0.3005, 3.1770080971578356e-05, 0.9999682299190285},
        {80, 101, 0.9, 1, 6.326485586222805e-53},
        {1, 1000000, 0.001, 1, 0},
        {1, 1000000, 0.3, 1, 0},
        {1, 1000000, 0.3005, 1, 0},
        {1, 1000000, 0.9, 1, 0},
        {300000, 700000, 0.001, 0, 1},
        {300000, 700000, 0.3, 0.5001160751415761, 0.4998839248584239},
        {300000, 700000, 0.3005, 0.8623710942977789, 0.13762890570222103},
        {300000, 700000, 0.9, 1, 0}
    };
    /** a, b, probability, the x that has it below, the x that has it above. */
    private static final double[][] QUANTILES = {
        {0.5, 0.5, 0.025, 0.0015413331334360124, 0.998458666866564},
        {0.5, 0.5, 0.4, 0.34549150281252655, 0.6545084971874735},
        {2, 5, 1e-08, 2.5820777914291956e-05, 0.9823942903875756},
        {2, 5, 0.025, 0.04327186829274168, 0.6412345789976748},
        {2, 5, 0.4, 0.22258353361542385, 0.3094444275453144},
        {80, 101, 1e-08, 0.24945088260717854, 0.6469636906419229},
        {80, 101, 0.025, 0.37053251935717435, 0.5146599783971707},
        {80, 101, 0.4, 0.43242509546050034, 0.45115215580215284},
        {1, 1000000, 1e-08, 1.0000000049999954e-14, 1.842051108425458e-05},
        {1, 1000000, 0.025, 2.531780766379419e-08, 3.6888726502064855e-06},
        {1, 1000000, 0.4, 5.108254932946044e-07, 9.162903120799305e-07},
        {300000, 700000, 1e-08, 0.29743234212815134, 0.30257578968303867},
        {300000, 700000, 0.025, 0.29910221122739056, 0.3008985464949646},
        {300000, 700000, 0.4, 0.29988377698675606, 0.3001159734624388}
    };

    @Test
    void both_tails_agree_with_r() {
        for (double[] row : TAILS) {
            double x = row[2];
            assertThat(BetaLaw.lower(row[0], row[1], x, 1 - x))
                    .as("lower %s, %s at %s", row[0], row[1], x)
                    .isCloseTo(row[3], within(2e-11 * row[3] + 1e-307));
            assertThat(BetaLaw.lower(row[1], row[0], 1 - x, x))
                    .as("upper %s, %s at %s", row[0], row[1], x)
                    .isCloseTo(row[4], within(2e-11 * row[4] + 1e-307));
        }
    }

    @Test
    void both_quantiles_agree_with_r() {
        for (double[] row : QUANTILES) {
            assertThat(BetaLaw.share(BetaLaw.quantileLogOdds(row[0], row[1], row[2])))
                    .as("lower %s, %s at %s", row[0], row[1], row[2])
                    .isCloseTo(row[3], within(2e-11 * row[3]));
            assertThat(BetaLaw.share(-BetaLaw.quantileLogOdds(row[1], row[0], row[2])))
                    .as("upper %s, %s at %s", row[0], row[1], row[2])
                    .isCloseTo(row[4], within(2e-11 * row[4]));
        }
    }

    @Test
    void a_quantile_has_the_probability_that_it_was_asked_for() {
        Trials.run(300, random -> {
            double a = Math.exp(12 * random.nextDouble() - 2);
            double b = Math.exp(12 * random.nextDouble() - 2);
            double p = random.nextBoolean() ? random.nextDouble() : Math.exp(-40 * random.nextDouble());
            double u = BetaLaw.quantileLogOdds(a, b, p);
            assertThat(BetaLaw.lower(a, b, BetaLaw.share(u), BetaLaw.share(-u))).isCloseTo(p, within(1e-10 * p));
        });
    }

    @Test
    void the_binomial_masses_add_up_to_the_tails() {
        double sum = 0;
        for (int k = 0; k <= 7; k++) {
            sum += BetaLaw.mass(k, 20 - k, 0.3, 0.7);
        }
        assertThat(BetaLaw.binomialAtMost(7, 20, 0.3, 0.7)).isCloseTo(sum, within(1e-14));
        assertThat(BetaLaw.binomialAtLeast(8, 20, 0.3, 0.7)).isCloseTo(1 - sum, within(1e-14));
    }

    @Test
    void certain_and_impossible_counts_are_one_and_nought() {
        assertThat(BetaLaw.binomialAtMost(-1, 5, 0.3, 0.7)).isZero();
        assertThat(BetaLaw.binomialAtMost(5, 5, 0.3, 0.7)).isOne();
        assertThat(BetaLaw.binomialAtLeast(0, 5, 0.3, 0.7)).isOne();
        assertThat(BetaLaw.binomialAtLeast(6, 5, 0.3, 0.7)).isZero();
        assertThat(BetaLaw.lower(2, 3, 0, 1)).isZero();
        assertThat(BetaLaw.lower(2, 3, 1, 0)).isOne();
        assertThat(BetaLaw.quantileLogOdds(2, 3, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(BetaLaw.quantileLogOdds(2, 3, 1)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void the_mass_is_right_at_the_ends_of_its_range() {
        assertThat(BetaLaw.mass(0, 3, 0.2, 0.8)).isCloseTo(0.512, within(1e-15));
        assertThat(BetaLaw.mass(3, 0, 0.2, 0.8)).isCloseTo(0.008, within(1e-17));
        assertThat(BetaLaw.mass(0, 0, 0.2, 0.8)).isOne();
        assertThat(BetaLaw.mass(2, 3, 0, 1)).isZero();
        assertThat(BetaLaw.mass(2, 3, 1, 0)).isZero();
        assertThat(BetaLaw.mass(0, 1e10, 1e-12, 1 - 1e-12)).isCloseTo(Math.exp(-0.01), within(1e-14));
    }

    @Test
    void refuses_what_lies_outside_the_law() {
        assertThatThrownBy(() -> BetaLaw.lower(0, 1, 0.5, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BetaLaw.lower(1, 0, 0.5, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BetaLaw.lower(2e12, 1, 0.5, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BetaLaw.lower(1, 2e12, 0.5, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BetaLaw.lower(1, 1, -0.5, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BetaLaw.lower(1, 1, 1.5, -0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BetaLaw.quantileLogOdds(1, 1, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BetaLaw.quantileLogOdds(1, 1, -0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
