package uk.frith.platform.reports.integrity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that an audit of recording found wrong.
 *
 * @param reference the incident's reference
 * @param expected what should stand, in words
 * @param recorded what stands instead, in words
 * @param words what of the account carries it; personal
 * @param answer what was said against it
 * @param decision what the registrar decided about the dispute
 */
record Finding(
        UUID id,
        UUID sample,
        UUID incident,
        String reference,
        FindingKind kind,
        String classCode,
        FindingState state,
        String expected,
        String recorded,
        String words,
        Optional<UUID> owner,
        Optional<UUID> team,
        Instant found,
        Optional<String> answer,
        Optional<String> decision) {

    String path() {
        return "/recording-findings/" + id;
    }

    @Override
    public String toString() {
        return "Finding[" + id + "]";
    }
}
