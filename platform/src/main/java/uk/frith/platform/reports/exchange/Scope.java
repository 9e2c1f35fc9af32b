package uk.frith.platform.reports.exchange;

/** What a key may do; the same values as the database's list. */
enum Scope {
    REPORT("Send reports"),
    FOLLOW("See what became of its reports, and tell more about them"),
    COUNT("Send problems that were told to it and not to the police");

    private final String words;

    Scope(String words) {
        this.words = words;
    }

    /** As people say it. */
    String words() {
        return words;
    }
}
