package uk.frith.platform.foundation.places;

/**
 * Two areas whose boundaries share a corner or an edge; each pair stands in both directions.
 *
 * @param code one area
 * @param neighbour another
 */
public record NeighbourPair(String code, String neighbour) {
    public NeighbourPair {
        if (code.equals(neighbour)) {
            throw new IllegalArgumentException("An area isn't its own neighbour.");
        }
    }
}
