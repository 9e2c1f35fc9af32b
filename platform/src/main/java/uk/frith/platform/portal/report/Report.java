package uk.frith.platform.portal.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A report as it stands in the portal, without its answers.
 *
 * @param code by which it is opened again, together with a secret
 * @param why what brought somebody here
 * @param sign the QR code at whose place it was begun, if it was
 * @param reference the incident's, once recording has it
 * @param hidden words that the reporter doesn't want others to see
 */
record Report(
        UUID id,
        String code,
        String language,
        String why,
        State state,
        Instant saved,
        Optional<UUID> sign,
        Optional<Instant> sent,
        Optional<UUID> organisation,
        Optional<String> lsoa,
        Optional<UUID> incident,
        Optional<String> reference,
        List<String> hidden) {

    Report {
        hidden = List.copyOf(hidden);
    }

    /** Where a report is in its life; the same values as the database's list. */
    enum State {
        DRAFT,
        SENT,
        TAKEN,
        DISCARDED
    }

    @Override
    public String toString() {
        return "Report[" + id + "]";
    }
}
