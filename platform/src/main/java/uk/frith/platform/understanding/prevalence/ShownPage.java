package uk.frith.platform.understanding.prevalence;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Crumb;

/**
 * A page whose body has been made before, with what belongs to this reader and this minute.
 *
 * @param body the figures, already written
 * @param newer a sentence that there are newer data; null when these are the latest
 * @param latest where those are
 * @param mayAnnotate whether this reader may remark on the series
 */
record ShownPage(
        String title,
        List<Crumb> crumbs,
        Content body,
        @Nullable String newer,
        String latest,
        boolean mayAnnotate) {
    ShownPage {
        crumbs = List.copyOf(crumbs);
    }
}
