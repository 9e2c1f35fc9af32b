package uk.frith.patterns;

/**
 * The standard normal law: its upper tail and the inverse of it.
 *
 * <p><b>What it computes.</b> Q(z) = P(Z &gt; z) for Z with mean 0 and variance 1, and the z that has a given Q. The
 * lower tail is Q(−z), so that neither tail is ever found by taking a number near 1 from 1.
 *
 * <p><b>Units and ranges.</b> z any number; probabilities between 0 and 1.
 *
 * <p><b>Edge cases.</b> Q(∞) = 0, Q(−∞) = 1; the inverse of 0 is ∞ and of 1 is −∞.
 *
 * <p><b>Accuracy.</b> Relative error of Q below 1e-14 for |z| ≤ 37; of the inverse below 1e-14.
 *
 * <p><b>Cost.</b> Constant; two polynomials of degree at most 8 and at most one exponential or logarithm.
 *
 * <p><b>Source.</b> W. J. Cody, Rational Chebyshev approximations for the error function, Mathematics of Computation
 * 23 (1969) 631–637; M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988) 477–484. The coefficients are those
 * of the papers, to the digits that a double keeps.
 *
 * <p><b>Not for.</b> Small counts: of a Poisson count with mean 1, P(X ≥ 5) is 0.0037, and the normal law says 0.0002
 * with the half-unit correction.
 */
final class Normal {
    /** Up to here the lower half is found from an odd rational function of z. */
    private static final double CENTRE = 0.67448975;

    private static final double FAR = Math.sqrt(32);
    private static final double ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

    private static final double[] CENTRE_TOP = {
        0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356
    };
    private static final double[] CENTRE_BOTTOM = {
        1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673
    };
    private static final double[] MIDDLE_TOP = {
        1.0765576773720192e-8,
        0.39894151208813466,
        8.883149794388377,
        93.50665613217785,
        597.2702763948002,
        2494.5375852903726,
        6848.190450536283,
        11602.65143764735,
        9842.714838383978
    };
    private static final double[] MIDDLE_BOTTOM = {
        1,
        22.266688044328117,
        235.387901782625,
        1519.3775994075547,
        6485.558298266761,
        18615.571640885097,
        34900.95272114598,
        38912.00328609327,
        19685.429676859992
    };
    private static final double[] FAR_TOP = {
        0.023073441764940174,
        0.21589853405795698,
        0.12740116116024736,
        0.02223527787064981,
        0.0014216191932278934,
        2.9112874951168793e-5
    };
    private static final double[] FAR_BOTTOM = {
        1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 7.297515550839662e-5
    };

    private static final double[] INNER_TOP = {
        2509.0809287301227,
        33430.57558358813,
        67265.7709270087,
        45921.95393154987,
        13731.69376550946,
        1971.5909503065513,
        133.14166789178438,
        3.3871328727963665
    };
    private static final double[] INNER_BOTTOM = {
        5226.495278852855,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1
    };
    private static final double[] OUTER_TOP = {
        7.745450142783414e-4,
        0.022723844989269184,
        0.2417807251774506,
        1.2704582524523684,
        3.6478483247632045,
        5.769497221460691,
        4.630337846156546,
        1.4234371107496835
    };
    private static final double[] OUTER_BOTTOM = {
        1.0507500716444169e-9,
        5.475938084995345e-4,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1
    };
    private static final double[] EXTREME_TOP = {
        2.0103343992922881e-7,
        2.7115555687434876e-5,
        0.0012426609473880784,
        0.026532189526576124,
        0.29656057182850487,
        1.7848265399172913,
        5.463784911164114,
        6.657904643501103
    };
    private static final double[] EXTREME_BOTTOM = {
        2.0442631033899397e-15,
        1.421511758316446e-7,
        1.8463183175100548e-5,
        7.868691311456133e-4,
        0.014875361290850615,
        0.1369298809227358,
        0.599832206555888,
        1
    };

    private Normal() {}

    /**
     * P(Z &gt; z).
     *
     * @param z any number
     * @return a probability; it keeps its relative accuracy while it is small
     */
    static double upperTail(double z) {
        double size = Math.abs(z);
        if (size <= CENTRE) {
            double square = z * z;
            return 0.5 - z * ratio(CENTRE_TOP, CENTRE_BOTTOM, square);
        }
        double tail = tailBeyond(size);
        return z > 0 ? tail : 1 - tail;
    }

    private static double tailBeyond(double size) {
        double factor;
        if (size <= FAR) {
            factor = ratio(MIDDLE_TOP, MIDDLE_BOTTOM, size);
        } else if (size < 40) {
            double inverse = 1 / (size * size);
            factor = (ONE_OVER_ROOT_TWO_PI - inverse * ratio(FAR_TOP, FAR_BOTTOM, inverse)) / size;
        } else {
            return 0;
        }
        // The square is split, so that the exponential does not magnify the rounding of a large square.
        double coarse = Math.rint(size * 16) / 16;
        double rest = (size - coarse) * (size + coarse);
        return Math.exp(-coarse * coarse / 2) * Math.exp(-rest / 2) * factor;
    }

    /**
     * The z with P(Z &gt; z) = q.
     *
     * @param q a probability; accuracy is kept for the smallest of them
     * @return z; ∞ for 0 and −∞ for 1
     */
    static double upperQuantile(double q) {
        double fromCentre = 0.5 - q;
        if (Math.abs(fromCentre) <= 0.425) {
            return fromCentre * ratio(INNER_TOP, INNER_BOTTOM, 0.180625 - fromCentre * fromCentre);
        }
        double tail = Math.min(q, 1 - q);
        if (tail <= 0) {
            return fromCentre > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        double root = Math.sqrt(-Math.log(tail));
        double size =
                root <= 5 ? ratio(OUTER_TOP, OUTER_BOTTOM, root - 1.6) : ratio(EXTREME_TOP, EXTREME_BOTTOM, root - 5);
        return fromCentre > 0 ? size : -size;
    }

    private static double ratio(double[] top, double[] bottom, double x) {
        return polynomial(top, x) / polynomial(bottom, x);
    }

    private static double polynomial(double[] fromHighest, double x) {
        double value = fromHighest[0];
        for (int i = 1; i < fromHighest.length; i++) {
            value = value * x + fromHighest[i];
        }
        return value;
    }
}
