package uk.frith.patterns;

/**
 * Compares two rates: the same months of last year and of this, a place and its neighbour, before and after.
 *
 * <p><b>What it computes.</b> RR = (a/t₂)/(b/t₁) for b events in exposure t₁ before and a in t₂ after. Given n = a + b,
 * a is binomial with π = RR·t₂/(t₁ + RR·t₂). <i>Exact</i>: Clopper and Pearson's interval for π, turned into RR =
 * π/(1−π)·t₁/t₂; p is the probability, when RR = 1, of all outcomes that are no more probable than the one seen.
 * <i>Wald</i>: exp(ln RR ± z·√(1/a + 1/b)), p from the normal law.
 *
 * <p><b>Units and ranges.</b> Both exposures in the same unit; the ratio has none.
 *
 * <p><b>Edge cases.</b> Nothing before: the ratio and the upper end are ∞, the lower end is a number. Nothing after: 0,
 * and the lower end is 0. Nothing at all: {@link TooFew}. Wald needs at least one event on both sides.
 *
 * <p><b>Accuracy.</b> Relative error below 1e-11 for counts up to a million. Outcomes within one part in ten million of
 * the probability of the one seen count as equally probable, so that rounding doesn't decide a tie.
 *
 * <p><b>Cost.</b> About √n terms for each of some thirty evaluations.
 *
 * <p><b>Source.</b> J. Przyborowski and H. Wilenski, Homogeneity of results in testing samples from Poisson series,
 * Biometrika 31 (1940) 313–323; C. Clopper and E. Pearson, Biometrika 26 (1934) 404–413. Agrees with R's
 * {@code poisson.test}.
 *
 * <p><b>Not for.</b> Places chosen because they peaked: 58 in the month that made the place a hotspot and
 * 40, its usual number, in the next is RR 0.69, a fall by 31 % though nothing changed. Nor for
 * counts that vary more than chance: widen by √φ first, see {@link Overdispersion}.
 */
public final class RateRatios {
    private static final double AS_GOOD_AS_EQUAL = 1e-7;

    private RateRatios() {}

    /**
     * The ratio with its exact conditional interval.
     *
     * @param before the earlier rate, or the one compared with
     * @param after the later rate
     * @param confidence between 0 and 1, for example 0.95
     * @return the ratio after/before, or {@link TooFew} when neither has an event
     */
    public static RatioFinding exact(Rate before, Rate after, double confidence) {
        double tail = ConfidenceInterval.tailOf(confidence);
        long a = after.count();
        long b = before.count();
        if (a + b == 0) {
            return new TooFew(0, 1);
        }
        double timeRatio = before.exposure() / after.exposure();
        double lower = a == 0 ? 0 : timeRatio * Math.exp(BetaLaw.quantileLogOdds((double) a, b + 1.0, tail));
        double upper = b == 0
                ? Double.POSITIVE_INFINITY
                : timeRatio * Math.exp(-BetaLaw.quantileLogOdds((double) b, a + 1.0, tail));
        double both = before.exposure() + after.exposure();
        double p = twoSided(a, b, after.exposure() / both, before.exposure() / both);
        return new RateRatio(ratio(before, after), new ConfidenceInterval(lower, upper, confidence), p);
    }

    /**
     * The ratio with the interval that is even in its logarithm; for comparison with other people's reports.
     *
     * @param before the earlier rate, or the one compared with
     * @param after the later rate
     * @param confidence between 0 and 1, for example 0.95
     * @return the ratio after/before, or {@link TooFew} when either has no event
     */
    public static RatioFinding wald(Rate before, Rate after, double confidence) {
        double z = Normal.upperQuantile(ConfidenceInterval.tailOf(confidence));
        long fewest = Math.min(before.count(), after.count());
        if (fewest == 0) {
            return new TooFew(0, 1);
        }
        double ratio = ratio(before, after);
        double error = Math.sqrt(1.0 / before.count() + 1.0 / after.count());
        double factor = Math.exp(z * error);
        return new RateRatio(
                ratio,
                new ConfidenceInterval(ratio / factor, ratio * factor, confidence),
                Tail.TWO_SIDED.p(Math.log(ratio) / error));
    }

    private static double ratio(Rate before, Rate after) {
        return after.perUnit() / before.perUnit();
    }

    /** The probability of all outcomes that are no more probable than a successes and b failures. */
    static double twoSided(long a, long b, double share, double rest) {
        long n = a + b;
        double mean = n * share;
        if (a > mean) {
            return twoSided(b, a, rest, share);
        }
        if (a == mean) {
            return 1;
        }
        double seen = BetaLaw.mass((double) a, (double) b, share, rest) * (1 + AS_GOOD_AS_EQUAL);
        // Beyond the mean the probabilities only fall, so the first that is low enough is found by halving.
        long tooProbable = (long) Math.ceil(mean) - 1;
        long improbable = n + 1;
        while (improbable - tooProbable > 1) {
            long middle = tooProbable + (improbable - tooProbable) / 2;
            if (BetaLaw.mass((double) middle, (double) (n - middle), share, rest) <= seen) {
                improbable = middle;
            } else {
                tooProbable = middle;
            }
        }
        double p = BetaLaw.binomialAtMost(a, n, share, rest) + BetaLaw.binomialAtLeast(improbable, n, share, rest);
        return Math.min(1, p);
    }
}
