package uk.frith.platform.foundation.places;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Cell;
import uk.frith.platform.foundation.pages.Column;

/**
 * Where areas are found.
 *
 * @param sought what was sought; empty at first
 * @param error what is wrong with it; null when nothing is
 * @param answer what was found, in a sentence; empty at first
 * @param head columns of the table of results
 * @param found results
 * @param forces police forces, each a link
 */
record FindPage(
        String sought,
        @Nullable String error,
        String answer,
        List<Column> head,
        List<List<Cell>> found,
        List<List<Cell>> forces) {}
