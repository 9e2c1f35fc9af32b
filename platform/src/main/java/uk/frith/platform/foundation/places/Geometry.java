package uk.frith.platform.foundation.places;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads and checks a GeoJSON polygon or multi-polygon, keeping its numbers as they are written. */
final class Geometry {

    /** As many positions as the most detailed boundary of a force has, many times over. */
    private static final int MOST_POSITIONS = 1_000_000;

    /** How deep the numbers of a multi-polygon lie: polygons, rings, positions, position. */
    private static final int DEPTH = 4;

    private final StringBuilder text = new StringBuilder();
    private String type = "";
    private @Nullable String problem;
    private int deepest;
    private int positions;

    private int numbers;
    private String longitude = "";
    private String latitude = "";
    private int ringSize;
    private String ringStart = "";
    private String ringEnd = "";

    void read(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getString();
            } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY) {
                array(parser, 1);
            } else {
                parser.skipChildren();
            }
        }
    }

    /** What is wrong with it; null when nothing is. */
    @Nullable
    String problem() {
        if (problem != null) {
            return problem;
        }
        boolean polygon = type.equals("Polygon") && deepest == DEPTH - 1;
        boolean multiPolygon = type.equals("MultiPolygon") && deepest == DEPTH;
        return (polygon || multiPolygon) && positions > 0 ? null : "isn't a polygon or multi-polygon";
    }

    /** Its coordinates as those of a multi-polygon, without white space. */
    String multiPolygon() {
        return deepest == DEPTH ? text.toString() : "[" + text + "]";
    }

    private void wrong(String why) {
        if (problem == null) {
            problem = why;
        }
    }

    /** Reads an array to its end; gives whether it was a position. */
    private boolean array(JsonParser parser, int depth) {
        text.append('[');
        int start = text.length();
        numbers = 0;
        boolean ring = false;
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY && token != null) {
            if (token == JsonToken.START_ARRAY && depth < DEPTH) {
                if (text.length() > start) {
                    text.append(',');
                }
                if (!ring) {
                    ringSize = 0;
                }
                ring |= array(parser, depth + 1);
            } else if (token.isNumeric()) {
                number(parser.getString());
                deepest = deepest == 0 || deepest == depth ? depth : mixed(depth);
            } else {
                wrong("has something other than numbers among its coordinates");
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        boolean position = !ring && numbers > 0;
        if (position) {
            position();
        } else if (ring) {
            ring();
        } else if (text.length() == start) {
            wrong("has an empty part");
        }
        text.append(']');
        return position;
    }

    private int mixed(int depth) {
        wrong("has positions at different depths");
        return depth;
    }

    private void number(String written) {
        numbers++;
        if (numbers == 1) {
            longitude = written;
        } else if (numbers == 2) {
            latitude = written;
        }
    }

    private void position() {
        if (numbers < 2 || !Field.Form.LONGITUDE.fits(longitude) || !Field.Form.LATITUDE.fits(latitude)) {
            wrong("has a position that isn't a longitude and a latitude of Great Britain in degrees");
        }
        positions++;
        if (positions > MOST_POSITIONS) {
            wrong("has more than " + MOST_POSITIONS + " positions");
            text.setLength(0);
            return;
        }
        String written = longitude + "," + latitude;
        text.append(written);
        if (ringSize == 0) {
            ringStart = written;
        }
        ringEnd = written;
        ringSize++;
        numbers = 0;
    }

    private void ring() {
        if (ringSize < 4 || !ringStart.equals(ringEnd)) {
            wrong("has a ring that isn't closed or has fewer than four positions");
        }
        numbers = 0;
    }
}
