package uk.frith.town;

import java.util.List;

/**
 * A small area of the size of an LSOA of 2021, and what it belongs to. All codes begin with X, which no real code does.
 *
 * @param code {@code X01} and six digits
 * @param name the district, three digits and a letter
 * @param wardCode {@code X05} and six digits
 * @param wardName an invented name
 * @param districtCode {@code X07} and six digits
 * @param districtName an invented name
 * @param partnershipCode the community safety partnership, {@code X22} and six digits
 * @param partnershipName an invented name
 * @param households how many households
 * @param ages the residents
 * @param deprivation the place in the index
 * @param ring the boundary on the National Grid, anticlockwise, the first corner not repeated
 * @param neighbours the codes of the areas that share a corner with it, in order
 * @param streets at least five
 */
public record Area(
        String code,
        String name,
        String wardCode,
        String wardName,
        String districtCode,
        String districtName,
        String partnershipCode,
        String partnershipName,
        int households,
        AgeBands ages,
        Deprivation deprivation,
        List<GridPoint> ring,
        List<String> neighbours,
        List<Street> streets) {

    /** Keeps the lists from changing. */
    public Area {
        ring = List.copyOf(ring);
        neighbours = List.copyOf(neighbours);
        streets = List.copyOf(streets);
    }

    /** The number of residents. */
    public int residents() {
        return ages.total();
    }
}
