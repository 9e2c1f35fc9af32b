package uk.frith.platform.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingRulesTest {

    @Test
    void a_count_below_ten_is_not_shown() {
        assertThat(WordingRules.shown(0)).isEqualTo("Fewer than 10");
        assertThat(WordingRules.shown(9)).isEqualTo("Fewer than 10");
        assertThat(WordingRules.shown(10)).isEqualTo("10");
    }

    @Test
    void a_trend_is_told_only_beyond_chance_and_never_of_few() {
        assertThat(WordingRules.trend(9, 0, true)).isEqualTo("Too few to say");
        assertThat(WordingRules.trend(12, 10, true)).isEqualTo("No clear change");
        assertThat(WordingRules.trend(30, 10, true)).isEqualTo("More often");
        assertThat(WordingRules.trend(10, 30, true)).isEqualTo("Less often");
        assertThat(WordingRules.trend(30, 10, false)).isEqualTo("Too early to say");
        assertThat(WordingRules.trend(9, 0, false)).isEqualTo("Too few to say");
        // Exactly 1.96 standard deviations apart is still within chance.
        assertThat(WordingRules.trend(10, 10, true)).isEqualTo("No clear change");
    }
}
