package uk.frith.platform.foundation.identity;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of a second factor: six digits that change every thirty seconds.
 *
 * <p>Sources: RFC 6238 (TOTP), RFC 4226 section 5.3 (truncation), RFC 4648 section 6 (base 32). SHA-1, since that is what
 * all authenticator apps know; its collisions don't matter in an HMAC.
 */
final class TotpRules {

    static final int STEP_SECONDS = 30;
    static final int DIGITS = 6;

    /** Clocks may differ by one step either way. */
    static final int STEPS_OFF = 1;

    /** As long as the digest, which RFC 4226 recommends. */
    static final int SECRET_BYTES = 20;

    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_OF_A_LETTER = 5;

    private TotpRules() {}

    /** The number of whole steps since 1970. */
    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step, six digits. */
    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] digest =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = digest[digest.length - 1] & 0xf;
            int number = ByteBuffer.wrap(digest).getInt(offset) & 0x7fffffff;
            String digits = Integer.toString(number % MODULUS);
            return "0".repeat(DIGITS - digits.length()) + digits;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-1.", e);
        }
    }

    /**
     * The step whose code was typed, if it is one that still counts.
     *
     * @param lastStep the step of the last code that was accepted: it and those before it are used up
     */
    static OptionalLong accepted(byte[] secret, String typed, Instant now, long lastStep) {
        String digits = typed.replaceAll("\\s", "");
        long current = step(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
            boolean same = java.security.MessageDigest.isEqual(
                    code(secret, step).getBytes(StandardCharsets.US_ASCII), digits.getBytes(StandardCharsets.UTF_8));
            if (same && step > lastStep && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The secret as letters and digits, for typing into an app. */
    static String base32(byte[] secret) {
        StringBuilder letters = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : secret) {
            held = (held << Byte.SIZE) | (b & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS_OF_A_LETTER) {
                bits -= BITS_OF_A_LETTER;
                letters.append(BASE32.charAt((held >> bits) & 0x1f));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            letters.append(BASE32.charAt((held << (BITS_OF_A_LETTER - bits)) & 0x1f));
        }
        return letters.toString();
    }

    /** What an authenticator app reads from the picture. */
    static String address(byte[] secret, String account) {
        return "otpauth://totp/Frith:" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "?secret="
                + base32(secret) + "&issuer=Frith&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }
}
