package uk.frith.narrative;

import java.util.Locale;
import java.util.Set;

/**
 * Takes a text apart into words, clauses, sentences and turns of a conversation.
 *
 * <p>Any text is accepted: control characters, emoji and mark-up are simply no words. One pass, linear in the text.
 */
final class Tokeniser {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "st", "rd", "approx", "appx", "no", "tel", "ref", "re", "vs", "etc", "sgt", "insp",
            "cllr", "rev", "ave", "prof");
    private static final Set<String> TAKERS = Set.of(
            "agent",
            "operator",
            "op",
            "handler",
            "call handler",
            "adviser",
            "advisor",
            "call taker",
            "calltaker",
            "police",
            "officer",
            "control",
            "webchat",
            "clerk",
            "assistant");
    private static final int LONGEST_NAME = 24;
    private static final int LONGEST_WORD = 64;

    private final Vocabulary vocabulary;

    Tokeniser(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Tokens read(String text) {
        Tokens tokens = new Tokens(text);
        int length = text.length();
        int sentence = 0;
        boolean began = false;
        boolean parted = true;
        boolean quoted = false;
        boolean asked = false;
        boolean talk = isTalk(text);
        boolean lineStart = true;
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            if (lineStart && !Character.isWhitespace(c)) {
                int colon = speakerEnd(text, at);
                lineStart = false;
                if (colon > 0) {
                    asked = talk
                            && TAKERS.contains(text.substring(at, colon).strip().toLowerCase(Locale.ROOT));
                    at = colon + 1;
                    parted = true;
                    quoted = false;
                    continue;
                }
            }
            if (startsWord(c) || (c == '\'' && at + 1 < length && startsWord(text.charAt(at + 1)))) {
                int to = wordEnd(text, at);
                to = hyphened(text, at, to);
                addWord(tokens, at, to, sentence, parted, quoted, asked);
                began = true;
                parted = false;
                at = to;
                continue;
            }
            switch (c) {
                case '\n', '\r', '\u2028', '\u2029' -> {
                    if (began) {
                        sentence++;
                        began = false;
                    }
                    parted = true;
                    lineStart = true;
                }
                case '.', '!', '?', '\u2026' -> {
                    if (began && endsSentence(text, at)) {
                        sentence++;
                        began = false;
                        parted = true;
                    }
                }
                case ':' -> parted |= !isTime(text, at);
                case ',', ';', '(', ')', '[', ']', '\u2013', '\u2014', '/' -> parted = true;
                case '-' -> parted |= at > 0 && text.charAt(at - 1) == ' ';
                case '"', '\u201c', '\u201d' -> {
                    quoted = c == '\u201c' || (c != '\u201d' && !quoted);
                    parted = true;
                }
                case '&' -> {
                    for (Vocabulary.Sense sense : vocabulary.senses("and", true)) {
                        tokens.add(at, at + 1, sense, sentence, parted, quoted, asked);
                    }
                    parted = false;
                }
                default -> {
                    // Whatever else stands there is no word and parts nothing.
                }
            }
            at++;
        }
        return tokens;
    }

    private void addWord(Tokens tokens, int from, int to, int sentence, boolean parted, boolean quoted, boolean asked) {
        if (to - from > LONGEST_WORD) {
            return;
        }
        String folded = Vocabulary.fold(unhyphened(tokens.text.substring(from, to)));
        String word = bare(folded);
        if (word.isEmpty()) {
            return;
        }
        boolean name = Character.isUpperCase(tokens.text.charAt(from))
                && to - from > 1
                && Character.isLowerCase(tokens.text.charAt(from + 1));
        boolean first = true;
        for (Vocabulary.Sense sense : vocabulary.senses(word, name)) {
            tokens.add(from, to, sense, sentence, parted && first, quoted, asked);
            first = false;
        }
    }

    /** The end of "lock-up" and "e-bike" when the word without its hyphen is known; otherwise the end of the first part. */
    private int hyphened(String text, int from, int to) {
        if (to + 1 >= text.length() || text.charAt(to) != '-' || !Character.isLetter(text.charAt(to + 1))) {
            return to;
        }
        int end = wordEnd(text, to + 1);
        if (end - from > LONGEST_WORD) {
            return to;
        }
        String joined = Vocabulary.fold(text.substring(from, to) + text.substring(to + 1, end));
        return vocabulary.knows(joined) ? end : to;
    }

    /** Whether a colon stands in a time, as in 22:40. */
    private static boolean isTime(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    /** Without apostrophes around it and without the possessive. */
    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && word.charAt(from) == '\'') {
            from++;
        }
        while (to > from && word.charAt(to - 1) == '\'') {
            to--;
        }
        return word.substring(from, to);
    }

    private static String unhyphened(String written) {
        return written.indexOf('-') < 0 ? written : written.replace("-", "");
    }

    private static boolean startsWord(char c) {
        return Character.isLetterOrDigit(c) || c == '\u00a3';
    }

    private static int wordEnd(String text, int from) {
        if (text.charAt(from) == '\u00a3') {
            return from + 1;
        }
        int at = from;
        boolean digits = Character.isDigit(text.charAt(from));
        while (at < text.length()) {
            char c = text.charAt(at);
            if (digits && Character.isLetter(c)) {
                break;
            }
            if (!Character.isLetterOrDigit(c) && !joins(text, at)) {
                break;
            }
            at++;
        }
        return Math.max(at, from + 1);
    }

    private static boolean joins(String text, int at) {
        char c = text.charAt(at);
        if (Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT) {
            return true;
        }
        boolean apostrophe = c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02bc';
        boolean between = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        if (apostrophe
                || (c == '*' && at > 0 && (Character.isLetter(text.charAt(at - 1)) || text.charAt(at - 1) == '*'))) {
            return between || c == '*';
        }
        return c == '.'
                && between
                && Character.isDigit(text.charAt(at + 1))
                && at > 0
                && Character.isDigit(text.charAt(at - 1));
    }

    private static boolean endsSentence(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (Character.isLetterOrDigit(next) && !(Character.isUpperCase(next) && at > 1)) {
            return false;
        }
        if (text.charAt(at) != '.') {
            return true;
        }
        int from = at;
        while (from > 0 && Character.isLetter(text.charAt(from - 1)) && at - from < LONGEST_NAME) {
            from--;
        }
        String before = text.substring(from, at);
        return !(before.length() == 1 && Character.isUpperCase(before.charAt(0)))
                && !ABBREVIATIONS.contains(before.toLowerCase(Locale.ROOT));
    }

    /** True when somebody else than a taker of calls is answered: "Control: …" alone is a report and no question. */
    private static boolean isTalk(String text) {
        boolean lineStart = true;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (lineStart && !Character.isWhitespace(c)) {
                int colon = speakerEnd(text, at);
                if (colon > 0
                        && !TAKERS.contains(text.substring(at, colon).strip().toLowerCase(Locale.ROOT))) {
                    return true;
                }
                lineStart = false;
            }
            lineStart |= c == '\n' || c == '\r';
        }
        return false;
    }

    /** Where the colon after a speaker's name stands, or -1: a line of a conversation begins {@code Name: }. */
    private static int speakerEnd(String text, int from) {
        int at = from;
        int spaces = 0;
        while (at < text.length() && at - from <= LONGEST_NAME) {
            char c = text.charAt(at);
            if (c == ':') {
                boolean open = at + 1 < text.length() && text.charAt(at + 1) == ' ';
                return open && at > from && spaces <= 1 ? at : -1;
            }
            if (c == ' ') {
                spaces++;
            } else if (!Character.isLetter(c)) {
                return -1;
            }
            at++;
        }
        return -1;
    }
}
