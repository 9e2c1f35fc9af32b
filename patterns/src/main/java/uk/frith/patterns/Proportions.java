package uk.frith.patterns;

/**
 * Intervals for a share: how many of those warned came to notice again.
 *
 * <p><b>What it computes.</b> For x of n, p = x/n and the normal quantile z: <i>Wilson</i>: centre (p + z²/2n)/(1 + z²/n),
 * half width z·√(p(1−p)/n + z²/4n²)/(1 + z²/n). <i>Clopper and Pearson</i>: the beta quantiles of (x, n−x+1) and (x+1,
 * n−x).
 *
 * <p><b>Units and ranges.</b> 0 ≤ x ≤ n, n ≥ 1; both ends lie between 0 and 1.
 *
 * <p><b>Edge cases.</b> None of n: the lower end is 0. All of n: the upper end is 1. Both are exact, never −1e-17.
 *
 * <p><b>Accuracy.</b> Wilson to rounding; Clopper and Pearson to 1e-12. Wilson holds the truth 95 times of 100 on
 * average; Clopper and Pearson at least so often for every true share, at the price of width.
 *
 * <p><b>Cost.</b> Wilson constant; Clopper and Pearson about √n terms for each of some ten evaluations.
 *
 * <p><b>Source.</b> E. Wilson, Journal of the American Statistical Association 22 (1927) 209–212; C. Clopper and
 * E. Pearson, Biometrika 26 (1934) 404–413.
 *
 * <p><b>Not for.</b> Events that are not each yes or no of one person: 8 incidents by one of 100 people is not 8 %
 * (4.1 % to 15.0 %) but 1 % (0.2 % to 5.4 %).
 */
public final class Proportions {
    private Proportions() {}

    /**
     * Wilson's score interval.
     *
     * @param successes how many
     * @param trials out of how many, at least 1
     * @param confidence between 0 and 1, for example 0.95
     * @return the interval of the share
     */
    public static ConfidenceInterval wilson(long successes, long trials, double confidence) {
        check(successes, trials);
        return wilsonOfShare((double) successes / trials, (double) trials, confidence);
    }

    /**
     * Wilson's score interval of a share that comes from a weighted or clustered sample: of the size that a simple sample
     * of the same precision would have (C. Franco and others, Journal of Survey Statistics and Methodology 7 (2019)
     * 334–364).
     *
     * @param share the estimate, between 0 and 1
     * @param effectiveSize p(1−p) over the variance of the estimate; above 0, not always a whole number
     * @param confidence between 0 and 1, for example 0.95
     * @return the interval of the share
     */
    public static ConfidenceInterval wilsonOfShare(double share, double effectiveSize, double confidence) {
        if (!(share >= 0 && share <= 1) || !(effectiveSize > 0) || Double.isInfinite(effectiveSize)) {
            throw new IllegalArgumentException(
                    "A share lies between 0 and 1 and is of something: " + share + " of " + effectiveSize);
        }
        double z = Normal.upperQuantile(ConfidenceInterval.tailOf(confidence));
        double extra = z * z / effectiveSize;
        double centre = (share + extra / 2) / (1 + extra);
        double half = z * Math.sqrt(share * (1 - share) / effectiveSize + extra / (4 * effectiveSize)) / (1 + extra);
        double lower = share == 0 ? 0 : centre - half;
        double upper = share == 1 ? 1 : centre + half;
        return new ConfidenceInterval(lower, upper, confidence);
    }

    /**
     * Clopper and Pearson's exact interval.
     *
     * @param successes how many
     * @param trials out of how many, at least 1
     * @param confidence between 0 and 1, for example 0.95
     * @return the interval of the share
     */
    public static ConfidenceInterval clopperPearson(long successes, long trials, double confidence) {
        check(successes, trials);
        double tail = ConfidenceInterval.tailOf(confidence);
        long failures = trials - successes;
        double lower =
                successes == 0 ? 0 : BetaLaw.share(BetaLaw.quantileLogOdds((double) successes, failures + 1.0, tail));
        double upper =
                failures == 0 ? 1 : BetaLaw.share(-BetaLaw.quantileLogOdds((double) failures, successes + 1.0, tail));
        return new ConfidenceInterval(lower, upper, confidence);
    }

    private static void check(long successes, long trials) {
        PoissonIntervals.checkCount(trials);
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "A share is of at least one, and at most all: " + successes + " of " + trials);
        }
    }
}
