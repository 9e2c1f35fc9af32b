package uk.frith.platform.foundation.pages;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table.
 *
 * @param numeric whether it stands to the right in figures of equal width
 * @param columns how many columns it spans, from 1
 * @param rows how many rows it spans, from 1
 */
public record Cell(
        Content content, boolean numeric, @Nullable String classes, int columns, int rows) {
    public Cell {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("A cell spans at least one column and one row");
        }
    }

    public static Cell of(String text) {
        return of(Markup.text(text));
    }

    public static Cell of(Content content) {
        return new Cell(content, false, null, 1, 1);
    }

    /** A figure, already written as it is to be read. */
    public static Cell number(String figure) {
        return new Cell(Markup.text(figure), true, null, 1, 1);
    }

    public static Cell number(Content figure) {
        return new Cell(figure, true, null, 1, 1);
    }

    /** The columns' span as an attribute; null for one, so that it is left out. */
    public @Nullable String colspan() {
        return columns == 1 ? null : Integer.toString(columns);
    }

    /** The rows' span as an attribute; null for one, so that it is left out. */
    public @Nullable String rowspan() {
        return rows == 1 ? null : Integer.toString(rows);
    }
}
