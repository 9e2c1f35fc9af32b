package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Grid references as people type them. */
class PlaceRulesTest {

    @Test
    void a_grid_reference_is_read_with_the_letters_of_its_square_and_in_metres() {
        // Ordnance Survey, A guide to coordinate systems in Great Britain: Caister water tower, TG 51409 13177.
        assertThat(PlaceRules.gridReference("TG 51409 13177")).contains(new GridReference(651_409.5, 313_177.5));
        assertThat(PlaceRules.gridReference("tg5140913177")).contains(new GridReference(651_409.5, 313_177.5));
        assertThat(PlaceRules.gridReference("SK 587 043")).contains(new GridReference(458_750, 304_350));
        assertThat(PlaceRules.gridReference("NN 16 71")).contains(new GridReference(216_500, 771_500));
        assertThat(PlaceRules.gridReference("458712, 304311")).contains(new GridReference(458_712, 304_311));
    }

    @Test
    void what_lies_off_the_grid_or_is_none_is_not_read_as_one() {
        for (String typed :
                new String[] {"AA 11 11", "SK 587 04", "SK 5", "999999, 1", "12", "Long Row 12", "TS1 2AB"}) {
            assertThat(PlaceRules.gridReference(typed)).as(typed).isEmpty();
        }
    }
}
