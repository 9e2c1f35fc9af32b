package uk.frith.patterns;

import java.util.Arrays;

/**
 * Whether a monthly series rises or falls, without assuming how.
 *
 * <p><b>What it computes.</b> S = Σ sign(xⱼ − xᵢ) over all pairs i &lt; j; variance (n(n−1)(2n+5) − Σ t(t−1)(2t+5))/18 with
 * t the sizes of the groups of equal values; z = (S − sign S)/√variance; τ = S/(n(n−1)/2). Sen's slope is the median of
 * (xⱼ − xᵢ)/(j − i).
 *
 * <p><b>Units and ranges.</b> The slope is in units of x for each position (month). At most {@value #MOST_MONTHS}
 * positions.
 *
 * <p><b>Edge cases.</b> A month without data is NaN: it is left out of the pairs and keeps its position. All values
 * equal: S 0, z 0, p 1 (for either tail 0.5), slope 0. Fewer observations than asked for: {@link TooFew}.
 *
 * <p><b>Accuracy.</b> S and the slope are exact to rounding. The normal approximation of p is good from 8 to 10
 * observations on.
 *
 * <p><b>Cost.</b> O(n²) time and memory: a century of months is 720,000 pairs, 60 ms.
 *
 * <p><b>Source.</b> H. Mann, Econometrica 13 (1945) 245–259; M. Kendall, Rank Correlation Methods (1975); P. Sen, Journal
 * of the American Statistical Association 63 (1968) 1379–1389. Agrees with pyMannKendall.
 *
 * <p><b>Not for.</b> Months that follow their neighbours or the season: the 360-value test series has p 0.376 here and
 * 0.0001 once its autocorrelation is allowed for. Compare whole years, or take the season out first.
 */
public final class MannKendall {
    /** A century of months; pairs grow with the square. */
    public static final int MOST_MONTHS = 1200;

    private MannKendall() {}

    /**
     * Tests a series for a trend.
     *
     * @param months one value for each month in order, NaN where there is none
     * @param minimum how many observations there must be, at least 3
     * @param tail the question: rising, falling, or either
     * @return the trend, or {@link TooFew}
     */
    public static TrendFinding of(double[] months, int minimum, Tail tail) {
        if (minimum < 3) {
            throw new IllegalArgumentException("A trend needs at least 3 observations: " + minimum);
        }
        if (months.length > MOST_MONTHS) {
            throw new IllegalArgumentException("More than " + MOST_MONTHS + " months: " + months.length);
        }
        for (double value : months) {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("A month has a number or none, which is NaN: " + value);
            }
        }
        int n = (int) Arrays.stream(months).filter(x -> !Double.isNaN(x)).count();
        if (n < minimum) {
            return new TooFew(n, minimum);
        }
        long s = 0;
        double[] slopes = new double[n * (n - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < months.length; i++) {
            for (int j = i + 1; j < months.length; j++) {
                double rise = months[j] - months[i];
                if (!Double.isNaN(rise)) {
                    s += (long) Math.signum(rise);
                    slopes[pairs++] = rise / (j - i);
                }
            }
        }
        double variance = (n * (n - 1.0) * (2 * n + 5) - ties(months)) / 18;
        double z = variance > 0 ? (s - Long.signum(s)) / Math.sqrt(variance) : 0;
        return new Trend(n, s, variance, z, tail.p(z), s / (double) pairs, median(slopes));
    }

    private static double ties(double[] months) {
        double[] sorted =
                Arrays.stream(months).filter(x -> !Double.isNaN(x)).sorted().toArray();
        double sum = 0;
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[from]) {
                double t = i - from;
                sum += t * (t - 1) * (2 * t + 5);
                from = i;
            }
        }
        return sum;
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        int middle = numbers.length / 2;
        return numbers.length % 2 == 1 ? numbers[middle] : numbers[middle - 1] / 2 + numbers[middle] / 2;
    }
}
