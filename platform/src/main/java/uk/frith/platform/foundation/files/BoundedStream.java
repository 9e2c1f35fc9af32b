package uk.frith.platform.foundation.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Counts what is unpacked and stops when it is out of proportion to what it was unpacked from. */
class BoundedStream extends FilterInputStream {

    /** Police data shrink five- to tenfold; CSV of one repeated line about two-hundredfold at most. */
    static final long HIGHEST_RATIO = 200;

    /** Below this a high ratio does no harm, in bytes. */
    static final long HARMLESS = 64L * 1024 * 1024;

    /** No download of police data, all forces and three years of it, is a tenth of this; in bytes. */
    static final long MOST_UNPACKED = 50L * 1024 * 1024 * 1024;

    private final long before;
    private final LongSupplier packed;
    private final LongConsumer taken;
    private long unpacked;

    /**
     * Bounds a stream.
     *
     * @param before bytes that the same archive has already given
     * @param packed how many packed bytes have been read so far
     * @param taken told {@code packed} after each read
     */
    BoundedStream(InputStream in, long before, LongSupplier packed, LongConsumer taken) {
        super(in);
        this.before = before;
        this.packed = packed;
        this.taken = taken;
    }

    /** What has been unpacked so far, in bytes. */
    long unpacked() {
        return unpacked;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            unpacked += read;
            check();
        }
        return read;
    }

    private void check() throws BurstingArchive {
        long from = packed.getAsLong();
        taken.accept(from);
        if (unpacked > HARMLESS && unpacked / HIGHEST_RATIO > from) {
            throw new BurstingArchive("it unpacks to more than " + HIGHEST_RATIO
                    + " times its size, as no honest file does; unpack it yourself and look at it");
        }
        if (before + unpacked > MOST_UNPACKED) {
            throw new BurstingArchive(
                    "it unpacks to more than " + MOST_UNPACKED / (1024 * 1024 * 1024) + " GiB; import it in parts");
        }
    }
}
