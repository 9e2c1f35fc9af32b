package uk.frith.town;

/** The class of an antisocial behaviour incident in the National Standard for Incident Recording: exactly one each. */
public enum AsbCategory {
    /** Targeted at, or having an impact on, a person or group rather than the community at large. */
    PERSONAL,
    /** Causes trouble, annoyance or suffering to the local community rather than to a person. */
    NUISANCE,
    /** Affects the surroundings: public spaces, buildings, nature. */
    ENVIRONMENTAL
}
