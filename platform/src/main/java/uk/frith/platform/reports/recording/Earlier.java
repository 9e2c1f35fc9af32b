package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.frith.narrative.Account;

/**
 * An earlier report of the same caller or about the same place.
 *
 * @param samePlace whether it is about the place that was asked for
 * @param told what was told then, for the reader of accounts
 */
public record Earlier(
        UUID incident,
        String reference,
        Instant reported,
        String location,
        Optional<AsbCategory> category,
        Optional<AsbType> type,
        boolean samePlace,
        Account.Earlier told) {
    @Override
    public String toString() {
        return "Earlier[" + incident + "]";
    }
}
