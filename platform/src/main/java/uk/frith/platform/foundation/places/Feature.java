package uk.frith.platform.foundation.places;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A feature of a boundary file.
 *
 * @param line its number among the file's features, from 1: some files have all of them on one line
 * @param properties those that are text or numbers
 * @param coordinates as a MultiPolygon's, with the digits that the file has
 * @param problem what is wrong with its geometry; null when nothing is
 */
record Feature(
        long line,
        Map<String, String> properties,
        String coordinates,
        @Nullable String problem) {

    /** More properties than this no boundary file has. */
    private static final int MOST_PROPERTIES = 200;

    Optional<RowFault> fault() {
        return problem == null ? Optional.empty() : Optional.of(new RowFault("geometry", "", problem));
    }

    /** Reads the value at which the parser stands, to its end. */
    static Feature read(JsonParser parser, long line) {
        Map<String, String> properties = new HashMap<>();
        Geometry geometry = new Geometry();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Feature(line, properties, "", "isn't a feature");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("properties") && value == JsonToken.START_OBJECT) {
                readProperties(parser, properties);
            } else if (name.equals("geometry") && value == JsonToken.START_OBJECT) {
                geometry.read(parser);
            } else {
                parser.skipChildren();
            }
        }
        return new Feature(line, properties, geometry.multiPolygon(), geometry.problem());
    }

    private static void readProperties(JsonParser parser, Map<String, String> properties) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL && properties.size() < MOST_PROPERTIES) {
                properties.put(name, parser.getString().strip());
            }
            parser.skipChildren();
        }
    }
}
