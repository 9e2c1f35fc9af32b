package uk.frith.platform.reports.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A drawn incident with what its readers expect and what was recorded.
 *
 * @param probability its chance of being drawn
 * @param recorded its category when it was drawn
 * @param opening its category when it was opened
 * @param now its category today
 * @param team whose it was when it was drawn; empty without a team
 * @param categorised the name of whoever gave the category; empty when nobody is known
 * @param readings saved ones, oldest first
 * @param crimes recorded ones, up to today
 */
record ReadItem(
        UUID incident,
        String stratum,
        double probability,
        Sorting recorded,
        Sorting opening,
        Sorting now,
        String team,
        String categorised,
        Instant reported,
        List<Reading> readings,
        List<Recorded> crimes) {

    /** Without names. */
    @Override
    public String toString() {
        return "ReadItem[" + incident + "]";
    }

    /** One person's reading. */
    record Reading(UUID reader, Sorting category, boolean blind, List<Crime> expected) {}

    /** A recorded crime and when that was. */
    record Recorded(Crime crime, Instant at) {}

    /** The reading that counts: the first that was blind. */
    Optional<Reading> counting() {
        return readings.stream().filter(Reading::blind).findFirst();
    }

    /** The crimes that stood by a moment. */
    List<Crime> recordedBy(Instant moment) {
        return crimes.stream()
                .filter(each -> !each.at().isAfter(moment))
                .map(Recorded::crime)
                .toList();
    }
}
