package uk.frith.platform.reports.intake;

import java.util.Optional;

/** What became of one file. */
sealed interface Outcome {

    /**
     * It is stored and current.
     *
     * @param rows data rows read
     * @param stored of these stored
     * @param refused of these refused
     * @param replaced whether it took another version's place
     * @param monthWritten how its month was written, when it had to be mapped
     */
    record Stored(long version, long rows, long stored, long refused, boolean replaced, Optional<String> monthWritten)
            implements Outcome {}

    /**
     * Its content is what is current already.
     *
     * @param rows data rows of it
     * @param refused of these refused, when it was stored
     */
    record Unchanged(long version, long rows, long refused) implements Outcome {}

    /** It isn't ours to read. */
    record LeftAlone(String sentence) implements Outcome {}

    /** It couldn't be read, and nothing of it is stored. */
    record Failed(String sentence) implements Outcome {}
}
