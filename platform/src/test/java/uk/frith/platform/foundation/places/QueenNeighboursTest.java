package uk.frith.platform.foundation.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueenNeighboursTest {

    private static final int SIDE = 4;

    @Test
    void squares_of_a_board_touch_at_edges_and_corners() {
        QueenNeighbours neighbours = new QueenNeighbours();
        for (int i = 0; i < SIDE * SIDE; i++) {
            neighbours.add(square(i));
        }

        List<NeighbourPair> expected = new ArrayList<>();
        for (int i = 0; i < SIDE * SIDE; i++) {
            for (int j = 0; j < SIDE * SIDE; j++) {
                boolean near = Math.abs(i % SIDE - j % SIDE) <= 1 && Math.abs(i / SIDE - j / SIDE) <= 1;
                if (i != j && near) {
                    expected.add(new NeighbourPair(code(i), code(j)));
                }
            }
        }
        assertThat(neighbours.pairs()).containsExactlyElementsOf(expected);
    }

    @Test
    void an_island_has_no_neighbour() {
        QueenNeighbours neighbours = new QueenNeighbours();
        neighbours.add(square(0));
        neighbours.add(square(2));

        assertThat(neighbours.pairs()).isEmpty();
    }

    @Test
    void nothing_has_no_neighbours() {
        assertThat(new QueenNeighbours().pairs()).isEmpty();
    }

    private static String code(int i) {
        return "X%08d".formatted(i);
    }

    private static Outline square(int i) {
        double x = -2 + i % SIDE * 0.1;
        int row = i / SIDE;
        double y = 52 + row * 0.1;
        List<GeoPoint> ring = List.of(corner(x, y), corner(x + 0.1, y), corner(x + 0.1, y + 0.1), corner(x, y + 0.1));
        return new Outline(code(i), List.of(List.of(ring)));
    }

    private static GeoPoint corner(double x, double y) {
        return new GeoPoint(Math.round(x * 10) / 10.0, Math.round(y * 10) / 10.0);
    }
}
