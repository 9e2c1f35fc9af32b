package uk.frith.platform.foundation.places;

/**
 * Why a line is refused.
 *
 * @param field the column or property; empty when it is the line as a whole
 * @param value what stands there, at most {@value #LONGEST_VALUE} characters of it
 * @param reason what is wrong with it, as the end of a sentence that begins with the field
 */
record RowFault(String field, String value, String reason) {

    /** Enough to recognise a value by; a line of a megabyte isn't kept. */
    static final int LONGEST_VALUE = 200;

    RowFault {
        StringBuilder shown = new StringBuilder();
        value.codePoints()
                .limit(LONGEST_VALUE)
                .map(c -> Character.isISOControl(c) ? 0xFFFD : c)
                .forEach(shown::appendCodePoint);
        while (shown.length() > LONGEST_VALUE) {
            shown.setLength(shown.offsetByCodePoints(shown.length(), -1));
        }
        value = shown.toString();
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A refusal has a reason.");
        }
    }
}
