package uk.frith.platform.understanding.prevalence;

/**
 * A rate for every 1,000 residents in the period, with the interval in which chance alone leaves it.
 *
 * @param perThousand the rate
 * @param lower of the exact 95 % interval
 * @param upper of the exact 95 % interval
 */
record RateFigure(double perThousand, double lower, double upper) {
    RateFigure {
        if (!(lower <= perThousand && perThousand <= upper)) {
            throw new IllegalArgumentException("A rate lies within its interval.");
        }
    }
}
