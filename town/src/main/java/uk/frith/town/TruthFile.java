package uk.frith.town;

import java.util.Collection;
import java.util.Map;

/** The truth as JSON: the record's own names, in snake case, in a fixed order. */
final class TruthFile {

    private final StringBuilder json = new StringBuilder(1 << 16);

    private TruthFile() {}

    static String json(Truth truth) {
        TruthFile file = new TruthFile();
        file.value(TruthTree.of(truth), 0);
        return file.json.append('\n').toString();
    }

    private void value(Object value, int depth) {
        switch (value) {
            case Map<?, ?> object -> object(object, depth);
            case Collection<?> list -> list(list, depth);
            case Double number -> json.append(decimals(number));
            case Integer number -> json.append(number.intValue());
            case Long number -> json.append(number.longValue());
            default -> json.append('"').append(value).append('"');
        }
    }

    private void object(Map<?, ?> object, int depth) {
        boolean flat = object.values().stream().noneMatch(v -> v instanceof Map || v instanceof Collection);
        String before = "";
        json.append('{');
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            json.append(before);
            start(flat, depth + 1);
            json.append('"').append(entry.getKey()).append("\": ");
            value(entry.getValue(), depth + 1);
            before = ",";
        }
        start(flat, depth);
        json.append('}');
    }

    private void list(Collection<?> list, int depth) {
        boolean flat = list.stream().noneMatch(v -> v instanceof Map);
        String before = "";
        json.append('[');
        for (Object item : list) {
            json.append(before);
            start(flat, depth + 1);
            value(item, depth + 1);
            before = ",";
        }
        start(flat || list.isEmpty(), depth);
        json.append(']');
    }

    private void start(boolean flat, int depth) {
        if (flat) {
            json.append(' ');
        } else {
            json.append('\n').append("  ".repeat(depth));
        }
    }

    /** Four decimals at most, the same on every machine. */
    private static String decimals(double number) {
        return Digits.shortest((long) StrictMath.rint(number * 1e4), 4);
    }
}
