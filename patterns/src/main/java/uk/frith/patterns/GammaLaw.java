package uk.frith.patterns;

/**
 * The gamma function, the incomplete gamma function and its inverse: what exact Poisson intervals are made of.
 *
 * <p><b>What it computes.</b> ln Γ(x); P(a, x) = (1/Γ(a)) ∫₀ˣ t^(a−1) e^(−t) dt and Q = 1 − P; the x that has a given P or
 * Q; and the Poisson mass e^(−m) m^x / Γ(x+1) for any x ≥ 0, whole or not.
 *
 * <p><b>Units and ranges.</b> Shape a &gt; 0 up to {@value #LARGEST_SHAPE}; x ≥ 0; probabilities between 0 and 1.
 *
 * <p><b>Edge cases.</b> P(a, 0) = 0, P(a, ∞) = 1; the inverse of P = 0 is 0, of P = 1 is ∞. Both tails have their own
 * function, so that a small one is never found by taking a number near 1 from 1.
 *
 * <p><b>Accuracy.</b> Relative error below 1e-12 for shapes up to a million (measured against R's {@code pgamma}); it
 * grows with the square root of the shape. The mass is found by its deviance from the saddle point, which doesn't lose
 * digits in large counts as the difference of logarithms does.
 *
 * <p><b>Cost.</b> About 6·√a terms near x = a, fewer elsewhere; an inverse costs 5 to 10 times as much.
 *
 * <p><b>Source.</b> C. Loader, Fast and accurate computation of binomial probabilities (2000), sections 2–4; NIST
 * Digital Library of Mathematical Functions 5.11.1 (Stirling's series), 8.7.1 (series), 8.9.2 (continued fraction).
 *
 * <p><b>Not for.</b> Negative arguments: Γ(−0.5) = −3.5449 exists, and this class refuses it rather than return the
 * logarithm of its size, 1.2655.
 */
final class GammaLaw {
    /** More would take more than a second; no count of incidents comes near it. */
    static final double LARGEST_SHAPE = 1e12;

    /** From here Stirling's series with seven terms is exact to a double. */
    private static final double STIRLING_FROM = 15;

    private static final double TINY = 1e-300;
    private static final double SETTLED = 4e-16;

    /** Far above 6·√(largest shape): reached only by a fault, which must not run for ever. */
    static final int MOST_TERMS = 50_000_000;

    private GammaLaw() {}

    /**
     * ln Γ(x).
     *
     * @param x above 0
     * @return the natural logarithm of the gamma function
     */
    static double logGamma(double x) {
        if (!(x > 0)) {
            throw new IllegalArgumentException("The gamma function is for numbers above 0: " + x);
        }
        return stirlingError(x) + 0.5 * Math.log(2 * Math.PI * x) + x * Math.log(x) - x - Math.log(x);
    }

    /** ln Γ(x+1) − (½ ln(2πx) + x ln x − x), for x above 0: what Stirling's formula lacks. */
    static double stirlingError(double x) {
        double raised = x;
        double lost = 0;
        while (raised < STIRLING_FROM) {
            lost += (raised + 0.5) * Math.log1p(1 / raised) - 1;
            raised += 1;
        }
        double inverse = 1 / raised;
        double square = inverse * inverse;
        double series = 1.0 / 156;
        series = series * square - 691.0 / 360360;
        series = series * square + 1.0 / 1188;
        series = series * square - 1.0 / 1680;
        series = series * square + 1.0 / 1260;
        series = series * square - 1.0 / 360;
        series = series * square + 1.0 / 12;
        return series * inverse + lost;
    }

