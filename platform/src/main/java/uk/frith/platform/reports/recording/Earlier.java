package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import uk.frith.narrative.Account;

/**
 * An earlier report of the same caller or about the same place.
 *
 * @param near why it is shown: of what was asked for, what it has in common
 * @param told what was told then, for the reader of accounts
 */
public record Earlier(
        UUID incident,
        String reference,
        Instant reported,
        String location,
        Optional<AsbCategory> category,
        Optional<AsbType> type,
        Near near,
        Account.Earlier told) {
    /** What an earlier report has in common with what is told now. */
    public enum Near {
        CALLER,
        PLACE,
        /** The street of a place that was given with its house. */
        STREET
    }

    /** Whether the caller told it, and not somebody else about the place. */
    public boolean isOfCaller() {
        return near == Near.CALLER;
    }

    @Override
    public String toString() {
        return "Earlier[" + incident + "]";
    }
}
