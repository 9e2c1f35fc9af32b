package uk.frith.narrative;

import java.util.Locale;

/** How sure the reader is that a crime is to be recorded. */
public enum Certainty {
    /** The account states every point that the rule needs. */
    CERTAIN,
    /** More likely than not: the test of the recording standard is met, one point is inferred. */
    PROBABLE,
    /** A point is open; the question that decides stands among the questions. */
    POSSIBLE;

    static Certainty of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As the command prints it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
