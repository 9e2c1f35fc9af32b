package uk.frith.platform.foundation.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Avon and Somerset|avon-and-somerset",
                "Devon & Cornwall|devon-and-cornwall",
                "London, City of|city-of-london",
                "Metropolitan Police|metropolitan",
                "Dyfed-Powys|dyfed-powys"
            })
    void names_a_force_as_open_data_files_do(String name, String slug) {
        assertThat(ForceSlug.of(name)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"le1 1aa", "LE11AA", " LE1  1AA "})
    void knows_a_postcode_however_it_is_typed(String typed) {
        assertThat(Postcodes.written(typed)).contains("LE1 1AA");
    }

    @Test
    void finds_a_postcode_among_other_words() {
        assertThat(Postcodes.in("12 Long Row, Testham, ts1 2ab, by the gate")).contains("TS1 2AB");
        assertThat(Postcodes.in("12 Long Row")).isEmpty();
        assertThat(Postcodes.written("12 Long Row, TS1 2AB")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Leicester", "E01013600", "LE1", "1AA", ""})
    void does_not_take_other_words_for_a_postcode(String typed) {
        assertThat(Postcodes.written(typed)).isEmpty();
    }

    @Test
    void refuses_a_code_that_is_none() {
        assertThatThrownBy(() -> new Area("e01013600", AreaKind.WARD, "Abbey"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Area("E01013600", AreaKind.WARD, " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_points_off_the_globe() {
        assertThatThrownBy(() -> new GeoPoint(181, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GeoPoint(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GridPoint(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knows_a_file_by_its_header_whatever_else_stands_there() {
        assertThat(Dataset.ofHeader(Set.of("lsoa21_code", "total_residents", "total_households", "more")))
                .contains(Dataset.CENSUS_2021);
        assertThat(Dataset.ofHeader(Set.of("lsoa21_code", "total_residents"))).isEmpty();
        assertThat(Dataset.ofProperties(Set.of("lsoa11_name", "lsoa11_code", "ltla24_name", "csp24_name")))
                .contains(Dataset.BOUNDARY_LSOA_2011);
        assertThat(Dataset.ofProperties(Set.of("ltla24_name", "ltla24_code"))).contains(Dataset.BOUNDARY_DISTRICT);
        assertThat(Dataset.ofProperties(Set.of("precinct"))).isEmpty();
    }

    @Test
    void every_file_fits_the_staging_table() {
        for (Dataset dataset : Dataset.values()) {
            assertThat(dataset.fields().size()).as(dataset.name()).isLessThanOrEqualTo(Dataset.MOST_FIELDS);
        }
    }

    @Test
    void an_outline_keeps_parts_and_holes_apart() {
        Outline outline = Outlines.parse(
                "X01000001",
                "[[[[0,52],[1,52],[1,53],[0,52]],[[0.5,52.1],[0.6,52.1],[0.6,52.2],[0.5,52.1]]],"
                        + "[[[-1,51],[-1,50],[-2,51],[-1,51]]]]");

        assertThat(outline.polygons()).hasSize(2);
        assertThat(outline.polygons().getFirst()).hasSize(2);
        assertThat(outline.rings()).hasSize(3);
        assertThat(outline.rings().get(2))
                .isEqualTo(List.of(
                        new GeoPoint(-1, 51), new GeoPoint(-1, 50), new GeoPoint(-2, 51), new GeoPoint(-1, 51)));
    }
}
