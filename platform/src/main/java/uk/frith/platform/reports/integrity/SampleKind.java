package uk.frith.platform.reports.integrity;

/** How a sample is drawn. */
enum SampleKind {
    RANDOM("At random", "Every incident has the same chance. Use it to say how well incidents are recorded."),
    RISK("By risk", "Incidents in which crimes are missed more often are likelier. Use it to find missed crimes.");

    private final String words;
    private final String meaning;

    SampleKind(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    /** As people say it. */
    String words() {
        return words;
    }

    /** What it is good for. */
    String meaning() {
        return meaning;
    }
}
