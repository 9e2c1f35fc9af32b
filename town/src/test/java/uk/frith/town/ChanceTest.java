package uk.frith.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {

    private static final int DRAWS = 200_000;

    @Test
    void streams_of_one_seed_differ_and_repeat() {
        assertThat(new Chance(1, "a").bits()).isEqualTo(new Chance(1, "a").bits());
        assertThat(new Chance(1, "a").bits()).isNotEqualTo(new Chance(1, "b").bits());
        assertThat(new Chance(1, "a").bits()).isNotEqualTo(new Chance(2, "a").bits());
    }

    @Test
    void draws_have_the_mean_and_variance_that_they_should() {
        expect(Chance::unit, 0.5, 1.0 / 12);
        expect(Chance::gaussian, 0, 1);
        expect(chance -> chance.exponential(3), 3, 9);
        expect(chance -> chance.gammaWithMeanOne(4), 1, 0.25);
        expect(chance -> chance.poisson(0.7), 0.7, 0.7);
        expect(chance -> chance.below(6), 2.5, 35.0 / 12);
    }

    @Test
    void a_choice_follows_its_weights() {
        Choice choice = Choice.of(new double[] {1, 0, 5, 2});
        Chance chance = new Chance(3, "choice");
        int[] seen = new int[4];
        for (int i = 0; i < DRAWS; i++) {
            seen[choice.draw(chance)]++;
        }
        assertThat(seen[0] / (double) DRAWS).isCloseTo(0.125, within(0.005));
        assertThat(seen[1]).isZero();
        assertThat(seen[2] / (double) DRAWS).isCloseTo(0.625, within(0.005));
        assertThat(seen[3] / (double) DRAWS).isCloseTo(0.25, within(0.005));
    }

    @Test
    void a_choice_refuses_weights_that_add_up_to_nothing() {
        assertThatThrownBy(() -> Choice.of(new double[] {0, 0})).isInstanceOf(IllegalArgumentException.class);
    }

    private static void expect(ToDoubleFunction<Chance> draw, double mean, double variance) {
        Chance chance = new Chance(5, "moments");
        double[] drawn = IntStream.range(0, DRAWS)
                .mapToDouble(_ -> draw.applyAsDouble(chance))
                .toArray();
        double seenMean =
                IntStream.range(0, DRAWS).mapToDouble(i -> drawn[i]).average().orElseThrow();
        double seenVariance = IntStream.range(0, DRAWS)
                .mapToDouble(i -> (drawn[i] - seenMean) * (drawn[i] - seenMean))
                .average()
                .orElseThrow();
        // Five standard errors of the mean; the variance is held to three per cent.
        assertThat(seenMean).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(seenVariance).isCloseTo(variance, within(0.03 * variance));
    }
}
