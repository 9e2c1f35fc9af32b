package uk.frith.platform.reports.integrity;

/** Whether a sample takes the same number of incidents from each of several groups. */
enum Spread {
    NONE("As it falls"),
    TEAM("The same number from each team"),
    CATEGORY("The same number from each category");

    private final String words;

    Spread(String words) {
        this.words = words;
    }

    /** As people say it. */
    String words() {
        return words;
    }
}
