package uk.frith.platform.understanding.prevalence;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.ErrorLink;

/**
 * The remarks on the series and the form for another.
 *
 * @param month as it was typed, likewise text and source
 * @param wrong what is wrong, by field
 */
record AnnotationsPage(List<Line> annotations, String month, String text, String source, Map<String, String> wrong) {
    AnnotationsPage {
        annotations = List.copyOf(annotations);
        wrong = Map.copyOf(wrong);
    }

    /** One remark and where it is removed. */
    record Line(String month, String text, String source, String removePath) {}

    @Nullable
    String error(String field) {
        return wrong.get(field);
    }

    List<ErrorLink> errors() {
        return List.of("month", "text", "source").stream()
                .filter(wrong::containsKey)
                .map(field -> ErrorLink.at(field, wrong.getOrDefault(field, "")))
                .toList();
    }
}
