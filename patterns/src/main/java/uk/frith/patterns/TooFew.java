package uk.frith.patterns;

/**
 * There is too little to say anything: given instead of a number.
 *
 * @param count how many there were
 * @param minimum how many are needed; above the count
 */
public record TooFew(long count, long minimum)
        implements RatioFinding, ConcentrationFinding, TrendFinding, AgreementFinding {
    public TooFew {
        if (count < 0 || minimum <= count) {
            throw new IllegalArgumentException(
                    "Too few means a count from 0 to below the minimum: " + count + " of " + minimum);
        }
    }
}
