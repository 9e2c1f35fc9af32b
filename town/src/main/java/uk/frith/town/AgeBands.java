package uk.frith.town;

/**
 * Residents by age.
 *
 * @param under16 aged 0 to 15
 * @param from16To24 aged 16 to 24
 * @param from25To44 aged 25 to 44
 * @param from45To64 aged 45 to 64
 * @param from65 aged 65 and over
 */
public record AgeBands(int under16, int from16To24, int from25To44, int from45To64, int from65) {

    /** Refuses less than nobody. */
    public AgeBands {
        if (under16 < 0 || from16To24 < 0 || from25To44 < 0 || from45To64 < 0 || from65 < 0) {
            throw new IllegalArgumentException("An age band cannot hold fewer than no residents");
        }
    }

    /** All ages together. */
    public int total() {
        return under16 + from16To24 + from25To44 + from45To64 + from65;
    }
}
