package uk.frith.platform.foundation.pages;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Months as they are read. */
public final class Months {

    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private Months() {}

    /** As {@code November 2026}. */
    public static String inWords(YearMonth month) {
        return IN_WORDS.format(month);
    }
}
