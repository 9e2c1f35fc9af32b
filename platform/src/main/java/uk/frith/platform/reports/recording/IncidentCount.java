package uk.frith.platform.reports.recording;

import java.time.YearMonth;

/**
 * How many incidents an area has in a month.
 *
 * @param lsoaCode the area's code; empty for incidents without one
 * @param month the month in which they happened, by the clock in London
 * @param incidents at least one
 */
public record IncidentCount(String lsoaCode, YearMonth month, long incidents) {

    public IncidentCount {
        if (incidents < 1) {
            throw new IllegalArgumentException("An area without incidents has no line.");
        }
    }
}
