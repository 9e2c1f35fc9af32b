package uk.frith.platform.foundation.pages;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One box of a date: day, month or year.
 *
 * @param name the end of the form field's name, and of the box's id
 * @param classes the width, as {@code govuk-input--width-2}, and {@code govuk-input--error} on the box that is wrong
 * @param value what was typed before, right or wrong
 */
public record DatePart(
        String name,
        String label,
        @Nullable String classes,
        @Nullable String value,
        @Nullable String autocomplete) {

    public static DatePart of(String name, @Nullable String classes, @Nullable String value) {
        String label = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new DatePart(name, label, classes, value, null);
    }

    public static List<DatePart> dayMonthYear() {
        return dayMonthYear(null, null, null);
    }

    public static List<DatePart> dayMonthYear(@Nullable String day, @Nullable String month, @Nullable String year) {
        return List.of(
                of("day", "govuk-input--width-2", day),
                of("month", "govuk-input--width-2", month),
                of("year", "govuk-input--width-4", year));
    }

    /** For figures that come by the month. */
    public static List<DatePart> monthYear(@Nullable String month, @Nullable String year) {
        return List.of(of("month", "govuk-input--width-2", month), of("year", "govuk-input--width-4", year));
    }
}
