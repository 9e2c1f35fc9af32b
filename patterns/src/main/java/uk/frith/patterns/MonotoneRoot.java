package uk.frith.patterns;

import java.util.function.DoubleUnaryOperator;

/**
 * Where an increasing function crosses nought.
 *
 * <p><b>What it computes.</b> The x with f(x) = 0, by Newton's steps kept inside a bracket: a step that leaves the
 * bracket is replaced by its middle, so that the search always ends.
 *
 * <p><b>Units and ranges.</b> Those of the function. The bracket is found by doubling steps away from the start.
 *
 * <p><b>Edge cases.</b> A function without a crossing within 2^20 of the start is refused.
 *
 * <p><b>Accuracy.</b> The last step is below 4e-16 of the larger of 1 and |x|; beyond that the function's own rounding
 * decides.
 *
 * <p><b>Cost.</b> Usually 5 to 10 evaluations, at most {@value #MOST_STEPS}.
 *
 * <p><b>Source.</b> Textbook method: Press and others, Numerical Recipes, 3rd edition (2007), section 9.4.
 *
 * <p><b>Not for.</b> Functions that turn back: of x³ − x it returns one of three crossings, −1, 0 or 1, and doesn't say
 * that there are others.
 */
final class MonotoneRoot {
    /** Bisection alone needs 64 steps for a double; the rest is for the bracket. */
    static final int MOST_STEPS = 200;

    private static final double WIDEST = 1 << 20;
    private static final double SMALL_ENOUGH = 4e-16;

    private MonotoneRoot() {}

    /**
     * Finds the crossing.
     *
     * @param increasing f, nowhere falling
     * @param slope the derivative of f; need not be exact
     * @param start where to begin
     * @return x with f(x) = 0 to rounding
     * @throws ArithmeticException when f doesn't change its sign within reach of the start
     */
    static double solve(DoubleUnaryOperator increasing, DoubleUnaryOperator slope, double start) {
        double lower = start - reach(increasing, start, -1);
        double upper = start + reach(increasing, start, 1);
        double x = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            double value = increasing.applyAsDouble(x);
            if (value == 0) {
                return x;
            }
            if (value < 0) {
                lower = x;
            } else {
                upper = x;
            }
            double next = x - value / slope.applyAsDouble(x);
            if (!(next > lower && next < upper)) {
                next = lower + (upper - lower) / 2;
            }
            if (Math.abs(next - x) <= SMALL_ENOUGH * Math.max(1, Math.abs(x))) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** How far from the start, in the given direction, the sign has changed. */
    private static double reach(DoubleUnaryOperator increasing, double start, int direction) {
        for (double distance = 1; distance <= WIDEST; distance *= 2) {
            if (increasing.applyAsDouble(start + direction * distance) * direction >= 0) {
                return distance;
            }
        }
        throw new ArithmeticException("The function does not cross nought within reach of " + start);
    }
}
