package uk.frith.platform.understanding.prevalence;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Whole months, both ends included.
 *
 * @param from the first month
 * @param to the last month, not before the first
 */
record Period(YearMonth from, YearMonth to) {

    /** Ten years: longer than any open series, and short enough for one picture. */
    static final int LONGEST_MONTHS = 120;

    Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period can't end before it begins.");
        }
        if (ChronoUnit.MONTHS.between(from, to) >= LONGEST_MONTHS) {
            throw new IllegalArgumentException("A period has at most " + LONGEST_MONTHS + " months.");
        }
    }

    int length() {
        return (int) ChronoUnit.MONTHS.between(from, to) + 1;
    }

    List<YearMonth> months() {
        return Stream.iterate(from, month -> month.plusMonths(1))
                .limit(length())
                .toList();
    }

    /** The same months a year before; for more than a year, each month's own a year before, so that they overlap. */
    Period yearBefore() {
        return new Period(from.minusYears(1), to.minusYears(1));
    }

    boolean holds(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    /** The months of the period that are not among these. */
    NavigableSet<YearMonth> missingFrom(NavigableSet<YearMonth> present) {
        NavigableSet<YearMonth> missing = new TreeSet<>(months());
        missing.removeAll(present);
        return missing;
    }

    /** As people say it: {@code 2021}, {@code March 2021}, {@code January to March 2021}, {@code April 2020 to March 2021}. */
    String words() {
        if (from.equals(to)) {
            return words(from);
        }
        boolean wholeYears = from.getMonth() == Month.JANUARY && to.getMonth() == Month.DECEMBER;
        if (wholeYears && from.getYear() == to.getYear()) {
            return Integer.toString(from.getYear());
        }
        if (wholeYears) {
            return from.getYear() + " to " + to.getYear();
        }
        return from.getYear() == to.getYear() ? name(from) + " to " + words(to) : words(from) + " to " + words(to);
    }

    /** {@code March 2021}. */
    static String words(YearMonth month) {
        return name(month) + " " + month.getYear();
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
    }
}
