package uk.frith.platform.foundation.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Makes unguessable tokens; the one place where chance enters identity. */
@Component
class Tokens {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** A token of 256 bits in 43 characters that are safe in a cookie and in an address. */
    String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A secret for somebody's authenticator app. */
    byte[] makeFactorSecret() {
        byte[] bytes = new byte[TotpRules.SECRET_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** What is kept of an address that was typed; the database's function of the same name makes the same. */
    static byte[] addressDigest(String address) {
        return digest("frith address:" + address);
    }

    /** What is kept of a token: its SHA-256, 32 bytes. */
    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
