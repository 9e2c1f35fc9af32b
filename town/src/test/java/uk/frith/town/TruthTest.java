package uk.frith.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.frith.town.Truth.Hotspot;
import uk.frith.town.Truth.HotspotKind;

/** What was planted can be got back from the incidents alone, by simple counting. */
class TruthTest {

    private final Town town = Standard.TOWN;
    private final Truth truth = town.truth();
    private final List<Incident> incidents = town.incidents();
    private final Map<String, Truth.ExpectedArea> expected =
            truth.areas().stream().collect(Collectors.toMap(Truth.ExpectedArea::area, area -> area));

    @Test
    void the_force_hears_of_exactly_as_many_incidents_as_planned() {
        assertThat(incidents).hasSize(TownPlan.STANDARD_INCIDENTS);
        assertThat(truth.reported()).isEqualTo(TownPlan.STANDARD_INCIDENTS);
        assertThat(incidents).extracting(Incident::reference).doesNotHaveDuplicates();
        assertThat(incidents).isSortedAccordingTo(Comparator.comparing(Incident::reportedAt));
    }

    @Test
    void everything_happens_in_the_period() {
        assertThat(incidents)
                .extracting(TruthTest::day)
                .allMatch(day -> !day.isBefore(town.plan().firstDay())
                        && !day.isAfter(town.plan().lastDay()));
    }

    @Test
    void categories_come_in_the_national_mix() {
        assertThat(share(incident -> incident.category() == AsbCategory.NUISANCE))
                .isCloseTo(0.74, within(0.01));
        assertThat(share(incident -> incident.category() == AsbCategory.PERSONAL))
                .isCloseTo(0.18, within(0.01));
        assertThat(share(incident -> incident.category() == AsbCategory.ENVIRONMENTAL))
                .isCloseTo(0.08, within(0.01));
    }

    @Test
    void types_come_in_their_planted_shares() {
        assertThat(Arrays.stream(AsbType.values()).mapToDouble(AsbType::share).sum())
                .isCloseTo(1, within(1e-12));
        for (AsbType type : AsbType.values()) {
            assertThat(share(incident -> incident.type() == type))
                    .as(type.name())
                    .isCloseTo(type.share(), within(0.01));
        }
    }

    @Test
    void the_summer_stands_out_by_the_planted_amplitude() {
        // Hotspots have a season of their own and fireworks have their nights: both are left out. The mean of
        // count times cosine over whole years is half of the amplitude, as a share of the mean.
        Set<String> hot = hotAreas();
        List<LocalDate> days = incidents.stream()
                .filter(incident -> incident.type() != AsbType.MISUSE_OF_FIREWORKS)
                .filter(incident -> incident.areaCode() != null && !hot.contains(incident.areaCode()))
                .map(TruthTest::day)
                .toList();
        double cosines = days.stream()
                .mapToDouble(day -> Math.cos(
                        2 * Math.PI * (day.getDayOfYear() - truth.season().peakDayOfYear()) / 365.25))
                .average()
                .orElseThrow();
        assertThat(2 * cosines).isCloseTo(truth.season().yearlyAmplitude(), within(0.04));
    }

    @Test
    void fireworks_have_their_night() {
        Map<Boolean, Long> near = incidents.stream()
                .filter(incident -> incident.type() == AsbType.MISUSE_OF_FIREWORKS)
                .map(TruthTest::day)
                .collect(Collectors.partitioningBy(
                        day -> Math.abs(day.getDayOfYear()
                                        - LocalDate.of(day.getYear(), 11, 5).getDayOfYear())
                                <= 7,
                        Collectors.counting()));
        assertThat(Standard.in(near, true)).isGreaterThan(3 * Standard.in(near, false) / 2);
    }

    @Test
    void evenings_and_weekends_are_busy() {
        assertThat(share(incident -> hour(incident) >= 17)).isGreaterThan(0.45);
        assertThat(share(incident -> hour(incident) >= 3 && hour(incident) < 8)).isLessThan(0.1);
        assertThat(share(incident -> day(incident).getDayOfWeek() == DayOfWeek.SATURDAY))
                .isGreaterThan(1.2 * share(incident -> day(incident).getDayOfWeek() == DayOfWeek.TUESDAY));
    }

    @Test
    void areas_have_about_the_counts_that_the_model_expects() {
        Map<String, Long> counts = counts(_ -> true);
        double placed = 1 - truth.withoutPoint() / 2;
        double squares = 0;
        for (Truth.ExpectedArea area : truth.areas()) {
            double mean = placed * area.expectedReports();
            double away = counts.getOrDefault(area.area(), 0L) - mean;
            squares += away * away / mean;
        }
        // One for each area if all were independent; follow-ups make it a little more.
        assertThat(squares / truth.areas().size()).isBetween(0.8, 1.8);
    }

