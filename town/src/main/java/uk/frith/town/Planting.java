package uk.frith.town;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import uk.frith.town.Truth.Hotspot;
import uk.frith.town.Truth.HotspotKind;
import uk.frith.town.Truth.Period;

/** Decides where the hotspots are, where reports stop, and when, keeping them clear of each other. */
final class Planting {

    private static final int HOTSPOTS_APART = 4;
    private static final int SILENCE_APART = 3;
    private static final int DEPRIVED = 4;
    private static final int MIDDLING = 7;
    private static final double TOWN_CENTRE_MULTIPLIER = 3.5;
    private static final double ESTATE_MULTIPLIER = 3;
    private static final double EMERGING_MULTIPLIER = 4;
    private static final double SEASONAL_MULTIPLIER = 4;

    private final List<Area> areas;
    private final Chance chance;
    private final Map<String, Integer> indexOf = new HashMap<>();
    private final List<Integer> centres = new ArrayList<>();

    Planting(List<Area> areas, Chance chance) {
        this.areas = areas;
        this.chance = chance;
        for (int i = 0; i < areas.size(); i++) {
            indexOf.put(areas.get(i).code(), i);
        }
    }

    /** Two permanent ones in the town, one that emerges in one outer district, a seasonal one in the other. */
    List<Hotspot> hotspots(TownPlan plan) {
        Period always = new Period(plan.firstDay(), plan.lastDay());
        int late = Math.max(1, plan.months() / 4);
        Period lately = new Period(plan.month(plan.months() - late).atDay(1), plan.lastDay());
        List<String> districts =
                areas.stream().map(Area::districtCode).distinct().toList();
        Predicate<Area> inTown = area -> area.districtCode().equals(districts.get(0));
        Predicate<Area> deprived = area -> area.deprivation().overall().decile() <= DEPRIVED;
        Predicate<Area> middling = area -> area.deprivation().overall().decile() <= MIDDLING;
        return List.of(
                hotspot(HotspotKind.PERMANENT, middle(), TOWN_CENTRE_MULTIPLIER, List.of(always)),
                hotspot(HotspotKind.PERMANENT, site(inTown, deprived), ESTATE_MULTIPLIER, List.of(always)),
                hotspot(
                        HotspotKind.EMERGING,
                        site(area -> area.districtCode().equals(districts.get(1)), deprived),
                        EMERGING_MULTIPLIER,
                        List.of(lately)),
                hotspot(
                        HotspotKind.SEASONAL,
                        site(area -> area.districtCode().equals(districts.get(2)), middling),
                        SEASONAL_MULTIPLIER,
                        summers(plan)));
    }

    /** Of the areas clear of every hotspot, the one where most happens: its silence is the loudest. */
    int silentArea(double[] level) {
        return IntStream.range(0, areas.size())
                .filter(i -> clear(i, SILENCE_APART))
                .boxed()
                .max(Comparator.comparingDouble(i -> level[i]))
                .orElseThrow();
    }

    /** A day between six and seven tenths of the way through the period. */
    LocalDate silentFrom(TownPlan plan) {
        return plan.firstDay().plusDays((long) (plan.days() * chance.between(0.6, 0.7)));
    }

    private static List<Period> summers(TownPlan plan) {
        List<Period> summers = new ArrayList<>();
        for (int i = 0; i < plan.months(); i++) {
            YearMonth month = plan.month(i);
            boolean summer = month.getMonth().compareTo(Month.JUNE) >= 0
                    && month.getMonth().compareTo(Month.AUGUST) <= 0;
            if (summer
                    && !summers.isEmpty()
                    && summers.getLast().to().equals(month.atDay(1).minusDays(1))) {
                summers.add(new Period(summers.removeLast().from(), month.atEndOfMonth()));
            } else if (summer) {
                summers.add(new Period(month.atDay(1), month.atEndOfMonth()));
            }
        }
        return summers;
    }

    private Hotspot hotspot(HotspotKind kind, int centre, double multiplier, List<Period> periods) {
        centres.add(centre);
        List<String> members = new ArrayList<>(areas.get(centre).neighbours());
        members.add(areas.get(centre).code());
        members.sort(Comparator.naturalOrder());
        return new Hotspot(kind, areas.get(centre).code(), members, multiplier, periods);
    }

    private int middle() {
        return IntStream.range(0, areas.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> {
                    NationalGrid.Metres middle = new Outline(areas.get(i).ring()).middle();
                    double east = middle.easting() - Mesh.MIDDLE.eastingMetres();
                    double north = middle.northing() - Mesh.MIDDLE.northingMetres();
                    return east * east + north * north;
                }))
                .orElseThrow();
    }

    /** An inner area that must be as the first test says and, where one can be had, as the second wishes. */
    private int site(Predicate<Area> must, Predicate<Area> wish) {
        List<Integer> possible = IntStream.range(0, areas.size())
                .filter(i -> areas.get(i).neighbours().size() == 6)
                .filter(i -> must.test(areas.get(i)))
                .filter(i -> clear(i, HOTSPOTS_APART))
                .boxed()
                .toList();
        List<Integer> wished =
                possible.stream().filter(i -> wish.test(areas.get(i))).toList();
        return chance.pick(wished.isEmpty() ? possible : wished);
    }

    private boolean clear(int area, int steps) {
        int[] away = stepsFrom(area);
        return centres.stream().allMatch(centre -> away[centre] >= steps);
    }

    private int[] stepsFrom(int start) {
        int[] steps = new int[areas.size()];
        Arrays.fill(steps, Integer.MAX_VALUE);
        steps[start] = 0;
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            int here = queue.remove();
            for (String code : areas.get(here).neighbours()) {
                int next = indexOf.getOrDefault(code, start);
                if (steps[next] == Integer.MAX_VALUE) {
                    steps[next] = steps[here] + 1;
                    queue.add(next);
                }
            }
        }
        return steps;
    }
}
