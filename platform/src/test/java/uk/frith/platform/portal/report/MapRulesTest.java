package uk.frith.platform.portal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.GridPoint;
import uk.frith.platform.foundation.places.NationalGrid;
import uk.frith.platform.foundation.places.Outline;
import uk.frith.platform.portal.report.MapRules.Country;
import uk.frith.platform.portal.report.MapRules.View;

class MapRulesTest {

    private static final Outline SQUARE = new Outline(
            "E01000901",
            List.of(List.of(List.of(
                    new GeoPoint(-1.2, 52.6),
                    new GeoPoint(-1.0, 52.6),
                    new GeoPoint(-1.0, 52.7),
                    new GeoPoint(-1.2, 52.7),
                    new GeoPoint(-1.2, 52.6)))));
    private static final List<Country> COUNTRIES = List.of(new Country(List.of(SQUARE), List.of()));

    @Test
    void three_clicks_lead_from_everything_to_a_point_within_the_last_pixel() {
        GridPoint meant = NationalGrid.fromWgs84(new GeoPoint(-1.07, 52.63));
        View view = MapRules.whole(COUNTRIES);
        GridPoint clicked = view.middle();
        for (int click = 0; click <= MapRules.DEEPEST; click++) {
            clicked = view.at(
                    Math.rint(x(view, meant) * MapRules.SMALL),
                    Math.rint(y(view, meant) * MapRules.SMALL),
                    MapRules.SMALL);
            view = view.closer(clicked);
        }
        double pixel =
                MapRules.whole(COUNTRIES).sideMetres() / Math.pow(MapRules.CLOSER, MapRules.DEEPEST) / MapRules.SMALL;
        assertThat(clicked.eastingMetres()).isCloseTo(meant.eastingMetres(), within(pixel));
        assertThat(clicked.northingMetres()).isCloseTo(meant.northingMetres(), within(pixel));
        assertThat(pixel).isLessThan(3);
    }

    private static double x(View view, GridPoint point) {
        return (point.eastingMetres() - view.middle().eastingMetres()) / view.sideMetres() + 0.5;
    }

    private static double y(View view, GridPoint point) {
        return 0.5 - (point.northingMetres() - view.middle().northingMetres()) / view.sideMetres();
    }

    @Test
    void a_grid_reference_has_the_letters_of_its_square() {
        // Ordnance Survey, A guide to coordinate systems in Great Britain: Caister water tower, TG 51409 13177.
        assertThat(MapRules.reference(new GridPoint(651_409.9, 313_177.3))).isEqualTo("TG 5140 1317");
        assertThat(MapRules.reference(new GridPoint(458_712, 304_311))).isEqualTo("SK 5871 0431");
        assertThat(MapRules.reference(new GridPoint(216_600, 771_200))).isEqualTo("NN 1660 7120");
        assertThat(MapRules.reference(new GridPoint(-1, 5))).isEqualTo("-1, 5");
    }

    @Test
    void what_was_picked_is_drawn_where_it_was_clicked() {
        View view = MapRules.whole(COUNTRIES).closer(MapRules.whole(COUNTRIES).middle());
        String svg =
                MapDrawing.of(view, MapRules.SMALL, COUNTRIES, List.of(), Optional.of(view.at(40, 60, MapRules.SMALL)));
        assertThat(svg).startsWith("<svg ").contains("cx=\"40\" cy=\"60\"").endsWith("</svg>");
    }

    @Test
    void a_point_or_a_window_off_the_grid_is_none() {
        for (String point : List.of("700001,5", "5,1300001", "999999,9999999")) {
            Answers answers = new Answers(java.util.Map.of("point", point));
            assertThat(StepRules.point(answers)).isEmpty();
            assertThat(StepRules.faults(Step.MAP, answers, java.time.Instant.EPOCH))
                    .extracting(StepRules.Fault::key)
                    .containsExactly("point.missing");
        }
        assertThat(StepRules.point(new Answers(java.util.Map.of("point", "700000,1300000"))))
                .isPresent();
        View far = MapRules.view(MapRules.whole(COUNTRIES), new GridPoint(-9e8, 9e8), 1);
        assertThat(far.middle()).isEqualTo(new GridPoint(0, 1_300_000));
        assertThat(far.moved(-1, 1).middle()).isEqualTo(far.middle());
    }

    @Test
    void a_point_is_kept_in_metres_and_anything_else_is_none() {
        assertThat(StepRules.point(new Answers(java.util.Map.of("point", "458712,304311"))))
                .contains(new GridPoint(458_712, 304_311));
        assertThat(StepRules.point(new Answers(java.util.Map.of("point", "1;drop"))))
                .isEmpty();
        assertThat(StepRules.point(new GridPoint(458_712.4, 304_311.6))).isEqualTo("458712,304312");
    }
}
