package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    @Test
    void a_pair_counts_once_in_its_own_direction_and_never_with_itself() {
        Neighbours neighbours = Neighbours.of(4, new int[] {2, 0, 2, 2, 1, 2, 0}, new int[] {3, 1, 0, 3, 1, 0, 1});
        assertThat(neighbours.areas()).isEqualTo(4);
        assertThat(neighbours.pairs()).isEqualTo(3);
        assertThat(neighbours.of(0)).containsExactly(1);
        assertThat(neighbours.of(1)).isEmpty();
        assertThat(neighbours.of(2)).containsExactly(0, 3);
        assertThat(neighbours.of(3)).isEmpty();
        assertThat(neighbours.count(2)).isEqualTo(2);
        assertThat(neighbours.count(3)).isZero();
    }

    @Test
    void the_lists_are_the_sets_of_the_pairs() {
        Trials.run(100, random -> {
            int areas = random.nextInt(1, 20);
            int[][] pairs = Trials.pairs(random, areas, random.nextInt(0, 120));
            Neighbours neighbours = Neighbours.of(areas, pairs[0], pairs[1]);
            int all = 0;
            for (int area = 0; area < areas; area++) {
                TreeSet<Integer> expected = new TreeSet<>();
                for (int i = 0; i < pairs[0].length; i++) {
                    if (pairs[0][i] == area && pairs[1][i] != area) {
                        expected.add(pairs[1][i]);
                    }
                }
                assertThat(neighbours.of(area))
                        .containsExactly(expected.stream().mapToInt(i -> i).toArray());
                assertThat(neighbours.count(area)).isEqualTo(expected.size());
                all += expected.size();
            }
            assertThat(neighbours.pairs()).isEqualTo(all);
        });
    }

    @Test
    void a_list_that_was_given_out_cannot_change_the_neighbours() {
        Neighbours neighbours = Neighbours.of(2, new int[] {0}, new int[] {1});
        neighbours.of(0)[0] = 0;
        assertThat(neighbours.of(0)).containsExactly(1);
    }

    @Test
    void refuses_pairs_that_are_not_of_areas() {
        assertThatThrownBy(() -> Neighbours.of(2, new int[] {0}, new int[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Pair 0");
        assertThatThrownBy(() -> Neighbours.of(2, new int[] {2}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Neighbours.of(2, new int[] {-1}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Neighbours.of(2, new int[] {0}, new int[] {-1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Neighbours.of(2, new int[] {0}, new int[] {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Neighbours.of(-1, new int[] {}, new int[] {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
