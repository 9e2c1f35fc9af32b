package uk.frith.platform.reports.integrity;

import java.util.List;
import uk.frith.patterns.AgreementFinding;

/**
 * What the reading of a sample shows.
 *
 * @param drawn how many incidents were drawn
 * @param read how many of them were read blind and count
 * @param notBlind how many were read, but by nobody who hadn't seen the record before
 * @param total everything together
 * @param teams by team, in the order of names
 * @param categories by the category that was recorded
 * @param months by month of the report
 * @param people by who gave the category: whoever closed the incident, else whoever took it down
 * @param ends how the records that were read ended
 * @param readers agreement of two readers on the category, where two read the same account
 */
record Figures(
        int drawn,
        int read,
        int notBlind,
        Line total,
        List<Line> teams,
        List<Line> categories,
        List<Line> months,
        List<Line> people,
        Ends ends,
        AgreementFinding readers) {

    /**
     * A line of a table.
     *
     * @param incidents how many were read
     * @param crimes expected crimes that were recorded under their class
     * @param anyClass expected crimes that were recorded under their class or another
     * @param victimsExpected of the crimes that were recorded
     * @param victimsRecorded of the same
     * @param category records whose category was right
     * @param first records that were right the first time
     * @param unexpected recorded crimes that the reader doesn't expect
     * @param agreement of record and reader on the category, beyond chance
     */
    record Line(
            String name,
            int incidents,
            Share crimes,
            Share anyClass,
            long victimsExpected,
            long victimsRecorded,
            Share category,
            Share first,
            long unexpected,
            AgreementFinding agreement) {}

    /** How a record ended. */
    enum End {
        FIRST_TIME("Right the first time"),
        PUT_RIGHT_BEFORE("Put right before it was sampled"),
        PUT_RIGHT_AFTER("Put right after it was sampled"),
        NOT_RIGHT("Not put right");

        private final String words;

        End(String words) {
            this.words = words;
        }

        /** As people say it. */
        String words() {
            return words;
        }
    }

    /** How many records ended how. */
    record Ends(int firstTime, int putRightBefore, int putRightAfter, int notRight) {
        int of(End end) {
            return switch (end) {
                case FIRST_TIME -> firstTime;
                case PUT_RIGHT_BEFORE -> putRightBefore;
                case PUT_RIGHT_AFTER -> putRightAfter;
                case NOT_RIGHT -> notRight;
            };
        }
    }
}
