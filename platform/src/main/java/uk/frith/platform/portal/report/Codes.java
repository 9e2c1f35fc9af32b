package uk.frith.platform.portal.report;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Return codes, secrets and tokens; the one place where chance enters the portal. */
@Component
public class Codes {

    /** Crockford's letters and digits: no I, L, O or U, so that nothing is read wrong or spells a word. */
    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_SIGNS = 8;
    /** Eighty bits: what can't be guessed at five tries in a quarter of an hour, nor from the digest. */
    private static final int SECRET_SIGNS = 16;

    private static final int GROUP = 4;
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    String code() {
        return signs(CODE_SIGNS);
    }

    public String secret() {
        return signs(SECRET_SIGNS);
    }

    /** A token of 256 bits in 43 characters that are safe in a cookie. */
    String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A secret from what only somebody who has another secret can make: the same every time. */
    public static String secretOf(byte[] seed) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < SECRET_SIGNS; i++) {
            signs.append(SIGNS.charAt(Math.floorMod(seed[i], SIGNS.length())));
        }
        return signs.toString();
    }

    private String signs(int count) {
        StringBuilder signs = new StringBuilder();
        for (int i = 0; i < count; i++) {
            signs.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return signs.toString();
    }

    /** A return code as it was meant, however it was typed; empty when it can't be one. */
    static Optional<String> typedCode(String typed) {
        return typed(typed, CODE_SIGNS);
    }

    /** A secret as it was meant. */
    public static Optional<String> typedSecret(String typed) {
        return typed(typed, SECRET_SIGNS);
    }

    private static Optional<String> typed(String typed, int signs) {
        String meant = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]+", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return meant.matches("[" + SIGNS + "]{" + signs + "}") ? Optional.of(meant) : Optional.empty();
    }

    /** In groups of four, for reading and typing. */
    public static String inFours(String signs) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < signs.length(); i += GROUP) {
            groups.append(i == 0 ? "" : "-").append(signs, i, Math.min(signs.length(), i + GROUP));
        }
        return groups.toString();
    }
}
