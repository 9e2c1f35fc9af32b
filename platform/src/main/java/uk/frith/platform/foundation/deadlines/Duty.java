package uk.frith.platform.foundation.deadlines;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that somebody must do in time.
 *
 * @param kind its kind's code, as the owning chapter's migration names it
 * @param organisation whose duty it is
 * @param subject the record that it is about
 * @param reference how people call the record; never a person's name
 * @param path where it is done, within the service
 * @param account whose it is, if it is one person's
 * @param team which team's it is, if no one person's
 * @param began when the clock started
 */
public record Duty(
        String kind,
        UUID organisation,
        UUID subject,
        String reference,
        String path,
        Optional<UUID> account,
        Optional<UUID> team,
        Instant began) {

    public Duty {
        if (kind.isBlank() || reference.isBlank() || !path.startsWith("/")) {
            throw new IllegalArgumentException("A duty has a kind, a reference and a path within the service.");
        }
    }
}
