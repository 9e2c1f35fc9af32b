package uk.frith.platform.foundation.pages;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** Small helps that templates import; none of them lets unescaped text through. */
public final class Markup {
    private Markup() {}

    /**
     * Joins what is there by spaces, as class lists and {@code aria-describedby} want it.
     *
     * @return null when nothing is there, so that JTE leaves the attribute out
     */
    public static @Nullable String joined(@Nullable String... parts) {
        var all = new StringBuilder();
        for (String part : parts) {
            if (part != null && !part.isEmpty()) {
                all.append(all.isEmpty() ? "" : " ").append(part);
            }
        }
        return all.isEmpty() ? null : all.toString();
    }

    /** Plain text as template content; it is escaped where it is written. */
    public static Content text(String text) {
        return output -> output.writeUserContent(text);
    }
}
