package uk.frith.narrative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All phrases of a lexicon, found together in one pass over the words of an account.
 *
 * <p>Each phrase hangs at its rarest word; a word of the account wakes the phrases that hang there, and of those only the
 * ones whose other elements stand anywhere in the sentence are compared to both sides. Small words ("the", "really") may
 * stand between any two elements; other words only where the phrase allows a gap; nothing is matched across the end of a
 * sentence. Cost: linear in the words times the phrases that a word wakes.
 */
final class PhraseIndex {

    /** Takes what was found. */
    interface Found {
        /** A phrase matched; the first places, one for each of its elements, hold the words that carry it. */
        void phrase(Phrase phrase, int[] places);
    }

    private static final int MOST_FILLERS = 2;
    private static final int LONGEST_PHRASE = 16;

    /** What a phrase of one element waits for beside its anchor: it stands in every sentence. */
    private static final int ALWAYS = 0;

    private static final int[] NOTHING_MORE = {};

    private final long[][] asWritten;
    private final long[][] asBase;

    /** By number of the element, the one word that it accepts as it stands and as base form; -1 for any other element. */
    private final int[] sole;

    private final boolean[] filler;
    private final boolean[] barrier;
    private final Phrase[][] hanging;

    /** For each phrase that hangs at a word, the rarest of what must stand in the sentence beside it. */
    private final int[][] beside;

    /** And everything else that must. */
    private final int[][][] besides;

    /** By word, what phrases wait for that accepts it as it stands, and what does as base form. */
    private final int[][] awaitedAsWritten;

    private final int[][] awaitedAsBase;
    private final int awaited;

