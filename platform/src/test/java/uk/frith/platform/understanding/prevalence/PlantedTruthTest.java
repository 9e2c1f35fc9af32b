package uk.frith.platform.understanding.prevalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import uk.frith.patterns.Column;
import uk.frith.patterns.Concentration;
import uk.frith.patterns.FalseDiscovery;
import uk.frith.patterns.GetisOrd;
import uk.frith.patterns.Neighbours;
import uk.frith.patterns.Rate;
import uk.frith.patterns.RateRatio;
import uk.frith.patterns.RateRatios;
import uk.frith.patterns.Tail;
import uk.frith.town.Area;
import uk.frith.town.Incident;
import uk.frith.town.Town;
import uk.frith.town.TownPlan;
import uk.frith.town.Truth;

/** What the pretend town plants, the methods find: known truth, from outside the code that is tested. */
class PlantedTruthTest {

    private static final long SEED = Long.getLong("trials.seed", 7L);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final double FALSE_DISCOVERY_RATE = 0.05;

    private static final Town TOWN = Town.build(TownPlan.standard(SEED));

    @Test
    void every_planted_hotspot_is_hot_in_its_own_time() {
        for (Truth.Hotspot hotspot : TOWN.truth().hotspots()) {
            Set<String> hot = hotAreas(day -> hotspot.periods().stream().anyMatch(period -> period.holds(day)));
            assertThat(hot)
                    .as("%s hotspot around %s, seed %d", hotspot.kind(), hotspot.centre(), SEED)
                    .contains(hotspot.centre());
        }
    }

    @Test
    void few_areas_are_called_hot_that_were_not_planted_beside_one() {
        Set<String> hot = hotAreas(day -> true);
        Set<String> planted = new HashSet<>();
        Map<String, Area> areas = new HashMap<>();
        TOWN.areas().forEach(area -> areas.put(area.code(), area));
        for (Truth.Hotspot hotspot : TOWN.truth().hotspots()) {
            for (String code : hotspot.areas()) {
                planted.add(code);
                Area area = areas.get(code);
                if (area != null) {
                    planted.addAll(area.neighbours());
                }
            }
        }
        Set<String> beyond = new HashSet<>(hot);
        beyond.removeAll(planted);
        assertThat(beyond.size())
                .as("of %d hot areas, seed %d", hot.size(), SEED)
                .isLessThanOrEqualTo(6);
    }

    @Test
    void the_silence_of_an_area_that_lost_its_trust_is_a_fall_beyond_chance() {
        Truth.SilentArea silent = TOWN.truth().silentArea();
        long before = countIn(silent.area(), day -> day.isBefore(silent.from()));
        long after = countIn(silent.area(), day -> !day.isBefore(silent.from()));
        double daysBefore = silent.from().toEpochDay() - firstDay().toEpochDay();
        double daysAfter = lastDay().toEpochDay() - silent.from().toEpochDay() + 1;
        assertThat(RateRatios.exact(new Rate(before, daysBefore), new Rate(after, daysAfter), 0.95))
                .isInstanceOfSatisfying(RateRatio.class, ratio -> {
                    assertThat(ratio.interval().upper()).isLessThan(0.5);
                    assertThat(ratio.p()).isLessThan(1e-6);
                });
    }

    @Test
    void what_happens_gathers_in_fewer_places_than_chance_would_choose() {
        double[] counts = counts(day -> true);
        assertThat(Concentration.of(counts)).isInstanceOfSatisfying(Concentration.class, found -> {
            assertThat(found.gini()).isBetween(0.2, 0.6);
            assertThat(found.placesHolding(0.5)).isLessThan(counts.length / 3);
        });
    }

    private static Set<String> hotAreas(Predicate<LocalDate> when) {
        List<Area> areas = TOWN.areas();
        double[] rates = counts(when);
        for (int i = 0; i < rates.length; i++) {
            rates[i] = 1_000 * rates[i] / areas.get(i).residents();
        }
        Column p = GetisOrd.star(rates, neighbours(), Tail.UPPER).p();
        Column q = FalseDiscovery.benjaminiHochberg(p.toArray());
        Set<String> hot = new HashSet<>();
        for (int i = 0; i < areas.size(); i++) {
            if (q.at(i) <= FALSE_DISCOVERY_RATE) {
                hot.add(areas.get(i).code());
            }
        }
        return hot;
    }

    private static double[] counts(Predicate<LocalDate> when) {
        return TOWN.areas().stream()
                .mapToDouble(area -> countIn(area.code(), when))
                .toArray();
    }

    private static final Map<String, List<LocalDate>> DAYS = daysByArea();

    private static Map<String, List<LocalDate>> daysByArea() {
        Map<String, List<LocalDate>> days = new HashMap<>();
        for (Incident incident : TOWN.incidents()) {
            String area = incident.areaCode();
            if (area != null) {
                days.computeIfAbsent(area, code -> new java.util.ArrayList<>()).add(day(incident.occurredFrom()));
            }
        }
        return days;
    }

    private static long countIn(String area, Predicate<LocalDate> when) {
        return DAYS.getOrDefault(area, List.of()).stream().filter(when).count();
    }

    private static Neighbours neighbours() {
        List<Area> areas = TOWN.areas();
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < areas.size(); i++) {
            index.put(areas.get(i).code(), i);
        }
        int[] from = areas.stream()
                .flatMapToInt(area -> area.neighbours().stream().mapToInt(other -> index.getOrDefault(area.code(), 0)))
                .toArray();
        int[] to = areas.stream()
                .flatMapToInt(area -> area.neighbours().stream().mapToInt(other -> index.getOrDefault(other, 0)))
                .toArray();
        return Neighbours.of(areas.size(), from, to);
    }

    private static LocalDate firstDay() {
        return TOWN.plan().firstMonth().atDay(1);
    }

    private static LocalDate lastDay() {
        return TOWN.plan().firstMonth().plusMonths(TOWN.plan().months() - 1L).atEndOfMonth();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(LONDON).toLocalDate();
    }
}
