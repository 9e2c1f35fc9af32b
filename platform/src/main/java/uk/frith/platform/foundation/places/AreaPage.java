package uk.frith.platform.foundation.places;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import uk.frith.platform.foundation.pages.Cell;
import uk.frith.platform.foundation.pages.Column;
import uk.frith.platform.foundation.pages.Crumb;
import uk.frith.platform.foundation.pages.SummaryRow;

/**
 * The page of an area.
 *
 * @param title its name
 * @param kind what kind of area, and its code
 * @param says what the figures say, in a sentence or two
 * @param crumbs what it lies in
 * @param where where it lies, as a list
 * @param picture its outline as SVG, if boundaries are known
 * @param tables tables in the order in which they stand
 * @param parts its parts, if it has any
 * @param csv where its parts can be taken as CSV; empty without parts
 * @param panels what later chapters show about it
 * @param sources where the figures come from
 */
record AreaPage(
        String title,
        String kind,
        List<String> says,
        List<Crumb> crumbs,
        List<SummaryRow> where,
        Optional<String> picture,
        List<Table> tables,
        Optional<Table> parts,
        Optional<String> csv,
        List<Content> panels,
        Table sources) {

    /**
     * A table with its heading.
     *
     * @param id unique on the page
     * @param note what to know when reading it; empty when nothing
     */
    record Table(String id, String heading, String note, List<Column> head, List<List<Cell>> rows) {}
}
