package uk.frith.patterns;

import java.util.Arrays;

/**
 * Keeps a map of many tests from being full of chance: of the areas called hot at q ≤ 0.05, at most 5 % are expected to
 * be false.
 *
 * <p><b>What it computes.</b> Benjamini and Hochberg's adjusted p: with the p values in rising order, q of rank i is the
 * least of 1 and m·p(j)/j over all j ≥ i, for m tests.
 *
 * <p><b>Units and ranges.</b> p and q between 0 and 1; q in the order in which p came.
 *
 * <p><b>Edge cases.</b> No tests give no q. Ties share one q. A p value that is not a number is refused: an area that was
 * not tested must be left out, and then doesn't count as a test.
 *
 * <p><b>Accuracy.</b> One multiplication and one division from the definition: relative error below 4e-16.
 *
 * <p><b>Cost.</b> A sort, O(m log m) time; two arrays of m numbers.
 *
 * <p><b>Source.</b> Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289–300; for
 * positively dependent tests, such as overlapping windows, Y. Benjamini and D. Yekutieli, Annals of Statistics 29 (2001)
 * 1165–1188. Agrees with R's {@code p.adjust(method = "BH")}.
 *
 * <p><b>Not for.</b> Promising that no call is false: with 30 areas at q ≤ 0.05 one or two are expected to be. Nor for
 * picking first and correcting after: p = 0.001 alone has q 0.001, among the 611 areas that were really looked at 0.611.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * q values, each p being one test.
     *
     * @param p probabilities in any order
     * @return q in the same order
     */
    public static Column benjaminiHochberg(double[] p) {
        return benjaminiHochberg(p, p.length);
    }

    /**
     * q values when more tests were made than are given, because only the smallest p values were kept.
     *
     * @param p probabilities in any order
     * @param tests how many tests were made, at least as many as there are p values
     * @return q in the same order
     */
    public static Column benjaminiHochberg(double[] p, long tests) {
        if (tests < p.length) {
            throw new IllegalArgumentException(p.length + " p values can't come from " + tests + " tests");
        }
        double[] rising = p.clone();
        for (double each : rising) {
            if (!(each >= 0 && each <= 1)) {
                throw new IllegalArgumentException("A p value lies between 0 and 1: " + each);
            }
        }
        Arrays.sort(rising);
        double[] ofRank = new double[rising.length];
        double least = 1;
        for (int i = rising.length - 1; i >= 0; i--) {
            least = Math.min(least, (double) tests / (i + 1) * rising[i]);
            ofRank[i] = least;
        }
        double[] q = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            // Ties have one q, so any of their ranks will do.
            q[i] = ofRank[Arrays.binarySearch(rising, p[i])];
        }
        return Column.owning(q);
    }
}
