package uk.frith.platform.foundation.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the error summary, in the same words as at the field.
 *
 * @param href the field as {@code #id}; null where no single field is wrong
 */
public record ErrorLink(String text, @Nullable String href) {
    public static ErrorLink at(String fieldId, String text) {
        return new ErrorLink(text, "#" + fieldId);
    }

    /** What is wrong at a field, the first of several; null when nothing is. */
    public static @Nullable String textAt(String fieldId, List<ErrorLink> errors) {
        return errors.stream()
                .filter(error -> ("#" + fieldId).equals(error.href()))
                .map(ErrorLink::text)
                .findFirst()
                .orElse(null);
    }
}
