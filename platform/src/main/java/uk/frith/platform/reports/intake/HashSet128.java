package uk.frith.platform.reports.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A set of pieces of text, each held as 128 bits of its hash.
 *
 * <p><em>What it computes</em>: whether a piece has been seen before. <em>Units and ranges</em>: any bytes. <em>Edge
 * cases</em>: full at {@link #MOST}; then {@link #add} says nothing more and {@link #full()} is true. <em>Accuracy</em>:
 * two different pieces are taken for one with probability about n²/2¹²⁹, 1e-26 for two million. <em>Cost</em>: one pass
 * over the bytes; 16 bytes a slot, at most half full, so at most 64 MiB. <em>Source</em>: two multiply-and-fold hashes
 * of 64 bits with different constants (digits of the golden ratio and of pi). <em>Not for</em>: text chosen by somebody
 * who wants two pieces to collide.
 */
final class HashSet128 {

    /** A force publishes at most about 120,000 rows a month; beyond this the database counts instead. */
    static final int MOST = 2_000_000;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long A = 0x9E3779B97F4A7C15L;
    private static final long B = 0x243F6A8885A308D3L;
    private static final long C = 0x13198A2E03707345L;
    private static final long D = 0xA4093822299F31D1L;

    private final int most;
    private long[] slots = new long[2 * 4096];
    private int size;
    private boolean full;

    HashSet128() {
        this(MOST);
    }

    HashSet128(int most) {
        this.most = most;
    }

    /** Adds a piece; true when it was there before. */
    boolean add(byte[] bytes, int from, int to) {
        long high = A ^ (to - from);
        long low = B + (to - from);
        int i = from;
        for (; i + 16 <= to; i += 16) {
            long first = (long) LONGS.get(bytes, i);
            long second = (long) LONGS.get(bytes, i + 8);
            high = fold(high ^ first ^ A, second ^ B ^ high);
            low = fold(low ^ second ^ C, first ^ D ^ low);
        }
        long first = 0;
        long second = 0;
        for (int k = 0; i < to; i++, k++) {
            if (k < 8) {
                first |= (bytes[i] & 0xFFL) << (8 * k);
            } else {
                second |= (bytes[i] & 0xFFL) << (8 * (k - 8));
            }
        }
        high = fold(high ^ first ^ A, second ^ B ^ high);
        low = fold(low ^ second ^ C, first ^ D ^ low);
        return add(high == 0 && low == 0 ? 1 : high, low);
    }

    /** Whether it has stopped telling. */
    boolean full() {
        return full;
    }

    private static long fold(long a, long b) {
        return (a * b) ^ Math.unsignedMultiplyHigh(a, b) ^ (a + Long.rotateLeft(b, 23));
    }

    private boolean add(long high, long low) {
        if (full) {
            return false;
        }
        int mask = slots.length / 2 - 1;
        int slot = (int) (high ^ (high >>> 32)) & mask;
        while (slots[2 * slot] != 0 || slots[2 * slot + 1] != 0) {
            if (slots[2 * slot] == high && slots[2 * slot + 1] == low) {
                return true;
            }
            slot = (slot + 1) & mask;
        }
        slots[2 * slot] = high;
        slots[2 * slot + 1] = low;
        size++;
        if (size >= most) {
            full = true;
            slots = new long[2];
        } else if (size > slots.length / 4) {
            grow();
        }
        return false;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0 || old[i + 1] != 0) {
                add(old[i], old[i + 1]);
            }
        }
    }
}
