package uk.frith.platform.understanding.prevalence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;

/**
 * The page of one answer, ready to be written: everything is text, and nothing is left to work out.
 *
 * @param title the heading
 * @param says what the figures say, a sentence each
 * @param stats the same as figures
 * @param form what can be chosen
 * @param table the areas
 * @param map the map's picture; empty without boundaries
 * @param mapLinks what else the map can show
 * @param funnel the funnel plot; empty without rates
 * @param funnelSays what it shows, in words
 * @param funnelLink the same with the other limits; empty where they are the same
 * @param months the series' picture
 * @param annotations what changed in what was counted, numbered as in the picture
 * @param years the series by year, beside other recorded crime
 * @param deciles by deprivation; empty where that isn't known
 * @param survey what a survey says beside it
 * @param label what stands under the figures
 * @param shortLabel the same in few words
 * @param coverage what a careful reader wants to know
 * @param downloads what can be taken away
 * @param link the address that always gives these figures
 */
record PrevalencePage(
        String title,
        List<String> says,
        List<Stat> stats,
        Form form,
        AreaTable table,
        Optional<String> map,
        List<Switch> mapLinks,
        Optional<String> funnel,
        String funnelSays,
        Optional<Link> funnelLink,
        String months,
        List<Note> annotations,
        List<YearRow> years,
        Optional<Deciles> deciles,
        List<SurveyRow> survey,
        String label,
        String shortLabel,
        List<String> coverage,
        List<Link> downloads,
        String link) {

    /** A figure: what it is, the figure, and what doubt there is. */
    record Stat(String name, String figure, String doubt) {}

    record Link(String words, String href) {}

    /** One of several views, of which one is shown. */
    record Switch(String words, String href, boolean current) {}

    /** A numbered remark on the series. */
    record Note(int number, String month, String text, String source) {}

    /**
     * What can be chosen; the form names no versions, so that it asks for the latest.
     *
     * @param parts districts and partnerships of the force; the first choice is all of it
     */
    record Form(
            List<Choice> forces,
            String force,
            List<Choice> parts,
            String part,
            String from,
            String to,
            List<Choice> categories,
            String category,
            List<Choice> units,
            String unit,
            List<Choice> heats,
            String heat) {}

    /**
     * The areas.
     *
     * @param heads one a column
     * @param rows one an area
     * @param more the link to more or fewer columns
     * @param cut how many areas aren't shown because there are too many for one page
     */
    record AreaTable(String caption, List<Head> heads, List<Row> rows, Link more, int cut) {}

    /**
     * The head of a column.
     *
     * @param sorted as {@code aria-sort} says it; empty for the columns that it isn't sorted by
     */
    record Head(String words, String href, boolean numeric, Optional<String> sorted) {}

    /** An area: its name and one cell for each further column. */
    record Row(String name, Heat heat, List<String> cells) {

        /** The mark of the row; null for most, so that the page stays small. */
        @Nullable
        String mark() {
            return heat == Heat.HOT ? "hot" : heat == Heat.COLD ? "cold" : null;
        }
    }

    record YearRow(String year, String count, String others, String share, String remark) {}

    record Deciles(String picture, List<DecileRow> rows) {}

    record DecileRow(String decile, String areas, String count, String people, String rate, String interval) {}

    record SurveyRow(String question, String percent, String period, String source) {}
}
