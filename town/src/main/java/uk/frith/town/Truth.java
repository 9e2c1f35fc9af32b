package uk.frith.town;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Everything that was planted, so that a test can ask whether a method finds it.
 *
 * <p>Expected counts are what the model expects before chance decides how many incidents fall where, with the area's
 * own level known. They ignore that a follow-up may fall into the next month, and that about one report in fifty has no
 * place: good to two or three per cent.
 *
 * @param plan what the town was built from
 * @param reported incidents in the force's extract: exactly those planned
 * @param unreported incidents that happened in the silent area and were told to nobody
 * @param withoutPoint the share of reports without a point, half of which have no area either
 * @param deprivationRatio how many times the rate of the least deprived tenth the most deprived has, all else equal
 * @param season the course of the year
 * @param dispersion how much more counts vary than by Poisson's law
 * @param hotspots the places with more behaviour than their people explain
 * @param nearRepeats incidents that bring others near them soon after
 * @param silentArea the place whose reports stop
 * @param areas expected counts by area, in order of code
 * @param months expected counts by month, in order
 */
public record Truth(
        TownPlan plan,
        int reported,
        int unreported,
        double withoutPoint,
        double deprivationRatio,
        SeasonTruth season,
        Dispersion dispersion,
        List<Hotspot> hotspots,
        NearRepeats nearRepeats,
        SilentArea silentArea,
        List<ExpectedArea> areas,
        List<ExpectedMonth> months) {

    /** Keeps the lists from changing. */
    public Truth {
        hotspots = List.copyOf(hotspots);
        areas = List.copyOf(areas);
        months = List.copyOf(months);
    }

    /**
     * The level of every type but fireworks is 1 + yearly·cos(a) + halfYearly·cos(2a), where a runs round once a year
     * and is 0 on the peak day.
     *
     * @param yearlyAmplitude share of the mean
     * @param halfYearlyAmplitude share of the mean
     * @param peakDayOfYear 1 to 365
     * @param bonfireNightMultiplier of the misuse of fireworks on 5 November
     * @param newYearMultiplier of the misuse of fireworks on 31 December
     */
    public record SeasonTruth(
            double yearlyAmplitude,
            double halfYearlyAmplitude,
            int peakDayOfYear,
            double bonfireNightMultiplier,
            double newYearMultiplier) {}

    /**
     * Gamma levels with mean 1 multiply each other: each has variance 1 / shape.
     *
     * @param areaShape one level for each area, for good
     * @param areaMonthShape one for each area and month
     * @param dayShape one for each day, all over the force
     */
    public record Dispersion(double areaShape, double areaMonthShape, double dayShape) {}

    /** What makes a hotspot. */
    public enum HotspotKind {
        /** All through the period. */
        PERMANENT,
        /** From some month to the end. */
        EMERGING,
        /** From June to August. */
        SEASONAL
    }

    /**
     * An area and all that border it, with more behaviour than their people explain.
     *
     * @param kind when
     * @param centre the code of the area in the middle
     * @param areas the codes of all its areas, in order
     * @param multiplier how many times its ordinary level
     * @param periods when, in order; empty when a season doesn't come
     */
    public record Hotspot(
            HotspotKind kind, String centre, List<String> areas, double multiplier, List<Period> periods) {

        /** Keeps the lists from changing. */
        public Hotspot {
            areas = List.copyOf(areas);
            periods = List.copyOf(periods);
        }

        /** Whether it is hot in that month. */
        public boolean hotIn(YearMonth month) {
            return periods.stream().anyMatch(period -> period.holds(month.atDay(1)));
        }
    }

    /**
     * Whole days, both ends counted.
     *
     * @param from the first
     * @param to the last
     */
    public record Period(LocalDate from, LocalDate to) {

        /** Whether the day is in it. */
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * Each first incident brings a Poisson number of others of its own type.
     *
     * @param withinMetres none is farther away
     * @param withinDays all come sooner than that many days later, and on a later day
     * @param followUps how many an incident brings on average
     * @param planted how many are in the extract
     */
    public record NearRepeats(int withinMetres, int withinDays, double followUps, int planted) {}

    /**
     * The place whose reports stop because trust went. What people do there goes on as before.
     *
     * @param area its code
     * @param from the first day without a report
     * @param expectedUnreported how many reports the model expects to be missing
     * @param unreported how many are
     */
    public record SilentArea(String area, LocalDate from, double expectedUnreported, int unreported) {}

    /**
     * What the model expects of an area over the whole period.
     *
     * @param area its code
     * @param expectedBehaviour incidents that happen
     * @param expectedReports incidents that the force hears of
     */
    public record ExpectedArea(String area, double expectedBehaviour, double expectedReports) {}

    /**
     * What the model expects of a month all over the force.
     *
     * @param month which
     * @param expectedReports incidents that the force hears of
     */
    public record ExpectedMonth(YearMonth month, double expectedReports) {}
}
