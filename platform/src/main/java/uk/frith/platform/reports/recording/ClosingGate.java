package uk.frith.platform.reports.recording;

import java.util.Optional;
import java.util.UUID;
import uk.frith.platform.foundation.pages.Gate;

/**
 * May stand between an incident and its closing. A chapter gives a bean; recording asks all of them within the closing's
 * own transaction, so that what was true when it was asked is true when it is closed.
 */
public interface ClosingGate {

    /** Why this incident may not be closed yet; empty when nothing stands in the way. */
    Optional<Gate> of(UUID incident);
}
