package uk.frith.platform.reports.intake;

import java.time.YearMonth;

/**
 * How many rows an area has in a month.
 *
 * @param lsoaCode the area's code as it stands in the file; empty for rows without one
 * @param month the month
 * @param incidents at least one
 */
public record AreaMonthCount(String lsoaCode, YearMonth month, long incidents) {

    public AreaMonthCount {
        if (incidents < 1) {
            throw new IllegalArgumentException("An area without incidents has no line.");
        }
    }
}
