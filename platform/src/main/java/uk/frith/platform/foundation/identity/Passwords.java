package uk.frith.platform.foundation.identity;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and checks password hashes by Argon2id.
 *
 * <p>Source: RFC 9106; the costs are the first choice of OWASP's Password Storage Cheat Sheet.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    /** Each check takes 19 MiB; more at once than this would let a flood of sign-ins take all memory. */
    private static final int MOST_AT_ONCE = 4;

    /** The hash of nothing that anybody knows: checking against it takes as long as against a real one. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5cyBzYWx0IDAwMQ$bm9ib2R5IGhhcyBhIHBhc3N3b3JkIGxpa2UgdGhpcyE";

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE, true);

    /** The hash to keep. */
    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return String.valueOf(argon2.encode(password));
        } finally {
            turns.release();
        }
    }

    /**
     * Whether this is the password.
     *
     * @param hash null when there is nobody or no password; it takes as long, and the answer is no
     */
    boolean matches(String password, @Nullable String hash) {
        String typed = password.length() > PasswordRules.LONGEST * 2 ? "" : password;
        turns.acquireUninterruptibly();
        try {
            boolean same = argon2.matches(typed, hash == null ? NOBODYS : hash);
            return same && hash != null;
        } finally {
            turns.release();
        }
    }
}
