package uk.frith.platform.reports.exchange;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as systems send it, read without trusting it: each fault with a pointer to its field (RFC 6901). */
final class JsonRules {

    /** What is sent here is at most three deep; what is deeper is an attack or an error. */
    private static final int DEEPEST = 12;

    private static final int LONGEST_NUMBER = 40;
    private static final int MOST_FAULTS = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(200)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private JsonRules() {}

    /** The value; empty when the text isn't JSON, is too deep, or names a field twice. */
    static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The same for the same values in any order. */
    static String digest(JsonNode node) {
        return Secrets.digest(MAPPER.writeValueAsString(node));
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** One object of what was sent, whose fields are asked for one by one. */
    static final class Asked {
        private final JsonNode node;
        private final String pointer;
        private final List<Fault> faults;

        Asked(JsonNode node, String pointer, List<Fault> faults) {
            this.node = node;
            this.pointer = pointer;
            this.faults = faults;
            if (!node.isObject()) {
                add(Fault.invalid(pointer, "It must be an object"));
            }
        }

        /** Tells of fields that aren't known: a typing error in a name must not lose what was meant. */
        Asked knowing(Set<String> names) {
            if (node.isObject()) {
                for (String name : node.propertyNames()) {
                    if (!names.contains(name)) {
                        add(new Fault(at(name), "unknown", "There is no such field"));
                    }
                }
            }
            return this;
        }

        String at(String name) {
            return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        }

        String required(String name, int most, String sentence) {
            String text = text(name, most);
            if (text.isEmpty() && !isFaulty(name)) {
                add(Fault.required(at(name), sentence));
            }
            return text;
        }

        /** A text; empty when it isn't there, is null or wrong. */
        String text(String name, int most) {
            JsonNode value = node.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return "";
            }
            if (!value.isString()) {
                add(Fault.invalid(at(name), "It must be a text"));
                return "";
            }
            String text = SubmissionRules.storable(value.stringValue()).strip();
            if (text.length() > most) {
                add(Fault.tooLong(at(name), most));
                return "";
            }
            return text;
        }

        /** A number as it was written; empty when it isn't there or wrong. */
        String number(String name) {
            JsonNode value = node.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return "";
            }
            if (!value.isNumber()) {
                add(Fault.invalid(at(name), "It must be a number"));
                return "";
            }
            return value.asString();
        }

        Optional<Boolean> truth(String name) {
            JsonNode value = node.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return Optional.empty();
            }
            if (!value.isBoolean()) {
                add(Fault.invalid(at(name), "It must be true or false"));
                return Optional.empty();
            }
            return Optional.of(value.booleanValue());
        }

        /** One of a kind's values, written in small letters with hyphens. */
        <E extends Enum<E>> Optional<E> choice(String name, E[] known) {
            String word = text(name, 60);
            for (E each : known) {
                if (word(each).equals(word)) {
                    return Optional.of(each);
                }
            }
            if (!word.isEmpty()) {
                add(Fault.invalid(at(name), "It must be one of " + words(known)));
            }
            return Optional.empty();
        }

        Optional<Asked> object(String name) {
            JsonNode value = node.path(name);
            return value.isMissingNode() || value.isNull()
                    ? Optional.empty()
                    : Optional.of(new Asked(value, at(name), faults));
        }

        List<Asked> list(String name, int most) {
            JsonNode value = node.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return List.of();
            }
            if (!value.isArray()) {
                add(Fault.invalid(at(name), "It must be a list"));
                return List.of();
            }
            if (value.size() > most) {
                add(Fault.invalid(at(name), "It has more than " + most + " entries"));
                return List.of();
            }
            List<Asked> asked = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                asked.add(new Asked(value.get(i), at(name) + "/" + i, faults));
            }
            return asked;
        }

        void add(Fault fault) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(fault);
            }
        }

        private boolean isFaulty(String name) {
            return faults.stream().anyMatch(fault -> fault.field().equals(at(name)));
        }
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String words(Enum<?>[] known) {
        return java.util.Arrays.stream(known)
                .map(JsonRules::word)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    static boolean isSha256(String text) {
        try {
            return HexFormat.of().parseHex(text).length == 32;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
