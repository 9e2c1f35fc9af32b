package uk.frith.platform.reports.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Keys and digests. */
final class Secrets {

    /** What every key begins with, so that one that leaked can be found by a scanner. */
    static final String PREFIX = "frith_";

    /** 256 bits: nobody guesses it, and a plain digest of it is as safe as a slow one. */
    private static final int BYTES = 32;

    /** As much of a key as is shown afterwards, to tell one from another. */
    private static final int BEGINNING = 10;

    private Secrets() {}

    /** A new key; shown once. */
    static String make(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String beginning(String key) {
        return key.substring(0, BEGINNING);
    }

    /** SHA-256 in hexadecimal. */
    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
