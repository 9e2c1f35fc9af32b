package uk.frith.town;

/**
 * A street, or a place such as a car park, that lies in one area.
 *
 * @param name an invented name, once only in its area
 * @param from one end
 * @param middle the point that stands for all of it in open data, clear of the area's boundary
 * @param to the other end
 */
public record Street(String name, GridPoint from, GridPoint middle, GridPoint to) {}
