package uk.frith.platform.foundation.pages;

import org.jspecify.annotations.Nullable;

/**
 * A step of the way to this page.
 *
 * @param href null for the page itself, which stands last
 */
public record Crumb(String text, @Nullable String href) {
    public static Crumb to(String text, String href) {
        return new Crumb(text, href);
    }

    public static Crumb here(String text) {
        return new Crumb(text, null);
    }
}
