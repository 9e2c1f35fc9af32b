package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.frith.patterns.Concentration;
import uk.frith.patterns.Neighbours;

/**
 * Leicestershire's antisocial behaviour of 2021 against figures that R 4.2.2 (spdep 1.2-7, {@code poisson.test}) gave for
 * the same files.
 */
class LeicestershireTest {

    private static final String EXPECTED = "hotspot/getis_moran/leicestershire_asb2021_spdep_expected.csv.gz";

    static Figures figures(HeatOn on) {
        List<String[]> rows = RealData.rows(EXPECTED);
        Map<String, OptionalInt> deciles = new HashMap<>();
        RealData.rows("reference/imd2019_england_lsoa11.csv.gz")
                .forEach(row -> deciles.put(row[0].replace("\"", ""), OptionalInt.of(Integer.parseInt(row[1]))));
        List<Basis.Ground> grounds = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        Map<String, Integer> at = new HashMap<>();
        for (String[] row : rows) {
            at.put(row[0], grounds.size());
            grounds.add(new Basis.Ground(
                    row[0],
                    row[0],
                    OptionalInt.of(Integer.parseInt(row[2])),
                    deciles.getOrDefault(row[0], OptionalInt.empty()),
                    ""));
            counts.add(Long.parseLong(row[1]));
        }
        List<String[]> pairs = RealData.rows("hotspot/getis_moran/leicestershire_lsoa11_queen_neighbours.csv.gz");
        int[] from = pairs.stream().mapToInt(row -> at.get(row[0])).toArray();
        int[] to = pairs.stream().mapToInt(row -> at.get(row[1])).toArray();
        NavigableMap<YearMonth, Long> months = new TreeMap<>();
        RealData.rows("hotspot/its_wdd/leicestershire_asb_monthly.csv.gz")
                .forEach(row -> months.put(YearMonth.parse(row[0]), Long.parseLong(row[1])));
        Period year = new Period(YearMonth.of(2021, 1), YearMonth.of(2021, 12));
        long before = year.yearBefore().months().stream().mapToLong(months::get).sum();
        long placed = counts.stream().mapToLong(Long::longValue).sum();
        long all = year.months().stream().mapToLong(months::get).sum();
        Tally tally = new Tally(
                counts,
                counts.stream().map(count -> 0L).toList(),
                0,
                all - placed,
                0,
                before,
                months,
                new TreeMap<>(),
                months.navigableKeySet());
        return PrevalenceRules.figures(
                year, on, new Basis(grounds, Neighbours.of(grounds.size(), from, to), true), tally);
    }

    @Test
    void totals_rate_and_concentration_are_those_of_r() {
        Figures figures = figures(HeatOn.COUNT);

        assertThat(figures.total()).isEqualTo((long) expected("asb_rows_2021_all"));
        assertThat(figures.placed()).isEqualTo((long) expected("asb_rows_2021_in_force_lsoas"));
        assertThat(figures.rate().orElseThrow().perThousand()).isCloseTo(expected("crude_rate_per_1000"), within(1e-8));
        Concentration found = (Concentration) figures.concentration();
        assertThat(found.gini()).isCloseTo(expected("gini_lsoa_counts"), within(1e-8));
        assertThat(found.placesHolding(0.5)).isEqualTo((int) expected("lsoas_holding_50pct_of_asb"));
    }

    @Test
    void hot_areas_are_those_of_r() {
        Figures figures = figures(HeatOn.COUNT);

        HeatFinding.Judged judged = (HeatFinding.Judged) figures.heat();
        assertThat(judged.hot()).isEqualTo((int) expected("gistar_bh_fdr05_hot"));
        List<String[]> rows = RealData.rows(EXPECTED);
        for (int i = 0; i < rows.size(); i++) {
            AreaFigures area = figures.areas().get(i);
            assertThat(area.z().orElseThrow()).isCloseTo(Double.parseDouble(rows.get(i)[6]), within(1e-8));
            assertThat(area.q().orElseThrow()).isCloseTo(Double.parseDouble(rows.get(i)[9]), within(1e-8));
            assertThat(area.rate().orElseThrow().perThousand())
                    .isCloseTo(Double.parseDouble(rows.get(i)[3]), within(1e-8));
            assertThat(area.smoothed().orElseThrow()).isCloseTo(Double.parseDouble(rows.get(i)[12]), within(1e-8));
        }
    }

    @Test
    void hot_areas_by_rate_have_the_scores_of_r() {
        Figures figures = figures(HeatOn.RATE);

        List<String[]> rows = RealData.rows(EXPECTED);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(figures.areas().get(i).z().orElseThrow())
                    .isCloseTo(Double.parseDouble(rows.get(i)[7]), within(1e-8));
        }
    }

    @Test
    void rates_by_deprivation_have_the_exact_intervals_of_r() {
        List<Figures.Decile> deciles = figures(HeatOn.COUNT).deciles();

        List<String[]> rows =
                RealData.rows("hotspot/rates_smoothing/leicestershire_asb2021_by_imd_decile_expected.csv.gz");
        for (int i = 0; i < 10; i++) {
            String[] row = rows.get(i);
            Figures.Decile decile = deciles.get(i);
            assertThat(decile.count()).isEqualTo(Long.parseLong(row[1]));
            assertThat(decile.people()).isEqualTo(Long.parseLong(row[2]));
            RateFigure rate = decile.rate().orElseThrow();
            assertThat(rate.perThousand()).isCloseTo(Double.parseDouble(row[3]), within(1e-8));
            assertThat(rate.lower()).isCloseTo(Double.parseDouble(row[4]), within(1e-8));
            assertThat(rate.upper()).isCloseTo(Double.parseDouble(row[5]), within(1e-8));
        }
    }

    @Test
    void the_head_of_the_page_says_it_in_three_sentences() {
        assertThat(PrevalenceSentences.headline(figures(HeatOn.COUNT), Category.ASB, Unit.LSOA))
                .containsExactly(
                        "10,132 incidents, 9.1 per 1,000 residents.",
                        "Fell 26\u00a0% on 2020 (95\u00a0% interval 24 to 28).",
                        "30\u00a0of\u00a0611 areas are hot after allowing for chance; half of it all happens in 115.");
    }

    private static double expected(String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": ([-0-9.e]+)")
                .matcher(RealData.text("hotspot/getis_moran/leicestershire_asb2021_global_expected.json"));
        assertThat(matcher.find()).as(name).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
