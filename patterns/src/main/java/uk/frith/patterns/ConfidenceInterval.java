package uk.frith.patterns;

/**
 * Between which two numbers the truth lies, unless chance played an unusual trick.
 *
 * @param lower the lower end, at most the upper
 * @param upper the upper end; may be infinite
 * @param confidence how often such an interval holds the truth, above 0 and below 1, for example 0.95
 */
public record ConfidenceInterval(double lower, double upper, double confidence) {
    public ConfidenceInterval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "An interval runs from the lower to the upper end: " + lower + " to " + upper);
        }
        tailOf(confidence);
    }

    /** Whether the number lies between the ends, ends included. */
    public boolean holds(double number) {
        return lower <= number && number <= upper;
    }

    /** The probability left out at each end. */
    static double tailOf(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("A confidence lies between 0 and 1, as 0.95 does: " + confidence);
        }
        return (1 - confidence) / 2;
    }
}
