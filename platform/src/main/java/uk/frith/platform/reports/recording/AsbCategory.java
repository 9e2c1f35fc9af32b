package uk.frith.platform.reports.recording;

/** Whom antisocial behaviour is aimed at, by the National Standard for Incident Recording. */
public enum AsbCategory {
    PERSONAL("Personal"),
    NUISANCE("Nuisance"),
    ENVIRONMENTAL("Environmental");

    private final String words;

    AsbCategory(String words) {
        this.words = words;
    }

    /** As people say it. */
    public String words() {
        return words;
    }
}
