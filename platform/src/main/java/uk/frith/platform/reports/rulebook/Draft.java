package uk.frith.platform.reports.rulebook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A book in the making.
 *
 * @param begunFrom the edition whose texts it began with
 * @param ships what it stands on of what ships
 * @param submittedBy whoever submitted it for a second person to agree
 * @param validFrom from when it is to hold; empty for at once
 */
record Draft(
        UUID id,
        String title,
        UUID begunFrom,
        UUID ships,
        State state,
        String beganBy,
        Instant beganAt,
        Optional<UUID> submittedBy,
        String submittedByName,
        Optional<Instant> validFrom,
        String reason,
        String brokenReason,
        Optional<UUID> edition) {

    /** The states, which are also the database's. */
    enum State {
        OPEN("Being written"),
        SUBMITTED("Waits for a second person"),
        PUBLISHED("Published"),
        DISCARDED("Discarded");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    @Override
    public String toString() {
        return "Draft[" + id + "]";
    }
}
