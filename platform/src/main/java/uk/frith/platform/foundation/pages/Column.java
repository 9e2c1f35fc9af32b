package uk.frith.platform.foundation.pages;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * The head of a table's column.
 *
 * @param numeric whether its cells are figures
 * @param sortHref where the reader gets the table sorted by this column; null when it can't be
 * @param sort how the table is sorted by this column now; null for a column that can't be sorted
 */
public record Column(
        Content content,
        boolean numeric,
        @Nullable String classes,
        @Nullable String sortHref,
        @Nullable Sort sort,
        int columns,
        int rows) {

    /** How a column is sorted now, in the words of {@code aria-sort}. */
    public enum Sort {
        NONE("none"),
        ASCENDING("ascending"),
        DESCENDING("descending");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Column {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("A heading spans at least one column and one row");
        }
        if ((sortHref == null) != (sort == null)) {
            throw new IllegalArgumentException(
                    "A column that can be sorted has a link and a state, any other has neither");
        }
    }

    public static Column of(String text) {
        return new Column(Markup.text(text), false, null, null, null, 1, 1);
    }

    public static Column number(String text) {
        return new Column(Markup.text(text), true, null, null, null, 1, 1);
    }

    public Column sortedBy(String href, Sort state) {
        return new Column(content, numeric, classes, href, state, columns, rows);
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
