package uk.frith.platform.understanding.prevalence;

import java.time.YearMonth;
import java.util.UUID;

/**
 * A change in what was counted, or how, that a reader of a series must know.
 *
 * @param id of the database
 * @param month from when it shows in the series
 * @param text what changed, in a sentence
 * @param source who says so
 */
record Annotation(UUID id, YearMonth month, String text, String source) {

    /** What fits under a picture. */
    static final int LONGEST_TEXT = 300;

    static final int LONGEST_SOURCE = 200;

    Annotation {
        if (text.isBlank() || text.length() > LONGEST_TEXT || source.isBlank() || source.length() > LONGEST_SOURCE) {
            throw new IllegalArgumentException("An annotation has a text and a source, neither too long.");
        }
    }
}
