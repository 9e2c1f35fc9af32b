package uk.frith.patterns;

/**
 * How many values there are, their mean, and how they spread.
 *
 * <p><b>What it computes.</b> n, Σx/n and Σ(x − mean)², block by block, each block being read twice while it is in the
 * processor's cache, and joined by Chan's formula. The mean is held as a whole number near it and what it lies above
 * that, so that a high common level takes no digits from the differences.
 *
 * <p><b>Units and ranges.</b> The mean in units of x, the sum of squares in their square. Values are finite.
 *
 * <p><b>Edge cases.</b> Values that are all equal give a sum of squares of exactly 0. No values give n = 0 and mean 0.
 *
 * <p><b>Accuracy.</b> Relative error of the sum of squares about 1e-15·√n, whatever the mean is.
 *
 * <p><b>Cost.</b> One pass over memory, O(n).
 *
 * <p><b>Source.</b> T. Chan, G. Golub and R. LeVeque, American Statistician 37 (1983) 242–247.
 *
 * <p><b>Not for.</b> The spread of a sample as an estimate of that of the population: of 1, 2, 3 it is 2/3 here and 1
 * with n − 1.
 */
record Moments(long count, double level, double aboveLevel, double squares) {
    /** 16 KiB of values: they stay in the nearest cache between the two readings. */
    private static final int BLOCK = 2048;

    /** The moments of all values. */
    static Moments of(double[] values) {
        int first = Math.min(values.length, BLOCK);
        double level = first == 0 ? 0 : Math.rint(values[0] + sumFrom(values, 0, first, values[0]) / first);
        Moments all = new Moments(0, level, 0, 0);
        for (int from = 0; from < values.length; from += BLOCK) {
            all = all.with(values, from, Math.min(values.length, from + BLOCK));
        }
        if (!Double.isFinite(all.squares)) {
            throw new IllegalArgumentException("Every value must be a finite number");
        }
        // A mean that was rounded would make equal values seem to spread.
        return differ(values) ? all : new Moments(all.count, all.level, all.aboveLevel, 0);
    }

    private static boolean differ(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }

    private Moments with(double[] values, int from, int to) {
        double blockAbove = sumFrom(values, from, to, level) / (to - from);
        double blockSquares = squaresFrom(values, from, to, level + blockAbove);
        long n = count + to - from;
        double apart = blockAbove - aboveLevel;
        double share = (double) (to - from) / n;
        return new Moments(
                n, level, aboveLevel + apart * share, squares + blockSquares + apart * apart * share * count);
    }

    /** Four sums side by side, since one alone would wait for each addition to end. */
    private static double sumFrom(double[] values, int from, int to, double origin) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a += values[i] - origin;
            b += values[i + 1] - origin;
            c += values[i + 2] - origin;
            d += values[i + 3] - origin;
        }
        for (; i < to; i++) {
            a += values[i] - origin;
        }
        return (a + b) + (c + d);
    }

    private static double squaresFrom(double[] values, int from, int to, double mean) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            double p = values[i] - mean;
            double q = values[i + 1] - mean;
            double r = values[i + 2] - mean;
            double s = values[i + 3] - mean;
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (; i < to; i++) {
            double p = values[i] - mean;
            a += p * p;
        }
        return (a + b) + (c + d);
    }

    /** The variance as that of a whole population, Σ(x − mean)²/n. */
    double variance() {
        return squares / count;
    }
}
