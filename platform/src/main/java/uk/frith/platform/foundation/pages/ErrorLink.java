package uk.frith.platform.foundation.pages;

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
}
