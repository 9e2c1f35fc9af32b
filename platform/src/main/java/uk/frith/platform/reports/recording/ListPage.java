package uk.frith.platform.reports.recording;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Column;
import uk.frith.platform.foundation.pages.PageLink;

/**
 * Incidents of one's own organisation.
 *
 * @param columns the table's heads, each a link that sorts by it
 * @param total how many match, written as it is read
 * @param wrong what is wrong with what was typed; null when nothing is
 * @param download where the whole of it can be had as CSV
 */
record ListPage(
        List<Column> columns,
        List<Line> lines,
        String total,
        Choices choices,
        String area,
        String from,
        String to,
        String order,
        String download,
        @Nullable String wrong,
        List<PageLink> pages,
        @Nullable String previous,
        @Nullable String next) {

    /** A line of the list. */
    record Line(
            String path,
            String reference,
            String grade,
            String when,
            String location,
            String category,
            String type,
            String state,
            String owner) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    /** What a list can be narrowed to. */
    record Choices(
            List<Choice> categories,
            List<Choice> types,
            List<Choice> flags,
            List<Choice> grades,
            List<Choice> states,
            List<Choice> owners) {}

    @Override
    public String toString() {
        return "ListPage";
    }
}
