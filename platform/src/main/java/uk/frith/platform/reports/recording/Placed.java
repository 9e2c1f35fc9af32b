package uk.frith.platform.reports.recording;

import java.util.Optional;

/**
 * Where an incident was.
 *
 * @param location in words; may be empty
 * @param lsoaCode the small area, if known
 * @param areaCode the ward or district, if no more is known
 * @param point where on the grid, if known
 */
record Placed(String location, Optional<String> lsoaCode, Optional<String> areaCode, Optional<GridReference> point) {

    /** The smallest area that is known. */
    Optional<String> area() {
        return lsoaCode.or(() -> areaCode);
    }

    Placed at(String words) {
        return new Placed(words, lsoaCode, areaCode, point);
    }

    /** Changes with every part of it, and tells none. */
    String mark() {
        return Integer.toHexString(hashCode());
    }

    @Override
    public String toString() {
        return "Placed";
    }
}
