package uk.frith.platform.understanding.prevalence;

import java.util.List;
import java.util.OptionalInt;
import uk.frith.patterns.Neighbours;

/**
 * The areas that figures are given for, and which of them touch.
 *
 * @param areas in the order of their codes
 * @param neighbours which areas touch which, by position in the list
 * @param whole whether these are all areas that the reports are about; otherwise nothing can be said of the rest
 */
record Basis(List<Ground> areas, Neighbours neighbours, boolean whole) {

    /**
     * One area.
     *
     * @param people residents; empty when nobody has said how many, never 0 for unknown
     * @param decile of deprivation, 1 the most deprived tenth of the country; empty for anything larger than a small area
     * @param within the district that it lies in
     */
    record Ground(String code, String name, OptionalInt people, OptionalInt decile, String within) {
        Ground {
            if (people.isPresent() && people.getAsInt() < 0) {
                throw new IllegalArgumentException("Residents are counted from 0: " + code);
            }
            if (decile.isPresent() && (decile.getAsInt() < 1 || decile.getAsInt() > 10)) {
                throw new IllegalArgumentException("A decile is from 1 to 10: " + code);
            }
        }
    }

    Basis {
        areas = List.copyOf(areas);
        if (neighbours.areas() != areas.size()) {
            throw new IllegalArgumentException(
                    "Neighbours of " + neighbours.areas() + " areas, but there are " + areas.size());
        }
    }
}
