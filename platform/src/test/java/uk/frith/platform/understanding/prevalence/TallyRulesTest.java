package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.intake.AreaMonthCount;

class TallyRulesTest {

    private static final YearMonth NOW = YearMonth.of(2021, 3);
    private static final YearMonth THEN = YearMonth.of(2020, 3);
    private static final Period MARCH = new Period(NOW, NOW);
    private static final Frame FRAME = Frame.ofWhatOccurs(List.of("E01000001", "E01000002"), Map.of());

    private static final List<AreaMonthCount> COUNTED = List.of(
            new AreaMonthCount("E01000001", NOW, 5),
            new AreaMonthCount("E01000001", THEN, 7),
            new AreaMonthCount("E01000009", NOW, 2),
            new AreaMonthCount("", NOW, 3));

    private static Tally tally(boolean onlyInside, UnaryOperator<String> carrying) {
        return TallyRules.tally(
                MARCH, FRAME, COUNTED, COUNTED, new TreeSet<>(List.of(THEN, NOW)), onlyInside, carrying);
    }

    @Test
    void each_row_counts_in_its_area_elsewhere_or_nowhere() {
        Tally tally = tally(false, UnaryOperator.identity());

        assertThat(tally.now()).containsExactly(5L, 0L);
        assertThat(tally.before()).containsExactly(7L, 0L);
        assertThat(tally.nowhere()).isEqualTo(3);
        assertThat(tally.elsewhere()).isEqualTo(2);
        assertThat(tally.total()).isEqualTo(10);
        assertThat(tally.months()).containsEntry(NOW, 10L);
    }

    @Test
    void of_a_district_only_what_lies_in_it_counts() {
        Tally tally = tally(true, UnaryOperator.identity());

        assertThat(tally.total()).isEqualTo(5);
        assertThat(tally.months()).containsEntry(NOW, 5L);
    }

    @Test
    void a_code_of_the_other_census_counts_where_it_is_certain() {
        UnaryOperator<String> carrying =
                TallyRules.carrying(Set.of("E01000001", "E01000002"), Map.of("E01000009", "E01000002"));
        Tally tally = tally(false, carrying);

        assertThat(tally.now()).containsExactly(5L, 2L);
        assertThat(tally.elsewhere()).isZero();
        assertThat(TallyRules.carriedOver(MARCH, COUNTED, carrying)).isEqualTo(2);
    }

    @Test
    void the_rest_is_other_crime() {
        List<AreaMonthCount> all = List.of(new AreaMonthCount("", NOW, 50));
        Tally tally = TallyRules.tally(
                MARCH, FRAME, COUNTED, all, new TreeSet<>(List.of(NOW)), false, UnaryOperator.identity());

        assertThat(tally.others()).containsEntry(NOW, 40L);
    }
}
