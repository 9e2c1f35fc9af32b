package uk.frith.town;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import uk.frith.town.Truth.ExpectedArea;
import uk.frith.town.Truth.ExpectedMonth;
import uk.frith.town.Truth.Hotspot;

/**
 * What people do, whether or not anybody reports it: how much, where, when and of which type.
 *
 * <p>The level of an area in a month is residents × deprivation × the area's own gamma level × hotspot × a gamma level of
 * that area and month. The weight of a day for a type is season × week × a gamma level of the day, times the sum of the
 * areas' levels in its month. One incident draws its type, then the day for that type, then the area for that month:
 * exactly the joint model, at a constant cost an incident.
 */
final class Behaviour {

    static final double DEPRIVATION_RATIO = 2.5;
    static final Truth.Dispersion DISPERSION = new Truth.Dispersion(16, 12, 40);

    private static final double STREET_SHAPE = 1.2;
    private static final List<AsbType> TYPES = List.of(AsbType.values());

    private final TownPlan plan;
    private final List<Area> areas;
    private final int[] monthOfDay;
    private final double[] base;
    private final double[][] level;
    private final Map<AsbType, double[]> daysOfType;
    private final Choice types;
    private final Map<AsbType, Choice> days = new EnumMap<>(AsbType.class);
    private final List<Choice> areasOfMonth = new ArrayList<>();
    private final List<Choice> streets = new ArrayList<>();
    private final Map<Rhythm, Map<DayOfWeek, Choice>> hours = new EnumMap<>(Rhythm.class);

