package uk.frith.platform.foundation.pages;

import java.util.random.RandomGenerator;

/** Makes the reference by which a reader and the log speak of the same error. */
final class ErrorReferences {
    /** Letters and digits that aren't taken for one another when read out on the telephone. */
    private static final String SIGNS = "23456789CDFGHJKMNPQRTVWXY";

    /** Eight of 25 signs: even at a thousand errors a day, years before two are likely to be the same. */
    private static final int LENGTH = 8;

    private final RandomGenerator random;

    ErrorReferences(RandomGenerator random) {
        this.random = random;
    }

    /** A new reference, as {@code K7Q2-M9TX}. */
    String next() {
        var reference = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i == LENGTH / 2) {
                reference.append('-');
            }
            reference.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return reference.toString();
    }
}
