package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.frith.platform.foundation.sheets.SheetRow;
import uk.frith.platform.reports.integrity.ForceRules.Beside;
import uk.frith.platform.reports.integrity.ForceRules.Figure;
import uk.frith.platform.reports.integrity.ForceRules.Kept;

class ForceRulesTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    static List<Kept> forces() {
        return Stream.of(
                        of("Kent", 180, 740, 80),
                        of("Alike", 90, 110, 3),
                        of("Tiny", 1, 2, 0),
                        List.of(new Figure("Half", MARCH, MARCH, Sorting.PERSONAL, 400)))
                .flatMap(List::stream)
                .map(figure -> new Kept(figure, "a letter, 1 Apr 2026"))
                .toList();
    }

    private static List<Figure> of(String force, long personal, long nuisance, long environmental) {
        return List.of(
                new Figure(force, MARCH, MARCH, Sorting.PERSONAL, personal),
                new Figure(force, MARCH, MARCH, Sorting.NUISANCE, nuisance),
                new Figure(force, MARCH, MARCH, Sorting.ENVIRONMENTAL, environmental));
    }

    /** Against the definition, summed cell by cell in another order. */
    @Test
    void the_test_is_pearsons_of_homogeneity_with_two_degrees_of_freedom() {
        double statistic = -2 * Math.log(ForceRules.p(List.of(90L, 110L, 30L), List.of(180L, 740L, 80L)));
        double[][] rows = {{90, 110, 30}, {180, 740, 80}};
        double expected = 0;
        for (double[] row : rows) {
            for (int at = 0; at < 3; at++) {
                double all = row[0] + row[1] + row[2];
                double mean = (rows[0][at] + rows[1][at]) * all / 1230;
                expected += (row[at] - mean) * (row[at] - mean) / mean;
            }
        }
        assertThat(statistic).isCloseTo(expected, within(1e-9));
    }

    @Test
    void each_force_is_held_against_ones_own_and_against_the_nation_and_small_or_halved_ones_are_not_judged() {
        List<Beside> beside = ForceRules.beside(List.of(900L, 1100L, 30L), forces(), MixRulesTest.NATIONAL);
        assertThat(beside).extracting(Beside::force).containsExactly("Alike", "Half", "Kent", "Tiny");
        assertThat(beside)
                .extracting(Beside::verdict)
                .containsExactly("too few", "not all three categories", "differs", "too few");
        assertThat(beside.get(2).fromNational()).isCloseTo(0, within(1e-12));
        assertThat(beside.get(2).fromOwn()).isCloseTo(900.0 / 2030 - 0.18, within(1e-9));
        assertThat(ForceRules.sentence(beside)).isEqualTo(" Of 1 other force, 1 has another mix than yours.");
    }

    @Test
    void a_row_counts_each_month_of_a_force_once_and_says_which_field_is_wrong() {
        ForceRules.Reader reader = new ForceRules.Reader(MARCH);
        assertThat(reader.read(List.of("Kent", "2025-04/2026-03", "personal", "12")))
                .isEqualTo(
                        new SheetRow.Sound<>(new Figure("Kent", YearMonth.of(2025, 4), MARCH, Sorting.PERSONAL, 12)));
        assertThat(fieldAtFault(reader, "kent", "2026-01", "PERSONAL", "1")).isEqualTo(1);
        assertThat(fieldAtFault(reader, "", "2026-01", "PERSONAL", "1")).isEqualTo(0);
        assertThat(fieldAtFault(reader, "Kent", "2026-04", "NUISANCE", "1")).isEqualTo(1);
        assertThat(fieldAtFault(reader, "Kent", "2026-03/2026-01", "NUISANCE", "1"))
                .isEqualTo(1);
        assertThat(fieldAtFault(reader, "Kent", "March", "NUISANCE", "1")).isEqualTo(1);
        assertThat(fieldAtFault(reader, "Kent", "2026-03", "NOT_ASB", "1")).isEqualTo(2);
        assertThat(fieldAtFault(reader, "Kent", "2026-03", "NUISANCE", "-1")).isEqualTo(3);
        assertThat(fieldAtFault(reader, "Kent", "2026-03", "NUISANCE", "99999999999999999999"))
                .isEqualTo(3);
    }

    private static int fieldAtFault(ForceRules.Reader reader, String... row) {
        return reader.read(List.of(row)) instanceof SheetRow.Faulty<Figure>(int field, String reason) ? field : -1;
    }
}
