package uk.frith.platform.foundation.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NationalGridTest {

    /** Ordnance Survey, A guide to coordinate systems in Great Britain, annex C: the worked example. */
    @Test
    void projects_the_worked_example_of_ordnance_survey_to_a_millimetre() {
        GeoPoint caister = new GeoPoint(degrees(1, 43, 4.5177), degrees(52, 39, 27.2531));

        GridPoint point = NationalGrid.fromOsgb36(caister);

        assertThat(point.eastingMetres()).isCloseTo(651_409.903, within(0.001));
        assertThat(point.northingMetres()).isCloseTo(313_177.270, within(0.001));
    }

    /** The same guide, annex B: the same point in WGS 84 by its seven-parameter transformation. */
    @Test
    void shifts_between_wgs_84_and_osgb36() {
        GeoPoint there = NationalGrid.toWgs84(new GridPoint(651_409.903, 313_177.270));

        assertThat(there.longitude()).isCloseTo(degrees(1, 42, 57.8663), within(0.00005));
        assertThat(there.latitude()).isCloseTo(degrees(52, 39, 28.8282), within(0.00005));
    }

    @Test
    void comes_back_to_where_it_started() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 200; i++) {
            GridPoint point = new GridPoint(random.nextDouble(100_000, 600_000), random.nextDouble(50_000, 900_000));

            GridPoint back = NationalGrid.fromWgs84(NationalGrid.toWgs84(point));

            assertThat(back.eastingMetres()).isCloseTo(point.eastingMetres(), within(0.05));
            assertThat(back.northingMetres()).isCloseTo(point.northingMetres(), within(0.05));
        }
    }

    private static double degrees(int degrees, int minutes, double seconds) {
        return degrees + minutes / 60.0 + seconds / 3600;
    }
}
