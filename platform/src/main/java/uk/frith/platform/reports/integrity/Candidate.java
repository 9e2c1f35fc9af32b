package uk.frith.platform.reports.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An incident that could be drawn, as it stood then.
 *
 * @param stratum the group of which the sample takes a fixed number; the same for all when the sample isn't spread
 * @param weight how much likelier than others of its group it is drawn; above 0
 * @param risks what made it likelier
 */
record Candidate(
        UUID incident,
        String stratum,
        double weight,
        Sorting category,
        Sorting openingCategory,
        Optional<UUID> team,
        Instant reported,
        List<String> risks) {

    Candidate {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("Everything in a frame can be drawn: " + weight);
        }
        risks = List.copyOf(risks);
    }
}
