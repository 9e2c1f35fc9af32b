package uk.frith.platform.understanding.prevalence;

import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import uk.frith.patterns.ConcentrationFinding;
import uk.frith.patterns.Overdispersion;

/**
 * All that is worked out for one question: immutable, and the same for ever for the same versions of data and places.
 *
 * @param period the months asked for
 * @param missing those of them that the series has no data for
 * @param total everything counted
 * @param placed what of it lies in one of the areas
 * @param nowhere what has no place
 * @param elsewhere what lies in none of the areas
 * @param people residents of the areas whose residents are known
 * @param rate of what is placed, for every 1,000 residents; empty without residents
 * @param change of the total
 * @param heat whether and where it is hot
 * @param concentration how unevenly it lies
 * @param areas one line each, in the order of codes
 * @param deciles ten lines, or none when deprivation isn't known
 * @param months the whole series
 * @param years the series in blocks of twelve months that end with the period
 * @param dispersion how much more the areas' counts vary than chance would have them; empty without a rate
 */
record Figures(
        Period period,
        NavigableSet<YearMonth> missing,
        long total,
        long placed,
        long nowhere,
        long elsewhere,
        OptionalLong people,
        Optional<RateFigure> rate,
        Change change,
        HeatFinding heat,
        ConcentrationFinding concentration,
        List<AreaFigures> areas,
        List<Decile> deciles,
        List<Point> months,
        List<Year> years,
        Optional<Overdispersion> dispersion) {

    Figures {
        areas = List.copyOf(areas);
        deciles = List.copyOf(deciles);
        months = List.copyOf(months);
        years = List.copyOf(years);
    }

    /**
     * A tenth of the country by deprivation, as far as it lies here.
     *
     * @param decile 1 is the most deprived
     */
    record Decile(int decile, int areas, long count, long people, Optional<RateFigure> rate) {}

    /** One month; without a count when there is no data, which isn't nought. */
    record Point(YearMonth month, OptionalLong count) {}

    /**
     * Twelve months.
     *
     * @param present how many of the twelve have data
     * @param others other recorded crime; empty when not known
     */
    record Year(YearMonth last, int present, long count, OptionalLong others) {
        boolean whole() {
            return present == 12;
        }

        /** What share of all that was recorded it is; empty when the rest isn't known or there is nothing. */
        OptionalDouble share() {
            return others.isPresent() && count + others.getAsLong() > 0
                    ? OptionalDouble.of((double) count / (count + others.getAsLong()))
                    : OptionalDouble.empty();
        }
    }
}
