package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.frith.platform.foundation.identity.SignInRules.Tries;
import uk.frith.platform.foundation.identity.SignInRules.Turn;

class SignInRulesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void six_tries_are_allowed_and_the_seventh_is_not() {
        Tries tries = Tries.none(NOON);
        for (int i = 1; i <= 6; i++) {
            Turn turn = SignInRules.take(tries, NOON);
            assertThat(turn).isInstanceOf(Turn.Allowed.class);
            tries = ((Turn.Allowed) turn).then();
            assertThat(tries.failures()).isEqualTo(i);
        }
        assertThat(tries.lockedUntil()).contains(NOON.plus(Duration.ofMinutes(30)));
        assertThat(SignInRules.take(tries, NOON)).isEqualTo(new Turn.LockedOut());
    }

    @Test
    void a_pause_ends_after_thirty_minutes_to_the_second() {
        Tries locked = new Tries(6, NOON, Optional.of(NOON.plusSeconds(1800)));
        assertThat(SignInRules.take(locked, NOON.plusSeconds(1799))).isEqualTo(new Turn.LockedOut());
        assertThat(SignInRules.take(locked, NOON.plusSeconds(1800)))
                .isEqualTo(new Turn.Allowed(new Tries(1, NOON.plusSeconds(1800), Optional.empty())));
    }

    @Test
    void being_locked_out_does_not_grow_longer_by_trying() {
        Tries locked = new Tries(6, NOON, Optional.of(NOON.plusSeconds(1800)));
        assertThat(SignInRules.take(locked, NOON.plusSeconds(60))).isEqualTo(new Turn.LockedOut());
        assertThat(locked.lockedUntil()).contains(NOON.plusSeconds(1800));
    }

    @Test
    void failures_older_than_the_pause_are_forgotten() {
        Tries five = new Tries(5, NOON, Optional.empty());
        assertThat(SignInRules.take(five, NOON.plusSeconds(1799)))
                .isEqualTo(new Turn.Allowed(new Tries(6, NOON.plusSeconds(1799), Optional.of(NOON.plusSeconds(3599)))));
        assertThat(SignInRules.take(five, NOON.plusSeconds(1800)))
                .isEqualTo(new Turn.Allowed(new Tries(1, NOON.plusSeconds(1800), Optional.empty())));
    }

    @Test
    void a_right_password_without_its_code_gives_back_its_own_try_and_no_other() {
        Tries taken = new Tries(6, NOON, Optional.of(NOON.plusSeconds(1800)));
        assertThat(SignInRules.giveBack(taken)).isEqualTo(new Tries(5, NOON, Optional.empty()));
        assertThat(SignInRules.giveBack(Tries.none(NOON)).failures()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/patterns/leicestershire?from=2021-01", "/oversight/audit?act=REFUSAL&day="})
    void a_path_within_the_service_is_kept(String path) {
        assertThat(SignInRules.localPath(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "patterns",
                "//elsewhere.example",
                "///elsewhere.example",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "https://elsewhere.example/",
                "javascript:alert(1)",
                "/a b",
                "/a\nSet-Cookie: x=y",
                "/caf\u00e9",
                "/%zz"
            })
    void a_path_that_could_lead_elsewhere_becomes_the_start(String path) {
        assertThat(SignInRules.localPath(path)).isEqualTo("/");
    }

    @Test
    void an_address_is_compared_without_spaces_and_in_small_letters() {
        assertThat(SignInRules.address("  Ann.Example@Police.Example ")).isEqualTo("ann.example@police.example");
    }
}
