package uk.frith.platform.foundation.places;

/**
 * A point in degrees of WGS 84.
 *
 * @param longitude from -180 to 180, east positive
 * @param latitude from -90 to 90, north positive
 */
public record GeoPoint(double longitude, double latitude) {
    public GeoPoint {
        if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("A longitude is at most 180 degrees, a latitude at most 90.");
        }
    }
}
