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
 * <p><b>Cost.</b> O(n²) time and memory: a century of months is 720,000 pairs.
 *
 * <p><b>Source.</b> H. Mann, Econometrica 13 (1945) 245–259; M. Kendall, Rank Correlation Methods (1975); P. Sen, Journal
 * of the American Statistical Association 63 (1968) 1379–1389; K. Hamed and A. Rao, Journal of Hydrology 204 (1998)
 * 182–196, for correlated months. Agrees with pyMannKendall.
 *
 * <p><b>Not for.</b> Months that follow their neighbours or the season: the 360-value test series has p 0.376 here and
 * 0.0001 once its autocorrelation is allowed for. Use {@link #allowingForCorrelation}, compare whole years, or take the season out first.
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
        return trend(n, s, variance, s / (double) pairs, median(slopes), tail);
    }

    /**
     * Tests a series whose months follow their neighbours: the variance is multiplied by what the correlation between
     * the ranks of the values, their trend taken out, calls for (Hamed and Rao). Correlations that chance explains are
     * left out; so is a factor that is not above 0, which a short series can give.
     *
     * @param months one value for each month in order, NaN where there is none
     * @param minimum how many observations there must be, at least 3
     * @param confidence how sure a correlation must be to count, for example 0.95
     * @param tail the question: rising, falling, or either
     * @return the trend, its variance the widened one, or {@link TooFew}
     */
    public static TrendFinding allowingForCorrelation(double[] months, int minimum, double confidence, Tail tail) {
        double certain = Normal.upperQuantile(ConfidenceInterval.tailOf(confidence));
        return switch (of(months, minimum, tail)) {
            case TooFew few -> few;
            case Trend trend -> {
                double factor = correlationFactor(months, trend.slope(), certain);
                yield factor > 0
                        ? trend(trend.months(), trend.s(), trend.variance() * factor, trend.tau(), trend.slope(), tail)
                        : trend;
            }
        };
    }

    private static Trend trend(int n, long s, double variance, double tau, double slope, Tail tail) {
        double z = variance > 0 ? (s - Long.signum(s)) / Math.sqrt(variance) : 0;
        return new Trend(n, s, variance, z, tail.p(z), tau, slope);
    }

    private static double correlationFactor(double[] months, double slope, double certain) {
        double[] seen = Arrays.stream(months).filter(x -> !Double.isNaN(x)).toArray();
        int n = seen.length;
        double[] level = new double[n];
        for (int i = 0; i < n; i++) {
            level[i] = seen[i] - slope * (i + 1);
        }
        double[] ranks = centredRanks(level);
        double spread = productAtLag(ranks, 0);
        double sum = 0;
        for (int lag = 1; lag < n && spread > 0; lag++) {
            double correlation = productAtLag(ranks, lag) / spread;
            if (Math.abs(correlation) > certain / Math.sqrt(n)) {
                sum += (n - lag) * (n - lag - 1.0) * (n - lag - 2.0) * correlation;
            }
        }
        return 1 + 2 * sum / (n * (n - 1.0) * (n - 2.0));
    }

    /** Mid-ranks less their mean. */
    private static double[] centredRanks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            for (double other : values) {
                ranks[i] += Math.signum(values[i] - other) / 2;
            }
        }
        return ranks;
    }

    private static double productAtLag(double[] ranks, int lag) {
        double sum = 0;
        for (int i = lag; i < ranks.length; i++) {
            sum += ranks[i] * ranks[i - lag];
        }
        return sum;
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
