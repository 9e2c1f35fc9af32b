package uk.frith.platform.portal.report;

import java.util.Map;
import java.util.TreeMap;

/** What somebody has answered so far, by field; a field that isn't there is empty. */
record Answers(Map<String, String> values) {

    static final Answers NONE = new Answers(Map.of());

    Answers {
        values = Map.copyOf(values);
    }

    String of(String field) {
        return values.getOrDefault(field, "");
    }

    boolean has(String field) {
        return values.containsKey(field);
    }

    boolean is(String field, String value) {
        return of(field).equals(value);
    }

    /** These, with those of one page in place of what stood there. */
    Answers with(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(values);
        others.forEach((field, value) -> {
            if (value.isEmpty()) {
                all.remove(field);
            } else {
                all.put(field, value);
            }
        });
        return new Answers(all);
    }

    @Override
    public String toString() {
        return "Answers";
    }
}
