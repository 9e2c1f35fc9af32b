package uk.frith.narrative;

/** Category of an antisocial behaviour incident. Source: NSIR 2011, chapter 2. */
public enum AsbCategory {
    /** Aimed at a person or group, or felt by them rather than by the community at large. */
    PERSONAL,
    /** Trouble for the community in general. */
    NUISANCE,
    /** Between people and places: surroundings suffer. */
    ENVIRONMENTAL
}
