package uk.frith.platform.foundation.identity;

/** What an organisation is; the same values as the database's list. */
enum OrganisationKind {
    POLICE,
    COUNCIL,
    LANDLORD,
    FIRE,
    HEALTH,
    SCHOOL,
    CHARITY,
    SYSTEM
}
