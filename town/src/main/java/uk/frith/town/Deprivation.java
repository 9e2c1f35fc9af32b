package uk.frith.town;

import java.util.List;

/**
 * An area's place in an English index of multiple deprivation, invented: overall, then the seven domains.
 *
 * @param overall the index itself
 * @param domains income, employment, education, health, crime, housing and services, environment
 */
public record Deprivation(Place overall, List<Place> domains) {

    /** How many areas a real index ranks: an invented rank is on the same scale. */
    public static final int RANKS = 33_755;

    /** Refuses anything but seven domains. */
    public Deprivation {
        domains = List.copyOf(domains);
        if (domains.size() != 7) {
            throw new IllegalArgumentException("The index has seven domains, not " + domains.size());
        }
    }

    /**
     * One place in one index.
     *
     * @param rank 1, the most deprived, to 33,755
     * @param scoreThousandths the score times 1,000: larger is more deprived
     */
    public record Place(int rank, int scoreThousandths) {

        /** Refuses a rank that the index doesn't have. */
        public Place {
            if (rank < 1 || rank > RANKS) {
                throw new IllegalArgumentException("A rank is from 1 to " + RANKS + ", not " + rank);
            }
        }

        /** Tenths of all areas: 1 the most deprived, 10 the least. */
        public int decile() {
            return (int) Math.ceilDiv(rank * 10L, RANKS);
        }
    }
}
