package uk.frith.platform.foundation.places;

import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Converts between degrees and the British National Grid.
 *
 * <p><b>What it computes</b>: the transverse Mercator projection of the Airy 1830 ellipsoid (true origin 49°N 2°W, scale
 * 0.9996012717, false origin 400 km west and 100 km north of it), after the seven-parameter Helmert transformation from
 * WGS 84 to OSGB36 where the degrees are of WGS 84.
 *
 * <p><b>Units and ranges</b>: degrees and metres, for Great Britain; elsewhere the figures have no meaning.
 *
 * <p><b>Edge cases</b>: points outside Great Britain are converted all the same.
 *
 * <p><b>Accuracy</b>: the projection to a millimetre; the Helmert transformation to about 5 m, since OSGB36 is not an
 * even stretch of WGS 84.
 *
 * <p><b>Cost</b>: constant, about a microsecond.
 *
 * <p><b>Source</b>: Ordnance Survey, A guide to coordinate systems in Great Britain, annexes B and C.
 *
 * <p><b>Not for</b>: survey work. There the OSTN15 grid is needed: without it a point can be 5 m off.
 */
public final class NationalGrid {

    private static final String AIRY = "+ellps=airy +no_defs";

    /** Rotations are in seconds of arc and the scale in parts per million, from OSGB36 to WGS 84. */
    private static final String HELMERT = "+towgs84=446.448,-125.157,542.060,0.1502,0.2470,0.8421,-20.4894 ";

    private static final String PROJECTION =
            "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +units=m ";

    private static final CRSFactory SYSTEMS = new CRSFactory();
    private static final CoordinateReferenceSystem WGS84 =
            SYSTEMS.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");
    private static final CoordinateReferenceSystem GRID =
            SYSTEMS.createFromParameters("National Grid", PROJECTION + HELMERT + AIRY);
    private static final CoordinateReferenceSystem OSGB36 =
            SYSTEMS.createFromParameters("OSGB36", "+proj=longlat " + HELMERT + AIRY);

    private NationalGrid() {}

    /** The grid point of a point in degrees of WGS 84, to about 5 m. */
    public static GridPoint fromWgs84(GeoPoint point) {
        ProjCoordinate there = convert(WGS84, GRID, point.longitude(), point.latitude());
        return new GridPoint(there.x, there.y);
    }

    /** The point in degrees of WGS 84 of a grid point, to about 5 m. */
    public static GeoPoint toWgs84(GridPoint point) {
        ProjCoordinate there = convert(GRID, WGS84, point.eastingMetres(), point.northingMetres());
        return new GeoPoint(there.x, there.y);
    }

    /** The grid point of a point in degrees of OSGB36, to a millimetre: the projection alone. */
    public static GridPoint fromOsgb36(GeoPoint point) {
        ProjCoordinate there = convert(OSGB36, GRID, point.longitude(), point.latitude());
        return new GridPoint(there.x, there.y);
    }

    /** A transform keeps working storage, so each conversion has its own. */
    private static ProjCoordinate convert(
            CoordinateReferenceSystem from, CoordinateReferenceSystem to, double x, double y) {
        return new BasicCoordinateTransform(from, to).transform(new ProjCoordinate(x, y), new ProjCoordinate());
    }
}
