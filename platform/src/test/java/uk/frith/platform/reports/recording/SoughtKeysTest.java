package uk.frith.platform.reports.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The same caller and the same place, however they are written. */
class SoughtKeysTest {

    @Test
    void a_number_has_the_same_key_however_it_is_dialled() {
        assertThat(List.of("0113 496 0123", "+44 113 4960123", "0044-113-496-0123", "+44 (0)113 496 0123"))
                .allSatisfy(number -> assertThat(SoughtKeys.phones(number)).contains("1134960123"));
        assertThat(SoughtKeys.phones("0113 496 0124")).doesNotContain("1134960123");
    }

    @Test
    void a_name_is_found_with_its_title_and_without_and_last_name_first() {
        assertThat(SoughtKeys.names("Mrs  ADA Example")).contains("ada example", "mrs ada example");
        assertThat(SoughtKeys.names("Example, Ada")).contains("ada example");
        assertThat(SoughtKeys.names("Ada Example")).contains("dr ada example").doesNotContain("example ada");
        assertThat(SoughtKeys.names("O'Brien-Łukasz")).contains("o brien łukasz");
    }

    @Test
    void a_place_is_found_with_its_postcode_and_without_and_with_its_street_shortened() {
        assertThat(SoughtKeys.places("12, Long Rd., Testham TS1 2AB"))
                .contains("12longrdtesthamts12ab", "12longrdtestham", "12longroadtestham", "12longroadtesthamts12ab");
        assertThat(SoughtKeys.places("12 Long Road, Testham")).contains("12longrdtestham");
        assertThat(SoughtKeys.places("13 Long Road, Testham")).doesNotContain("12longroadtestham");
    }

    @Test
    void what_is_not_known_finds_nothing() {
        assertThat(SoughtKeys.phones(" - ")).containsExactly("-");
        assertThat(SoughtKeys.names("42")).containsExactly("-");
        assertThat(SoughtKeys.places("...")).containsExactly("-");
    }
}
