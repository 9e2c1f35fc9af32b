package uk.frith.platform.foundation.places;

/**
 * A point of the British National Grid (EPSG:27700).
 *
 * @param eastingMetres from the false origin south-west of Scilly
 * @param northingMetres likewise
 */
public record GridPoint(double eastingMetres, double northingMetres) {
    public GridPoint {
        if (!Double.isFinite(eastingMetres) || !Double.isFinite(northingMetres)) {
            throw new IllegalArgumentException("Easting and northing are finite numbers of metres.");
        }
    }
}
