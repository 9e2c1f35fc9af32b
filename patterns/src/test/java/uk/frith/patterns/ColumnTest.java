package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ColumnTest {
    @Test
    void neither_the_array_it_came_from_nor_the_array_it_gives_can_change_it() {
        double[] numbers = {1, 2};
        Column column = Column.of(numbers);
        numbers[0] = 9;
        column.toArray()[1] = 9;
        assertThat(column.toArray()).containsExactly(1, 2);
        assertThat(column.at(1)).isEqualTo(2);
        assertThat(column.size()).isEqualTo(2);
        assertThat(column.stream().sum()).isEqualTo(3);
        assertThatThrownBy(() -> column.at(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void the_same_numbers_are_the_same_column() {
        assertThat(Column.of(1, 2)).isEqualTo(Column.of(1, 2)).hasSameHashCodeAs(Column.of(1, 2));
        assertThat(Column.of(1, 2)).isNotEqualTo(Column.of(2, 1)).isNotEqualTo("1, 2");
        assertThat(Column.of(1, 2).hashCode()).isNotEqualTo(Column.of(2, 1).hashCode());
    }

    @Test
    void a_long_column_shows_its_start_and_its_length() {
        assertThat(Column.of(1, 2)).hasToString("[1.0, 2.0]");
        assertThat(Column.of(new double[10]).toString()).endsWith("0.0]").doesNotContain("…");
        assertThat(Column.of(new double[11]).toString()).endsWith("0.0, … 11 in all]");
        assertThat(Column.of()).hasToString("[]");
    }

    @Test
    void moments_in_many_blocks_are_those_of_the_definition() {
        Trials.run(20, random -> {
            int n = random.nextInt(1, 9000);
            double[] values = new double[n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                values[i] = random.nextInt(1000);
                sum += values[i];
            }
            double squares = 0;
            for (double value : values) {
                squares += (value - sum / n) * (value - sum / n);
            }
            Moments moments = Moments.of(values);
            assertThat(moments.count()).isEqualTo(n);
            assertThat(moments.level()).isEqualTo(Math.rint(moments.level()));
            assertThat(moments.level() + moments.aboveLevel()).isCloseTo(sum / n, within(1e-10));
            assertThat(moments.squares()).isCloseTo(squares, within(1e-11 * squares));
            assertThat(moments.variance()).isCloseTo(squares / n, within(1e-11 * squares));
        });
    }
}
