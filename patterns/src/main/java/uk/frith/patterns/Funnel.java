package uk.frith.patterns;

/**
 * The limits of a funnel plot: how high or low a count may be before it is more than chance, given the count expected.
 *
 * <p><b>What it computes.</b> The exact Poisson quantile: the least whole k with P(X ≤ k) ≥ probability, for X Poisson
 * with mean E. With overdispersion φ &gt; 1 its distance from E is multiplied by √φ, and the lower limit is never below 0.
 *
 * <p><b>Units and ranges.</b> Counts. E above 0 up to a million million; probability between 0 and 1. Usual pairs: 0.025
 * and 0.975 for the inner limits, 0.001 and 0.999 for the outer.
 *
 * <p><b>Edge cases.</b> At small E the lower limit is 0: no area can be too good. A count outside the limits is one below
 * the lower or above the upper; a count on a limit is inside.
 *
 * <p><b>Accuracy.</b> Exact, unless a tail probability equals the one asked for to 12 digits.
 *
 * <p><b>Cost.</b> Some ten tail probabilities, about √E terms each.
 *
 * <p><b>Source.</b> D. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24
 * (2005) 1185–1202, appendix A; the widening is that of {@link Overdispersion}. Agrees with R's {@code qpois}.
 *
 * <p><b>Not for.</b> Ranking: of two areas inside the limits, the one with the higher rate isn't the worse; 13 where 5
 * are expected and 132 where 100 are lie on the same limit, at 2.6 and 1.3 times what is expected.
 */
public final class Funnel {
    private Funnel() {}

    /**
     * The exact limit.
     *
     * @param expected the expected count, above 0
     * @param probability the probability of a count up to the limit, between 0 and 1
     * @return a whole count
     */
    public static long limit(double expected, double probability) {
        checkedExpected(expected);
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1: " + probability);
        }
        double z = -Normal.upperQuantile(probability);
        long guess = (long) Math.max(0, expected + z * Math.sqrt(expected));
        long below = guess;
        long step = 1;
        while (below >= 0 && reaches(below, expected, probability)) {
            below -= step;
            step *= 2;
        }
        below = Math.max(-1, below);
        long enough = guess;
        step = 1;
        while (!reaches(enough, expected, probability)) {
            enough += step;
            step *= 2;
        }
        while (enough - below > 1) {
            long middle = below + (enough - below) / 2;
            if (reaches(middle, expected, probability)) {
                enough = middle;
            } else {
                below = middle;
            }
        }
        return enough;
    }

    /**
     * The limit, widened when counts vary more than chance.
     *
     * @param expected the expected count, above 0
     * @param probability the probability of a count up to the limit, between 0 and 1
     * @param overdispersion how much more they vary; {@link Overdispersion#NONE} gives the exact limit
     * @return a count, at least 0
     */
    public static double limit(double expected, double probability, Overdispersion overdispersion) {
        double exact = limit(expected, probability);
        return Math.max(0, expected + (exact - expected) * overdispersion.widening());
    }

    /** Whether P(X ≤ k) is at least the probability, decided by the smaller tail. */
    private static boolean reaches(long k, double expected, double probability) {
        return probability <= 0.5
                ? GammaLaw.upper(k + 1.0, expected) >= probability
                : GammaLaw.lower(k + 1.0, expected) <= 1 - probability;
    }

    static double checkedExpected(double expected) {
        if (!(expected > 0 && expected < GammaLaw.LARGEST_SHAPE)) {
            throw new IllegalArgumentException(
                    "An expected count lies above 0 and below a million million: " + expected);
        }
        return expected;
    }
}
