package uk.frith.platform.foundation.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds which areas touch.
 *
 * <p><b>What it computes</b>: queen contiguity: two areas are neighbours when a position of one's boundary is a position
 * of the other's.
 *
 * <p><b>Units and ranges</b>: degrees, compared to the seventh decimal, about a centimetre: files that state the same
 * corner state it with the same digits.
 *
 * <p><b>Edge cases</b>: an area that touches none has no pair; positions that an area repeats count once.
 *
 * <p><b>Accuracy</b>: exact for boundaries whose common lines have common positions, as those of one publication have.
 *
 * <p><b>Cost</b>: sorting n positions, in 12 bytes each.
 *
 * <p><b>Source</b>: Cliff and Ord, Spatial Processes (1981); the same pairs as spdep's {@code poly2nb} gives.
 *
 * <p><b>Not for</b>: boundaries that were generalised each on its own: where no position is shared no neighbour is found,
 * though the areas touch.
 */
final class QueenNeighbours {

    private static final double PER_DEGREE = 1e7;
    private static final int HALF = 32;
    private static final int ROOM_FOR_LONGITUDES = 180;

    private final List<String> codes = new ArrayList<>();
    private long[] positions = new long[1024];
    private int[] areas = new int[1024];
    private int size;

    /** Adds an area; each is added once. */
    void add(Outline outline) {
        int area = codes.size();
        codes.add(outline.code());
        for (List<GeoPoint> ring : outline.rings()) {
            for (GeoPoint point : ring) {
                if (size == positions.length) {
                    positions = Arrays.copyOf(positions, 2 * size);
                    areas = Arrays.copyOf(areas, 2 * size);
                }
                positions[size] = position(point);
                areas[size] = area;
                size++;
            }
        }
    }

    private static long position(GeoPoint point) {
        long x = Math.round((point.longitude() + ROOM_FOR_LONGITUDES) * PER_DEGREE);
        long y = Math.round((point.latitude() + ROOM_FOR_LONGITUDES / 2) * PER_DEGREE);
        return (x << HALF) | y;
    }

    /** Each pair in both directions, sorted by codes. */
    List<NeighbourPair> pairs() {
        long[] order = new long[size];
        long[] sorted = Arrays.copyOf(positions, size);
        Arrays.sort(sorted);
        int places = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[places++] = sorted[i];
            }
        }
        for (int i = 0; i < size; i++) {
            long place = Arrays.binarySearch(sorted, 0, places, positions[i]);
            order[i] = (place << HALF) | areas[i];
        }
        Arrays.sort(order);
        long[] links = links(order);
        List<NeighbourPair> pairs = new ArrayList<>(links.length);
        for (long link : links) {
            pairs.add(new NeighbourPair(codes.get((int) (link >>> HALF)), codes.get((int) link)));
        }
        pairs.sort(java.util.Comparator.comparing(NeighbourPair::code).thenComparing(NeighbourPair::neighbour));
        return pairs;
    }

    /** Links between areas that stand at the same place, sorted, each once. */
    private static long[] links(long[] order) {
        long[] links = new long[1024];
        int count = 0;
        int start = 0;
        for (int end = 1; end <= order.length; end++) {
            if (end < order.length && order[end] >>> HALF == order[start] >>> HALF) {
                continue;
            }
            for (int i = start; i < end; i++) {
                for (int j = start; j < end; j++) {
                    if ((int) order[i] != (int) order[j]) {
                        if (count == links.length) {
                            links = Arrays.copyOf(links, 2 * count);
                        }
                        links[count++] = ((long) (int) order[i] << HALF) | (int) order[j];
                    }
                }
            }
            start = end;
        }
        return Arrays.stream(links, 0, count).sorted().distinct().toArray();
    }
}
