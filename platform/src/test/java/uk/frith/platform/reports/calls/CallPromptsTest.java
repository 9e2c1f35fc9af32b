package uk.frith.platform.reports.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What looks mistyped, and how lines were understood. */
class CallPromptsTest {

    @Test
    void a_number_is_checked_for_its_digits_and_never_refused() {
        assertThat(CallPrompts.checks(Typed.of(Map.of("phone", "0113 496 0123")), Optional.empty()))
                .isEmpty();
        assertThat(CallPrompts.checks(Typed.of(Map.of("phone", "+44 (0)113 496 0123")), Optional.empty()))
                .isEmpty();
        assertThat(CallPrompts.checks(Typed.of(Map.of("phone", "+33 1 99 00 12 34")), Optional.empty()))
                .isEmpty();
        assertThat(CallPrompts.checks(Typed.of(Map.of("phone", "0113 496")), Optional.empty()))
                .singleElement()
                .asString()
                .contains("7 digits");
        assertThat(CallPrompts.checks(Typed.of(Map.of("phone", "0113 496 0123 45")), Optional.empty()))
                .hasSize(1);
        assertThat(CallPrompts.checks(Typed.of(Map.of("phone", "1")), Optional.empty()))
                .singleElement()
                .asString()
                .contains("1 digit;");
    }

    @Test
    void a_postcode_that_is_not_known_is_read_back() {
        Typed typed = Typed.of(Map.of("location", "12 Long Row, Testham TS1 2AB"));

        assertThat(CallPrompts.checks(typed, Optional.of("TS1 2AB")))
                .singleElement()
                .asString()
                .contains("TS1 2AB");
        assertThat(CallPrompts.checks(typed, Optional.empty())).isEmpty();
    }

    @Test
    void a_moment_that_is_none_is_said() {
        assertThat(CallPrompts.checks(Typed.of(Map.of("reported", "yesterday")), Optional.empty()))
                .hasSize(1);
        assertThat(CallPrompts.checks(Typed.of(Map.of("reported", "2026-11-26 21:40")), Optional.empty()))
                .isEmpty();
    }

    @Test
    void lines_say_how_they_were_understood() {
        Typed typed = Typed.of(Map.of("affected", "07700 900 123", "evidence", "photo of the stairs", "heldBy", "Ada"));

        assertThat(CallPrompts.understood(typed))
                .containsExactly(
                        "Somebody without a name, 07700 900 123: not spoken to yet",
                        "Photo: photo of the stairs, with Ada");
    }
}
