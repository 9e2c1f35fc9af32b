package uk.frith.platform.reports.integrity;

/** Under which heading an incident falls: one of the three categories, or none. */
enum Sorting {
    PERSONAL("Personal"),
    NUISANCE("Nuisance"),
    ENVIRONMENTAL("Environmental"),
    NOT_ASB("Not antisocial behaviour");

    private final String words;

    Sorting(String words) {
        this.words = words;
    }

    /** As people say it. */
    String words() {
        return words;
    }
}
