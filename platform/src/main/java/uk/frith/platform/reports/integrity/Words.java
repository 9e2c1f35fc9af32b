package uk.frith.platform.reports.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures, days and moments are written on these pages. */
final class Words {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK).withZone(LONDON);

    private Words() {}

    static String percent(double share) {
        return Long.toString(Math.round(share * 100));
    }

    static String count(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** A number with its noun, as {@code 1 incident} or {@code 12 incidents}. */
    static String count(long number, String one) {
        return count(number) + " " + one + (number == 1 ? "" : "s");
    }

    static String two(double number) {
        return String.format(Locale.UK, "%.2f", number).replace("-0.00", "0.00").replace('-', '−');
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String days(LocalDate first, LocalDate last) {
        return day(first) + " to " + day(last);
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }
}
