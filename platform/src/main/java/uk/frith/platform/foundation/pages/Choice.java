package uk.frith.platform.foundation.pages;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing to choose in a select, in radios or in checkboxes; or, where {@code divider} is set, the word between two groups of
 * them.
 *
 * @param value what the form sends; null in a select sends the text
 * @param id the input's id; null makes one from the group's
 * @param name a checkbox's own name; null takes the group's
 * @param hint a line under the label
 * @param conditional what shows only while this is chosen
 * @param exclusive a checkbox that unticks the others ("none of these")
 */
public record Choice(
        @Nullable String value,
        String text,
        @Nullable String id,
        @Nullable String name,
        @Nullable String hint,
        boolean selected,
        boolean disabled,
        boolean exclusive,
        @Nullable Content conditional,
        @Nullable String divider) {

    public static Choice of(@Nullable String value, String text) {
        return new Choice(value, text, null, null, null, false, false, false, null, null);
    }

    /** Which of a kind's values a form sent; empty when it is none of them. */
    public static <E extends Enum<E>> Optional<E> sent(E[] known, String word) {
        return Stream.of(known).filter(value -> value.name().equals(word)).findFirst();
    }

    /** A kind's values as choices, by the names that forms send. */
    public static <E extends Enum<E>> List<Choice> of(E[] values, Function<E, String> words) {
        return Stream.of(values)
                .map(value -> of(value.name(), words.apply(value)))
                .toList();
    }

    /** The word between two groups of choices, mostly "or". */
    public static Choice divider(String word) {
        return new Choice(null, "", null, null, null, false, false, false, null, word);
    }

    public Choice withHint(@Nullable String line) {
        return new Choice(value, text, id, name, line, selected, disabled, exclusive, conditional, divider);
    }

    public Choice withSelected(boolean chosen) {
        return new Choice(value, text, id, name, hint, chosen, disabled, exclusive, conditional, divider);
    }

    public Choice revealing(@Nullable Content hidden) {
        return new Choice(value, text, id, name, hint, selected, disabled, exclusive, hidden, divider);
    }

    /** Whether this is the chosen one of a group whose form said {@code chosen}. */
    public boolean isSelectedBy(@Nullable String chosen) {
        return selected || (chosen != null && !chosen.isEmpty() && chosen.equals(value == null ? text : value));
    }
}
