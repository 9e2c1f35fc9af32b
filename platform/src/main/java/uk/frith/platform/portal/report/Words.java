package uk.frith.platform.portal.report;

import java.util.Map;
import java.util.Set;

/** Everything that the public reads, in one language. A key that the language doesn't have yet is read in English. */
public final class Words {

    private final String language;
    private final String name;
    private final Map<String, String> entries;

    Words(String language, String name, Map<String, String> entries) {
        this.language = language;
        this.name = name;
        this.entries = Map.copyOf(entries);
    }

    /** The language as pages name it in {@code lang}. */
    public String language() {
        return language;
    }

    /** The language's own name. */
    String name() {
        return name;
    }

    /**
     * The words of a key, with what belongs in their gaps.
     *
     * @throws IllegalArgumentException when there is no such key: a page would be shown with a hole
     */
    public String of(String key, Object... gaps) {
        String found = entries.get(key);
        if (found == null) {
            throw new IllegalArgumentException("The catalogue has no words for " + key);
        }
        for (int i = 0; i < gaps.length; i++) {
            found = found.replace("{" + i + "}", String.valueOf(gaps[i]));
        }
        return found;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Set<String> keys() {
        return entries.keySet();
    }
}
