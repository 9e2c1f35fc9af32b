package uk.frith.platform.portal.dialogue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who was reported was asked to answer.
 *
 * @param who whom staff handed the code to, as they name them
 * @param put what was put to them, which is all that the code shows
 * @param once whether it takes one answer; otherwise it takes more until it is closed
 */
record Invitation(UUID id, String who, String put, boolean once, Instant ends, Optional<Instant> closed) {

    boolean isOpen(Instant now) {
        return closed.isEmpty() && ends.isAfter(now);
    }

    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
