package uk.frith.town;

import java.util.ArrayList;
import java.util.List;

/** A polygon on the grid: one ring, anticlockwise, its corners not repeated at the end. */
final class Outline {

    private final List<GridPoint> ring;

    Outline(List<GridPoint> ring) {
        this.ring = List.copyOf(ring);
    }

    List<GridPoint> ring() {
        return ring;
    }

    /** Whether the point lies inside; a point on the line may count either way. */
    boolean contains(double easting, double northing) {
        boolean inside = false;
        GridPoint from = ring.getLast();
        for (GridPoint to : ring) {
            double rise = (double) to.northingMetres() - from.northingMetres();
            if (from.northingMetres() > northing != to.northingMetres() > northing
                    && easting
                            < from.eastingMetres()
                                    + (northing - from.northingMetres())
                                            * (to.eastingMetres() - from.eastingMetres())
                                            / rise) {
                inside = !inside;
            }
            from = to;
        }
        return inside;
    }

    /** The area in square metres; negative when the ring runs clockwise. */
    double squareMetres() {
        double twice = 0;
        GridPoint from = ring.getLast();
        for (GridPoint to : ring) {
            twice += (double) from.eastingMetres() * to.northingMetres()
                    - (double) to.eastingMetres() * from.northingMetres();
            from = to;
        }
        return twice / 2;
    }

    /** The mean of the corners: inside, for the rounded shapes of the mesh. */
    NationalGrid.Metres middle() {
        double easting = 0;
        double northing = 0;
        for (GridPoint corner : ring) {
            easting += corner.eastingMetres();
            northing += corner.northingMetres();
        }
        return new NationalGrid.Metres(easting / ring.size(), northing / ring.size());
    }

    /** The same shape drawn in towards its middle, so that what lies in it keeps clear of the boundary. */
    Outline shrunkTo(double factor) {
        NationalGrid.Metres middle = middle();
        List<GridPoint> shrunk = new ArrayList<>();
        for (GridPoint corner : ring) {
            shrunk.add(new GridPoint(
                    (int) Math.round(middle.easting() + factor * (corner.eastingMetres() - middle.easting())),
                    (int) Math.round(middle.northing() + factor * (corner.northingMetres() - middle.northing()))));
        }
        return new Outline(shrunk);
    }

    /** A point inside, all places equally likely. */
    GridPoint somewhere(Chance chance) {
        int west = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int south = Integer.MAX_VALUE;
        int north = Integer.MIN_VALUE;
        for (GridPoint corner : ring) {
            west = Math.min(west, corner.eastingMetres());
            east = Math.max(east, corner.eastingMetres());
            south = Math.min(south, corner.northingMetres());
            north = Math.max(north, corner.northingMetres());
        }
        while (true) {
            int easting = west + chance.below(east - west + 1);
            int northing = south + chance.below(north - south + 1);
            if (contains(easting, northing)) {
                return new GridPoint(easting, northing);
            }
        }
    }
}
