package uk.frith.patterns;

/**
 * The question that a p value answers: is this more than chance, less than chance, or different from chance?
 *
 * <p><b>What it computes.</b> The probability, under the standard normal law, of a score at least as extreme as z in
 * the direction that the question names.
 *
 * <p><b>Units and ranges.</b> z is any number, infinite ones included; p lies between 0 and 1.
 *
 * <p><b>Edge cases.</b> z that is not a number is refused.
 *
 * <p><b>Accuracy.</b> Relative error below 1e-13 until p falls under 1e-300.
 *
 * <p><b>Cost.</b> Constant; about twenty multiplications and one exponential.
 *
 * <p><b>Source.</b> Textbook definition; the normal law is that of {@link Normal}.
 *
 * <p><b>Not for.</b> Choosing the tail after the value was seen: a z of 1.7 has p 0.089 two-sided and 0.045 upper, and
 * only one of the two was the question.
 */
public enum Tail {
    /** More than chance: large z gives a small p. */
    UPPER,
    /** Less than chance: small z gives a small p. */
    LOWER,
    /** Different from chance, either way. */
    TWO_SIDED;

    /**
     * The p value of a normal score.
     *
     * @param z the score, in standard deviations
     * @return a probability between 0 and 1
     * @throws IllegalArgumentException when z is not a number
     */
    public double p(double z) {
        if (Double.isNaN(z)) {
            throw new IllegalArgumentException("A z score must be a number");
        }
        return switch (this) {
            case UPPER -> Normal.upperTail(z);
            case LOWER -> Normal.upperTail(-z);
            case TWO_SIDED -> 2 * Normal.upperTail(Math.abs(z));
        };
    }
}
