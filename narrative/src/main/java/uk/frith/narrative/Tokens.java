package uk.frith.narrative;

import java.util.Arrays;

/**
 * An account as a row of words: where each stands in the text, what it means, in which sentence, and who speaks.
 *
 * <p>Columns rather than objects, because every phrase is looked for in them.
 */
final class Tokens {

    /** So few words may be a place or a nickname in any language. */
    private static final int FEWEST_WORDS = 6;

    /** English accounts have up to a fifth; Welsh, French or Polish ones about a half. */
    private static final double MOST_UNKNOWN = 0.35;

    /** The text that was read; starts and ends are offsets into it. */
    final String text;

    int count;
    int[] start;
    int[] end;
    int[] surface;
    int[] lemma;
    int[] sentence;
    /** True where a comma, a bracket, a dash or a word such as "but" parts this word from the one before. */
    boolean[] parted;
    /** True for words in double quotes. */
    boolean[] quoted;
    /** True for words of the one who takes the call. */
    boolean[] asked;
    /** True for verbs in a form of the past, or in one that may be. */
    boolean[] past;

    int sentences;

    Tokens(String text) {
        this.text = text;
        int room = Math.max(16, text.length() / 4);
        start = new int[room];
        end = new int[room];
        surface = new int[room];
        lemma = new int[room];
        sentence = new int[room];
        parted = new boolean[room];
        quoted = new boolean[room];
        asked = new boolean[room];
        past = new boolean[room];
    }

    /** Whether most of it can't be read: too many words that are in none of the phrases, as in another language. */
    boolean isStrange() {
        int words = 0;
        int unknown = 0;
        for (int i = 0; i < count; i++) {
            if (lemma[i] != Vocabulary.NAME && lemma[i] != Vocabulary.FIGURE) {
                words++;
                unknown += surface[i] == Vocabulary.UNKNOWN && lemma[i] == Vocabulary.UNKNOWN ? 1 : 0;
            }
        }
        return words >= FEWEST_WORDS && unknown > words * MOST_UNKNOWN;
    }

    void add(
            int from,
            int to,
            Vocabulary.Sense sense,
            int inSentence,
            boolean isParted,
            boolean isQuoted,
            boolean isAsked) {
        if (count == start.length) {
            int room = count * 2;
            start = Arrays.copyOf(start, room);
            end = Arrays.copyOf(end, room);
            surface = Arrays.copyOf(surface, room);
            lemma = Arrays.copyOf(lemma, room);
            sentence = Arrays.copyOf(sentence, room);
            parted = Arrays.copyOf(parted, room);
            quoted = Arrays.copyOf(quoted, room);
            asked = Arrays.copyOf(asked, room);
            past = Arrays.copyOf(past, room);
        }
        start[count] = from;
        end[count] = to;
        surface[count] = sense.surface();
        lemma[count] = sense.lemma();
        sentence[count] = inSentence;
        parted[count] = isParted;
        quoted[count] = isQuoted;
        asked[count] = isAsked;
        past[count] = sense.past();
        count++;
        sentences = inSentence + 1;
    }
}
