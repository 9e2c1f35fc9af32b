package uk.frith.platform.foundation.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which passwords are refused. Length is what counts; nothing is asked about capitals or signs, and nobody need change a
 * password that nobody has learnt.
 *
 * <p>Source: NIST SP 800-63B, section 5.1.1.2.
 */
final class PasswordRules {

    static final int SHORTEST = 12;

    /** Long enough for any sentence, short enough that hashing it costs no more than a hash. */
    static final int LONGEST = 200;

    /** Fewer different characters than this is a key held down or a short pattern repeated. */
    private static final int FEWEST_DIFFERENT = 5;

    /** The part of an address before the @ that is long enough to be a name rather than letters of any word. */
    private static final int SHORTEST_NAME = 4;

    /** Among those of twelve characters and more that are guessed first, or that are likely to be here. */
    private static final Set<String> GUESSED_FIRST = Set.of(
            "123456789012",
            "1234567890123",
            "12345678901234",
            "1234567890ab",
            "123456789abc",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertyuiop1234",
            "qwertyuiopas",
            "qwertyuiop[]",
            "1q2w3e4r5t6y",
            "1q2w3e4r5t6y7u",
            "q1w2e3r4t5y6",
            "1qaz2wsx3edc",
            "1qaz2wsx3edc4rfv",
            "zaq12wsxcde3",
            "asdfghjkl123",
            "asdfghjkl;'#",
            "zxcvbnm12345",
            "abcdefghijkl",
            "abcdefghijklm",
            "abcd12345678",
            "abc123456789",
            "a1b2c3d4e5f6",
            "password1234",
            "password12345",
            "password123456",
            "passwordpassword",
            "mypassword123",
            "passw0rd1234",
            "p@ssw0rd1234",
            "p@ssword1234",
            "password2024",
            "password2025",
            "password2026",
            "iloveyou1234",
            "iloveyouforever",
            "letmein12345",
            "letmeinplease",
            "welcome12345",
            "welcome123456",
            "administrator",
            "administrator1",
            "admin1234567",
            "admin12345678",
            "adminadminadmin",
            "changeme1234",
            "changemenow1",
            "trustno1trustno1",
            "footballfootball",
            "liverpoolfc1",
            "manchesterunited",
            "manchestercity",
            "tottenhamhotspur",
            "princess1234",
            "sunshine1234",
            "superman1234",
            "unbelievable",
            "northamptonshire",
            "leicestershire",
            "policepolice",
            "policeofficer",
            "policestation",
            "metropolitan",
            "neighbourhood",
            "antisocial123",
            "antisocialbehaviour");

    private PasswordRules() {}

    /**
     * What is wrong with a password, as a sentence to the person, or nothing.
     *
     * @param address the account's address
     */
    static Optional<String> problem(String password, String address) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("Password must be " + SHORTEST + " characters or more");
        }
        if (length > LONGEST) {
            return Optional.of("Password must be " + LONGEST + " characters or fewer");
        }
        String small = password.toLowerCase(Locale.ROOT);
        if (holdsAddress(small, SignInRules.address(address))) {
            return Optional.of("Password must not contain your e-mail address");
        }
        if (GUESSED_FIRST.contains(small) || small.chars().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("Password must be harder to guess. Three random words make a good one");
        }
        return Optional.empty();
    }

    private static boolean holdsAddress(String password, String address) {
        int at = address.indexOf('@');
        String name = at < 0 ? address : address.substring(0, at);
        return name.length() >= SHORTEST_NAME && password.contains(name);
    }
}
