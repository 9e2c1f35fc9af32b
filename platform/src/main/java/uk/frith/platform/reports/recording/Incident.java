package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.util.Optional;

/**
 * What was reported, as it stands in a force's extract or was taken down here.
 *
 * @param reference the force's own reference
 * @param occurred between which moments it happened
 * @param reportedAt when the force heard of it
 * @param point where, if the force has a point
 * @param lsoaCode the small area, if known
 * @param location the place in words; may be empty
 * @param category whom it is aimed at; empty when it isn't antisocial behaviour
 * @param type what kind it is; empty as the category is
 * @param text the account; may be empty
 */
record Incident(
        String reference,
        Interval occurred,
        Instant reportedAt,
        Optional<GridReference> point,
        Optional<String> lsoaCode,
        String location,
        Optional<AsbCategory> category,
        Optional<AsbType> type,
        Channel channel,
        String text) {

    @Override
    public String toString() {
        return "Incident";
    }
}
