package uk.frith.platform.reports.integrity;

import java.util.Optional;
import uk.frith.patterns.ConfidenceInterval;

/**
 * A share as it was counted and, where there is enough, as it is estimated for everything that could have been drawn.
 *
 * @param part how many, as counted
 * @param whole out of how many, as counted
 * @param minimum below how many no share is given
 * @param estimate empty when there are too few
 */
record Share(long part, long whole, long minimum, Optional<Estimate> estimate) {

    Share {
        if (part < 0 || whole < part || (estimate.isPresent() && whole < minimum)) {
            throw new IllegalArgumentException("A share is a part of a whole, and is estimated from enough.");
        }
    }

    /**
     * An estimate.
     *
     * @param value between 0 and 1
     * @param effectiveSize how large a simple sample of the same precision would be
     */
    record Estimate(double value, ConfidenceInterval interval, double effectiveSize) {}

    /** As {@code 57 % (49 to 64)}, or {@code too few}. */
    String words() {
        return estimate.map(found -> Words.percent(found.value()) + " % ("
                        + Words.percent(found.interval().lower()) + " to "
                        + Words.percent(found.interval().upper()) + ")")
                .orElse("too few");
    }
}
