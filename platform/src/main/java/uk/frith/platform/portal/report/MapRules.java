package uk.frith.platform.portal.report;

import java.util.List;
import java.util.Locale;
import uk.frith.platform.foundation.places.GridPoint;
import uk.frith.platform.foundation.places.Outline;
import uk.frith.platform.foundation.places.SmallArea;

/** Where a map looks, and where a click on it leads: twice closer in, then a point. */
final class MapRules {

    /** The map without a choice of size fits a screen of 320 pixels: it is never scaled, so that a click says where it was. */
    static final int SMALL = 288;

    static final int LARGE = 576;
    /** Each step shows a fifth of the last one's side: three clicks lead from a county to a few metres. */
    static final int CLOSER = 5;

    static final int DEEPEST = 2;
    /** A window is moved by so much of its side. */
    private static final double STEP = 0.5;

    private static final double MARGIN = 1.06;
    private static final double SMALLEST_SIDE = 1_000;
    private static final String SQUARES = "ABCDEFGHJKLMNOPQRSTUVWXYZ";
    private static final int SQUARE = 100_000;
    private static final int EAST_END = 7 * SQUARE;
    private static final int NORTH_END = 13 * SQUARE;

    private MapRules() {}

    /** A force's small areas with their outlines. */
    record Country(List<Outline> outlines, List<SmallArea> areas) {
        Country {
            outlines = List.copyOf(outlines);
            areas = List.copyOf(areas);
        }
    }

    /**
     * A square window on the map; its middle never leaves the grid.
     *
     * @param level 0 shows all of it, each one further a fifth of the side
     */
    record View(GridPoint middle, double sideMetres, int level) {
        View {
            middle = onGrid(middle);
        }

        /** The point of the grid under a point of the picture. */
        GridPoint at(double x, double y, int pixels) {
            return new GridPoint(
                    middle.eastingMetres() + (x / pixels - 0.5) * sideMetres,
                    middle.northingMetres() + (0.5 - y / pixels) * sideMetres);
        }

        boolean holds(GridPoint point) {
            return Math.abs(point.eastingMetres() - middle.eastingMetres()) <= sideMetres / 2
                    && Math.abs(point.northingMetres() - middle.northingMetres()) <= sideMetres / 2;
        }

        View closer(GridPoint to) {
            return new View(to, sideMetres / CLOSER, level + 1);
        }

        View moved(double east, double north) {
            return new View(
                    new GridPoint(
                            middle.eastingMetres() + east * STEP * sideMetres,
                            middle.northingMetres() + north * STEP * sideMetres),
                    sideMetres,
                    level);
        }
    }

    /** Whether a point is on the national grid as far as it covers land: 700 km east and 1,300 km north. */
    static boolean isOnGrid(GridPoint point) {
        return point.equals(onGrid(point));
    }

    /** The point of the grid nearest to one. */
    static GridPoint onGrid(GridPoint point) {
        return new GridPoint(
                Math.clamp(point.eastingMetres(), 0.0, EAST_END), Math.clamp(point.northingMetres(), 0.0, NORTH_END));
    }

    /** The window that shows all areas, by where their middles are. */
    static View whole(List<Country> countries) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (Country country : countries) {
            for (Outline outline : country.outlines()) {
                for (GridPoint corner : MapDrawing.corners(outline)) {
                    west = Math.min(west, corner.eastingMetres());
                    east = Math.max(east, corner.eastingMetres());
                    south = Math.min(south, corner.northingMetres());
                    north = Math.max(north, corner.northingMetres());
                }
            }
        }
        double side = Math.max(SMALLEST_SIDE, Math.max(east - west, north - south) * MARGIN);
        return new View(new GridPoint((west + east) / 2, (south + north) / 2), side, 0);
    }

    /** The window of a level around a point. */
    static View view(View whole, GridPoint middle, int level) {
        return level <= 0
                ? whole
                : new View(
                        middle,
                        whole.sideMetres() / Math.pow(CLOSER, Math.min(level, DEEPEST)),
                        Math.min(level, DEEPEST));
    }

    /** A grid reference of ten metres, as SK 5871 0431; the figures alone outside of the lettered squares. */
    static String reference(GridPoint point) {
        int east = (int) Math.floor(point.eastingMetres());
        int north = (int) Math.floor(point.northingMetres());
        if (east < 0 || north < 0 || east >= EAST_END || north >= NORTH_END) {
            return east + ", " + north;
        }
        int e = east / SQUARE;
        int n = north / SQUARE;
        char first = SQUARES.charAt((19 - n) - (19 - n) % 5 + (e + 10) / 5);
        char second = SQUARES.charAt((19 - n) * 5 % 25 + e % 5);
        return String.format(Locale.ROOT, "%c%c %04d %04d", first, second, east % SQUARE / 10, north % SQUARE / 10);
    }
}
