package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpRulesTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, SHA-1: the last six of the eight digits printed there. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void gives_the_codes_that_the_standard_prints(long second, String code) {
        assertThat(TotpRules.code(SECRET, TotpRules.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code);
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writes_base_32_as_the_standard_prints_it(String text, String letters) {
        assertThat(TotpRules.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(letters);
    }

    @Test
    void a_code_counts_one_step_early_and_one_step_late_and_no_further() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = TotpRules.step(now);
        for (long off = -2; off <= 2; off++) {
            OptionalLong accepted = TotpRules.accepted(SECRET, TotpRules.code(SECRET, step + off), now, -1);
            assertThat(accepted).isEqualTo(Math.abs(off) <= 1 ? OptionalLong.of(step + off) : OptionalLong.empty());
        }
    }

    @Test
    void a_code_that_has_been_used_does_not_count_again_nor_one_before_it() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = TotpRules.step(now);
        assertThat(TotpRules.accepted(SECRET, TotpRules.code(SECRET, step), now, step))
                .isEmpty();
        assertThat(TotpRules.accepted(SECRET, TotpRules.code(SECRET, step - 1), now, step))
                .isEmpty();
        assertThat(TotpRules.accepted(SECRET, TotpRules.code(SECRET, step + 1), now, step))
                .hasValue(step + 1);
    }

    @Test
    void spaces_in_a_code_are_overlooked_and_anything_else_is_not() {
        Instant now = Instant.ofEpochSecond(59);
        assertThat(TotpRules.accepted(SECRET, " 287 082 ", now, -1)).hasValue(1);
        assertThat(TotpRules.accepted(SECRET, "287-082", now, -1)).isEmpty();
        assertThat(TotpRules.accepted(SECRET, "", now, -1)).isEmpty();
    }
}
