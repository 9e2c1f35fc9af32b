package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.util.Optional;

/**
 * What was reported, as it stands in a force's extract.
 *
 * @param reference the force's own reference
 * @param occurred between which moments it happened
 * @param reportedAt when the force heard of it
 * @param point where, if the force has a point
 * @param lsoaCode the small area, if known
 * @param location the place in words; may be empty
 * @param text the account; may be empty
 */
record Incident(
        String reference,
        Interval occurred,
        Instant reportedAt,
        Optional<GridReference> point,
        Optional<String> lsoaCode,
        String location,
        AsbCategory category,
        AsbType type,
        Channel channel,
        String text) {

    @Override
    public String toString() {
        return "Incident";
    }
}
