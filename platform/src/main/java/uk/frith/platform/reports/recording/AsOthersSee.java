package uk.frith.platform.reports.recording;

import java.util.Optional;
import java.util.UUID;

/**
 * What others than the force may read of an account. A later chapter gives a bean where it has promised a reporter what others
 * see; called within a piece of work, before anything leaves.
 */
public interface AsOthersSee {

    /** The account with what others don't see replaced; empty when nothing was promised of this incident. */
    Optional<String> words(UUID incident, String account);
}