    @Test
    void months_have_about_the_counts_that_the_model_expects() {
        Map<YearMonth, Long> counts = incidents.stream()
                .collect(Collectors.groupingBy(incident -> YearMonth.from(day(incident)), Collectors.counting()));
        assertThat(truth.months())
                .hasSize(24)
                .allSatisfy(month -> assertThat((double) Standard.in(counts, month.month()))
                        .isCloseTo(month.expectedReports(), within(0.1 * month.expectedReports())));
    }

    @Test
    void expected_reports_add_up_to_the_plan() {
        assertThat(truth.areas().stream()
                        .mapToDouble(Truth.ExpectedArea::expectedReports)
                        .sum())
                .isCloseTo(TownPlan.STANDARD_INCIDENTS, within(1e-6));
        assertThat(truth.months().stream()
                        .mapToDouble(Truth.ExpectedMonth::expectedReports)
                        .sum())
                .isCloseTo(TownPlan.STANDARD_INCIDENTS, within(1e-6));
    }

    @Test
    void deprived_areas_have_the_planted_ratio_of_the_rate() {
        Set<String> hot = hotAreas();
        Map<String, Long> counts = counts(_ -> true);
        double[] reports = new double[11];
        double[] people = new double[11];
        for (Area area : town.areas()) {
            if (!hot.contains(area.code())) {
                int decile = area.deprivation().overall().decile();
                reports[decile] += counts.getOrDefault(area.code(), 0L);
                people[decile] += area.residents();
            }
        }
        double most = (reports[1] + reports[2]) / (people[1] + people[2]);
        double least = (reports[9] + reports[10]) / (people[9] + people[10]);
        // The middles of the two outer fifths are eight deciles apart, the ratio is given for nine.
        assertThat(most / least).isCloseTo(Math.pow(truth.deprivationRatio(), 8.0 / 9), within(0.4));
    }

    @Test
    void reports_of_the_silent_area_stop_on_the_day_and_behaviour_does_not() {
        Truth.SilentArea silent = truth.silentArea();
        List<LocalDate> heard = incidents.stream()
                .filter(incident -> silent.area().equals(incident.areaCode()))
                .map(TruthTest::day)
                .toList();
        assertThat(heard).isNotEmpty().allMatch(day -> day.isBefore(silent.from()));
        long lastThreeMonths = heard.stream()
                .filter(day -> !day.isBefore(silent.from().minusMonths(3)))
                .count();
        assertThat(lastThreeMonths).isGreaterThan(15);
        assertThat((double) silent.unreported())
                .isCloseTo(silent.expectedUnreported(), within(5 * Math.sqrt(silent.expectedUnreported())));
        assertThat(truth.unreported()).isEqualTo(silent.unreported());
        Truth.ExpectedArea area = Standard.in(expected, silent.area());
        assertThat(area.expectedBehaviour() - area.expectedReports())
                .isCloseTo(silent.expectedUnreported(), within(1e-6));
    }

    @Test
    void hotspots_are_an_area_and_its_neighbours_and_stay_clear_of_each_other_and_of_silence() {
        assertThat(truth.hotspots())
                .extracting(Hotspot::kind)
                .containsExactly(
                        HotspotKind.PERMANENT, HotspotKind.PERMANENT, HotspotKind.EMERGING, HotspotKind.SEASONAL);
        List<String> all = new ArrayList<>();
        truth.hotspots().forEach(hotspot -> all.addAll(hotspot.areas()));
        assertThat(all)
                .doesNotHaveDuplicates()
                .doesNotContain(truth.silentArea().area());
        for (Area area : town.areas()) {
            for (Hotspot hotspot : truth.hotspots()) {
                if (hotspot.centre().equals(area.code())) {
                    assertThat(hotspot.areas()).containsAll(area.neighbours()).contains(area.code());
                }
            }
        }
    }

    @Test
    void permanent_hotspots_have_their_multiple_of_what_their_people_explain() {
        for (Hotspot hotspot : truth.hotspots()) {
            if (hotspot.kind() == HotspotKind.PERMANENT) {
                double ratio = explained(hotspot.areas(), _ -> true) / explained(coolAreas(), _ -> true);
                // Each of its areas has a level of its own besides.
                assertThat(ratio).isCloseTo(hotspot.multiplier(), within(0.3 * hotspot.multiplier()));
            }
        }
    }

    @Test
    void passing_hotspots_have_their_multiple_while_they_last() {
        for (Hotspot hotspot : truth.hotspots()) {
            if (hotspot.kind() != HotspotKind.PERMANENT) {
                Predicate<LocalDate> hot = day -> hotspot.hotIn(YearMonth.from(day));
                double there = explained(hotspot.areas(), hot) / explained(hotspot.areas(), hot.negate());
                double elsewhere = explained(coolAreas(), hot) / explained(coolAreas(), hot.negate());
                assertThat(there / elsewhere)
                        .as(hotspot.kind().name())
                        .isCloseTo(hotspot.multiplier(), within(0.2 * hotspot.multiplier()));
            }
        }
    }

