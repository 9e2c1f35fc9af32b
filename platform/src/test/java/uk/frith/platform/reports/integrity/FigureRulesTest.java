package uk.frith.platform.reports.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.frith.patterns.Agreement;
import uk.frith.patterns.TooFew;
import uk.frith.platform.reports.integrity.CompareRules.Comparison;
import uk.frith.platform.reports.integrity.Figures.End;
import uk.frith.platform.reports.integrity.ReadItem.Reading;
import uk.frith.platform.reports.integrity.ReadItem.Recorded;

/** What is expected against what was recorded, and what comes of it for many. */
class FigureRulesTest {

    private static final Instant REPORTED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant DRAWN = Instant.parse("2026-04-10T10:00:00Z");
    private static final FigureRules.Frame FRAME = new FigureRules.Frame(DRAWN, Duration.ofHours(24), true, 20);

    private static Crime crime(String code, int victims) {
        return new Crime(code, "Class " + code, victims, "");
    }

    private static Recorded recorded(String code, int victims, Duration after) {
        return new Recorded(crime(code, victims), REPORTED.plus(after));
    }

    private static ReadItem item(
            Sorting opening, Sorting recorded, Sorting now, List<Recorded> crimes, Reading... readings) {
        return new ReadItem(
                new UUID(1, 1),
                "",
                0.5,
                recorded,
                opening,
                now,
                "North",
                "A. Example",
                REPORTED,
                List.of(readings),
                crimes);
    }

    private static Reading reading(boolean blind, Sorting category, Crime... expected) {
        return new Reading(new UUID(2, 2), category, blind, List.of(expected));
    }

    @Test
    void a_crime_of_another_class_is_not_the_one_that_was_expected() {
        Comparison comparison = CompareRules.compare(
                Sorting.PERSONAL,
                List.of(crime("8L", 1), crime("8N", 2), crime("58C", 1)),
                Sorting.NUISANCE,
                List.of(crime("8L", 1), crime("9A", 1)));

        assertThat(comparison.categoryRight()).isFalse();
        assertThat(comparison.same()).extracting(pair -> pair.expected().code()).containsExactly("8L");
        assertThat(comparison.otherClass())
                .extracting(pair ->
                        pair.expected().code() + " as " + pair.recorded().code())
                .containsExactly("8N as 9A");
        assertThat(comparison.missing()).extracting(Crime::code).containsExactly("58C");
        assertThat(comparison.unexpected()).isEmpty();
        assertThat(comparison.expected()).isEqualTo(3);
    }

    @Test
    void victims_of_several_lines_of_a_class_are_counted_together_and_a_missing_one_shows() {
        Comparison together = CompareRules.compare(
                Sorting.PERSONAL, List.of(crime("8N", 3)), Sorting.PERSONAL, List.of(crime("8N", 1), crime("8N", 2)));
        assertThat(together.right()).isTrue();
        Comparison missed = CompareRules.compare(
                Sorting.PERSONAL, List.of(crime("8N", 3)), Sorting.PERSONAL, List.of(crime("8N", 1)));
        assertThat(missed.victimsMissed()).hasSize(1);
        assertThat(missed.right()).isFalse();
    }

    @Test
    void a_recorded_crime_that_nobody_expected_does_not_make_a_record_wrong_but_is_counted() {
        Comparison comparison =
                CompareRules.compare(Sorting.PERSONAL, List.of(), Sorting.PERSONAL, List.of(crime("9A", 1)));
        assertThat(comparison.unexpected()).hasSize(1);
        assertThat(comparison.right()).isTrue();
    }

