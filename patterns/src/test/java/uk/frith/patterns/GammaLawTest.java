package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: R 4.2.2, {@code lgamma}, {@code pgamma} and {@code qgamma}. */
class GammaLawTest {
    /** x, ln Γ(x). */
    private static final double[][] LOG_GAMMA = {
        {1e-10, 23.025850929882736},
        {0.1, 2.252712651734206},
        {0.5, 0.5723649429247001},
        {1, 0},
        {1.5, -0.12078223763524518},
        {2, 0},
        {3.7, 1.428072326665388},
        {10, 12.801827480081469},
        {14.9, 24.924132002217277},
        {15, 25.191221182738683},
        {100.5, 361.43554046777757},
        {1000000, 12815504.569147611}
    };
    /** Shape, x, lower tail, upper tail. */
    private static final double[][] TAILS = {
        {0.3, 0.06, 0.47257607448587013, 0.5274239255141298},
        {0.3, 0.27, 0.7087857878594723, 0.29121421214052756},
        {0.3, 0.3, 0.7269573437103661, 0.2730426562896338},
        {0.3, 0.33, 0.7433967560187011, 0.2566032439812989},
        {0.3, 0.8999999999999999, 0.9022526480296694, 0.09774735197033052},
        {1, 0.2, 0.18126924692201815, 0.8187307530779819},
        {1, 0.9, 0.5934303402594009, 0.4065696597405991},
        {1, 1, 0.6321205588285577, 0.36787944117144233},
        {1, 1.1, 0.6671289163019205, 0.33287108369807955},
        {1, 3, 0.950212931632136, 0.049787068367863944},
        {5, 1, 0.003659846827343713, 0.9963401531726563},
        {5, 4.5, 0.4678964236252844, 0.5321035763747156},
        {5, 5, 0.5595067149347875, 0.44049328506521246},
        {5, 5.5, 0.6424819975720745, 0.35751800242792553},
        {5, 15, 0.9991433587892247, 0.0008566412107753005},
        {20.5, 4.1000000000000005, 6.724742379396085e-09, 0.9999999932752576},
        {20.5, 18.45, 0.34661596062827355, 0.6533840393717265},
        {20.5, 20.5, 0.529377623181019, 0.47062237681898106},
        {20.5, 22.55, 0.6955393269864798, 0.3044606730135202},
        {20.5, 61.5, 0.9999999995998661, 4.001339018311081e-10},
        {100, 20, 3.488878669689653e-37, 1},
        {100, 90, 0.1582209891864302, 0.8417790108135698},
        {100, 100, 0.5132987982791488, 0.48670120172085113},
        {100, 110.00000000000001, 0.841721329939913, 0.15827867006008697},
        {100, 300, 1, 1.4110215102111522e-41},
        {10000, 2000, 0, 1},
        {10000, 9000, 2.073299202433975e-25, 1},
        {10000, 10000, 0.5013298083399551, 0.4986701916600448},
        {10000, 11000, 1, 1.692853149646929e-22},
        {10000, 30000, 1, 0},
        {1000000, 200000, 0, 1},
        {1000000, 900000, 0, 1},
        {1000000, 1000000, 0.5001329807608725, 0.4998670192391274},
        {1000000, 1100000, 1, 0},
        {1000000, 3000000, 1, 0}
    };
    /** Shape, probability, the x that has it below, the x that has it above. */
    private static final double[][] QUANTILES = {
        {0.01, 0.025, 3.5226859973139195e-161, 0.04713795843159044},
        {0.01, 0.4, 9.096455487102002e-41, 3.698265654232825e-23},
        {0.3, 1e-10, 3.23644022660355e-34, 19.806636847229793},
        {0.3, 0.025, 3.185679031739166e-06, 1.900263642838825},
        {0.3, 0.4, 0.03373979264658413, 0.141252503631071},
        {1, 1e-10, 1.0000000000499988e-10, 23.025850929940457},
        {1, 0.025, 0.025317807984289876, 3.688879454113934},
        {1, 0.4, 0.5108256237659907, 0.916290731874155},
        {5, 1e-10, 0.026165532815952703, 34.08380906930896},
        {5, 0.025, 1.6234863901184207, 10.241588675403694},
        {5, 0.4, 4.147735880470543, 5.236618115697727},
        {100, 1e-10, 48.88309205379595, 177.3005047056322},
        {100, 0.025, 81.36399125092315, 120.52894775315548},
        {100, 0.4, 97.15966681011456, 102.21684140686743},
        {1000000, 1e-10, 993651.8087301997, 1006374.5023623948},
        {1000000, 0.025, 998040.9833402939, 1001960.9109654503},
        {1000000, 0.4, 999746.3410072785, 1000253.0351159297}
    };

    @Test
    void log_gamma_agrees_with_r() {
        for (double[] row : LOG_GAMMA) {
            assertThat(GammaLaw.logGamma(row[0]))
                    .as("x %s", row[0])
                    .isCloseTo(row[1], within(2e-15 * Math.max(2, Math.abs(row[1]))));
        }
    }

