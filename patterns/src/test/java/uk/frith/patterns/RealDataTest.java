package uk.frith.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Police open data of Leicestershire, 2021, by area, and the public test data of PySAL, against what R (spdep 1.2-7,
 * {@code poisson.test}), esda and pyMannKendall make of them.
 */
class RealDataTest {
    private static final String FOLDER = "getis_moran/leicestershire_";

    private static RealData.Table expected() {
        return RealData.table(FOLDER + "asb2021_spdep_expected.csv.gz");
    }

    private static Neighbours queen(RealData.Table areas) {
        RealData.Table pairs = RealData.table(FOLDER + "lsoa11_queen_neighbours.csv.gz");
        return RealData.neighbours(areas.words("lsoa11_code"), pairs.words("lsoa11_code"), pairs.words("neighbour"));
    }

    private static double number(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\": *(-?[0-9.eE+-]+)").matcher(json);
        assertThat(matcher.find()).as(name).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void hot_areas_agree_with_spdep_in_z_p_and_q() {
        RealData.Table areas = expected();
        Neighbours queen = queen(areas);
        double[] counts = areas.numbers("asb_count_2021");
        LocalScores scores = GetisOrd.star(counts, queen, Tail.TWO_SIDED);
        assertThat(scores.z().toArray()).containsExactly(areas.numbers("gistar_binary_count_z"), within(1e-10));
        assertThat(scores.p().toArray()).containsExactly(areas.numbers("gistar_count_p_two_sided"), within(1e-10));
        Column q = FalseDiscovery.benjaminiHochberg(scores.p().toArray());
        assertThat(q.toArray()).containsExactly(areas.numbers("gistar_count_p_bh"), within(1e-10));
        assertThat(GetisOrd.withoutSelf(counts, queen, Tail.UPPER).z().toArray())
                .containsExactly(areas.numbers("gi_binary_count_z"), within(1e-10));
        assertThat(GetisOrd.star(areas.numbers("rate_per_1000"), queen, Tail.UPPER)
                        .z()
                        .toArray())
                .containsExactly(areas.numbers("gistar_binary_rate_z"), within(1e-10));
        String whole = RealData.text(FOLDER + "asb2021_global_expected.json");
        assertThat(queen.pairs()).isEqualTo((int) number(whole, "n_links"));
        assertThat(scores.z().stream().filter(z -> z > 1.96).count())
                .isEqualTo((long) number(whole, "gistar_sig_hot_z_gt_1.96"));
        assertThat(scores.z().stream().filter(z -> z > 2.576).count())
                .isEqualTo((long) number(whole, "gistar_sig_hot_z_gt_2.576"));
        long hot = 0;
        for (int area = 0; area < q.size(); area++) {
            hot += q.at(area) < 0.05 && scores.z().at(area) > 0 ? 1 : 0;
        }
        assertThat(hot).isEqualTo((long) number(whole, "gistar_bh_fdr05_hot"));
    }

    @Test
    void smoothed_rates_agree_with_spdep() {
        RealData.Table areas = expected();
        double[] counts = areas.numbers("asb_count_2021");
        double[] people = areas.numbers("population_mid2020");
        SmoothedRates smoothed = EmpiricalBayes.global(counts, people);
        assertThat(thousandfold(smoothed.rates())).containsExactly(areas.numbers("eb_rate_per_1000"), within(1e-10));
        assertThat(thousandfold(EmpiricalBayes.local(counts, people, queen(areas))))
                .containsExactly(areas.numbers("eb_local_rate_per_1000"), within(1e-10));
        String whole = RealData.text(FOLDER + "asb2021_global_expected.json");
        assertThat(1000 * smoothed.overall()).isCloseTo(number(whole, "eb_prior_mean_b_per_1000"), within(1e-11));
        assertThat(smoothed.variance()).isCloseTo(number(whole, "eb_prior_var_a"), within(1e-16));
    }

    private static double[] thousandfold(Column rates) {
        return rates.stream().map(rate -> 1000 * rate).toArray();
    }

    @Test
    void concentration_agrees_with_r() {
        String whole = RealData.text(FOLDER + "asb2021_global_expected.json");
        Concentration found = (Concentration) Concentration.of(expected().numbers("asb_count_2021"));
        assertThat(found.gini()).isCloseTo(number(whole, "gini_lsoa_counts"), within(1e-12));
        assertThat(found.shareInBusiest(0.05))
                .isCloseTo(number(whole, "share_of_asb_in_top_5pct_lsoas"), within(1e-12));
        assertThat(found.placesHolding(0.5)).isEqualTo((int) number(whole, "lsoas_holding_50pct_of_asb"));
    }

