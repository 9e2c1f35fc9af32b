package uk.frith.platform.foundation.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of the audit: what was done to what, and why. Who did it and when is the database's to say.
 *
 * @param act what was done
 * @param subject the kind of thing, as {@code prevalence} or {@code user}
 * @param ids identifiers of what was shown or changed, never names
 * @param fields the fields that were shown or changed
 * @param purpose why, in words
 * @param detail anything that is needed to repeat the act, such as a page's parameters; never personal data
 */
public record Entry(
        Act act, String subject, List<String> ids, List<String> fields, String purpose, Map<String, String> detail) {

    /** Entries stay small: a page that shows more than this many things names its query in the detail instead. */
    public static final int MOST_IDS = 1_000;

    public Entry {
        if (subject.isBlank() || purpose.isBlank()) {
            throw new IllegalArgumentException("An audit entry needs a subject and a purpose.");
        }
        if (ids.size() > MOST_IDS) {
            throw new IllegalArgumentException("An audit entry names at most " + MOST_IDS + " ids.");
        }
        ids = List.copyOf(ids);
        fields = List.copyOf(fields);
        detail = Map.copyOf(detail);
    }

    /** An entry without ids, fields or detail, to be extended. */
    public static Entry of(Act act, String subject, String purpose) {
        return new Entry(act, subject, List.of(), List.of(), purpose, Map.of());
    }

    public Entry about(List<String> shown) {
        return new Entry(act, subject, shown, fields, purpose, detail);
    }

    public Entry showing(List<String> shownFields) {
        return new Entry(act, subject, ids, shownFields, purpose, detail);
    }

    public Entry with(String key, String value) {
        Map<String, String> more = new TreeMap<>(detail);
        more.put(key, value);
        return new Entry(act, subject, ids, fields, purpose, more);
    }
}
