package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void rates_have_as_many_digits_as_carry_something() {
        assertThat(Words.rate(1234.4)).isEqualTo("1,234");
        assertThat(Words.rate(99.96)).isEqualTo("100");
        assertThat(Words.rate(12.84)).isEqualTo("12.8");
        assertThat(Words.rate(0.434)).isEqualTo("0.43");
        assertThat(Words.rate(0)).isEqualTo("0.0");
    }

    @Test
    void a_change_has_its_sign_and_nought_has_none() {
        assertThat(Words.signedPercent(-0.083)).isEqualTo("\u22128\u00a0%");
        assertThat(Words.signedPercent(0.05)).isEqualTo("+5\u00a0%");
        assertThat(Words.signedPercent(-0.001)).isEqualTo("0\u00a0%");
        assertThat(Words.signedPercent(Double.POSITIVE_INFINITY)).isEqualTo("no end");
    }

    @Test
    void months_that_follow_one_another_are_said_together() {
        TreeSet<YearMonth> months = new TreeSet<>(List.of(
                YearMonth.of(2020, 6),
                YearMonth.of(2020, 8),
                YearMonth.of(2020, 9),
                YearMonth.of(2020, 12),
                YearMonth.of(2021, 1)));

        assertThat(Words.months(months))
                .isEqualTo("June 2020, August to September 2020 and December 2020 to January 2021");
        assertThat(Words.months(new TreeSet<>())).isEmpty();
    }
}
