package uk.frith.platform.foundation.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Decisions of sign-in that need nothing but values: who is locked out, and where one may be sent afterwards. */
final class SignInRules {

    /** Guesses in a row before sign-in with an address pauses. */
    static final int MOST_TRIES = 6;

    /** How long it pauses; failures older than this are forgotten, which lets nobody guess faster. */
    static final Duration PAUSE = Duration.ofMinutes(30);

    /** The longest address that is sent back to after sign-in; a longer one is not a page of ours. */
    private static final int LONGEST_PATH = 2_000;

    private SignInRules() {}

    /**
     * Tries with one address.
     *
     * @param failures counted since the last success, 0 or more
     * @param lastFailed when the last one was
     * @param lockedUntil until when no password is believed, if it is paused
     */
    record Tries(int failures, Instant lastFailed, Optional<Instant> lockedUntil) {

        Tries {
            if (failures < 0) {
                throw new IllegalArgumentException("Tries are counted from nought.");
            }
        }

        static Tries none(Instant now) {
            return new Tries(0, now, Optional.empty());
        }

        boolean lockedAt(Instant now) {
            return lockedUntil.isPresent() && now.isBefore(lockedUntil.get());
        }
    }

    /** Whether a try may be made, and how the count then stands. */
    sealed interface Turn {
        record Allowed(Tries then) implements Turn {}

        record LockedOut() implements Turn {}
    }

    /**
     * Counts a try before it is made, so that many at once gain nothing; a success takes it back.
     *
     * @param before how the count stands
     */
    static Turn take(Tries before, Instant now) {
        if (before.lockedAt(now)) {
            return new Turn.LockedOut();
        }
        boolean forgotten = before.lockedUntil().isPresent()
                || !now.isBefore(before.lastFailed().plus(PAUSE));
        int failures = (forgotten ? 0 : before.failures()) + 1;
        Optional<Instant> until = failures >= MOST_TRIES ? Optional.of(now.plus(PAUSE)) : Optional.empty();
        return new Turn.Allowed(new Tries(failures, now, until));
    }

    /** Takes a try back whose password was right but whose second factor is still to come: earlier failures stand. */
    static Tries giveBack(Tries taken) {
        return new Tries(Math.max(0, taken.failures() - 1), taken.lastFailed(), Optional.empty());
    }

    /** An address of an account as it is compared: without spaces around, in small letters. */
    static String address(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** The same for a page's whole address, as a browser names the page that it shows. */
    static String pathOf(String address) {
        try {
            URI uri = new URI(address);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath();
            return localPath(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (URISyntaxException e) {
            return "/";
        }
    }

    /** Where to go after sign-in: the path that was asked for if it is one within the service, else the start. */
    static String localPath(String wanted) {
        boolean looksLocal = wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.length() <= LONGEST_PATH
                && wanted.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        if (!looksLocal) {
            return "/";
        }
        try {
            URI uri = new URI(wanted);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? "/" : wanted;
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