    @Test
    void the_emerging_hotspot_comes_in_the_last_six_months_and_the_seasonal_one_in_two_summers() {
        assertThat(truth.hotspots().get(2).periods())
                .containsExactly(new Truth.Period(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 9, 30)));
        assertThat(truth.hotspots().get(3).periods())
                .containsExactly(
                        new Truth.Period(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 8, 31)),
                        new Truth.Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 8, 31)));
    }

    @Test
    void near_repeats_are_near_and_soon_and_as_many_as_planted() {
        Map<String, Incident> byReference =
                incidents.stream().collect(Collectors.toMap(Incident::reference, incident -> incident));
        assertThat(town.nearRepeats()).hasSize(truth.nearRepeats().planted());
        town.nearRepeats().forEach((reference, first) -> {
            Incident repeat = Standard.in(byReference, reference);
            Incident before = Standard.in(byReference, first);
            assertThat(repeat.type()).isEqualTo(before.type());
            assertThat(day(repeat).toEpochDay() - day(before).toEpochDay())
                    .isBetween(1L, truth.nearRepeats().withinDays() - 1L);
            if (repeat.point() != null && before.point() != null) {
                assertThat(repeat.point().metresTo(before.point()))
                        .isLessThanOrEqualTo(truth.nearRepeats().withinMetres());
            }
        });
        double followUps = truth.nearRepeats().followUps();
        assertThat((double) town.nearRepeats().size() / incidents.size())
                .isCloseTo(followUps / (1 + followUps), within(0.01));
    }

    @Test
    void pairs_near_and_soon_exceed_pairs_near_and_later_by_the_planted_number() {
        // Pairs one to six days apart, less those 29 to 34 days apart, which only chance and season make.
        long soon = nearPairs(1, 6);
        long later = nearPairs(29, 34);
        double followUps = truth.nearRepeats().followUps();
        double firsts = incidents.size() / (1 + followUps);
        // Besides a first and its follow-up, two follow-ups of one first lie close, five times in six on unlike days.
        double planted = firsts * (followUps + 0.5 * followUps * followUps * 5 / 6);
        assertThat((double) (soon - later)).isCloseTo(planted, within(0.15 * planted));
    }

    private long nearPairs(int fromDays, int toDays) {
        Map<String, List<Incident>> byArea = incidents.stream()
                .filter(incident -> incident.point() != null && incident.areaCode() != null)
                .collect(Collectors.groupingBy(incident -> incident.areaCode() + incident.type()));
        long pairs = 0;
        for (List<Incident> inOne : byArea.values()) {
            for (int i = 0; i < inOne.size(); i++) {
                for (int j = 0; j < i; j++) {
                    long apart = Math.abs(
                            day(inOne.get(i)).toEpochDay() - day(inOne.get(j)).toEpochDay());
                    if (apart >= fromDays
                            && apart <= toDays
                            && Standard.point(inOne.get(i)).metresTo(Standard.point(inOne.get(j)))
                                    <= truth.nearRepeats().withinMetres()) {
                        pairs++;
                    }
                }
            }
        }
        return pairs;
    }

    /** Reports on such days for each that residents and deprivation lead one to expect, in no particular unit. */
    private double explained(List<String> codes, Predicate<LocalDate> days) {
        Map<String, Long> counts = counts(days);
        double reports = 0;
        double weight = 0;
        for (Area area : town.areas()) {
            if (codes.contains(area.code())) {
                reports += counts.getOrDefault(area.code(), 0L);
                int decile = area.deprivation().overall().decile();
                weight += area.residents() * Math.pow(truth.deprivationRatio(), (10 - decile) / 9.0);
            }
        }
        return reports / weight;
    }

    private List<String> coolAreas() {
        Set<String> hot = hotAreas();
        return town.areas().stream()
                .map(Area::code)
                .filter(code ->
                        !hot.contains(code) && !code.equals(truth.silentArea().area()))
                .toList();
    }

    private Set<String> hotAreas() {
        Set<String> hot = new HashSet<>();
        truth.hotspots().forEach(hotspot -> hot.addAll(hotspot.areas()));
        return hot;
    }

    private Map<String, Long> counts(Predicate<LocalDate> days) {
        Map<String, Long> counts = new HashMap<>();
        for (Incident incident : incidents) {
            if (incident.areaCode() != null && days.test(day(incident))) {
                counts.merge(incident.areaCode(), 1L, Long::sum);
            }
        }
        return counts;
    }

    private double share(Predicate<Incident> which) {
        return (double) incidents.stream().filter(which).count() / incidents.size();
    }

    private static LocalDate day(Incident incident) {
        return LocalDate.ofInstant(incident.occurredFrom(), Reporting.CLOCK);
    }

    private static int hour(Incident incident) {
        return incident.occurredFrom().atZone(Reporting.CLOCK).getHour();
    }
}
