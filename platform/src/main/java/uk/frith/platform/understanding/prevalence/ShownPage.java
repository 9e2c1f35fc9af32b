package uk.frith.platform.understanding.prevalence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Crumb;
import uk.frith.platform.foundation.pages.WrittenPart;

/**
 * A page whose body has been made before, with what belongs to this reader and this minute.
 *
 * @param part the figures, already written
 * @param newer a sentence that there are newer data; null when these are the latest
 * @param latest where those are
 * @param mayAnnotate whether this reader may remark on the series
 */
record ShownPage(
        String title,
        List<Crumb> crumbs,
        WrittenPart part,
        @Nullable String newer,
        String latest,
        boolean mayAnnotate) implements WrittenPart.Holder {
    ShownPage {
        crumbs = List.copyOf(crumbs);
    }
}
