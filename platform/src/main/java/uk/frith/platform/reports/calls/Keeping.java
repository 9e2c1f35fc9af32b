package uk.frith.platform.reports.calls;

import uk.frith.platform.reports.calls.DraftRepository.Draft;

/** What became of something that was typed. */
sealed interface Keeping {

    /** The draft as it stands now. */
    Draft draft();

    /** It is kept. */
    record Kept(Draft draft) implements Keeping {}

    /** It isn't, since another window typed something that this one hasn't seen. */
    record Elsewhere(Draft draft) implements Keeping {}

    /** It isn't, since the call was recorded or discarded in the meantime. */
    record Over(Draft draft) implements Keeping {}
}
