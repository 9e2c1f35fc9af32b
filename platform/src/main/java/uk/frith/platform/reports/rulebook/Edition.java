package uk.frith.platform.reports.rulebook;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A published rule book, which never changes.
 *
 * @param number counts an organisation's editions from 1; none for what ships
 * @param label what readings keep
 * @param digest of its texts
 * @param ships what it stands on of what ships; none for what ships
 * @param publishedBy a name; empty for what ships
 * @param approvedBy the second person's name; empty without one
 */
record Edition(
        UUID id,
        OptionalInt number,
        String label,
        String digest,
        Optional<UUID> ships,
        Instant validFrom,
        String reason,
        String brokenReason,
        Instant publishedAt,
        String publishedBy,
        String approvedBy,
        Optional<Instant> withdrawnAt) {

    /** As people call it. */
    String called() {
        return number.isPresent() ? "Edition " + number.getAsInt() : "What ships, " + label;
    }

    @Override
    public String toString() {
        return "Edition[" + label + "]";
    }
}
