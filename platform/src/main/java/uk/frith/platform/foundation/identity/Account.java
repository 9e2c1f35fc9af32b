package uk.frith.platform.foundation.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An account as its organisation's administrators see it.
 *
 * @param team its team's id, if it has one
 * @param teamName its name, or empty
 * @param hasPassword whether it could be signed in to
 * @param secondFactor whether an authenticator app has been set up
 * @param lockedUntil until when sign-in is paused, if it is
 * @param lastSignedIn when it was last signed in to
 */
record Account(
        UUID id,
        String name,
        String email,
        Optional<UUID> team,
        String teamName,
        AccountState state,
        Set<Role> roles,
        boolean hasPassword,
        boolean secondFactor,
        Optional<Instant> lockedUntil,
        Optional<Instant> lastSignedIn) {

    Account {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "account=" + id;
    }
}
