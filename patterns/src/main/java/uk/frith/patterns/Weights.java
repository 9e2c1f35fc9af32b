package uk.frith.patterns;

/**
 * How much each neighbour counts, and how much an area counts for itself.
 *
 * <p><b>What it computes.</b> Nothing; it holds w(i, j) for each pair of {@link Neighbours}, and w(i, i) for each area.
 *
 * <p><b>Units and ranges.</b> Weights are numbers from 0 up, in any unit: multiplying all weights of one area by the same
 * number changes no z.
 *
 * <p><b>Edge cases.</b> Weights that are all 0 for an area give it z = 0.
 *
 * <p><b>Accuracy.</b> Exact.
 *
 * <p><b>Cost.</b> 8 bytes for each pair and each area.
 *
 * <p><b>Source.</b> J. Ord and A. Getis, Geographical Analysis 27 (1995) 286–306.
 *
 * <p><b>Not for.</b> Leaving out the own weight by accident: with six points of the test data the first has Gi* −1.397
 * with its own value and Gi −1.014 without; they answer different questions.
 */
public final class Weights {
    private final Neighbours neighbours;
    private final double[] ofPair;
    private final double[] own;

    private Weights(Neighbours neighbours, double[] ofPair, double[] own) {
        this.neighbours = neighbours;
        this.ofPair = ofPair;
        this.own = own;
    }

    /** Says how much one area counts for another. */
    @FunctionalInterface
    public interface Rule {
        /**
         * The weight of a neighbour.
         *
         * @param area the area whose neighbourhood it is
         * @param neighbour one of its neighbours, or the area itself
         * @return a number from 0 up
         */
        double weight(int area, int neighbour);
    }

    /**
     * Asks the rule once for each pair and once for each area with itself.
     *
     * @param neighbours the pairs
     * @param rule gives the weights
     * @return the weights
     * @throws IllegalArgumentException when a weight is negative, infinite or not a number
     */
    public static Weights of(Neighbours neighbours, Rule rule) {
        double[] ofPair = new double[neighbours.pairs()];
        double[] own = new double[neighbours.areas()];
        int[] starts = neighbours.starts();
        int[] list = neighbours.list();
        for (int area = 0; area < own.length; area++) {
            own[area] = checked(rule.weight(area, area));
            for (int i = starts[area]; i < starts[area + 1]; i++) {
                ofPair[i] = checked(rule.weight(area, list[i]));
            }
        }
        return new Weights(neighbours, ofPair, own);
    }

    private static double checked(double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A weight is a number from 0 up: " + weight);
        }
        return weight;
    }

    /** The pairs that are weighted. */
    public Neighbours neighbours() {
        return neighbours;
    }

    double[] ofPair() {
        return ofPair;
    }

    double[] own() {
        return own;
    }
}
