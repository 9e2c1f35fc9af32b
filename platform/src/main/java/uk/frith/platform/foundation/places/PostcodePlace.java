package uk.frith.platform.foundation.places;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a postcode lies.
 *
 * @param postcode with one space
 * @param ended the month in which it ended as yyyymm; empty while it is in use
 * @param area the small area it lies in; empty where it has no place
 */
record PostcodePlace(String postcode, OptionalInt ended, Optional<Area> area) {}
