package uk.frith.platform.portal.signs;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a text says: the code of a sign, and what happens there. */
final class TextRules {

    /** More in an hour from one number is a machine or somebody who must be asked to ring; they are told when to go on. */
    static final int MOST_AN_HOUR = 10;

    static final Duration HOUR = Duration.ofHours(1);
    /** Ten parts of a long text message, and as much again. */
    static final int LONGEST_TEXT = 3_000;

    /** One word is chance or a name. */
    private static final int FEWEST_WELSH = 2;

    static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,15}");
    static final Pattern SENDER = Pattern.compile("\\+?[0-9]{7,15}");
    static final Pattern MESSAGE = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{64}");
    static final Pattern STAMP = Pattern.compile("[0-9]{1,12}");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}\\uFFFE\\uFFFF]");
    /** As it is printed, in one or in two parts. */
    private static final Pattern CODE = Pattern.compile(
            "\\W*([0-9A-Za-z]{8}|[0-9A-Za-z]{4}[ -][0-9A-Za-z]{4})(?![0-9A-Za-z])[\\s.,:;-]*(.*)", Pattern.DOTALL);

    /** Asks for Welsh, before what is told. */
    private static final Pattern ASKS_FOR_WELSH =
            Pattern.compile("(?:cymraeg|welsh)\\b[\\s.,:;-]*(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Welsh words of everyday speech that are no English ones. */
    private static final Set<String> WELSH = Set.of(
            "mae",
            "maen",
            "maent",
            "yn",
            "yr",
            "ar",
            "wrth",
            "gyda",
            "nhw",
            "ddim",
            "wedi",
            "yw",
            "ydy",
            "sy",
            "sydd",
            "mewn",
            "eto",
            "bob",
            "nos",
            "dydd",
            "plant",
            "pobl",
            "swn",
            "sŵn",
            "ceir",
            "llosgi",
            "gweiddi",
            "yfed",
            "cwn",
            "cŵn",
            "bechgyn",
            "bachgen",
            "dynion",
            "rhywun",
            "heddlu",
            "gatiau",
            "biniau",
            "fan",
            "hyn",
            "yma",
            "cyffuriau",
            "tan",
            "tân",
            "mi",
            "fi",
            "ni",
            "roedd",
            "oedd",
            "bod",
            "nid",
            "dim",
            "eu",
            "fy");

    private static final Set<String> ENGLISH = Set.of(
            "the", "and", "is", "are", "of", "with", "they", "there", "was", "were", "it", "on", "my", "by", "to", "a",
            "an", "in", "at", "have", "has", "near", "from", "people", "lads", "kids", "dogs", "noise", "again",
            "every", "night");

    private static final String SIGNS = "[0-9A-HJKMNP-TV-Z]{8}";

    private TextRules() {}

    /**
     * A text in its parts.
     *
     * @param code as codes are kept; empty when it doesn't begin with one
     * @param words what was told
     */
    record Parts(Optional<String> code, String words) {
        @Override
        public String toString() {
            return "Parts";
        }
    }

    static Parts parts(String text) {
        Parts parts = withLanguage(text);
        Matcher asks = ASKS_FOR_WELSH.matcher(parts.words());
        return asks.matches() ? new Parts(parts.code(), asks.group(1).strip()) : parts;
    }

    /** The language in which whoever sent it is answered: Welsh when they ask for it or write it. */
    static String language(String text) {
        String words = withLanguage(text).words();
        if (ASKS_FOR_WELSH.matcher(words).matches()) {
            return "cy";
        }
        Set<String> written = Arrays.stream(words.toLowerCase(Locale.UK).split("[^\\p{L}]+", -1))
                .collect(Collectors.toSet());
        long welsh = written.stream().filter(WELSH::contains).count();
        long english = written.stream().filter(ENGLISH::contains).count();
        return welsh >= FEWEST_WELSH && welsh > english ? "cy" : "en";
    }

    private static Parts withLanguage(String text) {
        String plain = CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll(" ")
                .strip();
        Matcher matcher = CODE.matcher(plain);
        if (!matcher.matches()) {
            return new Parts(Optional.empty(), plain);
        }
        String code = matcher.group(1)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[ -]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return code.matches(SIGNS)
                ? new Parts(Optional.of(code), matcher.group(2).strip())
                : new Parts(Optional.empty(), plain);
    }

    /** How long somebody waits who has sent too many; nought when they haven't. */
    static long secondsToWait(long recent, Optional<Instant> first, Instant now) {
        return recent < MOST_AN_HOUR
                ? 0
                : Math.max(
                        1,
                        first.map(at -> Duration.between(now, at.plus(HOUR)).toSeconds())
                                .orElse(HOUR.toSeconds()));
    }

    /** A number as it is compared: without what people write between digits. */
    static String number(String typed) {
        return typed.replaceAll("[\\s()-]", "");
    }
}
