package uk.frith.platform.reports.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.frith.platform.reports.exchange.ParityRules.Cell;
import uk.frith.platform.reports.exchange.ParityRules.Line;
import uk.frith.platform.reports.exchange.ParityRules.Reached;

/** Shares of urgent grades, compared like with like. */
class ParityRulesTest {

    @Test
    void a_difference_that_only_comes_from_the_mix_of_categories_vanishes_when_it_is_adjusted_for() {
        List<Line> lines = ParityRules.compare(List.of(
                new Cell(Reached.CALL, "PERSONAL", 800, 400),
                new Cell(Reached.CALL, "NUISANCE", 200, 20),
                new Cell(Reached.FORM, "PERSONAL", 200, 100),
                new Cell(Reached.FORM, "NUISANCE", 800, 80)));
        Line call = lines.getFirst();
        Line form = lines.getLast();
        assertThat(call.plain().orElseThrow().value()).isCloseTo(0.42, within(1e-12));
        assertThat(form.plain().orElseThrow().value()).isCloseTo(0.18, within(1e-12));
        assertThat(call.adjusted().orElseThrow().value()).isCloseTo(0.30, within(1e-12));
        assertThat(form.adjusted().orElseThrow().value()).isCloseTo(0.30, within(1e-12));
    }

    @Test
    void a_difference_that_is_there_within_each_category_stays() {
        List<Line> lines = ParityRules.compare(List.of(
                new Cell(Reached.CALL, "PERSONAL", 500, 300),
                new Cell(Reached.CHAT, "PERSONAL", 500, 100),
                new Cell(Reached.CALL, "NUISANCE", 500, 100),
                new Cell(Reached.CHAT, "NUISANCE", 500, 20)));
        assertThat(lines.getFirst().adjusted().orElseThrow().lower())
                .isGreaterThan(lines.getLast().adjusted().orElseThrow().upper());
    }

    @Test
    void with_one_category_the_adjusted_share_and_its_interval_are_the_plain_ones() {
        Line line = ParityRules.compare(List.of(new Cell(Reached.CALL, "PERSONAL", 100, 40)))
                .getFirst();
        assertThat(line.adjusted().orElseThrow().lower())
                .isCloseTo(line.plain().orElseThrow().lower(), within(1e-12));
        assertThat(line.adjusted().orElseThrow().upper())
                .isCloseTo(line.plain().orElseThrow().upper(), within(1e-12));
        assertThat(line.covered()).isEqualTo(1);
    }

    @Test
    void too_few_reports_have_no_share_and_a_category_that_is_missing_is_told() {
        List<Line> lines = ParityRules.compare(List.of(
                new Cell(Reached.CALL, "PERSONAL", 90, 40),
                new Cell(Reached.CALL, "NUISANCE", 90, 4),
                new Cell(Reached.QR, "NUISANCE", 20, 4)));
        assertThat(lines.getLast().plain()).isEmpty();
        assertThat(lines.getLast().adjusted()).isEmpty();
        assertThat(lines.getLast().covered()).isCloseTo(110.0 / 200, within(1e-12));
    }

    @Test
    void the_interval_holds_the_truth_about_95_times_of_100() {
        long seed = Long.getLong("trials.seed", 20261127L);
        Random random = new Random(seed);
        double[] truth = {0.5, 0.1, 0.02};
        long[] size = {60, 150, 90};
        int trials = 2_000;
        int held = 0;
        double exact = 0;
        for (int c = 0; c < truth.length; c++) {
            exact += truth[c] * size[c] / 300.0;
        }
        for (int i = 0; i < trials; i++) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < truth.length; c++) {
                long urgent = 0;
                for (int each = 0; each < size[c]; each++) {
                    urgent += random.nextDouble() < truth[c] ? 1 : 0;
                }
                cells.add(new Cell(Reached.CALL, "C" + c, size[c], urgent));
            }
            ParityRules.Share share =
                    ParityRules.compare(cells).getFirst().adjusted().orElseThrow();
            held += share.lower() <= exact && exact <= share.upper() ? 1 : 0;
        }
        assertThat((double) held / trials).as("seed %d", seed).isBetween(0.93, 0.99);
    }

    @Test
    void each_way_brings_every_sentence_of_an_account() {
        String account = ParityRules.standardAccounts().get(3);
        ParityRules.asEachWayBringsThem(account)
                .forEach((way, words) -> assertThat(words).as(way).contains("I cannot sleep.", "until four"));
        assertThat(Reached.of("ONLINE", "portal")).isEqualTo(Reached.FORM);
        assertThat(Reached.of("ONLINE", "web-chat")).isEqualTo(Reached.CHAT);
        assertThat(Reached.of("ONLINE", "portal-chat")).isEqualTo(Reached.CHAT);
        assertThat(Reached.of("ONLINE", "qr")).isEqualTo(Reached.QR);
        assertThat(Reached.of("ONLINE", "portal-code")).isEqualTo(Reached.QR);
        assertThat(Reached.of("TEXT", "portal-text")).isEqualTo(Reached.TEXT);
        assertThat(Reached.of("PARTNER", "partner-testham")).isEqualTo(Reached.PARTNER);
        assertThat(Reached.of("CALL", "extract")).isEqualTo(Reached.EXTRACT);
    }
}
