package uk.frith.platform.reports.exchange;

/**
 * What is wrong with one field of what was sent.
 *
 * @param field as {@code /place/latitude} (RFC 6901), or a form's field as {@code lat}; empty for the whole
 * @param code a word that programs can act on, such as {@code required}
 * @param sentence for whoever reads it; holds nothing of what was sent
 */
record Fault(String field, String code, String sentence) {

    static Fault required(String field, String sentence) {
        return new Fault(field, "required", sentence);
    }

    static Fault invalid(String field, String sentence) {
        return new Fault(field, "invalid", sentence);
    }

    static Fault tooLong(String field, int most) {
        return new Fault(
                field, "too-long", String.format(java.util.Locale.UK, "It is longer than %,d characters", most));
    }
}