    Behaviour(TownPlan plan, List<Area> areas, List<Hotspot> hotspots) {
        this.plan = plan;
        this.areas = areas;
        this.monthOfDay = IntStream.range(0, plan.days())
                .map(day -> (int) ChronoUnit.MONTHS.between(plan.firstMonth(), YearMonth.from(date(day))))
                .toArray();
        this.base = base(new Chance(plan.seed(), "areas"), areas);
        this.level = levels(new Chance(plan.seed(), "months"), hotspots);
        this.daysOfType = daysOfType(new Chance(plan.seed(), "days"));
        this.types = Choice.of(TYPES.stream().mapToDouble(AsbType::share).toArray());
        daysOfType.forEach((type, weights) -> days.put(type, Choice.of(weights)));
        for (double[] month : level) {
            areasOfMonth.add(Choice.of(month));
        }
        Chance chance = new Chance(plan.seed(), "busy streets");
        for (Area area : areas) {
            streets.add(Choice.of(area.streets().stream()
                    .mapToDouble(_ -> chance.gammaWithMeanOne(STREET_SHAPE))
                    .toArray()));
        }
        for (Rhythm rhythm : Rhythm.values()) {
            Map<DayOfWeek, Choice> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, Choice.of(rhythm.hours(day)));
            }
            hours.put(rhythm, week);
        }
    }

    private static double[] base(Chance chance, List<Area> areas) {
        double[] base = new double[areas.size()];
        double step = StrictMath.log(DEPRIVATION_RATIO) / 9;
        for (int i = 0; i < base.length; i++) {
            Area area = areas.get(i);
            int decile = area.deprivation().overall().decile();
            base[i] = area.residents()
                    * StrictMath.exp(step * (10 - decile))
                    * chance.gammaWithMeanOne(DISPERSION.areaShape());
        }
        return base;
    }

    private double[][] levels(Chance chance, List<Hotspot> hotspots) {
        Map<String, Hotspot> of = new HashMap<>();
        for (Hotspot hotspot : hotspots) {
            hotspot.areas().forEach(code -> of.put(code, hotspot));
        }
        double[][] levels = new double[plan.months()][areas.size()];
        for (int m = 0; m < levels.length; m++) {
            YearMonth month = plan.month(m);
            for (int i = 0; i < base.length; i++) {
                Hotspot hotspot = of.get(areas.get(i).code());
                double multiplier = hotspot != null && hotspot.hotIn(month) ? hotspot.multiplier() : 1;
                levels[m][i] = base[i] * multiplier * chance.gammaWithMeanOne(DISPERSION.areaMonthShape());
            }
        }
        return levels;
    }

    private Map<AsbType, double[]> daysOfType(Chance chance) {
        double[] everywhere = new double[plan.days()];
        for (int d = 0; d < plan.days(); d++) {
            everywhere[d] = chance.gammaWithMeanOne(DISPERSION.dayShape()) * Choice.sum(level[monthOf(d)]);
        }
        Map<AsbType, double[]> weights = new EnumMap<>(AsbType.class);
        for (AsbType type : TYPES) {
            weights.put(
                    type,
                    IntStream.range(0, plan.days())
                            .mapToDouble(d -> everywhere[d] * Season.day(type, date(d)))
                            .toArray());
        }
        return weights;
    }

    LocalDate date(int day) {
        return plan.firstDay().plusDays(day);
    }

    int monthOf(int day) {
        return monthOfDay[day];
    }

    AsbType type(Chance chance) {
        return TYPES.get(types.draw(chance));
    }

    int day(Chance chance, AsbType type) {
        return known(days, type).draw(chance);
    }

    int area(Chance chance, int day) {
        return areasOfMonth.get(monthOf(day)).draw(chance);
    }

    int street(Chance chance, int area) {
        return streets.get(area).draw(chance);
    }

    /** The minute of that day, 0 to 1,439. */
    int minute(Chance chance, AsbType type, int day) {
        Choice hour = known(known(hours, type.rhythm()), date(day).getDayOfWeek());
        return 60 * hour.draw(chance) + chance.below(60);
    }

    /** The areas' levels with months and hotspots left out. */
    double[] ordinaryLevels() {
        return base.clone();
    }

    /** The chance that an incident falls in that month and area: [month][area], all adding up to 1. */
    private double[][] chances() {
        double[] ofMonth = new double[plan.months()];
        for (AsbType type : TYPES) {
            double[] ofType = known(daysOfType, type);
            double total = Choice.sum(ofType);
            for (int d = 0; d < ofType.length; d++) {
                ofMonth[monthOf(d)] += type.share() * ofType[d] / total;
            }
        }
        double[][] chances = new double[plan.months()][areas.size()];
        for (int m = 0; m < chances.length; m++) {
            double total = Choice.sum(level[m]);
            for (int i = 0; i < areas.size(); i++) {
                chances[m][i] = ofMonth[m] * level[m][i] / total;
            }
        }
        return chances;
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key));
    }

    /** What the model expects, when the given number are reported and one area falls silent. */
    Expected expected(int reported, int silentArea, LocalDate silentFrom) {
        double[][] chances = chances();
        double unheard = 0;
        double[] heardShare = new double[plan.months()];
        for (int m = 0; m < chances.length; m++) {
            long spoken = ChronoUnit.DAYS.between(plan.month(m).atDay(1), silentFrom);
            heardShare[m] = Math.clamp((double) spoken / plan.month(m).lengthOfMonth(), 0.0, 1.0);
            unheard += chances[m][silentArea] * (1 - heardShare[m]);
        }
        double all = reported / (1 - unheard);
        List<ExpectedMonth> byMonth = new ArrayList<>();
        double[] behaviour = new double[areas.size()];
        for (int m = 0; m < chances.length; m++) {
            double month = 0;
            for (int i = 0; i < areas.size(); i++) {
                behaviour[i] += all * chances[m][i];
                month += all * chances[m][i] * (i == silentArea ? heardShare[m] : 1);
            }
            byMonth.add(new ExpectedMonth(plan.month(m), month));
        }
        List<ExpectedArea> byArea = new ArrayList<>();
        for (int i = 0; i < areas.size(); i++) {
            double missing = i == silentArea ? all * unheard : 0;
            byArea.add(new ExpectedArea(areas.get(i).code(), behaviour[i], behaviour[i] - missing));
        }
        return new Expected(byArea, byMonth, all * unheard);
    }

    /** Expected counts, and how many reports are expected to be missing. */
    record Expected(List<ExpectedArea> areas, List<ExpectedMonth> months, double unreported) {}
}
