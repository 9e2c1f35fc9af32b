package uk.frith.platform.reports.recording;

import java.time.YearMonth;

/**
 * What there is of an organisation's own incidents.
 *
 * @param firstMonth the month of the earliest
 * @param lastMonth the month of the latest
 * @param incidents how many, at least one
 * @param noLsoa of these without an area
 */
public record IncidentCoverage(YearMonth firstMonth, YearMonth lastMonth, long incidents, long noLsoa) {

    public IncidentCoverage {
        if (lastMonth.isBefore(firstMonth) || incidents < 1 || noLsoa < 0 || noLsoa > incidents) {
            throw new IllegalArgumentException(
                    "Coverage is of at least one incident, from an earlier to a later month.");
        }
    }
}
