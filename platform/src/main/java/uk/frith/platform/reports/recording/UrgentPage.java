package uk.frith.platform.reports.recording;

import java.util.List;
import uk.frith.platform.foundation.pages.Folded;

/**
 * What waits for a response at once or with priority.
 *
 * @param title which of it the reader is shown
 * @param says how many wait, in words
 * @param rest where the whole list is; empty when all of it is shown
 */
record UrgentPage(String title, String says, List<Line> lines, String rest) {

    /** More would push the rest of the page out of sight on a telephone. */
    private static final int SHOWN_OPEN = 10;

    /**
     * An incident.
     *
     * @param told the hour of the report, and how long ago that was
     * @param where in words, with its ward
     * @param way how the report came in
     * @param late whether the time for a response has passed
     */
    record Line(
            String id,
            String reference,
            String grade,
            boolean immediate,
            String told,
            String where,
            String way,
            String owner,
            boolean late) {
        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    Folded<Line> folded() {
        return Folded.after(SHOWN_OPEN, lines);
    }

    /** Changes when other incidents wait. */
    String which() {
        return Integer.toHexString(lines.stream().map(Line::id).toList().hashCode());
    }

    /** Changes with anything that is shown. */
    String mark() {
        return which() + "-" + Integer.toHexString(List.copyOf(lines).hashCode());
    }

    /** Where the page looks whether anything has changed. */
    String again() {
        return "/incidents/urgent?seen=" + mark();
    }

    @Override
    public String toString() {
        return "UrgentPage";
    }
}
