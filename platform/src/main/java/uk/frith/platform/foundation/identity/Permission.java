package uk.frith.platform.foundation.identity;

import static uk.frith.platform.foundation.identity.Role.ADMINISTRATOR;
import static uk.frith.platform.foundation.identity.Role.ANALYST;
import static uk.frith.platform.foundation.identity.Role.ASB_COORDINATOR;
import static uk.frith.platform.foundation.identity.Role.AUDITOR;
import static uk.frith.platform.foundation.identity.Role.CALL_HANDLER;
import static uk.frith.platform.foundation.identity.Role.CRIME_REGISTRAR;
import static uk.frith.platform.foundation.identity.Role.NEIGHBOURHOOD_OFFICER;
import static uk.frith.platform.foundation.identity.Role.PARTNER;
import static uk.frith.platform.foundation.identity.Role.SUPERVISOR;

import java.util.Set;

/** The policy: each thing that can be done, and the roles that may do it. Whatever isn't here, nobody may. */
public enum Permission {
    /** One's own start page and one's own account. */
    USE_FRITH(
            CALL_HANDLER,
            NEIGHBOURHOOD_OFFICER,
            SUPERVISOR,
            ANALYST,
            ASB_COORDINATOR,
            CRIME_REGISTRAR,
            PARTNER,
            ADMINISTRATOR,
            AUDITOR),
    /** Areas and their open figures: nothing of anybody. */
    SEE_PLACES(
            CALL_HANDLER,
            NEIGHBOURHOOD_OFFICER,
            SUPERVISOR,
            ANALYST,
            ASB_COORDINATOR,
            CRIME_REGISTRAR,
            PARTNER,
            ADMINISTRATOR,
            AUDITOR),
    SEE_PREVALENCE(NEIGHBOURHOOD_OFFICER, SUPERVISOR, ANALYST, ASB_COORDINATOR, CRIME_REGISTRAR, PARTNER),
    SEE_INCIDENTS(CALL_HANDLER, NEIGHBOURHOOD_OFFICER, SUPERVISOR, ANALYST, ASB_COORDINATOR, CRIME_REGISTRAR),
    IMPORT_DATA(ANALYST, ADMINISTRATOR),
    /** The way to what is checked and administered; each thing there has its own permission. */
    SEE_OVERSIGHT(SUPERVISOR, CRIME_REGISTRAR, ADMINISTRATOR, AUDITOR),
    UNLOCK_ACCOUNTS(SUPERVISOR, ADMINISTRATOR),
    MANAGE_ACCOUNTS(ADMINISTRATOR),
    READ_AUDIT(AUDITOR);

    /** Made once by the constructor and handed to nobody, so it can't change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** Whether somebody with these roles may. */
    public boolean allows(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }
}
