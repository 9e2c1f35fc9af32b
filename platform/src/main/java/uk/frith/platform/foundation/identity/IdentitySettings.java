package uk.frith.platform.foundation.identity;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of identity.
 *
 * @param databaseUrl JDBC address of the database
 * @param signInRole sign-in's own database role
 * @param signInPassword its password
 * @param idle a session ends after this long without a request; default 30 minutes
 * @param longest a session ends after this long whatever happens; default 12 hours
 * @param tlsInFront whether readers reach Frith through TLS that ends in front of it; then cookies travel by TLS only
 * @param publicAddress where readers reach Frith, as {@code https://frith.example}, for links that are handed over; when
 *     it isn't set, the address by which the request came
 */
@ConfigurationProperties("frith.identity")
record IdentitySettings(
        String databaseUrl,
        String signInRole,
        String signInPassword,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("false") boolean tlsInFront,
        Optional<String> publicAddress) {

    /** An idle session must outlast the warning that it is about to end. */
    private static final Duration SHORTEST_IDLE = Duration.ofMinutes(3);

    /** A shift; the database refuses more. */
    private static final Duration LONGEST_IDLE = Duration.ofHours(12);

    IdentitySettings {
        if (idle.compareTo(SHORTEST_IDLE) < 0 || idle.compareTo(LONGEST_IDLE) > 0) {
            throw new IllegalArgumentException("frith.identity.idle must be from 3 minutes to 12 hours.");
        }
        if (longest.compareTo(idle) < 0 || longest.compareTo(LONGEST_IDLE) > 0) {
            throw new IllegalArgumentException("frith.identity.longest must be from the idle time to 12 hours.");
        }
    }

    @Override
    public String toString() {
        return "idle=" + idle + " longest=" + longest;
    }
}
