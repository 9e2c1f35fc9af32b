package uk.frith.platform.portal.report;

/** Whether a text gives away who told a report. */
public enum Naming {
    NONE,
    /** It holds a part of a name, which may be a word as any other. */
    POSSIBLE,
    /** It holds their name, number or address of e-mail. */
    CERTAIN
}
