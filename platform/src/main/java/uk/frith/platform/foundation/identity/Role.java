package uk.frith.platform.foundation.identity;

/** What somebody does; the same values as the database's list. */
public enum Role {
    CALL_HANDLER("Call handler"),
    NEIGHBOURHOOD_OFFICER("Neighbourhood officer"),
    SUPERVISOR("Supervisor"),
    ANALYST("Analyst"),
    ASB_COORDINATOR("ASB co-ordinator"),
    CRIME_REGISTRAR("Crime registrar"),
    PARTNER("Partner"),
    ADMINISTRATOR("Administrator"),
    AUDITOR("Auditor");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** As people say it. */
    public String title() {
        return title;
    }
}
