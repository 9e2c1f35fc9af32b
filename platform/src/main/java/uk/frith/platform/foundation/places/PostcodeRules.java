package uk.frith.platform.foundation.places;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write postcodes, and how the directory does. */
final class PostcodeRules {

    private static final Pattern FORM = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?) *([0-9][A-Z]{2})");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private PostcodeRules() {}

    /** The postcode in capitals with one space, when the words are one. */
    static Optional<String> written(String words) {
        Matcher matcher = FORM.matcher(words.strip().toUpperCase(Locale.UK));
        return matcher.matches() ? Optional.of(matcher.group(1) + " " + matcher.group(2)) : Optional.empty();
    }

    /** A month of the directory, as 200905, in words. */
    static String month(int yearAndMonth) {
        return MONTH.format(YearMonth.of(yearAndMonth / 100, yearAndMonth % 100));
    }
}
