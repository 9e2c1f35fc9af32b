package uk.frith.platform.reports.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts rows by area code and crime type, exactly and without an object a row.
 *
 * <p>Codes of up to nine ASCII characters, which are all that the Office for National Statistics issues, are packed into
 * a long; types are numbered. Beyond {@link #MOST} pairs it stops and {@link #full()} is true.
 */
final class AreaTypeCounts {

    /** England and Wales have about 500,000 pairs of area and type; beyond twice that the database counts instead. */
    static final int MOST = 1_000_000;

    private static final int MOST_TYPES = 4_096;

    /** A count of one pair. */
    record Count(String lsoaCode, String crimeType, long incidents) {}

    private final int most;
    private final Map<String, Integer> longCodes = new HashMap<>();
    private final List<byte[]> types = new ArrayList<>();
    private long[] areas = new long[4096];
    private int[] typeNumbers = new int[4096];
    private long[] counts = new long[4096];
    private int size;
    private boolean full;

    AreaTypeCounts() {
        this(MOST);
    }

    AreaTypeCounts(int most) {
        this.most = most;
    }

    /** Counts one row. */
    void add(byte[] bytes, int areaFrom, int areaTo, int typeFrom, int typeTo) {
        if (full) {
            return;
        }
        int type = number(bytes, typeFrom, typeTo);
        if (type < 0) {
            stop();
            return;
        }
        add(packed(bytes, areaFrom, areaTo), type, 1);
    }

    boolean full() {
        return full;
    }

    /** Every pair that has rows; in no particular order. */
    List<Count> all() {
        Map<Long, String> names = new HashMap<>();
        longCodes.forEach((code, number) -> names.put(-1L - number, code));
        List<Count> all = new ArrayList<>(size);
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                long area = areas[i];
                String code = area < 0 ? names.getOrDefault(area, "") : unpacked(area);
                all.add(new Count(code, new String(types.get(typeNumbers[i]), StandardCharsets.UTF_8), counts[i]));
            }
        }
        return all;
    }

    private int number(byte[] bytes, int from, int to) {
        for (int i = 0; i < types.size(); i++) {
            byte[] type = types.get(i);
            if (type.length == to - from && Arrays.equals(type, 0, type.length, bytes, from, to)) {
                return i;
            }
        }
        if (types.size() >= MOST_TYPES) {
            return -1;
        }
        types.add(Arrays.copyOfRange(bytes, from, to));
        return types.size() - 1;
    }

    private long packed(byte[] bytes, int from, int to) {
        if (to - from <= 9) {
            long packed = 0;
            int high = 0;
            for (int i = from; i < to; i++) {
                high |= bytes[i];
                packed = packed << 7 | bytes[i];
            }
            if (high >= 0) {
                return packed;
            }
        }
        return -1L
                - longCodes.computeIfAbsent(
                        new String(bytes, from, to - from, StandardCharsets.UTF_8), code -> longCodes.size());
    }

    private static String unpacked(long packed) {
        StringBuilder code = new StringBuilder();
        for (long rest = packed; rest != 0; rest >>>= 7) {
            code.append((char) (rest & 0x7F));
        }
        return code.reverse().toString();
    }

    private void add(long area, int type, long times) {
        int mask = counts.length - 1;
        long mixed = (area * 31 + type) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 36) & mask;
        while (counts[slot] != 0) {
            if (areas[slot] == area && typeNumbers[slot] == type) {
                counts[slot] += times;
                return;
            }
            slot = (slot + 1) & mask;
        }
        areas[slot] = area;
        typeNumbers[slot] = type;
        counts[slot] = times;
        size++;
        if (size >= most) {
            stop();
        } else if (size > counts.length / 2) {
            grow();
        }
    }

    private void stop() {
        full = true;
        areas = new long[0];
        typeNumbers = new int[0];
        counts = new long[0];
        longCodes.clear();
    }

    private void grow() {
        long[] oldAreas = areas;
        int[] oldTypes = typeNumbers;
        long[] oldCounts = counts;
        areas = new long[oldAreas.length * 2];
        typeNumbers = new int[oldAreas.length * 2];
        counts = new long[oldAreas.length * 2];
        size = 0;
        for (int i = 0; i < oldCounts.length; i++) {
            if (oldCounts[i] > 0) {
                add(oldAreas[i], oldTypes[i], oldCounts[i]);
            }
        }
    }
}