    /** x ln(x/m) + m − x, for x and m above 0: never negative, and exact where x is near m. */
    static double deviance(double x, double m) {
        double difference = x - m;
        if (Math.abs(difference) >= 0.1 * (x + m)) {
            return x * Math.log(x / m) + m - x;
        }
        double ratio = difference / (x + m);
        double square = ratio * ratio;
        double sum = difference * ratio;
        double power = 2 * x * ratio;
        for (int odd = 3; ; odd += 2) {
            power *= square;
            double next = sum + power / odd;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }

    /**
     * e^(−mean) mean^x / Γ(x+1).
     *
     * @param x at least 0, whole or not
     * @param mean at least 0
     * @return the probability of x events when x is whole
     */
    static double poissonMass(double x, double mean) {
        if (mean == 0) {
            return x == 0 ? 1 : 0;
        }
        if (x == 0) {
            return Math.exp(-mean);
        }
        return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
    }

    /** P(a, x): the probability that a gamma variable of shape a lies below x. */
    static double lower(double shape, double x) {
        check(shape, x);
        if (x <= 0) {
            return 0;
        }
        return x < shape + 1 ? series(shape, x) : 1 - fraction(shape, x);
    }

    /** Q(a, x) = 1 − P(a, x). */
    static double upper(double shape, double x) {
        check(shape, x);
        if (x <= 0) {
            return 1;
        }
        return x < shape + 1 ? 1 - series(shape, x) : fraction(shape, x);
    }

    private static void check(double shape, double x) {
        if (!(shape > 0 && shape <= LARGEST_SHAPE)) {
            throw new IllegalArgumentException("The shape must lie above 0 and not above " + LARGEST_SHAPE);
        }
        if (!(x >= 0)) {
            throw new IllegalArgumentException("A gamma variable is never below 0: " + x);
        }
    }

    private static double series(double shape, double x) {
        double term = 1;
        double sum = 1;
        double divisor = shape;
        while (term > 1e-17 * sum) {
            divisor += 1;
            term *= x / divisor;
            sum += term;
        }
        return poissonMass(shape, x) * sum;
    }

    private static double fraction(double shape, double x) {
        if (x == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double b = x + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        double factor = 0;
        for (int i = 1; !(Math.abs(factor - 1) <= SETTLED); i++) {
            mayGoOn(i);
            double a = i * (shape - i);
            b += 2;
            d = 1 / awayFromNought(a * d + b);
            c = awayFromNought(b + a / c);
            factor = c * d;
            value *= factor;
        }
        return shape * poissonMass(shape, x) * value;
    }

    /** Stops a continued fraction that doesn't settle. */
    static void mayGoOn(int term) {
        if (term > MOST_TERMS) {
            throw new ArithmeticException("A continued fraction did not settle in " + MOST_TERMS + " terms");
        }
    }

    private static double awayFromNought(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }

    /** The x with P(a, x) = p. */
    static double lowerQuantile(double shape, double p) {
        return quantile(shape, p, false);
    }

    /** The x with Q(a, x) = q. */
    static double upperQuantile(double shape, double q) {
        return quantile(shape, q, true);
    }

    /** Solved for ln x with the logarithm of the tail, in which the function is nearly straight. */
    private static double quantile(double shape, double tail, boolean fromAbove) {
        check(shape, 0);
        if (!(tail >= 0 && tail <= 1)) {
            throw new IllegalArgumentException("A probability lies between 0 and 1: " + tail);
        }
        if (tail == 0 || tail == 1) {
            return fromAbove == (tail == 0) ? Double.POSITIVE_INFINITY : 0;
        }
        if (tail > 0.5) {
            return quantile(shape, 1 - tail, !fromAbove);
        }
        double target = Math.log(tail);
        double sign = fromAbove ? -1 : 1;
        double logX = MonotoneRoot.solve(
                u -> sign * (Math.log(tailAt(shape, u, fromAbove)) - target),
                u -> shape * poissonMass(shape, Math.exp(u)) / tailAt(shape, u, fromAbove),
                start(shape, tail, fromAbove));
        return Math.exp(logX);
    }

    private static double tailAt(double shape, double logX, boolean fromAbove) {
        double x = Math.exp(logX);
        return fromAbove ? upper(shape, x) : lower(shape, x);
    }

    /** Wilson and Hilferty's cube, or for a small result the first term of the series. */
    private static double start(double shape, double tail, boolean fromAbove) {
        double z = fromAbove ? Normal.upperQuantile(tail) : -Normal.upperQuantile(tail);
        double root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
        if (root > 0.3) {
            return Math.log(shape) + 3 * Math.log(root);
        }
        double lowerTail = fromAbove ? 1 - tail : tail;
        return (Math.log(lowerTail) + logGamma(shape + 1)) / shape;
    }
}
