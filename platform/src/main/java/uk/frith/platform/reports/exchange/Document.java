package uk.frith.platform.reports.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of Open311 in both of its formats: XML, and the JSON that is made from it by the Spark convention (the names
 * of lists and of what stands in them vanish; what is empty is null).
 *
 * @param root the name of the outermost element
 * @param content a {@link Fields} or {@link Items}
 */
record Document(String root, Object content) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What XML 1.0 can't hold. */
    private static final Pattern NOT_XML = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|[\\uFFFE\\uFFFF]");

    private static final Pattern LONE_SURROGATE =
            Pattern.compile("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    /** How an answer is written. */
    enum Format {
        XML("text/xml;charset=utf-8"),
        JSON("application/json;charset=utf-8");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        static Format of(String ending) {
            return valueOf(ending.toUpperCase(Locale.ROOT));
        }
    }

    /** Named values in their order: texts, truths, {@link Items}. */
    static final class Fields {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Fields with(String name, Object value) {
            values.put(name, value);
            return this;
        }
    }

    /** Several of one name, each a text or {@link Fields}. */
    record Items(String name, List<?> items) {
        Items {
            items = List.copyOf(items);
        }
    }

    static Document list(String root, String item, List<Fields> items) {
        return new Document(root, new Items(item, items));
    }

    String in(Format format) {
        return switch (format) {
            case XML -> xml();
            case JSON -> JSON.writeValueAsString(plain(content));
        };
    }

    private String xml() {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        write(out, root, content);
        return out.append('\n').toString();
    }

    private static void write(StringBuilder out, String name, Object value) {
        if (value instanceof String text && text.isEmpty()) {
            out.append('<').append(name).append("/>");
            return;
        }
        out.append('<').append(name).append('>');
        if (value instanceof Fields fields) {
            fields.values.forEach((each, inner) -> write(out, each, inner));
        } else if (value instanceof Items items) {
            items.items().forEach(each -> write(out, items.name(), each));
        } else {
            out.append(escaped(value.toString()));
        }
        out.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        String holdable =
                LONE_SURROGATE.matcher(NOT_XML.matcher(text).replaceAll(" ")).replaceAll(" ");
        return holdable.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static @org.jspecify.annotations.Nullable Object plain(Object value) {
        if (value instanceof Fields fields) {
            Map<String, @org.jspecify.annotations.Nullable Object> plain = new LinkedHashMap<>();
            fields.values.forEach((name, inner) -> plain.put(name, plain(inner)));
            return plain;
        }
        if (value instanceof Items items) {
            return items.items().stream().map(Document::plain).toList();
        }
        return value instanceof String text && text.isEmpty() ? null : value;
    }
}
