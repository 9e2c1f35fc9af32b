package uk.frith.platform.reports.exchange;

/** What kind of body a partner is; the same values as the database's list. */
enum PartnerKind {
    COUNCIL("Council"),
    LANDLORD("Landlord"),
    SCHOOL("School or college"),
    TREATMENT("Drug or alcohol treatment"),
    NHS("NHS"),
    CHARITY("Charity"),
    FIRE("Fire and rescue service"),
    OTHER("Another body");

    private final String words;

    PartnerKind(String words) {
        this.words = words;
    }

    /** As people say it. */
    String words() {
        return words;
    }
}
