package uk.frith.platform.reports.intake;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file's name says.
 *
 * @param month the month of its rows
 * @param series the slug of the force, or of the part of one, as {@code avon-and-somerset}
 * @param kind the kind that the name claims
 */
record FileName(YearMonth month, String series, FileKind kind) {

    /** How a name must look. */
    static final String SHAPE = "2021-03-lancashire-street.csv or 2021-03-lancashire-stop-and-search.csv (year, month,"
            + " series in small letters and hyphens; .gz may follow)";

    private static final int EARLIEST_YEAR = 2000;
    private static final int LONGEST_SERIES = 60;
    private static final Pattern NAME =
            Pattern.compile("(\\d{4})-(\\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*?)-(street|stop-and-search)\\.csv(?:\\.gz)?");

    /** Reads a name; empty when it doesn't have the shape or its month doesn't exist. */
    static Optional<FileName> parse(String name) {
        Matcher matcher = NAME.matcher(name.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        int month = Integer.parseInt(matcher.group(2));
        String series = matcher.group(3);
        if (year < EARLIEST_YEAR || month < 1 || month > 12 || series.length() > LONGEST_SERIES) {
            return Optional.empty();
        }
        FileKind kind = matcher.group(4).equals(FileKind.STREET.word()) ? FileKind.STREET : FileKind.STOP_SEARCH;
        return Optional.of(new FileName(YearMonth.of(year, month), series, kind));
    }
}
