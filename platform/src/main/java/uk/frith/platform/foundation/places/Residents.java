package uk.frith.platform.foundation.places;

import java.util.OptionalLong;

/**
 * Who lives in an area by one count or estimate.
 *
 * @param year of the count or estimate
 * @param residents everybody
 * @param households empty where they weren't counted
 * @param ages residents from 0 to 15, 16 to 24, 25 to 44, 45 to 64, and 65 or over; all five or none are known
 */
record Residents(int year, long residents, OptionalLong households, Ages ages) {

    /** Residents by age, or unknown. */
    record Ages(OptionalLong to15, OptionalLong to24, OptionalLong to44, OptionalLong to64, OptionalLong over64) {
        boolean known() {
            return to15.isPresent();
        }
    }
}
