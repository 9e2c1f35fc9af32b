package uk.frith.narrative;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a rule book: under a condition, something is found.
 *
 * @param id unique, and printed with every finding
 * @param finds what it finds: {@code crime}, {@code fact}, {@code category}, {@code type}, …
 * @param words what follows: {@code 8L certain} for a crime
 * @param source the official text that justifies it, with section and page
 * @param from the first day on which it applies
 * @param because the reason in a sentence
 * @param when the condition
 * @param show the phrases to show, when they aren't those of the condition
 * @param kept true for an offence against the state, which is recorded whatever else is
 * @param fact the number of the fact it establishes, or -1
 */
record Rule(
        String id,
        String finds,
        List<String> words,
        String source,
        LocalDate from,
        String because,
        Condition when,
        @Nullable Condition show,
        boolean kept,
        int fact) {

    /** Its words as one. */
    String what() {
        return words.size() == 1 ? words.getFirst() : String.join(" ", words);
    }
}
