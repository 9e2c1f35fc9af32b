package uk.frith.platform.reports.recording;

/** Whom antisocial behaviour is aimed at, by the National Standard for Incident Recording. */
public enum AsbCategory {
    PERSONAL(
            "Personal",
            "Perceived, by the caller, the call handler or anyone else, as deliberately targeted at an individual or group,"
                    + " or having an impact on an individual or group rather than the community at large"),
    NUISANCE(
            "Nuisance",
            "Causes trouble, annoyance, inconvenience, offence or suffering to the local community in general rather than"
                    + " to individual victims"),
    ENVIRONMENTAL(
            "Environmental",
            "Not aimed at an individual or group: individuals and groups have an impact on their surroundings, natural,"
                    + " built and social");

    private final String words;
    private final String definition;

    AsbCategory(String words, String definition) {
        this.words = words;
        this.definition = definition;
    }

    /** As people say it. */
    public String words() {
        return words;
    }

    /** What the standard means by it, for the point at which it is chosen. */
    public String definition() {
        return definition;
    }
}
