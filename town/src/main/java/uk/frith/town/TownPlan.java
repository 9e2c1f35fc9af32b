package uk.frith.town;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What to build: everything that the town depends on. Equal plans give equal towns, byte for byte.
 *
 * @param seed any number
 * @param incidents how many incidents the force hears of: the rows of its extract, 1 to 5,000,000
 * @param firstMonth the month of the first incidents, 2011-01 to 2089-12
 * @param months how many months, 3 to 120
 */
public record TownPlan(long seed, int incidents, YearMonth firstMonth, int months) {

    /** Enough for 60 or so incidents an area and year. */
    public static final int STANDARD_INCIDENTS = 45_000;

    /** The first month of the standard two years. */
    public static final YearMonth STANDARD_FIRST_MONTH = YearMonth.of(2024, 10);

    /** Two years: the least from which a season can be told from a trend. */
    public static final int STANDARD_MONTHS = 24;

    /** All incidents are held in memory while they are put in order: a million fit in a heap of 1 GB. */
    public static final int MOST_INCIDENTS = 5_000_000;

    /** Below this there is no room for a hotspot that comes late in the period. */
    public static final int FEWEST_MONTHS = 3;

    /** Ten years. */
    public static final int MOST_MONTHS = 120;

    private static final YearMonth EARLIEST = YearMonth.of(2011, 1);
    private static final YearMonth LATEST = YearMonth.of(2089, 12);

    /** Refuses what cannot be built, with a sentence that says what can. */
    public TownPlan {
        if (incidents < 1 || incidents > MOST_INCIDENTS) {
            throw new IllegalArgumentException(
                    "The number of incidents must be from 1 to " + MOST_INCIDENTS + ", not " + incidents);
        }
        if (firstMonth.isBefore(EARLIEST) || firstMonth.isAfter(LATEST)) {
            throw new IllegalArgumentException(
                    "The first month must be from " + EARLIEST + " to " + LATEST + ", not " + firstMonth);
        }
        if (months < FEWEST_MONTHS || months > MOST_MONTHS) {
            throw new IllegalArgumentException(
                    "The number of months must be from " + FEWEST_MONTHS + " to " + MOST_MONTHS + ", not " + months);
        }
    }

    /** The standard town of a seed: 45,000 incidents from October 2024 to September 2026. */
    public static TownPlan standard(long seed) {
        return new TownPlan(seed, STANDARD_INCIDENTS, STANDARD_FIRST_MONTH, STANDARD_MONTHS);
    }

    /** The first day on which anything happens. */
    public LocalDate firstDay() {
        return firstMonth.atDay(1);
    }

    /** The last day on which anything happens. */
    public LocalDate lastDay() {
        return firstMonth.plusMonths(months - 1L).atEndOfMonth();
    }

    /** The month with that index, 0 being the first. */
    YearMonth month(int index) {
        return firstMonth.plusMonths(index);
    }

    /** How many days from first to last, both counted. */
    int days() {
        return (int) (lastDay().toEpochDay() - firstDay().toEpochDay()) + 1;
    }
}
