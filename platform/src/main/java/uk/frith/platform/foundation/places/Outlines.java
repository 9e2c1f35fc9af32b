package uk.frith.platform.foundation.places;

import java.util.ArrayList;
import java.util.List;

/** Reads outlines as the boundary table keeps them: a multi-polygon's coordinates without white space. */
final class Outlines {

    private static final int POLYGON_DEPTH = 2;
    private static final int RING_DEPTH = 3;
    private static final int POSITION_DEPTH = 4;

    private Outlines() {}

    /**
     * Reads an outline.
     *
     * @throws IllegalArgumentException when the text isn't what the table holds
     */
    static Outline parse(String code, String coordinates) {
        List<List<List<GeoPoint>>> polygons = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < coordinates.length(); i++) {
            char c = coordinates.charAt(i);
            if (c == '[') {
                depth++;
                if (depth == POLYGON_DEPTH) {
                    polygons.add(new ArrayList<>());
                } else if (depth == RING_DEPTH) {
                    polygons.getLast().add(new ArrayList<>());
                } else if (depth == POSITION_DEPTH) {
                    start = i + 1;
                }
            } else if (c == ']') {
                if (depth == POSITION_DEPTH) {
                    polygons.getLast().getLast().add(point(coordinates, start, i));
                }
                depth--;
            }
        }
        return new Outline(code, polygons);
    }

    private static GeoPoint point(String coordinates, int from, int to) {
        int comma = coordinates.indexOf(',', from);
        return new GeoPoint(
                Double.parseDouble(coordinates.substring(from, comma)),
                Double.parseDouble(coordinates.substring(comma + 1, to)));
    }
}
