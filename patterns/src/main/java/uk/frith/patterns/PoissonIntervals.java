package uk.frith.patterns;

/**
 * Exact intervals for a count of events, and for the rate that it makes with its exposure.
 *
 * <p><b>What it computes.</b> For k events and confidence 1−α: lower = ½ χ²(α/2; 2k), upper = ½ χ²(1−α/2; 2k+2), that is
 * the gamma quantiles of shape k and k+1. For a rate both are divided by the exposure.
 *
 * <p><b>Units and ranges.</b> A count from 0 to a million million; the interval is in counts, or in counts per unit of
 * exposure.
 *
 * <p><b>Edge cases.</b> No events: from 0 to −ln(α/2), 3.69 at 95 %. The upper end of no events is not 0: nothing seen is
 * not nothing there.
 *
 * <p><b>Accuracy.</b> Relative error below 1e-12 up to a million events. Coverage is at least the confidence, usually a
 * little more, because counts are whole.
 *
 * <p><b>Cost.</b> Constant for small counts, about √k terms for large ones.
 *
 * <p><b>Source.</b> F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936) 437–442.
 *
 * <p><b>Not for.</b> Incidents that bring others with them: 100 calls give 81.4 to 121.6, but if calls come about three
 * at a time (variance three times the mean), the honest width is √3 times as large, about 68 to 137.
 */
public final class PoissonIntervals {
    private PoissonIntervals() {}

    /**
     * The interval of a count.
     *
     * @param count how many events, at least 0
     * @param confidence between 0 and 1, for example 0.95
     * @return the expected counts that this count doesn't contradict
     */
    public static ConfidenceInterval exact(long count, double confidence) {
        checkCount(count);
        double tail = ConfidenceInterval.tailOf(confidence);
        double lower = count == 0 ? 0 : GammaLaw.lowerQuantile((double) count, tail);
        return new ConfidenceInterval(lower, GammaLaw.upperQuantile(count + 1.0, tail), confidence);
    }

    /**
     * The interval of a rate.
     *
     * @param rate a count with its exposure
     * @param confidence between 0 and 1, for example 0.95
     * @return the interval in counts per unit of exposure
     */
    public static ConfidenceInterval exact(Rate rate, double confidence) {
        ConfidenceInterval counts = exact(rate.count(), confidence);
        return new ConfidenceInterval(counts.lower() / rate.exposure(), counts.upper() / rate.exposure(), confidence);
    }

    static void checkCount(long count) {
        if (count < 0 || count >= GammaLaw.LARGEST_SHAPE) {
            throw new IllegalArgumentException("A count lies between 0 and a million million: " + count);
        }
    }
}
