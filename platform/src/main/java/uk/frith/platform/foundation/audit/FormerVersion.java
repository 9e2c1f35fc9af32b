package uk.frith.platform.foundation.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A record as it stood until somebody changed it.
 *
 * @param until when it was changed
 * @param changedBy the account that changed it, if anybody was at work
 * @param former the columns and their values then, as text
 */
public record FormerVersion(Instant until, Optional<UUID> changedBy, Map<String, String> former) {
    @Override
    public String toString() {
        return "until=" + until;
    }
}
