package uk.frith.platform.reports.rulebook;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps a book from being used, at its line.
 *
 * @param line from 1
 * @param words what is wrong, in the reader's words
 */
record Fault(String file, int line, String words) {

    private static final Set<String> FIELDS =
            Set.of("finds", "source", "from", "because", "when", "unless", "points", "at", "show");

    /** The sentence that stands above a page and at the field. */
    String sentence() {
        return words.isEmpty()
                ? "This line can't be read"
                : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    boolean within(Part part) {
        return file.equals(part.file()) && line >= part.firstLine() && line <= part.lastLine();
    }

    /** The field of a rule's form that the fault belongs to; empty when the fault isn't the rule's. */
    Optional<Map.Entry<String, String>> field(Part rule) {
        if (!within(rule)) {
            return Optional.empty();
        }
        String text = rule.lines().get(line - rule.firstLine()).strip();
        String first = text.split("\\s+", 2)[0];
        String field =
                first.equals("rule") ? "id" : FIELDS.contains(first) ? first : text.startsWith("//") ? "note" : "more";
        if (words.endsWith("needs a source and a date")) {
            field = "source";
        } else if (words.endsWith("needs 'finds' and 'when'")) {
            field = "finds";
        }
        return Optional.of(Map.entry(field, sentence()));
    }
}
