package uk.frith.platform.foundation.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries an auditor asks for; what is empty isn't asked.
 *
 * @param act what was done
 * @param subject the kind of thing, exactly
 * @param account whoever did it, or to whose account it was done
 * @param from the first moment
 * @param to the moment after the last
 * @param before only entries older than the one of this number, to turn the page
 */
public record AuditQuery(
        Optional<Act> act,
        Optional<String> subject,
        Optional<UUID> account,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Long> before) {}
