package uk.frith.platform.reports.intake;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/** What a field of a published file may hold. */
final class FieldRules {

    /** Codes of areas are nine characters in Great Britain and eight in Northern Ireland. */
    static final int LONGEST_CODE = 20;

    /** The longest crime type so far has 28 characters. */
    static final int LONGEST_CRIME_TYPE = 100;

    private static final DateTimeFormatter AS_A_SPREADSHEET_WRITES = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMM-uu")
            .toFormatter(Locale.UK);

    private static final DateTimeFormatter AS_PUBLISHED = DateTimeFormatter.ofPattern("uuuu-MM", Locale.UK);

    private FieldRules() {}

    /** Reads a month written as {@code 2025-02}. */
    static Optional<YearMonth> month(String text) {
        return parse(text, AS_PUBLISHED);
    }

    /** Reads a month written as a spreadsheet rewrites it, {@code Feb-25}; the century is ours. */
    static Optional<YearMonth> rewrittenMonth(String text) {
        return parse(text.replace("Sept-", "Sep-"), AS_A_SPREADSHEET_WRITES);
    }

    private static Optional<YearMonth> parse(String text, DateTimeFormatter format) {
        try {
            return Optional.of(YearMonth.parse(text, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it is a number from minus to plus the bound; nothing isn't. */
    static boolean isDegrees(byte[] bytes, int from, int to, int bound) {
        int i = from;
        if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        int whole = 0;
        int digits = 0;
        while (i < to && bytes[i] >= '0' && bytes[i] <= '9' && digits < 4) {
            whole = whole * 10 + bytes[i] - '0';
            digits++;
            i++;
        }
        int fraction = 0;
        if (i < to && bytes[i] == '.') {
            i++;
            while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
                fraction |= bytes[i] - '0';
                digits++;
                i++;
            }
        }
        return i == to && digits > 0 && to - from <= 40 && (whole < bound || (whole == bound && fraction == 0));
    }

    /** Whether it could be the code of an area: letters and digits, not too many. */
    static boolean isCode(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (!((b >= '0' && b <= '9') || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z'))) {
                return false;
            }
        }
        return to - from <= LONGEST_CODE;
    }
}
