package uk.frith.town;

/**
 * From the British National Grid to longitude and latitude, and back.
 *
 * <p><b>What it computes.</b> The transverse Mercator projection of the Airy 1830 ellipsoid, and a seven-parameter
 * Helmert transformation between OSGB36 and WGS84, in Ordnance Survey's published constants.
 *
 * <p><b>Units.</b> Metres on the grid, degrees on the globe; angles are radians inside.
 *
 * <p><b>Accuracy.</b> The projection is good to a millimetre; the transformation to three to five metres in Great
 * Britain, since the grid of 1936 isn't a rigid shift of WGS84. There and back
 * again is within five millimetres.
 *
 * <p><b>Source.</b> Ordnance Survey, <i>A guide to coordinate systems in Great Britain</i>, annexes B and C.
 *
 * <p><b>Not for</b> surveying: that needs the OSTN15 grid of shifts.
 */
final class NationalGrid {

    private static final double AIRY_A = 6_377_563.396;
    private static final double AIRY_B = 6_356_256.909;
    private static final double WGS84_A = 6_378_137.0;
    private static final double WGS84_B = 6_356_752.314140;
    private static final double SCALE = 0.9996012717;
    private static final double ORIGIN_LATITUDE = StrictMath.toRadians(49);
    private static final double ORIGIN_LONGITUDE = StrictMath.toRadians(-2);
    private static final double FALSE_EASTING = 400_000;
    private static final double FALSE_NORTHING = -100_000;

    private static final double SHIFT_X = -446.448;
    private static final double SHIFT_Y = 125.157;
    private static final double SHIFT_Z = -542.060;
    private static final double STRETCH = 20.4894e-6;
    private static final double TURN_X = seconds(-0.1502);
    private static final double TURN_Y = seconds(-0.2470);
    private static final double TURN_Z = seconds(-0.8421);

    private static final double N = (AIRY_A - AIRY_B) / (AIRY_A + AIRY_B);
    private static final double E2 = 1 - (AIRY_B * AIRY_B) / (AIRY_A * AIRY_A);

    /** Degrees of longitude and latitude. */
    record LonLat(double longitude, double latitude) {}

    /** Metres of easting and northing, not rounded. */
    record Metres(double easting, double northing) {}

    private NationalGrid() {}

    static LonLat toWgs84(double eastingMetres, double northingMetres) {
        LonLat airy = unproject(eastingMetres, northingMetres);
        double[] p = cartesian(airy, AIRY_A, AIRY_B);
        double x = (p[0] - SHIFT_X) / (1 + STRETCH);
        double y = (p[1] - SHIFT_Y) / (1 + STRETCH);
        double z = (p[2] - SHIFT_Z) / (1 + STRETCH);
        return geographic(
                x + TURN_Z * y - TURN_Y * z,
                -TURN_Z * x + y + TURN_X * z,
                TURN_Y * x - TURN_X * y + z,
                WGS84_A,
                WGS84_B);
    }

    static Metres fromWgs84(LonLat wgs84) {
        double[] p = cartesian(wgs84, WGS84_A, WGS84_B);
        double x = SHIFT_X + (1 + STRETCH) * (p[0] - TURN_Z * p[1] + TURN_Y * p[2]);
        double y = SHIFT_Y + (1 + STRETCH) * (TURN_Z * p[0] + p[1] - TURN_X * p[2]);
        double z = SHIFT_Z + (1 + STRETCH) * (-TURN_Y * p[0] + TURN_X * p[1] + p[2]);
        return project(geographic(x, y, z, AIRY_A, AIRY_B));
    }

    /** From OSGB36 degrees to the grid. */
    static Metres project(LonLat osgb36) {
        double lat = StrictMath.toRadians(osgb36.latitude());
        double sin = StrictMath.sin(lat);
        double cos = StrictMath.cos(lat);
        double tan2 = sin * sin / (cos * cos);
        double nu = transverseRadius(sin);
        double rho = meridianRadius(sin);
        double eta2 = nu / rho - 1;
        double t = cos * (StrictMath.toRadians(osgb36.longitude()) - ORIGIN_LONGITUDE);
        double t2 = t * t;
        double northing = FALSE_NORTHING
                + meridianArc(lat)
                + nu
                        * (sin / cos)
                        * t2
                        * (0.5 + t2 * (5 - tan2 + 9 * eta2) / 24 + t2 * t2 * (61 - 58 * tan2 + tan2 * tan2) / 720);
        double easting = FALSE_EASTING
                + nu
                        * t
                        * (1
                                + t2 * (nu / rho - tan2) / 6
                                + t2 * t2 * (5 - 18 * tan2 + tan2 * tan2 + 14 * eta2 - 58 * tan2 * eta2) / 120);
        return new Metres(easting, northing);
    }

