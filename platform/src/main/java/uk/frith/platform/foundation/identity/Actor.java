package uk.frith.platform.foundation.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever is acting: a person with a session, or a service.
 *
 * @param account their account
 * @param name as their colleagues know them; never logged
 * @param organisation the organisation that they act for
 * @param organisationName its name
 * @param forceSlug the police force that the organisation is, as in the names of open data files, if it is one
 * @param team their team, if they have one
 * @param roles what they do
 * @param service whether this is the system's own work
 * @param idleSeconds after how many seconds without a request their session ends
 */
public record Actor(
        UUID account,
        String name,
        UUID organisation,
        String organisationName,
        Optional<String> forceSlug,
        Optional<UUID> team,
        Set<Role> roles,
        boolean service,
        int idleSeconds) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean may(Permission permission) {
        return service || permission.allows(roles);
    }

    @Override
    public String toString() {
        return "account=" + account;
    }
}
