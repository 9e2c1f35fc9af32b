package uk.frith.patterns;

import java.util.Arrays;

/**
 * Which areas lie next to which: for each area the list of its neighbours, itself never among them.
 *
 * <p><b>What it computes.</b> From pairs (area, neighbour) the compressed rows of the neighbour graph: the neighbours of
 * area i stand, rising, at the positions from {@code start[i]} to before {@code start[i + 1]}.
 *
 * <p><b>Units and ranges.</b> Areas are numbered from 0. Pairs are directed: (a, b) makes b a neighbour of a, and not a of
 * b.
 *
 * <p><b>Edge cases.</b> A pair given twice counts once; a pair of an area with itself is ignored; an area may have no
 * neighbours.
 *
 * <p><b>Accuracy.</b> Exact.
 *
 * <p><b>Cost.</b> O(areas + pairs) time for counting, and a sort of each row; 4 bytes for each area and pair.
 *
 * <p><b>Source.</b> The usual compressed sparse rows.
 *
 * <p><b>Not for.</b> Neighbourhood by name: two estates that share 1 m of border across a dual carriageway are
 * neighbours (1), two either side of a footbridge are not (0); who decides on the pairs decides on the hotspots.
 */
public final class Neighbours {
    private final int[] start;
    private final int[] neighbour;

    private Neighbours(int[] start, int[] neighbour) {
        this.start = start;
        this.neighbour = neighbour;
    }

    /**
     * Builds the lists from pairs in any order.
     *
     * @param areas how many areas there are
     * @param from the area of each pair, from 0 to areas − 1
     * @param to its neighbour, at the same position
     * @return the neighbours of each area
     * @throws IllegalArgumentException when the arrays differ in length or a number is not an area
     */
    public static Neighbours of(int areas, int[] from, int[] to) {
        if (areas < 0 || from.length != to.length) {
            throw new IllegalArgumentException(
                    "Each pair needs an area and a neighbour: " + from.length + ", " + to.length);
        }
        int[] start = new int[areas + 1];
        for (int i = 0; i < from.length; i++) {
            if (from[i] < 0 || from[i] >= areas || to[i] < 0 || to[i] >= areas) {
                throw new IllegalArgumentException("Pair " + i + " names an area that is not from 0 to " + (areas - 1));
            }
            if (from[i] != to[i]) {
                start[from[i] + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] neighbour = new int[start[areas]];
        int[] next = start.clone();
        for (int i = 0; i < from.length; i++) {
            if (from[i] != to[i]) {
                neighbour[next[from[i]]++] = to[i];
            }
        }
        return new Neighbours(start, withoutRepeats(start, neighbour));
    }

    /** Sorts each row, drops what stands twice, and moves the starts accordingly. */
    private static int[] withoutRepeats(int[] start, int[] neighbour) {
        int kept = 0;
        int rowStart = 0;
        for (int area = 0; area + 1 < start.length; area++) {
            int rowEnd = start[area + 1];
            Arrays.sort(neighbour, rowStart, rowEnd);
            int first = kept;
            for (int i = rowStart; i < rowEnd; i++) {
                if (kept == first || neighbour[kept - 1] != neighbour[i]) {
                    neighbour[kept++] = neighbour[i];
                }
            }
            rowStart = rowEnd;
            start[area + 1] = kept;
        }
        return kept == neighbour.length ? neighbour : Arrays.copyOf(neighbour, kept);
    }

    /** How many areas there are. */
    public int areas() {
        return start.length - 1;
    }

    /** How many directed pairs there are. */
    public int pairs() {
        return neighbour.length;
    }

    /** How many neighbours the area has. */
    public int count(int area) {
        return start[area + 1] - start[area];
    }

    /** The neighbours of the area, rising. */
    public int[] of(int area) {
        return Arrays.copyOfRange(neighbour, start[area], start[area + 1]);
    }

    /** Where the neighbours of each area start; for the loops of this package, which only read it. */
    int[] starts() {
        return start;
    }

    /** The neighbours of all areas, one list after the other; for the loops of this package, which only read it. */
    int[] list() {
        return neighbour;
    }
}
