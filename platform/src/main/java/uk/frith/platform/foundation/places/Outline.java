package uk.frith.platform.foundation.places;

import java.util.List;

/**
 * The outline of an area, generalised for drawing: a point near it may fall on the wrong side.
 *
 * @param code whose outline
 * @param polygons its parts, in degrees of WGS 84; in each the first ring is the outside, others are holes, and the last
 *     point of a ring repeats the first
 */
public record Outline(String code, List<List<List<GeoPoint>>> polygons) {
    public Outline {
        AreaCode.require(code);
        polygons = List.copyOf(polygons);
        if (polygons.isEmpty()) {
            throw new IllegalArgumentException("An outline has at least one part.");
        }
    }

    /** All rings of all parts: what an even-odd fill needs. */
    public List<List<GeoPoint>> rings() {
        return polygons.stream().flatMap(List::stream).toList();
    }
}
