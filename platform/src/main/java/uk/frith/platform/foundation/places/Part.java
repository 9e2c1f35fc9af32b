package uk.frith.platform.foundation.places;

import java.util.OptionalLong;

/**
 * One of an area's parts.
 *
 * @param area the part
 * @param residents of the Census of 2021, if known
 * @param households likewise
 */
record Part(Area area, OptionalLong residents, OptionalLong households) {}
