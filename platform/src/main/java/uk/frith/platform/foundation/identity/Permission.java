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
    /** To take reports down and deal with them, and so to see who is concerned. */
    RECORD_INCIDENTS(CALL_HANDLER, NEIGHBOURHOOD_OFFICER, SUPERVISOR, ASB_COORDINATOR, CRIME_REGISTRAR),
    /** To say of a recorded crime that it is of another class, or that it is cancelled. */
    DECIDE_ON_CRIMES(SUPERVISOR, CRIME_REGISTRAR),
    /** The rules that accounts are read with: whoever works with what they find may ask why. */
    SEE_RULES(CALL_HANDLER, NEIGHBOURHOOD_OFFICER, SUPERVISOR, ANALYST, ASB_COORDINATOR, CRIME_REGISTRAR, AUDITOR),
    /** To change those rules, try the change and publish it. */
    KEEP_RULES(CRIME_REGISTRAR),
    /** What must be responded to at once: for those who send somebody. */
    SEE_URGENT(CALL_HANDLER, SUPERVISOR),
    /** To say which team has which area. */
    ALLOCATE_INCIDENTS(SUPERVISOR, ASB_COORDINATOR),
    /** To draw samples of incidents whose recording is audited, and to say when a sample has been read. */
    SAMPLE_RECORDING(SUPERVISOR, CRIME_REGISTRAR),
    /** To read a sampled account blind, and to see what an audit of recording found. */
    READ_SAMPLES(SUPERVISOR, CRIME_REGISTRAR),
    /** To have the last word about a disputed finding of such an audit. */
    DECIDE_FINDINGS(CRIME_REGISTRAR),
    /** To write the short texts that people learn from. */
    WRITE_LEARNING(CRIME_REGISTRAR),
    /** What is late in one's organisation. */
    SEE_CLOCKS(SUPERVISOR, ASB_COORDINATOR, CRIME_REGISTRAR),
    /** To say how long a duty may take. */
    SET_CLOCKS(ADMINISTRATOR),
    /** To bring in a small file of figures or of records; which kinds, the database says by role. */
    BRING_SHEETS(SUPERVISOR, ASB_COORDINATOR, CRIME_REGISTRAR),
    /** To say what the national mix of categories is. */
    SET_NATIONAL_MIX(CRIME_REGISTRAR, ADMINISTRATOR),
    /** To see who has taken which required course, and to enter it. */
    OVERSEE_TRAINING(SUPERVISOR, CRIME_REGISTRAR),
    /** To say which courses are required of whom. */
    SET_COURSES(CRIME_REGISTRAR, ADMINISTRATOR),
    /** To see whose risk is high, unfinished or overdue. */
    OVERSEE_RISK(SUPERVISOR, ASB_COORDINATOR, CRIME_REGISTRAR),
    /** To judge a risk lower than its score and signs say, and to review it. */
    LOWER_RISK(SUPERVISOR),
    /** To bring in a new version of the risk matrix. */
    SET_RISK_MATRIX(ADMINISTRATOR),
    IMPORT_DATA(ANALYST, ADMINISTRATOR),
    /** To keep the register of partners and to give their systems keys. */
    MANAGE_PARTNERS(ADMINISTRATOR),
    /** To pass an incident on to the partner that deals with such things. */
    SEND_TO_PARTNERS(NEIGHBOURHOOD_OFFICER, SUPERVISOR, ASB_COORDINATOR),
    /** Whether every way in is as good as a call, and what was told to partners alone. */
    SEE_CHANNELS(SUPERVISOR, CRIME_REGISTRAR),
    /** To tell partner organisations what people said at codes. */
    SHARE_FEEDBACK(SUPERVISOR, ASB_COORDINATOR),
    /** To read what a force told one's own organisation of it. */
    READ_FEEDBACK(PARTNER),
    /** The way to what is checked and administered; each thing there has its own permission. */
    SEE_OVERSIGHT(SUPERVISOR, ASB_COORDINATOR, CRIME_REGISTRAR, ADMINISTRATOR, AUDITOR),
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