    /** From the grid to OSGB36 degrees. */
    static LonLat unproject(double eastingMetres, double northingMetres) {
        double lat = ORIGIN_LATITUDE;
        double missing = northingMetres - FALSE_NORTHING;
        while (Math.abs(missing) >= 1e-5) {
            lat += missing / (AIRY_A * SCALE);
            missing = northingMetres - FALSE_NORTHING - meridianArc(lat);
        }
        double sin = StrictMath.sin(lat);
        double cos = StrictMath.cos(lat);
        double tan = sin / cos;
        double tan2 = tan * tan;
        double nu = transverseRadius(sin);
        double rho = meridianRadius(sin);
        double eta2 = nu / rho - 1;
        double d = (eastingMetres - FALSE_EASTING) / nu;
        double d2 = d * d;
        double latitude = lat
                - tan
                        * d2
                        * (nu / rho)
                        * (0.5
                                - d2 * (5 + 3 * tan2 + eta2 - 9 * tan2 * eta2) / 24
                                + d2 * d2 * (61 + 90 * tan2 + 45 * tan2 * tan2) / 720);
        double longitude = ORIGIN_LONGITUDE
                + (d / cos)
                        * (1
                                - d2 * (nu / rho + 2 * tan2) / 6
                                + d2 * d2 * (5 + 28 * tan2 + 24 * tan2 * tan2) / 120
                                - d2
                                        * d2
                                        * d2
                                        * (61 + 662 * tan2 + 1320 * tan2 * tan2 + 720 * tan2 * tan2 * tan2)
                                        / 5040);
        return new LonLat(StrictMath.toDegrees(longitude), StrictMath.toDegrees(latitude));
    }

    private static double transverseRadius(double sin) {
        return AIRY_A * SCALE / StrictMath.sqrt(1 - E2 * sin * sin);
    }

    private static double meridianRadius(double sin) {
        double w = 1 - E2 * sin * sin;
        return AIRY_A * SCALE * (1 - E2) / (w * StrictMath.sqrt(w));
    }

    private static double meridianArc(double lat) {
        double minus = lat - ORIGIN_LATITUDE;
        double plus = lat + ORIGIN_LATITUDE;
        double n2 = N * N;
        double n3 = n2 * N;
        return AIRY_B
                * SCALE
                * ((1 + N + 1.25 * n2 + 1.25 * n3) * minus
                        - (3 * N + 3 * n2 + 2.625 * n3) * StrictMath.sin(minus) * StrictMath.cos(plus)
                        + (1.875 * n2 + 1.875 * n3) * StrictMath.sin(2 * minus) * StrictMath.cos(2 * plus)
                        - (35.0 / 24) * n3 * StrictMath.sin(3 * minus) * StrictMath.cos(3 * plus));
    }

    private static double[] cartesian(LonLat point, double a, double b) {
        double lat = StrictMath.toRadians(point.latitude());
        double lon = StrictMath.toRadians(point.longitude());
        double e2 = 1 - (b * b) / (a * a);
        double sin = StrictMath.sin(lat);
        double nu = a / StrictMath.sqrt(1 - e2 * sin * sin);
        double flat = nu * StrictMath.cos(lat);
        return new double[] {flat * StrictMath.cos(lon), flat * StrictMath.sin(lon), nu * (1 - e2) * sin};
    }

    private static LonLat geographic(double x, double y, double z, double a, double b) {
        double e2 = 1 - (b * b) / (a * a);
        double flat = StrictMath.sqrt(x * x + y * y);
        double lat = StrictMath.atan2(z, flat * (1 - e2));
        // Each round gains more than two digits: six reach the last bit of a double.
        for (int round = 0; round < 6; round++) {
            double sin = StrictMath.sin(lat);
            double nu = a / StrictMath.sqrt(1 - e2 * sin * sin);
            lat = StrictMath.atan2(z + e2 * nu * sin, flat);
        }
        return new LonLat(StrictMath.toDegrees(StrictMath.atan2(y, x)), StrictMath.toDegrees(lat));
    }

    private static double seconds(double arcSeconds) {
        return StrictMath.toRadians(arcSeconds / 3600);
    }
}
