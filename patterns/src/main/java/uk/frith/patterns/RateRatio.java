package uk.frith.patterns;

/**
 * How many times as high the later rate is as the earlier.
 *
 * @param ratio later rate divided by earlier rate; 1 is no change, 0.8 a fall by a fifth, ∞ when there was nothing before
 * @param interval the interval of the ratio
 * @param p the two-sided p value of "no change"
 */
public record RateRatio(double ratio, ConfidenceInterval interval, double p) implements RatioFinding {
    public RateRatio {
        if (!(ratio >= 0 && p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A ratio is never below 0 and p lies between 0 and 1");
        }
    }
}
