package uk.frith.platform.foundation.places;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.frith.platform.foundation.pages.Months;

/** How people write postcodes, and how the directory does: in capitals with one space. */
public final class Postcodes {

    private static final Pattern FORM =
            Pattern.compile("\\b([A-Z]{1,2}[0-9][A-Z0-9]?)\\s*([0-9][A-Z]{2})\\b", Pattern.CASE_INSENSITIVE);

    private Postcodes() {}

    /** The postcode, when the words are one and nothing else. */
    public static Optional<String> written(String words) {
        Matcher matcher = FORM.matcher(words.strip());
        return matcher.matches() ? Optional.of(asInDirectory(matcher)) : Optional.empty();
    }

    /** The first postcode that stands somewhere in some words. */
    public static Optional<String> in(String words) {
        Matcher matcher = FORM.matcher(words);
        return matcher.find() ? Optional.of(asInDirectory(matcher)) : Optional.empty();
    }

    private static String asInDirectory(Matcher postcode) {
        return (postcode.group(1) + " " + postcode.group(2)).toUpperCase(Locale.UK);
    }

    /** A month of the directory, as 200905, in words. */
    static String month(int yearAndMonth) {
        return Months.inWords(YearMonth.of(yearAndMonth / 100, yearAndMonth % 100));
    }
}
