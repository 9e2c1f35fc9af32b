package uk.frith.narrative;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which words each element of the phrases accepts. Nearly all accept a handful: those words stand in one row, one element
 * after the other, so that they are near at hand. The few that accept many have a bit for each word instead.
 */
final class Elements {

    private static final int MOST_IN_ROW = 48;

    private final int[] row;

    /** Two for each element: where its words begin, first those that count only as they stand, then the others. */
    private final int[] begins;

    /** The words, as bits, of those elements that have none in the row. */
    private final long[][] manyAsWritten;

    private final long[][] manyAsBase;

    /**
     * @param asWritten by number of the element, the words (as bits) that it accepts as they stand
     * @param asBase those among them that it accepts as base form of what stands
     */
    Elements(List<long[]> asWritten, List<long[]> asBase) {
        int elements = asWritten.size();
        begins = new int[2 * elements + 1];
        manyAsWritten = new long[elements][];
        manyAsBase = new long[elements][];
        IntStream.Builder words = IntStream.builder();
        for (int element = 0; element < elements; element++) {
            BitSet base = BitSet.valueOf(asBase.get(element));
            BitSet only = BitSet.valueOf(asWritten.get(element));
            if (only.cardinality() > MOST_IN_ROW) {
                manyAsWritten[element] = asWritten.get(element);
                manyAsBase[element] = asBase.get(element);
                base.clear();
                only.clear();
            }
            only.andNot(base);
            begins[2 * element + 1] = begins[2 * element] + only.cardinality();
            begins[2 * element + 2] = begins[2 * element + 1] + base.cardinality();
            only.stream().forEach(words);
            base.stream().forEach(words);
        }
        row = words.build().toArray();
    }

    /** Whether the element accepts a word that stands so, of this base form. */
    boolean accept(int element, int surface, int lemma) {
        int from = begins[2 * element];
        int base = begins[2 * element + 1];
        int to = begins[2 * element + 2];
        if (from == to) {
            return has(manyAsWritten[element], surface) || has(manyAsBase[element], lemma);
        }
        for (int at = from; at < to; at++) {
            if (row[at] == surface || (row[at] == lemma && at >= base)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(long[] set, int word) {
        int at = word >> 6;
        return word != Vocabulary.UNKNOWN && at < set.length && (set[at] >>> (word & 63) & 1) != 0;
    }
}
