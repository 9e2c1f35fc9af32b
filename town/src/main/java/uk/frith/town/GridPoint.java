package uk.frith.town;

/**
 * A point of the British National Grid (EPSG:27700), to the metre.
 *
 * @param eastingMetres 0 to 700,000
 * @param northingMetres 0 to 1,300,000
 */
public record GridPoint(int eastingMetres, int northingMetres) {

    /** Refuses a point outside the grid. */
    public GridPoint {
        if (eastingMetres < 0 || eastingMetres > 700_000 || northingMetres < 0 || northingMetres > 1_300_000) {
            throw new IllegalArgumentException(
                    "Outside the National Grid: easting " + eastingMetres + ", northing " + northingMetres);
        }
    }

    /** The distance in metres over the flat grid. */
    public double metresTo(GridPoint that) {
        double east = (double) eastingMetres - that.eastingMetres;
        double north = (double) northingMetres - that.northingMetres;
        return Math.sqrt(east * east + north * north);
    }
}
