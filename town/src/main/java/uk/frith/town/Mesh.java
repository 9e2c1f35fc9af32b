package uk.frith.town;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ground plan: a sheet of hexagons, roughened and stretched so that cells are small in the middle of the town and
 * large at the edge, cut out in a round but uneven shape.
 *
 * <p>Corners belong to the sheet, not to a cell: cells that meet share the very same points, so there are no gaps, and
 * who borders whom can be read off common corners. Between two corners each border has one more bend.
 */
final class Mesh {

    /**
     * Where the middle lies: in the North Sea, some 80 km from the nearest coast of England, so that nothing on a map
     * can be taken for a real place.
     */
    static final GridPoint MIDDLE = new GridPoint(610_000, 480_000);

    private static final double CELL_METRES = 690;
    private static final double SQUEEZE_IN_THE_MIDDLE = 0.5;
    private static final double STRETCH_OUTWARDS = 1;
    private static final double CORNER_JITTER = 0.2;
    private static final double BEND_JITTER = 0.12;
    private static final double HALF_ROOT_3 = StrictMath.sqrt(3) / 2;

    /** Corners of a hexagon that stands on a point, anticlockwise from the top, in half-steps of the sheet. */
    private static final int[][] CORNERS = {{0, 2}, {-1, 1}, {-1, -1}, {0, -2}, {1, -1}, {1, 1}};

    /** One cell: its place on the unstretched sheet, as seen from the middle, and its outline on the ground. */
    record Cell(double right, double up, Outline outline) {

        double fromMiddle() {
            return StrictMath.sqrt(right * right + up * up);
        }

        double bearing() {
            return StrictMath.atan2(up, right);
        }
    }

    private record Site(int right, int up, double rank) {}

    private final Chance chance;
    private final double radius;
    private final Map<Long, GridPoint> points = new HashMap<>();

    private Mesh(Chance chance, int cells) {
        this.chance = chance;
        // A hexagon of side 1 covers 1.5 times the root of 3.
        this.radius = StrictMath.sqrt(cells * 3 * HALF_ROOT_3 / StrictMath.PI);
    }

    /** That many cells, in no useful order. */
    static List<Cell> of(Chance chance, int cells) {
        Mesh mesh = new Mesh(chance, cells);
        List<Cell> made = new ArrayList<>();
        for (Site site : mesh.sites(cells)) {
            made.add(new Cell(site.right * HALF_ROOT_3, site.up * 0.5, mesh.outline(site)));
        }
        return made;
    }

    private List<Site> sites(int cells) {
        double[] phase = {chance.between(0, 2 * StrictMath.PI), chance.between(0, 2 * StrictMath.PI)};
        int reach = (int) (2 * radius);
        List<Site> sites = new ArrayList<>();
        for (int r = -reach; r <= reach; r++) {
            for (int q = -2 * reach; q <= 2 * reach; q++) {
                int right = 2 * q + r;
                int up = 3 * r;
                double x = right * HALF_ROOT_3;
                double y = up * 0.5;
                double bearing = StrictMath.atan2(y, x);
                double bulge = 1
                        + 0.12 * StrictMath.cos(2 * bearing + phase[0])
                        + 0.06 * StrictMath.cos(3 * bearing + phase[1]);
                sites.add(new Site(right, up, StrictMath.sqrt(x * x + y * y) / bulge));
            }
        }
        sites.sort(Comparator.comparingDouble(Site::rank)
                .thenComparingInt(Site::up)
                .thenComparingInt(Site::right));
        return sites.subList(0, cells);
    }

    private Outline outline(Site site) {
        List<GridPoint> ring = new ArrayList<>();
        for (int i = 0; i < CORNERS.length; i++) {
            int[] from = CORNERS[i];
            int[] to = CORNERS[(i + 1) % CORNERS.length];
            ring.add(point(2 * (site.right + from[0]), 2 * (site.up + from[1]), CORNER_JITTER));
            ring.add(point(2 * site.right + from[0] + to[0], 2 * site.up + from[1] + to[1], BEND_JITTER));
        }
        return new Outline(ring);
    }

    /** The point at that quarter-step of the sheet, made when it is first asked for. */
    private GridPoint point(int right, int up, double jitter) {
        long key = ((long) right << 32) ^ (up & 0xffffffffL);
        GridPoint known = points.get(key);
        if (known != null) {
            return known;
        }
        double x = right * HALF_ROOT_3 / 2 + chance.between(-jitter, jitter);
        double y = up * 0.25 + chance.between(-jitter, jitter);
        double outwards = (x * x + y * y) / (radius * radius);
        double metres = CELL_METRES * (SQUEEZE_IN_THE_MIDDLE + STRETCH_OUTWARDS * outwards / (1 + outwards));
        GridPoint made = new GridPoint(
                MIDDLE.eastingMetres() + (int) StrictMath.rint(x * metres),
                MIDDLE.northingMetres() + (int) StrictMath.rint(y * metres));
        points.put(key, made);
        return made;
    }
}
