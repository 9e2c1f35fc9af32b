package uk.frith.narrative;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

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

    private final List<long[]> asWritten;
    private final List<long[]> asBase;
    private final boolean[] filler;
    private final boolean[] barrier;
    private final Phrase[][] hanging;

    /** For each phrase that hangs at a word, the element that must stand in the sentence beside it. */
    private final int[][] beside;

    /** By word, the elements that accept it as it stands, and those that accept it as base form. */
    private final int[][] acceptedAsWritten;

    private final int[][] acceptedAsBase;

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
        this.asWritten = List.copyOf(asWritten);
        this.asBase = List.copyOf(asBase);
        this.filler = filler.clone();
        this.barrier = barrier.clone();
        acceptedAsWritten = inverted(asWritten, words);
        acceptedAsBase = inverted(asBase, words);
        List<List<Phrase>> byWord = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            byWord.add(new ArrayList<>());
        }
        for (Phrase phrase : phrases) {
            long[] accepted = asWritten.get(phrase.element(phrase.anchor));
            for (int word = 1; word < words; word++) {
                if (has(accepted, word)) {
                    byWord.get(word).add(phrase);
                }
            }
        }
        hanging = new Phrase[words][];
        beside = new int[words][];
        for (int i = 0; i < words; i++) {
            hanging[i] = byWord.get(i).toArray(new Phrase[0]);
            beside[i] = byWord.get(i).stream().mapToInt(phrase -> phrase.second).toArray();
        }
    }

    private static int[][] inverted(List<long[]> sets, int words) {
        int[] sizes = new int[words];
        for (long[] set : sets) {
            BitSet.valueOf(set).stream().forEach(word -> sizes[word]++);
        }
        int[][] inverted = new int[words][];
        for (int word = 0; word < words; word++) {
            inverted[word] = new int[sizes[word]];
        }
        for (int element = 0; element < sets.size(); element++) {
            int number = element;
            BitSet.valueOf(sets.get(element)).stream().forEach(word -> inverted[word][--sizes[word]] = number);
        }
        return inverted;
    }

    void scan(Tokens tokens, Found found) {
        int[] places = new int[LONGEST_PHRASE];
        int[] standsIn = new int[asWritten.size()];
        int from = 0;
        for (int sentence = 1; from < tokens.count; sentence++) {
            int to = from;
            while (to < tokens.count && tokens.sentence[to] == tokens.sentence[from]) {
                mark(acceptedAsWritten[tokens.surface[to]], standsIn, sentence);
                mark(acceptedAsBase[tokens.lemma[to]], standsIn, sentence);
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

    private static void mark(int[] elements, int[] standsIn, int sentence) {
        for (int element : elements) {
            standsIn[element] = sentence;
        }
    }

    private void wake(int word, Tokens tokens, int at, int[] places, int[] standsIn, int sentence, Found found) {
        int[] others = beside[word];
        for (int i = 0; i < others.length; i++) {
            if (standsIn[others[i]] != sentence) {
                continue;
            }
            Phrase phrase = hanging[word][i];
            if (!phrase.standsIn(standsIn, sentence)) {
                continue;
            }
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
        return has(asWritten.get(element), tokens.surface[place]) || has(asBase.get(element), tokens.lemma[place]);
    }

    static boolean has(long[] set, int word) {
        int at = word >> 6;
        return word != Vocabulary.UNKNOWN && at < set.length && (set[at] >>> (word & 63) & 1) != 0;
    }
}
