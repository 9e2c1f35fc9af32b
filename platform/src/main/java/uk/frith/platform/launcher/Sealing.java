package uk.frith.platform.launcher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.frith.platform.foundation.audit.Sealer;

/** Seals the audit now; a database that is away for a while must not end the one who seals. */
final class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private Sealing() {}

    static void once(Sealer sealer) {
        try {
            sealer.seal();
        } catch (RuntimeException e) {
            LOG.warn("sealing the audit has to wait: cause={}", e.getClass().getSimpleName());
        }
    }
}
