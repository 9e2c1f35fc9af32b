package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A draw is repeated by its seed, and each chance of being drawn is what it is said to be. */
class SampleRulesTest {

    private static Candidate candidate(int i, String stratum, double weight) {
        return new Candidate(
                new UUID(0, i),
                stratum,
                weight,
                Sorting.PERSONAL,
                Sorting.PERSONAL,
                Optional.empty(),
                Instant.EPOCH,
                List.of());
    }

    private static List<Candidate> frame(int size, int weights) {
        List<Candidate> frame = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            frame.add(candidate(i, "", 1 + i % weights));
        }
        return frame;
    }

    @Test
    void the_same_seed_draws_the_same_and_another_seed_draws_otherwise() {
        List<Candidate> frame = frame(500, 1);
        assertThat(SampleRules.draw(frame, 40, 7).drawn())
                .isEqualTo(SampleRules.draw(frame, 40, 7).drawn())
                .isNotEqualTo(SampleRules.draw(frame, 40, 8).drawn());
    }

    /** Kept values: a change of generator or of way changes them, and then the method's version changes, too. */
    @Test
    void what_version_one_draws_stays_what_it_drew() {
        assertThat(SampleRules.METHOD).endsWith("version 1");
        assertThat(SampleRules.draw(frame(20, 3), 5, 42).drawn()).hasSize(5).isEqualTo(KEPT);
    }

    private static final List<Integer> KEPT = List.of(11, 7, 12, 17, 8);

    @Test
    void as_many_as_wanted_are_drawn_each_once_and_all_of_a_frame_that_is_smaller() {
        for (int seed = 0; seed < 200; seed++) {
            List<Integer> drawn = SampleRules.draw(frame(97, 5), 30, seed).drawn();
            assertThat(drawn).hasSize(30);
            assertThat(new HashSet<>(drawn)).hasSize(30);
        }
        assertThat(SampleRules.draw(frame(7, 5), 30, 1).drawn()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        assertThat(SampleRules.draw(frame(7, 5), 30, 1).probabilities()).containsOnly(1.0);
    }

    @Test
    void chances_are_proportional_to_weights_and_add_up_to_the_size() {
        assertThat(SampleRules.probabilities(new double[] {1, 2, 3, 4}, 2))
                .containsExactly(new double[] {0.2, 0.4, 0.6, 0.8}, within(1e-12));
        // 10 of 13 would be above 1: it is drawn for certain, and the other three share the second place.
        assertThat(SampleRules.probabilities(new double[] {1, 1, 1, 10}, 2))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0, 1}, within(1e-12));
    }

    @Test
    void over_many_seeds_each_is_drawn_as_often_as_its_chance_says() {
        List<Candidate> frame = frame(12, 4);
        int draws = 20_000;
        int[] times = new int[frame.size()];
        for (int seed = 0; seed < draws; seed++) {
            SampleRules.draw(frame, 5, seed).drawn().forEach(i -> times[i]++);
        }
        List<Double> chances = SampleRules.draw(frame, 5, 0).probabilities();
        for (int i = 0; i < times.length; i++) {
            double chance = chances.get(i);
            double spread = Math.sqrt(chance * (1 - chance) / draws);
            assertThat((double) times[i] / draws).as("candidate %d", i).isCloseTo(chance, within(4.5 * spread));
        }
    }

    @Test
    void a_spread_sample_takes_the_same_number_from_each_group_and_the_rest_where_there_is_more() {
        assertThat(SampleRules.allocate(new int[] {100, 100, 100}, 30)).containsExactly(10, 10, 10);
        assertThat(SampleRules.allocate(new int[] {2, 100, 100}, 30)).containsExactly(2, 14, 14);
        assertThat(SampleRules.allocate(new int[] {2, 3}, 30)).containsExactly(2, 3);
        assertThat(SampleRules.allocate(new int[] {9, 9, 9}, 10)).containsExactly(4, 3, 3);
    }

    @Test
    void chances_in_a_spread_sample_are_those_within_the_group() {
        List<Candidate> frame = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            frame.add(candidate(i, i < 2 ? "small" : "large", 1));
        }
        SampleRules.Draw draw = SampleRules.draw(frame, 4, 3);
        assertThat(draw.probabilities().subList(0, 2)).containsOnly(1.0);
        assertThat(draw.probabilities().subList(2, 10)).containsOnly(0.25);
        assertThat(draw.drawn()).contains(0, 1).hasSize(4);
    }

    @Test
    void a_frame_is_known_again_by_its_digest() {
        assertThat(SampleRules.digest(frame(5, 2))).isEqualTo(SampleRules.digest(frame(5, 2)));
        assertThat(SampleRules.digest(frame(5, 3))).isNotEqualTo(SampleRules.digest(frame(5, 2)));
    }

    @Test
    void refuses_a_candidate_that_could_not_be_drawn() {
        assertThatThrownBy(() -> candidate(1, "", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> candidate(1, "", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
