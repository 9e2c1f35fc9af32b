package uk.frith.platform.portal.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.GridPoint;
import uk.frith.platform.foundation.places.MapNames;
import uk.frith.platform.foundation.places.NationalGrid;
import uk.frith.platform.foundation.places.Outline;
import uk.frith.platform.foundation.places.PostcodePoint;
import uk.frith.platform.foundation.places.SmallArea;
import uk.frith.platform.portal.report.MapRules.Country;
import uk.frith.platform.portal.report.MapRules.View;

/** Draws a window of the map as SVG: outlines of small areas, and the names by which somebody finds their way. */
final class MapDrawing {

    private final View view;
    private final int pixels;
    private final StringBuilder out = new StringBuilder(32_768);
    private final MapNames names;

    /** The window's corners in degrees: within a window degrees are spread evenly enough for a picture. */
    private final GeoPoint southWest;

    private final GeoPoint southEast;
    private final GeoPoint northWest;

    private MapDrawing(View view, int pixels) {
        this.view = view;
        this.pixels = pixels;
        names = new MapNames(pixels);
        southWest = NationalGrid.toWgs84(view.at(0, pixels, pixels));
        southEast = NationalGrid.toWgs84(view.at(pixels, pixels, pixels));
        northWest = NationalGrid.toWgs84(view.at(0, 0, pixels));
    }

    /**
     * The picture.
     *
     * @param picked what is marked; empty for nothing
     */
    static String of(
            View view, int pixels, List<Country> countries, List<PostcodePoint> postcodes, Optional<GridPoint> picked) {
        MapDrawing drawing = new MapDrawing(view, pixels);
        drawing.out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%1$d\" viewBox=\"0 0 %1$d %1$d\">"
                        + "<rect width=\"%1$d\" height=\"%1$d\" fill=\"#dfe6ec\"/>"
                        + "<g fill=\"#f7f9fb\" stroke=\"#7d8b98\" stroke-width=\"%2$s\" fill-rule=\"evenodd\">",
                pixels,
                view.level() == 0 ? "0.5" : "1"));
        countries.forEach(country -> country.outlines().forEach(drawing::outline));
        drawing.out.append("</g>");
        drawing.names(countries);
        postcodes.forEach(each -> drawing.name(each.postcode(), each.point(), 9.5, "#484949"));
        picked.ifPresentOrElse(drawing::pin, drawing::cross);
        return drawing.out.append("</svg>").toString();
    }

    /** The outermost points of an outline on the grid. */
    static List<GridPoint> corners(Outline outline) {
        double west = 180;
        double east = -180;
        double south = 90;
        double north = -90;
        for (List<GeoPoint> ring : outline.rings()) {
            for (GeoPoint point : ring) {
                west = Math.min(west, point.longitude());
                east = Math.max(east, point.longitude());
                south = Math.min(south, point.latitude());
                north = Math.max(north, point.latitude());
            }
        }
        return List.of(
                NationalGrid.fromWgs84(new GeoPoint(west, south)), NationalGrid.fromWgs84(new GeoPoint(east, north)));
    }

    /** Where a point of an outline is in the picture, by the window's corners. */
    private long[] spot(GeoPoint point) {
        double a = southEast.longitude() - southWest.longitude();
        double b = northWest.longitude() - southWest.longitude();
        double c = southEast.latitude() - southWest.latitude();
        double d = northWest.latitude() - southWest.latitude();
        double u = point.longitude() - southWest.longitude();
        double v = point.latitude() - southWest.latitude();
        double whole = a * d - b * c;
        return new long[] {
            Math.round((u * d - b * v) / whole * pixels), Math.round((1 - (a * v - u * c) / whole) * pixels)
        };
    }

    private boolean isSeen(Outline outline) {
        List<GridPoint> corners = corners(outline);
        double half = view.sideMetres() / 2;
        return corners.getFirst().eastingMetres() < view.middle().eastingMetres() + half
                && corners.getLast().eastingMetres() > view.middle().eastingMetres() - half
                && corners.getFirst().northingMetres() < view.middle().northingMetres() + half
                && corners.getLast().northingMetres() > view.middle().northingMetres() - half;
    }

    private void outline(Outline outline) {
        if (!isSeen(outline)) {
            return;
        }
        out.append("<path d=\"");
        for (List<GeoPoint> ring : outline.rings()) {
            long lastX = Long.MIN_VALUE;
            long lastY = Long.MIN_VALUE;
            boolean first = true;
            for (GeoPoint point : ring) {
                long[] spot = spot(point);
                if (spot[0] == lastX && spot[1] == lastY) {
                    continue;
                }
                lastX = spot[0];
                lastY = spot[1];
                out.append(first ? 'M' : 'L').append(lastX).append(' ').append(lastY);
                first = false;
            }
            out.append('Z');
        }
        out.append("\"/>");
    }

    /** Districts on the whole map, wards closer in; each where the middles of its small areas are on average. */
    private void names(List<Country> countries) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (Country country : countries) {
            for (SmallArea area : country.areas()) {
                Optional<String> name = view.level() == 0 ? area.districtName() : area.wardName();
                if (name.isPresent()
                        && area.easting().isPresent()
                        && area.northing().isPresent()) {
                    double[] sum = sums.computeIfAbsent(name.get(), fresh -> new double[3]);
                    sum[0] += area.easting().getAsDouble();
                    sum[1] += area.northing().getAsDouble();
                    sum[2]++;
                }
            }
        }
        sums.forEach((name, sum) ->
                name(name, new GridPoint(sum[0] / sum[2], sum[1] / sum[2]), view.level() == 0 ? 11 : 12, "#12263f"));
    }

    /** Writes a name, unless it would lie on another. */
    private void name(String name, GridPoint point, double size, String colour) {
        if (!view.holds(point)) {
            return;
        }
        out.append(names.at(name, x(point), y(point), size, colour));
    }

    private double x(GridPoint point) {
        return ((point.eastingMetres() - view.middle().eastingMetres()) / view.sideMetres() + 0.5) * pixels;
    }

    private double y(GridPoint point) {
        return (0.5 - (point.northingMetres() - view.middle().northingMetres()) / view.sideMetres()) * pixels;
    }

    private void pin(GridPoint point) {
        out.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%1$.0f\" cy=\"%2$.0f\" r=\"11\" fill=\"none\" stroke=\"#fff\" stroke-width=\"7\"/>"
                        + "<circle cx=\"%1$.0f\" cy=\"%2$.0f\" r=\"11\" fill=\"none\" stroke=\"#b3341f\" stroke-width=\"4\"/>"
                        + "<circle cx=\"%1$.0f\" cy=\"%2$.0f\" r=\"2.5\" fill=\"#b3341f\"/>",
                x(point),
                y(point)));
    }

    private void cross() {
        int middle = pixels / 2;
        out.append(String.format(
                Locale.ROOT,
                "<path d=\"M%1$d %2$dV%3$dM%2$d %1$dH%3$d\" stroke=\"#b3341f\" stroke-width=\"1.5\"/>",
                middle,
                middle - 9,
                middle + 9));
    }
}
