package uk.frith.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.frith.town.NationalGrid.LonLat;
import uk.frith.town.NationalGrid.Metres;

class NationalGridTest {

    // The worked example of Ordnance Survey's guide to coordinate systems.
    private static final LonLat GUIDE = new LonLat(1 + 43 / 60.0 + 4.5177 / 3600, 52 + 39 / 60.0 + 27.2531 / 3600);
    private static final double GUIDE_EASTING = 651_409.903;
    private static final double GUIDE_NORTHING = 313_177.270;

    @Test
    void projects_the_guides_example_to_the_millimetre() {
        Metres metres = NationalGrid.project(GUIDE);
        assertThat(metres.easting()).isCloseTo(GUIDE_EASTING, within(0.001));
        assertThat(metres.northing()).isCloseTo(GUIDE_NORTHING, within(0.001));
    }

    @Test
    void takes_the_guides_example_back_to_its_degrees() {
        LonLat degrees = NationalGrid.unproject(GUIDE_EASTING, GUIDE_NORTHING);
        assertThat(degrees.longitude()).isCloseTo(GUIDE.longitude(), within(1e-8));
        assertThat(degrees.latitude()).isCloseTo(GUIDE.latitude(), within(1e-8));
    }

    @Test
    void comes_back_from_the_globe_within_five_millimetres() {
        for (int easting = 50_000; easting <= 650_000; easting += 100_000) {
            for (int northing = 10_000; northing <= 1_200_000; northing += 170_000) {
                Metres back = NationalGrid.fromWgs84(NationalGrid.toWgs84(easting, northing));
                assertThat(back.easting()).isCloseTo(easting, within(0.005));
                assertThat(back.northing()).isCloseTo(northing, within(0.005));
            }
        }
    }

    @Test
    void lies_in_the_north_sea() {
        LonLat middle = NationalGrid.toWgs84(Mesh.MIDDLE.eastingMetres(), Mesh.MIDDLE.northingMetres());
        assertThat(middle.latitude()).isCloseTo(54.17, within(0.01));
        assertThat(middle.longitude()).isCloseTo(1.22, within(0.01));
    }

    @Test
    void agrees_with_the_published_grid_points_of_real_postcodes() throws IOException {
        List<String> lines = RealData.lines("reference/postcodes_nspl_nov2021_subset.csv.gz");
        double[] away = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(field -> !field[5].isEmpty() && !field[15].isEmpty())
                .mapToDouble(NationalGridTest::metresAway)
                .sorted()
                .toArray();
        assertThat(away).hasSizeGreaterThan(60_000);
        // They were published by the same transformation, rounded to a metre and to six decimals; one isn't like that.
        assertThat(away[away.length / 2]).isLessThan(0.1);
        assertThat(away[away.length - 2]).isLessThan(2);
    }

    private static double metresAway(String[] field) {
        Metres metres =
                NationalGrid.fromWgs84(new LonLat(Double.parseDouble(field[16]), Double.parseDouble(field[15])));
        return Math.hypot(
                metres.easting() - Double.parseDouble(field[5]), metres.northing() - Double.parseDouble(field[6]));
    }
}
