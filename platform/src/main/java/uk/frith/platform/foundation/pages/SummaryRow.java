package uk.frith.platform.foundation.pages;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a summary list: what, its value, and what can be done about it. */
public record SummaryRow(
        Content key,
        Content value,
        List<Action> actions,
        @Nullable String classes) {
    public SummaryRow {
        actions = List.copyOf(actions);
    }

    public static SummaryRow of(String key, String value, Action... actions) {
        return new SummaryRow(Markup.text(key), Markup.text(value), List.of(actions), null);
    }

    public static SummaryRow of(String key, Content value, Action... actions) {
        return new SummaryRow(Markup.text(key), value, List.of(actions), null);
    }

    /** Whether the list needs its third column. */
    public static boolean anyActions(List<SummaryRow> rows) {
        return rows.stream().anyMatch(row -> !row.actions().isEmpty());
    }
}
