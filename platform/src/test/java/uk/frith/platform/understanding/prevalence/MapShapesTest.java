package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.Outline;

class MapShapesTest {

    /** A square on the equator, where a degree of longitude is as wide as one of latitude. */
    private static Outline square(String code, double west, double south) {
        return new Outline(
                code,
                List.of(List.of(List.of(
                        new GeoPoint(west, south),
                        new GeoPoint(west + 1, south),
                        new GeoPoint(west + 1, south + 1),
                        new GeoPoint(west, south + 1),
                        new GeoPoint(west, south)))));
    }

    @Test
    void outlines_fill_the_sheet_and_north_is_up() {
        MapShapes shapes = MapShapes.of(
                Map.of(
                        "E00000001",
                        List.of(square("E00000001", 0, -0.5)),
                        "E00000002",
                        List.of(square("E00000002", 1, -0.5))),
                200,
                500);

        assertThat(shapes.width()).isEqualTo(2000);
        assertThat(shapes.height()).isEqualTo(1000);
        assertThat(shapes.paths().get("E00000001")).isEqualTo("M0 1000l1000 0 0-1000-1000 0z");
    }

    @Test
    void a_border_inside_a_group_is_taken_away() {
        MapShapes shapes = MapShapes.of(
                Map.of("E07000001", List.of(square("E00000001", 0, -0.5), square("E00000002", 1, -0.5))), 200, 500);

        String path = shapes.paths().getOrDefault("E07000001", "");
        assertThat(path.chars().filter(c -> c == 'M').count()).isEqualTo(1);
        assertThat(path).isEqualTo("M0 1000l1000 0 1000 0 0-1000-1000 0-1000 0z");
    }

    @Test
    void without_outlines_there_is_nothing_to_draw() {
        assertThat(MapShapes.of(Map.of(), 200, 500).paths()).isEmpty();
    }
}
