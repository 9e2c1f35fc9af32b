package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PrevalenceSentencesTest {

    private static final YearMonth NOW = YearMonth.of(2021, 3);
    private static final YearMonth THEN = YearMonth.of(2020, 3);

    private static List<String> said(long now, long before, YearMonth... present) {
        Figures figures = PrevalenceRules.figures(
                new Period(NOW, NOW),
                HeatOn.COUNT,
                PrevalenceRulesTest.row(2, OptionalInt.of(1000)),
                PrevalenceRulesTest.tally(List.of(now, now), List.of(before, before), present));
        return PrevalenceSentences.headline(figures, Category.ASB, Unit.LSOA);
    }

    @Test
    void a_fall_is_said_with_its_interval() {
        assertThat(said(100, 200, NOW, THEN).get(1))
                .isEqualTo("Fell 49\u00a0% on March 2020 (95\u00a0% interval 39 to 57).");
    }

    @Test
    void what_chance_could_have_made_is_no_clear_change() {
        assertThat(said(100, 105, NOW, THEN).get(1)).startsWith("No clear change on March 2020 (");
    }

    @Test
    void without_a_month_there_is_no_comparison() {
        assertThat(said(100, 0, NOW).get(1))
                .isEqualTo("No comparison with March 2020: there are no data for March 2020.");
    }

    @Test
    void a_missing_month_is_said_in_the_first_sentence() {
        assertThat(said(100, 0, THEN).getFirst()).endsWith("in 0 of 1 months: there are no data for March 2021.");
    }

    @Test
    void too_few_areas_are_said_to_be_too_few() {
        assertThat(said(100, 90, NOW, THEN).get(2))
                .isEqualTo("Hot areas aren't looked for among 2 areas: it takes 30. "
                        + "Half of it all happens in 1 of 2 areas.");
    }
}