    @Test
    void intervals_of_the_rates_by_deprivation_agree_with_r() {
        RealData.Table deciles = RealData.table("rates_smoothing/leicestershire_asb2021_by_imd_decile_expected.csv.gz");
        double[] counts = deciles.numbers("asb_2021");
        double[] people = deciles.numbers("population_mid2020");
        double[] lower = deciles.numbers("exact_poisson_ci_lo");
        double[] upper = deciles.numbers("exact_poisson_ci_hi");
        double[] rates = deciles.numbers("rate_per_1000");
        for (int i = 0; i < counts.length; i++) {
            Rate rate = new Rate((long) counts[i], people[i] / 1000);
            ConfidenceInterval interval = PoissonIntervals.exact(rate, 0.95);
            assertThat(rate.perUnit()).isCloseTo(rates[i], within(1e-11));
            assertThat(interval.lower()).isCloseTo(lower[i], within(1e-10));
            assertThat(interval.upper()).isCloseTo(upper[i], within(1e-10));
        }
    }

    @Test
    void smoothed_rates_of_north_carolina_agree_with_esda() {
        RealData.Table counties = RealData.table("rates_smoothing/sids2_nc_counties.csv.gz");
        double[] smoothed = EmpiricalBayes.global(counties.numbers("SID74"), counties.numbers("BIR74"))
                .rates()
                .toArray();
        assertThat(Arrays.copyOf(smoothed, 5))
                .containsExactly(new double[] {0.0016973, 0.0017054, 0.0017731, 0.0020129, 0.0035349}, within(5e-8));
    }

    @Test
    void the_trend_of_a_long_series_with_gaps_agrees_with_pymannkendall() {
        String peers = RealData.text("expected_from_peer_tests.json");
        Matcher matcher =
                Pattern.compile("\"series_360_null_is_missing\": *\\[([^]]*)]").matcher(peers);
        assertThat(matcher.find()).isTrue();
        double[] series = Arrays.stream(matcher.group(1).split(","))
                .map(String::strip)
                .mapToDouble(word -> word.equals("null") ? Double.NaN : Double.parseDouble(word))
                .toArray();
        assertThat(series).hasSize(360);
        Trend trend = (Trend) MannKendall.of(series, 10, Tail.TWO_SIDED);
        assertThat(trend.s()).isEqualTo(-1959);
        assertThat(trend.variance()).isCloseTo(4889800.333333333, within(1e-8));
        assertThat(trend.z()).isCloseTo(-0.8854562842589916, within(1e-14));
        assertThat(trend.p()).isCloseTo(0.37591058740506833, within(1e-14));
        assertThat(trend.tau()).isCloseTo(-0.03153167653875869, within(1e-15));
        assertThat(trend.slope()).isCloseTo(-0.006369426751592357, within(1e-15));
        Trend widened = (Trend) MannKendall.allowingForCorrelation(series, 10, 0.95, Tail.TWO_SIDED);
        assertThat(widened.s()).isEqualTo(-1959);
        assertThat(widened.variance()).isCloseTo(259723.81316716125, within(1e-6));
        assertThat(widened.z()).isCloseTo(-3.8419950613710894, within(1e-11));
        assertThat(widened.p()).isCloseTo(0.00012203829241275166, within(1e-14));
        assertThat(widened.tau()).isEqualTo(trend.tau());
        assertThat(widened.slope()).isEqualTo(trend.slope());
    }

    @Test
    void the_trend_of_a_force_agrees_with_r() {
        String whole = RealData.text("its_wdd/leicestershire_asb_its_expected.json");
        double[] months =
                RealData.table("its_wdd/leicestershire_asb_monthly.csv.gz").numbers("asb");
        Trend trend = (Trend) MannKendall.of(months, 24, Tail.TWO_SIDED);
        assertThat(trend.s()).isEqualTo(-142);
        assertThat(trend.variance()).isCloseTo(number(whole, "var_S"), within(1e-10));
        assertThat(trend.p()).isCloseTo(number(whole, "p_two_sided"), within(1e-12));
        assertThat(trend.tau()).isCloseTo(number(whole, "tau_a"), within(1e-12));
        assertThat(trend.slope()).isCloseTo(number(whole, "sens_slope_per_month"), within(1e-11));
    }
}
