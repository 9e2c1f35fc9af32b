package uk.frith.platform.foundation.pages;

import org.jspecify.annotations.Nullable;

/**
 * A link beside what it acts on.
 *
 * @param hiddenText what a screen reader hears after the text, so that "Change" says change what
 */
public record Action(
        String text,
        String href,
        @Nullable String hiddenText,
        @Nullable String classes) {
    public static Action of(String text, String href, String hiddenText) {
        return new Action(text, href, hiddenText, null);
    }
}