    /**
     * @param asWritten by number of the element, the words (as bits) that it accepts as they stand
     * @param asBase by number of the element, the words that it accepts as base form of what stands
     * @param filler the words that may stand between any two elements
     * @param barrier the words that begin another clause: no gap reaches across them
     */
    PhraseIndex(
            List<Phrase> phrases,
            List<long[]> asWritten,
            List<long[]> asBase,
            boolean[] filler,
            boolean[] barrier,
            int words) {
        this.asWritten = asWritten.toArray(new long[0][]);
        this.asBase = asBase.toArray(new long[0][]);
        sole = IntStream.range(0, this.asWritten.length)
                .map(element -> sole(this.asWritten[element], this.asBase[element]))
                .toArray();
        this.filler = filler.clone();
        this.barrier = barrier.clone();
        List<List<Phrase>> byWord = lists(words);
        List<List<int[]>> waits = lists(words);
        // Elements that are nothing but anchors need not be looked for; the others get numbers of their own.
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        for (Phrase phrase : phrases) {
            int[] others = phrase.others()
                    .map(element -> numbers.computeIfAbsent(element, each -> numbers.size() + 1))
                    .toArray();
            BitSet.valueOf(asWritten.get(phrase.element(phrase.anchor))).stream()
                    .filter(word -> word != Vocabulary.UNKNOWN)
                    .forEach(word -> {
                        byWord.get(word).add(phrase);
                        waits.get(word).add(others);
                    });
        }
        awaited = numbers.size() + 1;
        awaitedAsWritten = inverted(numbers, asWritten, words);
        awaitedAsBase = inverted(numbers, asBase, words);
        hanging = byWord.stream().map(all -> all.toArray(new Phrase[0])).toArray(Phrase[][]::new);
        beside = waits.stream()
                .map(all -> all.stream()
                        .mapToInt(others -> others.length == 0 ? ALWAYS : others[0])
                        .toArray())
                .toArray(int[][]::new);
        besides = waits.stream()
                .map(all -> all.stream()
                        .map(others -> others.length < 2 ? NOTHING_MORE : Arrays.copyOfRange(others, 1, others.length))
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    private static int sole(long[] asWritten, long[] asBase) {
        BitSet words = BitSet.valueOf(asWritten);
        return words.cardinality() == 1 && words.equals(BitSet.valueOf(asBase)) ? words.nextSetBit(0) : -1;
    }

    private static <T> List<List<T>> lists(int number) {
        return Stream.<List<T>>generate(ArrayList::new).limit(number).toList();
    }

    /** By word, the numbers of those elements that accept it. */
    private static int[][] inverted(Map<Integer, Integer> numbers, List<long[]> sets, int words) {
        List<List<Integer>> byWord = lists(words);
        numbers.forEach((element, number) -> BitSet.valueOf(sets.get(element)).stream()
                .forEach(word -> byWord.get(word).add(number)));
        return byWord.stream()
                .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    void scan(Tokens tokens, Found found) {
        int[] places = new int[LONGEST_PHRASE];
        int[] standsIn = new int[awaited];
        int from = 0;
        for (int sentence = 1; from < tokens.count; sentence++) {
            standsIn[ALWAYS] = sentence;
            int to = from;
            while (to < tokens.count && tokens.sentence[to] == tokens.sentence[from]) {
                mark(awaitedAsWritten[tokens.surface[to]], standsIn, sentence);
                mark(awaitedAsBase[tokens.lemma[to]], standsIn, sentence);
                to++;
            }
            for (int at = from; at < to; at++) {
                int surface = tokens.surface[at];
                int lemma = tokens.lemma[at];
                wake(surface, tokens, at, places, standsIn, sentence, found);
                if (lemma != surface) {
                    wake(lemma, tokens, at, places, standsIn, sentence, found);
                }
            }
            from = to;
        }
    }

    private static void mark(int[] awaited, int[] standsIn, int sentence) {
        for (int number : awaited) {
            standsIn[number] = sentence;
        }
    }

    private static boolean stand(int[] awaited, int[] standsIn, int sentence) {
        for (int number : awaited) {
            if (standsIn[number] != sentence) {
                return false;
            }
        }
        return true;
    }

    private void wake(int word, Tokens tokens, int at, int[] places, int[] standsIn, int sentence, Found found) {
        int[] others = beside[word];
        for (int i = 0; i < others.length; i++) {
            if (standsIn[others[i]] != sentence || !stand(besides[word][i], standsIn, sentence)) {
                continue;
            }
            Phrase phrase = hanging[word][i];
            places[phrase.anchor] = at;
            if (accepts(phrase, phrase.anchor, tokens, at)
                    && left(phrase, phrase.anchor, tokens, at, places)
                    && right(phrase, phrase.anchor, tokens, at, places)) {
                found.phrase(phrase, places);
            }
        }
    }

    private boolean right(Phrase phrase, int element, Tokens tokens, int at, int[] places) {
        int next = element + 1;
        if (next == phrase.length()) {
            boolean end = phrase.barred < 0 || at + 1 == tokens.count || tokens.sentence[at + 1] != tokens.sentence[at];
            return end || !acceptsAny(phrase.barred, tokens, at + 1);
        }
        int free = phrase.gap(next);
        int fillers = MOST_FILLERS;
        for (int place = at + 1; place < tokens.count && tokens.sentence[place] == tokens.sentence[at]; place++) {
            if (accepts(phrase, next, tokens, place)) {
                places[next] = place;
                if (right(phrase, next, tokens, place, places)) {
                    return true;
                }
            }
            if (filler[tokens.surface[place]] && fillers > 0) {
                fillers--;
            } else if (barrier[tokens.surface[place]] || free-- <= 0) {
                return false;
            }
        }
        return false;
    }

    private boolean left(Phrase phrase, int element, Tokens tokens, int at, int[] places) {
        if (element == 0) {
            return true;
        }
        int before = element - 1;
        int free = phrase.gap(element);
        int fillers = MOST_FILLERS;
        for (int place = at - 1; place >= 0 && tokens.sentence[place] == tokens.sentence[at]; place--) {
            if (accepts(phrase, before, tokens, place)) {
                places[before] = place;
                if (left(phrase, before, tokens, place, places)) {
                    return true;
                }
            }
            if (filler[tokens.surface[place]] && fillers > 0) {
                fillers--;
            } else if (barrier[tokens.surface[place]] || free-- <= 0) {
                return false;
            }
        }
        return false;
    }

    private boolean accepts(Phrase phrase, int element, Tokens tokens, int place) {
        return acceptsAny(phrase.element(element), tokens, place) && (element != phrase.past || tokens.past[place]);
    }

    private boolean acceptsAny(int element, Tokens tokens, int place) {
        int only = sole[element];
        return only >= 0
                ? only == tokens.surface[place] || only == tokens.lemma[place]
                : has(asWritten[element], tokens.surface[place]) || has(asBase[element], tokens.lemma[place]);
    }

    private static boolean has(long[] set, int word) {
        int at = word >> 6;
        return word != Vocabulary.UNKNOWN && at < set.length && (set[at] >>> (word & 63) & 1) != 0;
    }
}
