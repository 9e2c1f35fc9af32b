package uk.frith.platform.portal.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is around each of the public's pages.
 *
 * @param w the words of its language
 * @param others the other languages
 * @param back where the way back leads; null without one
 * @param exit whether the exit stands on it
 */
public record Frame(
        Words w, List<Language> others, @Nullable String back, boolean exit) {

    /** Another language in which the page can be read. */
    public record Language(String language, String name, String href) {}

    public Frame {
        others = List.copyOf(others);
    }
}