    @Test
    void log_gamma_grows_by_the_logarithm_of_x() {
        Trials.run(300, random -> {
            double x = Math.exp(20 * random.nextDouble() - 6);
            double next = GammaLaw.logGamma(x + 1);
            assertThat(next - GammaLaw.logGamma(x)).isCloseTo(Math.log(x), within(1e-14 * Math.max(2, next)));
        });
    }

    @Test
    void both_tails_agree_with_r() {
        for (double[] row : TAILS) {
            assertThat(GammaLaw.lower(row[0], row[1]))
                    .as("lower %s at %s", row[0], row[1])
                    .isCloseTo(row[2], within(2e-12 * row[2] + 1e-307));
            assertThat(GammaLaw.upper(row[0], row[1]))
                    .as("upper %s at %s", row[0], row[1])
                    .isCloseTo(row[3], within(2e-12 * row[3] + 1e-307));
        }
    }

    @Test
    void both_quantiles_agree_with_r() {
        for (double[] row : QUANTILES) {
            assertThat(GammaLaw.lowerQuantile(row[0], row[1]))
                    .as("lower %s at %s", row[0], row[1])
                    .isCloseTo(row[2], within(1e-11 * row[2]));
            assertThat(GammaLaw.upperQuantile(row[0], row[1]))
                    .as("upper %s at %s", row[0], row[1])
                    .isCloseTo(row[3], within(1e-11 * row[3]));
        }
    }

    @Test
    void a_quantile_has_the_tail_that_it_was_asked_for() {
        Trials.run(300, random -> {
            double shape = Math.exp(16 * random.nextDouble() - 3);
            double tail = random.nextBoolean() ? random.nextDouble() : Math.exp(-40 * random.nextDouble());
            double x = GammaLaw.lowerQuantile(shape, tail);
            assertThat(GammaLaw.lower(shape, x)).isCloseTo(tail, within(1e-11 * tail * Math.max(1, Math.sqrt(shape))));
            double y = GammaLaw.upperQuantile(shape, tail);
            assertThat(GammaLaw.upper(shape, y)).isCloseTo(tail, within(1e-11 * tail * Math.max(1, Math.sqrt(shape))));
        });
    }

    @Test
    void the_poisson_masses_add_up_to_the_tail() {
        double sum = 0;
        for (int k = 0; k <= 20; k++) {
            sum += GammaLaw.poissonMass(k, 13.7);
        }
        assertThat(sum).isCloseTo(GammaLaw.upper(21, 13.7), within(1e-14));
    }

    /** Expected values: R 4.2.2; a rate with the gamma prior (2, 100) after 7 events in 50. */
    @Test
    void the_law_of_a_rate_after_what_was_seen_agrees_with_r() {
        assertThat(GammaLaw.lowerQuantile(9, 0.025) / 150).isCloseTo(0.02743582, within(5e-9));
        assertThat(GammaLaw.upperQuantile(9, 0.025) / 150).isCloseTo(0.10508793, within(5e-9));
        assertThat(GammaLaw.upper(9, 0.03 * 150)).isCloseTo(0.959742687517962, within(1e-14));
    }

    @Test
    void nothing_is_expected_of_a_mean_of_nought() {
        assertThat(GammaLaw.poissonMass(0, 0)).isOne();
        assertThat(GammaLaw.poissonMass(2, 0)).isZero();
        assertThat(GammaLaw.poissonMass(0, 2)).isCloseTo(Math.exp(-2), within(1e-16));
    }

    @Test
    void the_ends_of_the_law_have_all_or_nothing_below() {
        assertThat(GammaLaw.lower(3, 0)).isZero();
        assertThat(GammaLaw.upper(3, 0)).isOne();
        assertThat(GammaLaw.lower(3, Double.POSITIVE_INFINITY)).isOne();
        assertThat(GammaLaw.upper(3, Double.POSITIVE_INFINITY)).isZero();
        assertThat(GammaLaw.lowerQuantile(3, 0)).isZero();
        assertThat(GammaLaw.lowerQuantile(3, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(GammaLaw.upperQuantile(3, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(GammaLaw.upperQuantile(3, 1)).isZero();
    }

    @Test
    void refuses_what_lies_outside_the_law() {
        assertThatThrownBy(() -> GammaLaw.logGamma(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GammaLaw.logGamma(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GammaLaw.lower(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GammaLaw.upper(2e12, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GammaLaw.lower(1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GammaLaw.upper(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GammaLaw.lowerQuantile(1, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GammaLaw.upperQuantile(1, -0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_function_without_a_crossing_is_refused() {
        assertThatThrownBy(() -> MonotoneRoot.solve(x -> 1, x -> 0, 0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_crossing_is_found_without_help_from_the_slope() {
        assertThat(MonotoneRoot.solve(x -> x * x * x - 8, x -> 0, -50)).isCloseTo(2, within(1e-15));
    }

    @Test
    void a_continued_fraction_that_does_not_settle_is_stopped() {
        GammaLaw.mayGoOn(GammaLaw.MOST_TERMS);
        assertThatThrownBy(() -> GammaLaw.mayGoOn(GammaLaw.MOST_TERMS + 1)).isInstanceOf(ArithmeticException.class);
    }
}
