package uk.frith.platform.foundation.places;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of a known file, or a property of a known boundary file.
 *
 * @param column its name in the header; empty for a field that other files of the same table have and this one doesn't
 * @param form what its values look like
 * @param required whether an empty value is refused
 */
record Field(String column, Form form, boolean required) {

    static Field required(String column, Form form) {
        return new Field(column, form, true);
    }

    static Field optional(String column, Form form) {
        return new Field(column, form, false);
    }

    static Field absent() {
        return new Field("", Form.NAME, false);
    }

    boolean isAbsent() {
        return column.isEmpty();
    }

    /** Why this value can't be taken, in words; empty when it can. */
    Optional<String> fault(String value) {
        if (value.isEmpty()) {
            return required ? Optional.of("is empty") : Optional.empty();
        }
        return form.fits(value) ? Optional.empty() : Optional.of("isn't " + form.words);
    }

    /** What values look like. Nothing that passes here is refused by the table's own constraint on that column. */
    enum Form {
        CODE("a code of a capital letter and eight digits", "[A-Z][0-9]{8}"),
        NAME("a name of at most 200 characters", "(?=.*\\S)[^\\p{Cntrl}]{1,200}"),
        COUNT("a whole number from 0 to 99,999,999", "[0-9]{1,8}"),
        DECILE("a decile from 1 to 10", "[1-9]|10"),
        RANK("a rank from 1 to 99,999", "[1-9][0-9]{0,4}"),
        SCORE("a number", "-?[0-9]{1,6}(\\.[0-9]{1,15})?"),
        CHANGE("one of U, S, M and X", "[USMX]"),
        RURAL_URBAN("Rural or Urban", "Rural|Urban"),
        LONGITUDE("a longitude of Great Britain in degrees", -10, 4),
        LATITUDE("a latitude of Great Britain in degrees", 49, 62),
        SQUARE_KILOMETRES("an area in square kilometres", 0, 100_000),
        MONTH("a month written as yyyymm", "(19|20)[0-9]{2}(0[1-9]|1[0-2])"),
        POSTCODE("a postcode with one space", "[A-Z]{1,2}[0-9][A-Z0-9]? +[0-9][A-Z]{2}"),
        FLAG("0 or 1", "[01]"),
        EASTING("an easting in whole metres", "0*[0-6]?[0-9]{1,5}"),
        NORTHING("a northing in whole metres", "0*(1[0-2]|[0-9])?[0-9]{1,5}");

        private final String words;
        private final Pattern pattern;
        private final double least;
        private final double most;

        Form(String words, String pattern) {
            this(words, pattern, 0, 0);
        }

        Form(String words, double least, double most) {
            this(words, "-?[0-9]{1,6}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,2})?", least, most);
        }

        Form(String words, String pattern, double least, double most) {
            this.words = words;
            this.pattern = Pattern.compile(pattern);
            this.least = least;
            this.most = most;
        }

        boolean fits(String value) {
            if (!pattern.matcher(value).matches()) {
                return false;
            }
            if (least == most) {
                return true;
            }
            double number = Double.parseDouble(value);
            return number >= least && number <= most;
        }
    }
}
