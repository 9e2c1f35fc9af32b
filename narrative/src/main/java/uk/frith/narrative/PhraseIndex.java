package uk.frith.narrative;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All phrases of a lexicon, found together in one pass over the words of an account.
 *
 * <p>Each phrase hangs at its rarest word; a word of the account wakes the phrases that hang there, and of those only the
 * ones whose second rarest element stands within reach are compared to both sides. Small words ("the", "really") may
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

    private final Elements elements;
    private final boolean[] filler;
    private final boolean[] barrier;
    private final Phrase[][] hanging;

    /** For each phrase that hangs at a word, the rarest of what must stand beside it. */
    private final int[][] beside;

    /** And in which places: a bit for each, counted from the word, and {@link Integer#SIZE} of them in a round. */
    private final int[][] around;

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
        elements = new Elements(asWritten, asBase);
        this.filler = filler.clone();
        this.barrier = barrier.clone();
        List<List<Phrase>> byWord = lists(words);
        List<List<Integer>> waits = lists(words);
        List<List<Integer>> windows = lists(words);
        // Elements that are nothing but anchors need not be looked for; the others get numbers of their own.
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        for (Phrase phrase : phrases) {
            int other = phrase.length() == 1
                    ? ALWAYS
                    : numbers.computeIfAbsent(phrase.second, element -> numbers.size() + 1);
            int window = window(phrase);
            BitSet.valueOf(asWritten.get(phrase.element(phrase.anchor))).stream()
                    .filter(word -> word != Vocabulary.UNKNOWN)
                    .forEach(word -> {
                        byWord.get(word).add(phrase);
                        waits.get(word).add(other);
                        windows.get(word).add(window);
                    });
        }
        awaited = numbers.size() + 1;
        awaitedAsWritten = inverted(numbers, asWritten, words);
        awaitedAsBase = inverted(numbers, asBase, words);
        hanging = byWord.stream().map(all -> all.toArray(new Phrase[0])).toArray(Phrase[][]::new);
        beside = rows(waits);
        around = rows(windows);
    }

    /** The places, as bits counted from the anchor, in which the second element may stand; a single one counts itself. */
    private static int window(Phrase phrase) {
        int bits = 0;
        for (int place = 0; place < phrase.length(); place++) {
            if (phrase.element(place) == phrase.second && (place != phrase.anchor || phrase.length() == 1)) {
                int nearest = Math.abs(place - phrase.anchor);
                int farthest = nearest;
                for (int next = Math.min(place, phrase.anchor) + 1; next <= Math.max(place, phrase.anchor); next++) {
                    farthest += phrase.gap(next) + MOST_FILLERS;
                }
                for (int apart = nearest; apart <= Math.min(farthest, nearest + Integer.SIZE - 1); apart++) {
                    bits |= 1 << (place < phrase.anchor ? -apart : apart);
                }
            }
        }
        return bits;
    }

    private static <T> List<List<T>> lists(int number) {
        return Stream.<List<T>>generate(ArrayList::new).limit(number).toList();
    }

    private static int[][] rows(List<List<Integer>> lists) {
        return lists.stream()
                .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** By word, the numbers of those elements that accept it. */
    private static int[][] inverted(Map<Integer, Integer> numbers, List<long[]> sets, int words) {
        List<List<Integer>> byWord = lists(words);
        numbers.forEach((element, number) -> BitSet.valueOf(sets.get(element)).stream()
                .forEach(word -> byWord.get(word).add(number)));
        return rows(byWord);
    }

    void scan(Tokens tokens, Found found) {
        int[] places = new int[LONGEST_PHRASE];
        int[] stands = new int[awaited];
        int from = 0;
        while (from < tokens.count) {
            int to = from;
            while (to < tokens.count && tokens.sentence[to] == tokens.sentence[from]) {
                mark(tokens.surface[to], tokens.lemma[to], 1 << to, stands);
                to++;
            }
            stands[ALWAYS] = -1;
            for (int at = from; at < to; at++) {
                int surface = tokens.surface[at];
                int lemma = tokens.lemma[at];
                wake(surface, true, tokens, at, places, stands, found);
                if (lemma != surface) {
                    wake(lemma, false, tokens, at, places, stands, found);
                }
            }
            Arrays.fill(stands, 0);
            from = to;
        }
    }

    /** Notes at which place, as a bit, what the word stands for is; whatever accepts a base form accepts it as it stands too. */
    private void mark(int surface, int lemma, int place, int[] stands) {
        for (int number : awaitedAsWritten[surface]) {
            stands[number] |= place;
        }
        if (lemma != surface) {
            for (int number : awaitedAsBase[lemma]) {
                stands[number] |= place;
            }
        }
    }

    /** @param written whether the word stands so itself, which every phrase that hangs at it accepts, or only its base form */
    private void wake(int word, boolean written, Tokens tokens, int at, int[] places, int[] stands, Found found) {
        int[] others = beside[word];
        int[] windows = around[word];
        for (int i = 0; i < others.length; i++) {
            if ((stands[others[i]] & Integer.rotateLeft(windows[i], at)) == 0) {
                continue;
            }
            Phrase phrase = hanging[word][i];
            places[phrase.anchor] = at;
            if ((written ? inForm(phrase, phrase.anchor, tokens, at) : accepts(phrase, phrase.anchor, tokens, at))
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
        return acceptsAny(phrase.element(element), tokens, place) && inForm(phrase, element, tokens, place);
    }

    private static boolean inForm(Phrase phrase, int element, Tokens tokens, int place) {
        return element != phrase.past || tokens.past[place];
    }

    private boolean acceptsAny(int element, Tokens tokens, int place) {
        return elements.accept(element, tokens.surface[place], tokens.lemma[place]);
    }
}
