package uk.frith.platform.reports.rulebook;

import java.util.Optional;
import uk.frith.platform.reports.rulebook.BookDraftRepository.LastChange;

/** What became of a change to a draft. */
sealed interface Saved {

    /**
     * It is in the draft.
     *
     * @param name what the part is called now
     */
    record Done(String name) implements Saved {}

    /**
     * Somebody else changed it meanwhile, so nothing was written.
     *
     * @param theirs how it stands now; empty when it was taken out
     */
    record Changed(Optional<Part> theirs, Optional<LastChange> last) implements Saved {}

    /** It can't be put into the draft: what is wrong, at its field. */
    record Unfit(java.util.Map<String, String> wrong) implements Saved {
        public Unfit {
            wrong = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(wrong));
        }
    }

    /** The draft is no longer being written. */
    record Closed() implements Saved {}
}
