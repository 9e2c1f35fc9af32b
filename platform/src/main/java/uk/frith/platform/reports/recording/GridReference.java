package uk.frith.platform.reports.recording;

/** A point on the British National Grid, in metres. */
record GridReference(double eastingMetres, double northingMetres) {

    static final double MOST_EAST = 700_000;
    static final double MOST_NORTH = 1_300_000;

    GridReference {
        if (!(eastingMetres >= 0
                && eastingMetres <= MOST_EAST
                && northingMetres >= 0
                && northingMetres <= MOST_NORTH)) {
            throw new IllegalArgumentException("The point lies outside the British National Grid.");
        }
    }
}
