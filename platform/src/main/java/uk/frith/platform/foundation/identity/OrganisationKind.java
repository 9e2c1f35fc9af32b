package uk.frith.platform.foundation.identity;

/** What an organisation is; the same values as the database's list. */
enum OrganisationKind {
    POLICE("Police force"),
    COUNCIL("Council"),
    LANDLORD("Landlord"),
    FIRE("Fire and rescue service"),
    HEALTH("Health service"),
    SCHOOL("School or college"),
    CHARITY("Charity"),
    /** Frith's own, to which its service actors belong. */
    SYSTEM("Frith");

    private final String title;

    OrganisationKind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
