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

    /** Whether a point lies within: on an odd number of sides of rings to its east. */
    public boolean contains(GeoPoint point) {
        boolean within = false;
        for (List<GeoPoint> ring : rings()) {
            for (int i = 1; i < ring.size(); i++) {
                GeoPoint a = ring.get(i - 1);
                GeoPoint b = ring.get(i);
                boolean crosses = a.latitude() > point.latitude() != b.latitude() > point.latitude();
                if (crosses
                        && point.longitude()
                                < a.longitude()
                                        + (b.longitude() - a.longitude())
                                                * (point.latitude() - a.latitude())
                                                / (b.latitude() - a.latitude())) {
                    within = !within;
                }
            }
        }
        return within;
    }

    /** All rings of all parts: what an even-odd fill needs. */
    public List<List<GeoPoint>> rings() {
        return polygons.stream().flatMap(List::stream).toList();
    }
}
