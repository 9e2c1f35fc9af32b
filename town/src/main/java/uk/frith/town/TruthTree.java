package uk.frith.town;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.frith.town.Truth.Hotspot;

/** The truth as nested maps and lists, named as the truth file names it. */
final class TruthTree {

    private TruthTree() {}

    static Map<String, Object> of(Truth truth) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("force", object("code", Town.FORCE_CODE, "name", Town.FORCE_NAME, "slug", Town.SLUG));
        tree.put("plan", plan(truth.plan()));
        tree.put("reported", truth.reported());
        tree.put("unreported", truth.unreported());
        tree.put("without_point", truth.withoutPoint());
        tree.put("deprivation_ratio", truth.deprivationRatio());
        tree.put("season", season(truth.season()));
        Truth.Dispersion dispersion = truth.dispersion();
        tree.put(
                "dispersion",
                object(
                        "area_shape",
                        dispersion.areaShape(),
                        "area_month_shape",
                        dispersion.areaMonthShape(),
                        "day_shape",
                        dispersion.dayShape()));
        tree.put("hotspots", truth.hotspots().stream().map(TruthTree::hotspot).toList());
        tree.put("near_repeats", nearRepeats(truth.nearRepeats()));
        tree.put("silent_area", silentArea(truth.silentArea()));
        tree.put("types", types());
        tree.put("months", months(truth));
        tree.put("areas", areas(truth));
        return tree;
    }

    private static Map<String, Object> plan(TownPlan plan) {
        return object(
                "seed",
                plan.seed(),
                "incidents",
                plan.incidents(),
                "first_month",
                plan.firstMonth(),
                "months",
                plan.months(),
                "first_day",
                plan.firstDay(),
                "last_day",
                plan.lastDay());
    }

    private static Map<String, Object> season(Truth.SeasonTruth season) {
        return object(
                "yearly_amplitude",
                season.yearlyAmplitude(),
                "half_yearly_amplitude",
                season.halfYearlyAmplitude(),
                "peak_day_of_year",
                season.peakDayOfYear(),
                "bonfire_night_multiplier",
                season.bonfireNightMultiplier(),
                "new_year_multiplier",
                season.newYearMultiplier());
    }

    private static Map<String, Object> hotspot(Hotspot hotspot) {
        return object(
                "kind",
                hotspot.kind(),
                "centre",
                hotspot.centre(),
                "areas",
                hotspot.areas(),
                "multiplier",
                hotspot.multiplier(),
                "periods",
                hotspot.periods().stream()
                        .map(period -> object("from", period.from(), "to", period.to()))
                        .toList());
    }

    private static Map<String, Object> nearRepeats(Truth.NearRepeats nearRepeats) {
        return object(
                "within_metres",
                nearRepeats.withinMetres(),
                "within_days",
                nearRepeats.withinDays(),
                "follow_ups",
                nearRepeats.followUps(),
                "planted",
                nearRepeats.planted());
    }

    private static Map<String, Object> silentArea(Truth.SilentArea silentArea) {
        return object(
                "area",
                silentArea.area(),
                "from",
                silentArea.from(),
                "expected_unreported",
                silentArea.expectedUnreported(),
                "unreported",
                silentArea.unreported());
    }

    private static List<Object> types() {
        List<Object> types = new ArrayList<>();
        for (AsbType type : AsbType.values()) {
            types.add(object(
                    "type",
                    type,
                    "share",
                    type.share(),
                    "personal",
                    type.shareOf(AsbCategory.PERSONAL),
                    "nuisance",
                    type.shareOf(AsbCategory.NUISANCE),
                    "environmental",
                    type.shareOf(AsbCategory.ENVIRONMENTAL)));
        }
        return types;
    }

    private static List<Map<String, Object>> months(Truth truth) {
        return truth.months().stream()
                .map(month -> object("month", month.month(), "expected_reports", month.expectedReports()))
                .toList();
    }

    private static List<Map<String, Object>> areas(Truth truth) {
        return truth.areas().stream()
                .map(area -> object(
                        "area",
                        area.area(),
                        "expected_behaviour",
                        area.expectedBehaviour(),
                        "expected_reports",
                        area.expectedReports()))
                .toList();
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return object;
    }
}
