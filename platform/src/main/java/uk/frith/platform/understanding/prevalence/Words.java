package uk.frith.platform.understanding.prevalence;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;

/** Numbers and months as people in Britain write them. */
final class Words {

    /** Keeps a figure and its unit on one line. */
    static final char NO_BREAK = '\u00a0';

    private static final char MINUS = '\u2212';

    private Words() {}

    /** {@code 14,027}. */
    static String count(long number) {
        return pattern("#,##0").format(number);
    }

    /** A rate: {@code 128}, {@code 12.8}, {@code 0.43}; as many digits as carry something. */
    static String rate(double number) {
        double size = Math.abs(number);
        return pattern(size >= 99.95 ? "#,##0" : size >= 0.995 || size == 0 ? "0.0" : "0.00")
                .format(number);
    }

    /** Two decimals, as for a coefficient. */
    static String fine(double number) {
        return pattern("0.00").format(number);
    }

    /** A whole number of hundredths, without the sign: {@code 8 %}. */
    static String percent(double share) {
        return whole(share) + NO_BREAK + "%";
    }

    /** Whole hundredths, without the sign and without the word. */
    static String whole(double share) {
        return Double.isInfinite(share) ? "any number" : pattern("#,##0").format(Math.abs(share * 100));
    }

    /** With its sign: {@code +5 %}, {@code −8 %}; {@code 0 %} when it rounds to that. */
    static String signedPercent(double share) {
        if (Double.isInfinite(share)) {
            return "no end";
        }
        long whole = Math.round(share * 100);
        return (whole > 0 ? "+" : whole < 0 ? String.valueOf(MINUS) : "") + count(Math.abs(whole)) + NO_BREAK + "%";
    }

    /** {@code one}, {@code one and two}, {@code one, two and three}. */
    static String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /** Months, those that follow one another taken together: {@code June 2020 and August to September 2020}. */
    static String months(NavigableSet<YearMonth> months) {
        List<String> runs = new ArrayList<>();
        YearMonth from = null;
        YearMonth to = null;
        for (YearMonth month : months) {
            if (from == null || to == null || !month.equals(to.plusMonths(1))) {
                if (from != null && to != null) {
                    runs.add(run(from, to));
                }
                from = month;
            }
            to = month;
        }
        if (from != null && to != null) {
            runs.add(run(from, to));
        }
        return list(runs);
    }

    private static String run(YearMonth from, YearMonth to) {
        String first = Period.words(from);
        if (from.equals(to)) {
            return first;
        }
        String shortFirst = from.getYear() == to.getYear() ? first.substring(0, first.indexOf(' ')) : first;
        return shortFirst + " to " + Period.words(to);
    }

    private static DecimalFormat pattern(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.UK));
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format;
    }
}
