package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final String ADDRESS = "ann.example@police.example";

    @Test
    void twelve_characters_are_enough_and_eleven_are_not() {
        assertThat(PasswordRules.problem("kettle river", ADDRESS)).isEmpty();
        assertThat(PasswordRules.problem("kettle rive", ADDRESS)).contains("Password must be 12 characters or more");
    }

    @Test
    void characters_are_counted_and_not_their_halves() {
        assertThat(PasswordRules.problem("\uD83D\uDE00".repeat(6), ADDRESS))
                .contains("Password must be 12 characters or more");
    }

    @Test
    void two_hundred_characters_are_taken_and_one_more_is_not() {
        assertThat(PasswordRules.problem("abcdefghij".repeat(20), ADDRESS)).isEmpty();
        assertThat(PasswordRules.problem("abcdefghij".repeat(20) + "k", ADDRESS))
                .contains("Password must be 200 characters or fewer");
    }

    @Test
    void the_address_is_refused_in_any_letters_and_with_anything_around_it() {
        assertThat(PasswordRules.problem("Ann.Example@Police.Example", ADDRESS)).isPresent();
        assertThat(PasswordRules.problem("xx-ANN.example-2026", ADDRESS)).isPresent();
    }

    @Test
    void a_name_of_three_letters_is_no_reason_to_refuse() {
        assertThat(PasswordRules.problem("kettle ann river", "ann@police.example"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "PassWord1234", "policeofficer", "aaaaaaaaaaaa", "abababababab"})
    void what_is_guessed_first_is_refused(String password) {
        assertThat(PasswordRules.problem(password, ADDRESS))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("harder to guess"));
    }
}
