package uk.frith.town;

/** A postcode for each street, in an area of postcodes that Royal Mail doesn't use: no real one begins with X. */
final class Postcodes {

    static final String AREA = "XF";

    /** The letters that a real postcode may end with. */
    private static final String LAST = "ABDEFGHJLNPQRSTUWXYZ";

    private Postcodes() {}

    /**
     * The postcode of a street: its outward half is the ward's, its figure the small area's.
     *
     * @param area the area's place in the list of areas, from 0
     * @param street the street's place in its area, from 0 to 19
     */
    static String of(int area, int street) {
        int ward = area / Geography.AREAS_IN_A_WARD + 1;
        int part = area % Geography.AREAS_IN_A_WARD;
        return AREA + ward + " " + part + "A" + LAST.charAt(street);
    }
}
