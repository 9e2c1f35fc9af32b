package uk.frith.platform.foundation.audit;

/**
 * One link of the chain that proves the audit.
 *
 * @param number 1 for the first, without gaps
 * @param digest SHA-256 over the seal before it and over every entry it covers, in hexadecimal
 */
record Seal(long number, String digest) {

    /** The line that stands for it outside the database. */
    String anchor() {
        return number + " " + digest;
    }
}
