package uk.frith.platform.reports.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Folded;

/**
 * The rules of a book as a list.
 *
 * @param title what book it is
 * @param state whether it holds, since when; a sentence
 * @param action where its search leads
 * @param version the edition's label when it is asked for by name; null for the one that holds, and for a draft
 * @param total how many match
 * @param draft the draft's address when the list is one's; null otherwise
 * @param mayKeep whether the reader may change rules
 */
record RulesPage(
        String title,
        String state,
        @Nullable String warning,
        String action,
        @Nullable String version,
        String words,
        List<Choice> kinds,
        String total,
        List<Line> lines,
        @Nullable String draft,
        boolean mayKeep) {

    /** Whoever wants another one searches. */
    private static final int SHOWN_OPEN = 50;

    Folded<Line> folded() {
        return Folded.after(SHOWN_OPEN, lines);
    }

    record Line(String path, String id, String finds, String source, String because) {}
}
