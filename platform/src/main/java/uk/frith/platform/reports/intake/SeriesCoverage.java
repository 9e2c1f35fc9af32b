package uk.frith.platform.reports.intake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What there is of one series of street files.
 *
 * @param series its slug, as {@code avon-and-somerset}
 * @param wholeForce whether every file of it is a whole force's
 * @param forceName the force as its rows name it
 * @param months the months that are there, ascending; never empty
 * @param files how many files
 * @param rows data rows read
 * @param refused of these refused
 * @param noLsoa stored rows without an area
 * @param noCoordinates stored rows without a point
 * @param asbRows stored rows of antisocial behaviour
 * @param asbIdenticalRepeats of these identical to an earlier row of the same file
 */
public record SeriesCoverage(
        String series,
        boolean wholeForce,
        String forceName,
        List<YearMonth> months,
        long files,
        long rows,
        long refused,
        long noLsoa,
        long noCoordinates,
        long asbRows,
        long asbIdenticalRepeats) {

    public SeriesCoverage {
        if (series.isBlank() || months.isEmpty()) {
            throw new IllegalArgumentException("A series has a slug and at least one month.");
        }
        months = List.copyOf(months);
    }

    public YearMonth firstMonth() {
        return months.getFirst();
    }

    public YearMonth lastMonth() {
        return months.getLast();
    }

    /** Stored rows. */
    public long stored() {
        return rows - refused;
    }

    /** The months between the first and the last that aren't there. */
    public List<YearMonth> missingMonths() {
        List<YearMonth> missing = new ArrayList<>();
        for (YearMonth month = firstMonth(); month.isBefore(lastMonth()); month = month.plusMonths(1)) {
            if (!months.contains(month)) {
                missing.add(month);
            }
        }
        return missing;
    }
}
