package uk.frith.platform.foundation.places;

/**
 * A postcode and where it is, to the middle of its addresses.
 *
 * @param postcode as it is written
 */
public record PostcodePoint(String postcode, GridPoint point) {}
