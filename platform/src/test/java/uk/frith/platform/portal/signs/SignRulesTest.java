package uk.frith.platform.portal.signs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignRulesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T20:10:00Z");

    private static List<String> health(long lastHour, long busiest, Duration ago, boolean damaged) {
        return SignRules.health(
                new SignRules.Use(
                        lastHour, busiest, Optional.of(NOW.minus(ago)), NOW.minus(Duration.ofDays(300)), damaged),
                NOW);
    }

    @Test
    void a_sign_that_is_read_now_and_then_is_well() {
        assertThat(health(3, 9, Duration.ofHours(1), false)).isEmpty();
        assertThat(health(70, 40, Duration.ofHours(1), false)).isEmpty();
    }

    @Test
    void a_sign_that_is_flooded_silent_or_damaged_says_so() {
        assertThat(health(400, 9, Duration.ofMinutes(1), false)).containsExactly("Flood: read 400 times this hour");
        assertThat(health(0, 9, Duration.ofDays(61), false)).containsExactly("Silent: nobody has read it for 61 days");
        assertThat(health(0, 9, Duration.ofDays(1), true)).containsExactly("Reported damaged");
    }

    @Test
    void a_sign_that_nobody_ever_read_is_silent_from_when_it_was_made() {
        Instant made = NOW.minus(Duration.ofDays(90));
        assertThat(SignRules.health(new SignRules.Use(0, 0, Optional.empty(), made, false), NOW))
                .containsExactly("Silent: nobody has read it for 90 days");
        assertThat(SignRules.health(new SignRules.Use(0, 0, Optional.empty(), NOW, false), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SK 587 043", "sk587043", "TQ 30 80", "SK 5870 0430", "SK 58700 04300"})
    void a_grid_reference_is_known_however_it_is_written(String typed) {
        assertThat(SignRules.grid(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SK 58 043", "587 043", "SI 58 04", "SK", "SK 5870043", "<b>"})
    void what_is_no_grid_reference_is_said_to_be_none(String typed) {
        assertThat(SignRules.grid(typed)).isEmpty();
    }

    @Test
    void a_sign_has_a_name_a_place_a_kind_and_one_to_five_questions() {
        assertThat(SignRules.faults(new SignRules.Typed("", "", "", "x", "", "")))
                .extracting(SignRules.Fault::field)
                .containsExactly("name", "place", "kind", "grid", "questions");
        assertThat(SignRules.faults(new SignRules.Typed("Gate", "GATE", "Mill Lane", "", "", "Safe?\r\n\r\nClean?")))
                .isEmpty();
        assertThat(SignRules.faults(new SignRules.Typed("Gate", "GATE", "Mill Lane", "", "", "1\n2\n3\n4\n5\n6")))
                .extracting(SignRules.Fault::field)
                .containsExactly("questions");
    }
}
