package uk.frith.patterns;

import java.util.Arrays;

/**
 * How much more counts vary between areas than chance allows, the few extreme ones set aside.
 *
 * <p><b>What it computes.</b> z = (O − E)/√E for each area; the lowest and the highest share q of the z are set to the
 * quantiles at q and 1 − q (winsorised); φ is the mean of the squares.
 *
 * <p><b>Units and ranges.</b> O from 0 up, E above 0; q from 0 to below 0.5, usually 0.1. φ is about 1 when counts vary as
 * chance does, 3 when their variance is three times as large.
 *
 * <p><b>Edge cases.</b> No areas are refused. φ below 1 never narrows a limit. Quantiles lie between the two nearest
 * z in proportion, as R's default does.
 *
 * <p><b>Accuracy.</b> To rounding.
 *
 * <p><b>Cost.</b> A sort, O(n log n).
 *
 * <p><b>Source.</b> D. Spiegelhalter, Handling over-dispersion of performance indicators, Quality and Safety in Health
 * Care 14 (2005) 347–351.
 *
 * <p><b>Not for.</b> A handful of areas: with 6 of them chance alone gives a φ above 2
 * about once in sixteen times, and winsorising hardly sets anything aside.
 *
 * @param factor φ
 * @param areas how many areas it rests on
 */
public record Overdispersion(double factor, int areas) {
    /** Counts that vary as chance does. */
    public static final Overdispersion NONE = new Overdispersion(1, 0);

    public Overdispersion {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY) || areas < 0) {
            throw new IllegalArgumentException("Overdispersion is a number from 0 up: " + factor);
        }
    }

    /**
     * Measures it.
     *
     * @param observed the count of each area
     * @param expected the count that each area would have at the common rate
     * @param winsorised the share of z values that is pulled in at each end
     * @return the factor φ
     */
    public static Overdispersion of(double[] observed, double[] expected, double winsorised) {
        if (observed.length == 0 || observed.length != expected.length) {
            throw new IllegalArgumentException(
                    observed.length + " observed counts for " + expected.length + " expected ones");
        }
        if (!(winsorised >= 0 && winsorised < 0.5)) {
            throw new IllegalArgumentException("The share pulled in lies from 0 to below a half: " + winsorised);
        }
        double[] z = new double[observed.length];
        for (int area = 0; area < z.length; area++) {
            if (!(observed[area] >= 0 && observed[area] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A count is a number from 0 up: " + observed[area]);
            }
            z[area] = (observed[area] - Funnel.checkedExpected(expected[area])) / Math.sqrt(expected[area]);
        }
        Arrays.sort(z);
        double low = quantile(z, winsorised);
        double high = quantile(z, 1 - winsorised);
        double squares = 0;
        for (double each : z) {
            double within = Math.clamp(each, low, high);
            squares += within * within;
        }
        return new Overdispersion(squares / z.length, z.length);
    }

    private static double quantile(double[] rising, double share) {
        double position = share * (rising.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, rising.length - 1);
        return rising[below] + (position - below) * (rising[above] - rising[below]);
    }

    /** What the distance of a limit from the expected count is multiplied by: √φ, never below 1. */
    public double widening() {
        return Math.sqrt(Math.max(1, factor));
    }

    /** Whether φ is more than two standard errors, √(2/areas) each, above 1. */
    public boolean beyondChance() {
        return areas > 0 && factor > 1 + 2 * Math.sqrt(2.0 / areas);
    }
}
