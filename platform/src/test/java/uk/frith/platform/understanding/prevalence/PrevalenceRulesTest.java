package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.frith.patterns.Neighbours;

class PrevalenceRulesTest {

    private static final Period MARCH = new Period(YearMonth.of(2021, 3), YearMonth.of(2021, 3));

    static Basis row(int areas, OptionalInt people) {
        List<Basis.Ground> grounds = new ArrayList<>();
        for (int i = 0; i < areas; i++) {
            grounds.add(new Basis.Ground(
                    String.format("E%08d", i), "Area " + i, people, OptionalInt.of(i % 10 + 1), "District"));
        }
        int[] from = IntStream.range(0, areas - 1).toArray();
        int[] to = IntStream.range(1, areas).toArray();
        return new Basis(grounds, Neighbours.of(areas, from, to), true);
    }

    static Tally tally(List<Long> now, List<Long> before, YearMonth... present) {
        NavigableSet<YearMonth> months = new TreeSet<>(List.of(present));
        return new Tally(now, before, 3, 2, 1, 0, new TreeMap<>(), new TreeMap<>(), months);
    }

    private static List<Long> all(int areas, long count) {
        return IntStream.range(0, areas).mapToObj(i -> count).toList();
    }

    private static final YearMonth NOW = YearMonth.of(2021, 3);
    private static final YearMonth THEN = YearMonth.of(2020, 3);

    @Test
    void what_has_no_place_is_in_the_total_and_in_no_rate() {
        Figures figures = PrevalenceRules.figures(
                MARCH,
                HeatOn.COUNT,
                row(2, OptionalInt.of(1000)),
                tally(List.of(10L, 20L), List.of(8L, 20L), NOW, THEN));

        assertThat(figures.total()).isEqualTo(35);
        assertThat(figures.placed()).isEqualTo(30);
        assertThat(figures.rate().orElseThrow().perThousand()).isCloseTo(15, within(1e-12));
        assertThat(figures.change()).isInstanceOfSatisfying(Change.Compared.class, compared -> {
            assertThat(compared.before()).isEqualTo(29);
            assertThat(compared.ratio()).isCloseTo(35 / 29.0, within(1e-12));
        });
    }

    @Test
    void a_month_without_data_is_never_counted_as_nought() {
        Figures figures = PrevalenceRules.figures(
                MARCH, HeatOn.COUNT, row(2, OptionalInt.of(1000)), tally(List.of(10L, 20L), List.of(0L, 0L), NOW));

        assertThat(figures.change()).isEqualTo(new Change.MonthsMissing(new TreeSet<>(List.of(THEN))));
        assertThat(figures.areas()).allMatch(area -> area.change() instanceof Change.MonthsMissing);
    }

    @Test
    void without_residents_there_is_no_rate() {
        Figures figures = PrevalenceRules.figures(
                MARCH, HeatOn.COUNT, row(2, OptionalInt.empty()), tally(List.of(1L, 2L), List.of(1L, 2L), NOW, THEN));

        assertThat(figures.rate()).isEmpty();
        assertThat(figures.people()).isEmpty();
        assertThat(figures.areas())
                .allMatch(area -> area.rate().isEmpty() && area.smoothed().isEmpty());
    }

    @Test
    void fewer_than_thirty_areas_are_not_judged() {
        Figures few = PrevalenceRules.figures(
                MARCH, HeatOn.COUNT, row(29, OptionalInt.of(1000)), tally(all(29, 5), all(29, 5), NOW, THEN));
        Figures enough = PrevalenceRules.figures(
                MARCH, HeatOn.COUNT, row(30, OptionalInt.of(1000)), tally(all(30, 5), all(30, 5), NOW, THEN));

        assertThat(few.heat()).isEqualTo(new HeatFinding.TooFewAreas(29));
        assertThat(few.areas())
                .allMatch(area -> area.heat() == Heat.UNJUDGED && area.z().isEmpty());
        assertThat(enough.heat()).isEqualTo(new HeatFinding.Judged(30, 0, 0, HeatOn.COUNT));
    }

    @Test
    void a_planted_cluster_is_hot_and_the_rest_is_not() {
        List<Long> counts = new ArrayList<>(all(100, 5));
        for (int i = 40; i < 44; i++) {
            counts.set(i, 60L);
        }
        Figures figures = PrevalenceRules.figures(
                MARCH, HeatOn.COUNT, row(100, OptionalInt.of(1000)), tally(counts, all(100, 5), NOW, THEN));

        assertThat(figures.areas().get(41).heat()).isEqualTo(Heat.HOT);
        assertThat(figures.areas().get(42).heat()).isEqualTo(Heat.HOT);
        assertThat(figures.areas().get(90).heat()).isEqualTo(Heat.NEITHER);
    }

    @Test
    void rates_of_areas_without_residents_are_not_judged() {
        assertThat(PrevalenceRules.figures(
                                MARCH,
                                HeatOn.RATE,
                                row(40, OptionalInt.empty()),
                                tally(all(40, 5), all(40, 5), NOW, THEN))
                        .heat())
                .isEqualTo(new HeatFinding.NoPopulation(40));
    }

    @Test
    void too_little_is_not_judged() {
        assertThat(PrevalenceRules.figures(
                                MARCH,
                                HeatOn.COUNT,
                                row(40, OptionalInt.of(1000)),
                                tally(all(40, 0), all(40, 0), NOW, THEN))
                        .heat())
                .isEqualTo(new HeatFinding.TooFewIncidents(0, 40));
    }

    @Test
    void the_series_breaks_where_a_month_is_missing() {
        Figures figures = PrevalenceRules.figures(
                MARCH,
                HeatOn.COUNT,
                row(2, OptionalInt.of(1000)),
                tally(List.of(1L, 1L), List.of(1L, 1L), YearMonth.of(2021, 1), NOW));

        assertThat(figures.months()).hasSize(3);
        assertThat(figures.months().get(1).count()).isEmpty();
        assertThat(figures.months().get(2).count()).hasValue(0);
        assertThat(figures.years().getLast().present()).isEqualTo(2);
        assertThat(figures.years().getLast().whole()).isFalse();
    }
}
