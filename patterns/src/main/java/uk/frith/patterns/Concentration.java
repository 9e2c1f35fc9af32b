package uk.frith.patterns;

import java.util.Arrays;

/**
 * How unevenly incidents lie over places.
 *
 * <p><b>What it computes.</b> For n places with x₍₁₎ ≤ … ≤ x₍ₙ₎ incidents, c in all: <i>Gini</i> G = Σ(2i − n − 1)x₍ᵢ₎ /
 * (n c); <i>generalised Gini</i> G′ = max(n/c, 1)(G − 1) + 1, which is 0 when each incident has a place of its own;
 * the <i>Lorenz curve</i>, the share of incidents in the busiest k places; and its inverse, how few places hold a given
 * share.
 *
 * <p><b>Units and ranges.</b> Incidents are numbers from 0 up, whole or weighted by harm. G lies between 0 and 1 − 1/n,
 * G′ between 0 and 1 when incidents are whole.
 *
 * <p><b>Edge cases.</b> No incidents, or no places: {@link TooFew}. Places without incidents count: leave them out and
 * concentration looks smaller.
 *
 * <p><b>Accuracy.</b> Whole counts are summed exactly up to 2^53; otherwise relative error below 1e-15·n.
 *
 * <p><b>Cost.</b> A sort, O(n log n) time; 16 bytes for each place.
 *
 * <p><b>Source.</b> W. Bernasco and W. Steenbeek, More places than crimes: implications for evaluating the law of crime
 * concentration at place, Journal of Quantitative Criminology 33 (2017) 451–467, equations 2 and 5.
 *
 * <p><b>Not for.</b> Comparing areas of different size or period by G: three incidents among ten places, each in its own,
 * have G 0.7 and G′ 0; it is the fewness that looks like concentration.
 */
public final class Concentration implements ConcentrationFinding {
    private final double[] heldByBusiest;
    private final double gini;

    private Concentration(double[] heldByBusiest, double gini) {
        this.heldByBusiest = heldByBusiest;
        this.gini = gini;
    }

    /**
     * Measures how incidents lie.
     *
     * @param incidents one number from 0 up for each place, in any order
     * @return the concentration, or {@link TooFew} when there is no incident
     * @throws IllegalArgumentException when a number is negative, infinite or not a number
     */
    public static ConcentrationFinding of(double[] incidents) {
        double[] rising = incidents.clone();
        Arrays.sort(rising);
        int n = rising.length;
        if (n > 0 && !(rising[0] >= 0 && rising[n - 1] < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Incidents are numbers from 0 up");
        }
        double[] held = new double[n + 1];
        double ranked = 0;
        for (int i = 0; i < n; i++) {
            ranked += (2.0 * (i + 1) - n - 1) * rising[i];
            held[i + 1] = held[i] + rising[n - 1 - i];
        }
        double all = held[n];
        return all == 0 ? new TooFew(0, 1) : new Concentration(held, ranked / (n * all));
    }

    /** How many places there are, those without incidents included. */
    public int places() {
        return heldByBusiest.length - 1;
    }

    /** How many incidents there are. */
    public double incidents() {
        return heldByBusiest[places()];
    }

    /** The Gini coefficient: 0 when all places have the same, near 1 when one has everything. */
    public double gini() {
        return gini;
    }

    /** The Gini coefficient that is 0 when incidents, being fewer than places, are spread as evenly as they can be. */
    public double generalisedGini() {
        return Math.max(places() / incidents(), 1) * (gini - 1) + 1;
    }

    /**
     * The share of incidents in the busiest part of the places.
     *
     * @param shareOfPlaces between 0 and 1, for example 0.05; the number of places is rounded to the nearest whole one,
     *     a half up, and is at least 1 unless the share is 0
     * @return a share between 0 and 1
     */
    public double shareInBusiest(double shareOfPlaces) {
        checkShare(shareOfPlaces);
        int busiest = (int) Math.round(shareOfPlaces * places());
        return heldByBusiest[shareOfPlaces > 0 ? Math.max(1, busiest) : 0] / incidents();
    }

    /**
     * How few places hold at least a share of the incidents: "half of it happens in so many areas".
     *
     * @param shareOfIncidents between 0 and 1, for example 0.5
     * @return a number of places
     */
    public int placesHolding(double shareOfIncidents) {
        checkShare(shareOfIncidents);
        double wanted = shareOfIncidents * incidents();
        int found = Arrays.binarySearch(heldByBusiest, wanted);
        int places = found >= 0 ? found : -found - 1;
        while (places > 0 && heldByBusiest[places - 1] >= wanted) {
            places--;
        }
        return places;
    }

    /**
     * The Lorenz curve from the busiest place on: at position k the share of incidents in the k busiest places, from 0
     * at position 0 to 1 at the last.
     */
    public Column lorenz() {
        return Column.owning(
                Arrays.stream(heldByBusiest).map(held -> held / incidents()).toArray());
    }

    private static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1: " + share);
        }
    }
}
