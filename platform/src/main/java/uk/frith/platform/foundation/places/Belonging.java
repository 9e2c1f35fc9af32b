package uk.frith.platform.foundation.places;

import java.util.List;

/**
 * An area and what it lies in.
 *
 * @param area the area
 * @param listed the year of the latest list that names it
 * @param within what it lies in, the largest first; levels where it lies in several, or none is known, are missing
 */
record Belonging(Area area, int listed, List<Area> within) {
    Belonging {
        within = List.copyOf(within);
    }
}
