package uk.frith.platform.foundation.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names on a map. */
class MapNamesTest {

    @Test
    void a_name_is_written_where_there_is_room_and_left_out_where_it_would_lie_on_another() {
        MapNames names = new MapNames(300);
        assertThat(names.at("Upper & Lower", 100, 50, 11, "#000")).contains("x=\"100\"", ">Upper &amp; Lower<");
        assertThat(names.at("Other", 110, 52, 11, "#000")).isEmpty();
        assertThat(names.at("Other", 110, 90, 11, "#000")).contains(">Other<");
        assertThat(names.at("At the edge", 5, 150, 11, "#000")).isEmpty();
    }
}
