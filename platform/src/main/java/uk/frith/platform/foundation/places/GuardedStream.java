package uk.frith.platform.foundation.places;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** What comes out of a compressed file, stopped when it grows beyond anything that tables compress to. */
final class GuardedStream extends FilterInputStream {

    /** Tables of figures compress to a tenth, at best to a fiftieth; a bomb to a thousandth. */
    static final int MOST_GROWTH = 200;

    /** Growth isn't judged before this much has come out: small files can be very even. */
    static final long JUDGED_FROM = 16L << 20;

    /** All postcodes of the country with every column are less than 2 GB. */
    static final long MOST_BYTES = 8L << 30;

    private final LongSupplier compressed;
    private long expanded;

    /**
     * Guards a stream.
     *
     * @param in what comes out
     * @param compressed how many bytes have gone in so far
     */
    GuardedStream(InputStream in, LongSupplier compressed) {
        super(in);
        this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int read = super.read(bytes, from, most);
        if (read > 0) {
            count(read);
        }
        return read;
    }

    private void count(int more) throws IOException {
        expanded += more;
        if (expanded > MOST_BYTES || (expanded > JUDGED_FROM && expanded / MOST_GROWTH > compressed.getAsLong())) {
            throw new BrokenFile("unpacks to far more than tables do, so that nothing of it was taken");
        }
    }
}
