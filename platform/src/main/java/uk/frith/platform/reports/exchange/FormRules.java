package uk.frith.platform.reports.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Forms as systems send them, application/x-www-form-urlencoded by the WHATWG's URL standard, but strictly: what isn't
 * UTF-8 is refused, where a browser would put a sign in its place.
 */
final class FormRules {

    /** More than any service asks for. */
    static final int MOST_FIELDS = 500;

    private FormRules() {}

    /** The fields, each with its values in their order; empty when it isn't such a form. */
    static Optional<Map<String, List<String>>> parse(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int count = 0;
        for (String pair : text.strip().split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            Optional<String> name = decode(equals < 0 ? pair : pair.substring(0, equals));
            Optional<String> value = decode(equals < 0 ? "" : pair.substring(equals + 1));
            count++;
            if (name.isEmpty() || value.isEmpty() || count > MOST_FIELDS) {
                return Optional.empty();
            }
            fields.computeIfAbsent(name.get(), each -> new ArrayList<>()).add(value.get());
        }
        return Optional.of(fields);
    }

    /** One digest for the same fields in any order, save those that only say who sends them. */
    static String digest(Map<String, List<String>> fields) {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(fields).forEach((name, values) -> {
            if (!name.equals("api_key") && !name.equals("jurisdiction_id")) {
                all.append(name.length()).append(':').append(name);
                values.forEach(value ->
                        all.append('=').append(value.length()).append(':').append(value));
            }
        });
        return Secrets.digest(all.toString());
    }

    private static Optional<String> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+') {
                bytes.write(' ');
            } else if (c == '%') {
                boolean whole = i + 2 < text.length();
                int high = whole ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = whole ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    return Optional.empty();
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                byte[] plain = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                if (Character.isSurrogate(c)) {
                    int point = text.codePointAt(i);
                    plain = Character.toString(point).getBytes(StandardCharsets.UTF_8);
                    i += Character.charCount(point) - 1;
                }
                bytes.write(plain, 0, plain.length);
            }
        }
        return Body.decoded(bytes.toByteArray()).map(SubmissionRules::storable);
    }
}
