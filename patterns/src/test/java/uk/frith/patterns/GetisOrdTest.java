package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GetisOrdTest {
    private static final double[] FIVE_BY_FIVE = {
        0, 1, 2, 1, 0, 1, 3, 5, 2, 0, 2, 6, 20, 7, 1, 0, 2, 8, 4, 1, 0, 0, 1, 1, 0
    };

    /** Six points at (10,10) (20,10) (40,10) (15,20) (30,20) (30,30); neighbours are those within 15. */
    private static final double[] SIX = {2, 3, 3.2, 5, 8, 7};

    private static final Neighbours SIX_NEIGHBOURS = Neighbours.of(
            6, new int[] {0, 0, 1, 1, 1, 2, 3, 3, 3, 4, 4, 4, 4, 5}, new int[] {1, 3, 0, 3, 4, 4, 0, 1, 4, 1, 2, 3, 5, 4
            });

    /** Row after row, the cells around each within the radius. */
    static Neighbours window(int rows, int columns, int radius) {
        int[] from = new int[rows * columns * (2 * radius + 1) * (2 * radius + 1)];
        int[] to = new int[from.length];
        int pairs = 0;
        for (int cell = 0; cell < rows * columns; cell++) {
            for (int row = Math.max(0, cell / columns - radius);
                    row <= Math.min(rows - 1, cell / columns + radius);
                    row++) {
                int left = Math.max(0, cell % columns - radius);
                for (int column = left; column <= Math.min(columns - 1, cell % columns + radius); column++) {
                    from[pairs] = cell;
                    to[pairs++] = row * columns + column;
                }
            }
        }
        return Neighbours.of(rows * columns, Arrays.copyOf(from, pairs), Arrays.copyOf(to, pairs));
    }

    /** Expected values: R 4.2.2, spdep 1.2-7, {@code localG} on queen neighbours with self. */
    @Test
    void the_five_by_five_grid_agrees_with_spdep() {
        for (LocalScores scores : new LocalScores[] {
            GetisOrd.star(FIVE_BY_FIVE, window(5, 5, 1), Tail.TWO_SIDED),
            GetisOrd.starOnGrid(FIVE_BY_FIVE, 5, 5, 1, Tail.TWO_SIDED)
        }) {
            assertThat(scores.z().at(0)).isCloseTo(-0.7517141312, within(5e-11));
            assertThat(scores.z().at(1)).isCloseTo(-0.4740742346, within(5e-11));
            assertThat(scores.z().at(6)).isCloseTo(1.5153937869, within(5e-11));
            assertThat(scores.z().at(7)).isCloseTo(2.1988832526, within(5e-11));
            assertThat(scores.z().at(12)).isCloseTo(3.1752967751, within(5e-11));
            assertThat(scores.z().at(18)).isCloseTo(1.8083178436, within(5e-11));
            assertThat(scores.z().at(24)).isCloseTo(-0.6238715919, within(5e-11));
            assertThat(scores.p().stream().filter(p -> p < 0.05).count()).isEqualTo(5);
            Column q = FalseDiscovery.benjaminiHochberg(scores.p().toArray());
            assertThat(q.stream().filter(each -> each < 0.05).count()).isEqualTo(1);
            assertThat(q.at(12)).isCloseTo(0.0374208320, within(5e-11));
            assertThat(scores.variation()).isTrue();
        }
    }

    /** Expected value: R 4.2.2, spdep 1.2-7, {@code localG} on queen neighbours without self. */
    @Test
    void the_centre_without_itself_agrees_with_spdep() {
        LocalScores scores = GetisOrd.withoutSelf(FIVE_BY_FIVE, window(5, 5, 1), Tail.UPPER);
        assertThat(scores.z().at(12)).isCloseTo(3.885067567, within(5e-10));
    }

    /** Expected values: PySAL esda, its test of Getis and Ord's statistics (BSD-3). */
    @Test
    void six_points_agree_with_esda() {
        double[] star = {-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331};
        double[] without = {-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941};
        assertThat(GetisOrd.star(SIX, SIX_NEIGHBOURS, Tail.UPPER).z().toArray()).containsExactly(star, within(5e-9));
        assertThat(GetisOrd.withoutSelf(SIX, SIX_NEIGHBOURS, Tail.UPPER).z().toArray())
                .containsExactly(without, within(5e-9));
    }

    @Test
    void weights_of_one_are_binary_and_a_common_factor_of_an_area_changes_nothing() {
        double[] binary = GetisOrd.star(SIX, SIX_NEIGHBOURS, Tail.UPPER).z().toArray();
        Weights ones = Weights.of(SIX_NEIGHBOURS, (area, neighbour) -> 1);
        Weights rowStandardised =
                Weights.of(SIX_NEIGHBOURS, (area, neighbour) -> 1.0 / (SIX_NEIGHBOURS.count(area) + 1));
        assertThat(GetisOrd.star(SIX, ones, Tail.UPPER).z().toArray()).containsExactly(binary, within(1e-14));
        assertThat(GetisOrd.star(SIX, rowStandardised, Tail.UPPER).z().toArray())
                .containsExactly(binary, within(1e-14));
    }

    @Test
    void general_weights_follow_the_formula_and_keep_to_directed_pairs() {
        double[] values = {4, 1, 7, 2};
        Neighbours directed = Neighbours.of(4, new int[] {0, 0, 2}, new int[] {1, 2, 3});
        Weights weights = Weights.of(directed, (area, neighbour) -> area == neighbour ? 0.5 : neighbour);
        LocalScores scores = GetisOrd.star(values, weights, Tail.UPPER);
        double mean = 3.5;
        double deviation = Math.sqrt((16 + 1 + 49 + 4) / 4.0 - mean * mean);
        double sum = 0.5 * 4 + 1 * 1 + 2 * 7;
        double w = 3.5;
        double squares = 0.25 + 1 + 4;
        assertThat(scores.z().at(0))
                .isCloseTo((sum - w * mean) / (deviation * Math.sqrt((4 * squares - w * w) / 3)), within(1e-14));
        assertThat(scores.z().at(3)).isCloseTo((1 - 0.5 * mean) / (deviation * 0.5), within(1e-14));
    }

    @Test
    void an_area_without_neighbours_is_its_own_neighbourhood() {
        Neighbours none = Neighbours.of(3, new int[0], new int[0]);
        double[] values = {1, 2, 6};
        double deviation = Math.sqrt((4 + 1 + 9) / 3.0);
        assertThat(GetisOrd.star(values, none, Tail.UPPER).z().toArray())
                .containsExactly(new double[] {-2 / deviation, -1 / deviation, 3 / deviation}, within(1e-15));
        assertThat(GetisOrd.withoutSelf(values, none, Tail.UPPER).z().toArray()).containsExactly(0, 0, 0);
    }

    @Test
    void without_variation_z_is_nought_and_p_is_one() {
        double[] same = new double[25];
        Arrays.fill(same, 0.1);
        for (Tail tail : Tail.values()) {
            for (LocalScores scores : new LocalScores[] {
                GetisOrd.star(same, window(5, 5, 1), tail),
                GetisOrd.star(same, Weights.of(window(5, 5, 1), (a, b) -> 2), tail),
                GetisOrd.withoutSelf(same, window(5, 5, 1), tail),
                GetisOrd.starOnGrid(same, 5, 5, 1, tail)
            }) {
                assertThat(scores.z().toArray()).containsOnly(0);
                assertThat(scores.p().toArray()).containsOnly(1);
                assertThat(scores.p(3)).isOne();
                assertThat(scores.variation()).isFalse();
            }
        }
    }

    @Test
    void equal_values_do_not_vary_however_they_are_rounded() {
        double[] same = new double[9000];
        Arrays.fill(same, 0.1);
        assertThat(GetisOrd.starOnGrid(same, 90, 100, 3, Tail.UPPER).variation())
                .isFalse();
    }

    @Test
    void when_the_others_are_all_equal_an_area_has_nothing_to_stand_out_from() {
        double[] values = new double[25];
        Arrays.fill(values, 0.1);
        values[12] = 0.7;
        assertThat(GetisOrd.withoutSelf(values, window(5, 5, 1), Tail.UPPER).z().at(12))
                .isZero();
    }

    @Test
    void a_very_large_value_does_not_drown_the_spread_of_the_others() {
        double[] values = FIVE_BY_FIVE.clone();
        double expected =
                GetisOrd.withoutSelf(values, window(5, 5, 1), Tail.UPPER).z().at(12);
        values[12] = 1e13;
        assertThat(GetisOrd.withoutSelf(values, window(5, 5, 1), Tail.UPPER).z().at(12))
                .isCloseTo(expected, within(2e-2));
    }

    @Test
    void a_neighbourhood_of_all_areas_stands_out_from_nothing() {
        assertThat(GetisOrd.star(FIVE_BY_FIVE, window(5, 5, 4), Tail.UPPER).z().toArray())
                .containsOnly(0);
        assertThat(GetisOrd.starOnGrid(FIVE_BY_FIVE, 5, 5, 4, Tail.UPPER).z().toArray())
                .containsOnly(0);
        assertThat(GetisOrd.starOnGrid(FIVE_BY_FIVE, 5, 5, Integer.MAX_VALUE, Tail.UPPER)
                        .z()
                        .toArray())
                .containsOnly(0);
        assertThat(GetisOrd.starOnGrid(new double[] {4}, 1, 1, 0, Tail.UPPER).z())
                .isEqualTo(Column.of(0));
        assertThat(GetisOrd.star(new double[0], Neighbours.of(0, new int[0], new int[0]), Tail.UPPER)
                        .size())
                .isZero();
    }

    @Test
    void the_sliding_window_gives_what_counting_each_window_gives() {
        Trials.run(200, random -> {
            int rows = random.nextInt(1, 14);
            int columns = random.nextInt(1, 14);
            int radius = random.nextInt(0, 8);
            double[] values = Trials.counts(random, rows * columns);
            double[] slid = GetisOrd.starOnGrid(values, rows, columns, radius, Tail.UPPER)
                    .z()
                    .toArray();
            double[] counted = GetisOrd.star(values, window(rows, columns, radius), Tail.UPPER)
                    .z()
                    .toArray();
            assertThat(slid).containsExactly(counted, within(1e-12));
        });
    }

    @Test
    void a_high_common_level_costs_no_digits() {
        Trials.run(30, random -> {
            double[] values = new double[30 * 20];
            double[] raised = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(1 << 16) / 65536.0;
                raised[i] = values[i] + (1 << 30);
            }
            assertThat(GetisOrd.starOnGrid(raised, 30, 20, 3, Tail.UPPER).z().toArray())
                    .containsExactly(
                            GetisOrd.starOnGrid(values, 30, 20, 3, Tail.UPPER)
                                    .z()
                                    .toArray(),
                            within(1e-9));
            assertThat(GetisOrd.star(raised, window(30, 20, 3), Tail.UPPER).z().toArray())
                    .containsExactly(
                            GetisOrd.star(values, window(30, 20, 3), Tail.UPPER)
                                    .z()
                                    .toArray(),
                            within(1e-9));
        });
    }

    @Test
    void neither_units_nor_a_common_amount_nor_the_order_of_areas_change_z() {
        Trials.run(100, random -> {
            int n = random.nextInt(5, 60);
            double[] values = Trials.counts(random, n);
            int[][] pairs = Trials.pairs(random, n, 3 * n);
            int[] order = Trials.order(random, n);
            double[] scaled = Arrays.stream(values).map(x -> 2.5 * x + 7).toArray();
            double[] moved = new double[n];
            for (int i = 0; i < n; i++) {
                moved[order[i]] = values[i];
            }
            int[] from = Arrays.stream(pairs[0]).map(i -> order[i]).toArray();
            int[] to = Arrays.stream(pairs[1]).map(i -> order[i]).toArray();
            Neighbours neighbours = Neighbours.of(n, pairs[0], pairs[1]);
            double[] z = GetisOrd.star(values, neighbours, Tail.UPPER).z().toArray();
            assertThat(GetisOrd.star(scaled, neighbours, Tail.UPPER).z().toArray())
                    .containsExactly(z, within(1e-11));
            Column after =
                    GetisOrd.star(moved, Neighbours.of(n, from, to), Tail.UPPER).z();
            for (int i = 0; i < n; i++) {
                assertThat(after.at(order[i])).isCloseTo(z[i], within(1e-11));
            }
        });
    }

    @Test
    void leaves_the_callers_values_alone() {
        double[] values = FIVE_BY_FIVE.clone();
        GetisOrd.starOnGrid(values, 5, 5, 1, Tail.UPPER);
        GetisOrd.star(values, window(5, 5, 1), Tail.UPPER);
        assertThat(values).containsExactly(FIVE_BY_FIVE);
    }

    @Test
    void refuses_values_that_do_not_fit_or_are_not_numbers() {
        Neighbours two = Neighbours.of(2, new int[0], new int[0]);
        assertThatThrownBy(() -> GetisOrd.star(SIX, two, Tail.UPPER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GetisOrd.star(SIX, Weights.of(two, (a, b) -> 1), Tail.UPPER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GetisOrd.withoutSelf(SIX, two, Tail.UPPER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GetisOrd.star(new double[] {1, Double.NaN}, two, Tail.UPPER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GetisOrd.star(new double[] {1, Double.NEGATIVE_INFINITY}, two, Tail.UPPER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GetisOrd.starOnGrid(SIX, 2, 2, 1, Tail.UPPER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GetisOrd.starOnGrid(SIX, 2, 3, -1, Tail.UPPER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GetisOrd.starOnGrid(new double[0], 0, 5, 1, Tail.UPPER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GetisOrd.starOnGrid(new double[0], 5, 0, 1, Tail.UPPER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Weights.of(SIX_NEIGHBOURS, (a, b) -> -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Weights.of(SIX_NEIGHBOURS, (a, b) -> a == b ? 1 : Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
