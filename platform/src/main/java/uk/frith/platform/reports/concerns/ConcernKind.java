package uk.frith.platform.reports.concerns;

/** What stands behind a report; the same values as the database's list. */
enum ConcernKind {
    REPEAT("Repeat victim", false),
    VULNERABLE("Somebody vulnerable", false),
    TARGETED("Personally targeted", false),
    HOUSEHOLD("A household that reports again and again", true),
    FAMILY("Trouble at home behind what is called antisocial behaviour?", true),
    RUN("A run of reports that weighs heavily together", true);

    private final String words;
    private final boolean asks;

    ConcernKind(String words, boolean asks) {
        this.words = words;
        this.asks = asks;
    }

    String words() {
        return words;
    }

    /** Whether somebody must answer before the incident is closed. */
    boolean asks() {
        return asks;
    }
}