    @Test
    void a_record_is_right_the_first_time_only_in_time_and_as_it_was_opened() {
        Reading expects = reading(true, Sorting.PERSONAL, crime("8L", 1));
        Duration hours = Duration.ofHours(3);
        assertThat(end(item(
                        Sorting.PERSONAL,
                        Sorting.PERSONAL,
                        Sorting.PERSONAL,
                        List.of(recorded("8L", 1, hours)),
                        expects)))
                .isEqualTo(End.FIRST_TIME);
        assertThat(end(item(
                        Sorting.PERSONAL,
                        Sorting.PERSONAL,
                        Sorting.PERSONAL,
                        List.of(recorded("8L", 1, Duration.ofDays(3))),
                        expects)))
                .isEqualTo(End.PUT_RIGHT_BEFORE);
        assertThat(end(item(
                        Sorting.NUISANCE,
                        Sorting.PERSONAL,
                        Sorting.PERSONAL,
                        List.of(recorded("8L", 1, hours)),
                        expects)))
                .isEqualTo(End.PUT_RIGHT_BEFORE);
        assertThat(end(item(
                        Sorting.PERSONAL,
                        Sorting.PERSONAL,
                        Sorting.PERSONAL,
                        List.of(recorded("8L", 1, Duration.ofDays(60))),
                        expects)))
                .isEqualTo(End.PUT_RIGHT_AFTER);
        assertThat(end(item(
                        Sorting.PERSONAL,
                        Sorting.NUISANCE,
                        Sorting.NUISANCE,
                        List.of(recorded("8L", 1, hours)),
                        expects)))
                .isEqualTo(End.NOT_RIGHT);
    }

    private static End end(ReadItem item) {
        Reading reading = item.counting().orElseThrow();
        return FigureRules.end(
                item,
                reading,
                CompareRules.compare(reading.category(), reading.expected(), item.recorded(), item.recordedBy(DRAWN)),
                FRAME);
    }

    @Test
    void only_the_first_blind_reading_counts_and_what_nobody_read_blind_is_counted_apart() {
        Reading seen = reading(false, Sorting.PERSONAL, crime("8L", 1));
        Reading blind = reading(true, Sorting.PERSONAL, crime("8N", 1));
        List<ReadItem> items = List.of(
                item(Sorting.PERSONAL, Sorting.PERSONAL, Sorting.PERSONAL, List.of(), seen, blind),
                item(Sorting.PERSONAL, Sorting.PERSONAL, Sorting.PERSONAL, List.of(), seen),
                item(Sorting.PERSONAL, Sorting.PERSONAL, Sorting.PERSONAL, List.of()));

        Figures figures = FigureRules.figures(items, FRAME);

        assertThat(figures.drawn()).isEqualTo(3);
        assertThat(figures.read()).isEqualTo(1);
        assertThat(figures.notBlind()).isEqualTo(1);
        assertThat(figures.total().crimes().whole()).isEqualTo(1);
        assertThat(figures.total().crimes().words()).isEqualTo("too few");
        assertThat(figures.total().agreement()).isEqualTo(new TooFew(1, 20));
    }

    /** Cohen 1960 by hand: 45 of 50 agree; by chance 0.5·0.5 + 0.5·0.5; kappa (0.9 − 0.5)/0.5 = 0.8. */
    @Test
    void agreement_on_the_category_is_cohens_kappa() {
        List<ReadItem> items = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Sorting recorded = i % 2 == 0 ? Sorting.PERSONAL : Sorting.NUISANCE;
            boolean agrees = i < 45;
            Sorting read = agrees ? recorded : recorded == Sorting.PERSONAL ? Sorting.NUISANCE : Sorting.PERSONAL;
            items.add(item(recorded, recorded, recorded, List.of(), reading(true, read)));
        }
        Figures figures = FigureRules.figures(items, FRAME);
        assertThat(figures.total().agreement()).isInstanceOfSatisfying(Agreement.class, found -> {
            assertThat(found.observed()).isCloseTo(0.9, within(1e-12));
            assertThat(found.kappa()).isCloseTo(0.8, within(2e-3));
            assertThat(found.interval().holds(0.8)).isTrue();
        });
        assertThat(figures.total().category().words()).startsWith("90 % (");
        assertThat(figures.teams()).extracting(Figures.Line::name).containsExactly("North");
        assertThat(figures.people()).extracting(Figures.Line::name).containsExactly("A. Example");
        assertThat(figures.months()).extracting(Figures.Line::name).containsExactly("March 2026");
        assertThat(figures.categories()).extracting(Figures.Line::name).containsExactly("Personal", "Nuisance");
    }

    @Test
    void agreement_of_a_sample_by_risk_is_not_spoken_of() {
        List<ReadItem> items = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            items.add(item(
                    Sorting.PERSONAL, Sorting.PERSONAL, Sorting.PERSONAL, List.of(), reading(true, Sorting.NUISANCE)));
        }
        Figures figures = FigureRules.figures(items, new FigureRules.Frame(DRAWN, Duration.ofHours(24), false, 20));
        assertThat(ResultWords.agreement(figures.total().agreement(), false)).isEqualTo("not from a sample by risk");
    }
}
