package uk.frith.patterns;

/**
 * A count and what it is out of: incidents in so many person-years, hours of patrol, or months.
 *
 * @param count how many were counted, at least 0 and at most a million million
 * @param exposure what they are counted over, above 0; two rates that are compared must have it in the same unit
 */
public record Rate(long count, double exposure) {
    public Rate {
        PoissonIntervals.checkCount(count);
        if (!(exposure > 0 && exposure < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("An exposure is a number above 0: " + exposure);
        }
    }

    /** The count divided by the exposure. */
    public double perUnit() {
        return count / exposure;
    }

    /**
     * The count for so many units, for example per 1,000 people.
     *
     * @param units how many units of exposure
     * @return count · units / exposure
     */
    public double per(double units) {
        return count * (units / exposure);
    }
}
