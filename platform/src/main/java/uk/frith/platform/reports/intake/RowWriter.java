package uk.frith.platform.reports.intake;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import uk.frith.platform.foundation.files.RecordReader;

/**
 * Writes rows as PostgreSQL's binary form of {@code COPY} wants them: a count of fields, and before each field its
 * length. The server has less to do with it than with the text form, and nothing needs a backslash.
 */
final class RowWriter {

    /** A length before each field, numbers of eight bytes, and at most a record of text. */
    private static final int MOST_PER_ROW = RecordReader.LONGEST_RECORD + 1_024;

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    /** PostgreSQL counts days and microseconds from here. */
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Powers of ten that a double holds exactly. */
    private static final double[] TENS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
    };

    private final CopyPipe pipe;
    private final long version;
    private final int columns;
    private byte[] buffer = new byte[0];
    private int at;
    private int afterLine;

    /**
     * Writes rows of one version.
     *
     * @param columns how many columns the table has, version and line included
     */
    RowWriter(CopyPipe pipe, long version, int columns) {
        this.pipe = pipe;
        this.version = version;
        this.columns = columns;
    }

    /** Says that binary rows follow. */
    void open() throws IOException {
        at = start(SIGNATURE.length);
        System.arraycopy(SIGNATURE, 0, buffer, at, SIGNATURE.length);
        pipe.filledTo(at + SIGNATURE.length);
    }

    /** Says that no more rows follow. */
    void close() throws IOException {
        at = start(Short.BYTES);
        SHORTS.set(buffer, at, (short) -1);
        pipe.filledTo(at + Short.BYTES);
    }

    /** Begins a row with its version and line. */
    void begin(long line) throws IOException {
        at = start(MOST_PER_ROW);
        SHORTS.set(buffer, at, (short) columns);
        at += Short.BYTES;
        number(version);
        number(line);
        afterLine = at;
    }

    private int start(int room) throws IOException {
        buffer = pipe.room(room);
        return pipe.length();
    }

    /** Text as it stands in the file; nothing becomes null. */
    void text(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            nothing();
            return;
        }
        INTS.set(buffer, at, length);
        System.arraycopy(bytes, from, buffer, at + Integer.BYTES, length);
        at += Integer.BYTES + length;
    }

    /** A number of degrees that has been found sound; nothing becomes null. */
    void degrees(byte[] bytes, int from, int to) {
        if (from == to) {
            nothing();
        } else {
            number(Double.doubleToRawLongBits(decimal(bytes, from, to)));
        }
    }

    void date(LocalDate day) {
        INTS.set(buffer, at, Integer.BYTES);
        INTS.set(buffer, at + Integer.BYTES, (int) EPOCH_DAY.until(day, ChronoUnit.DAYS));
        at += 2 * Integer.BYTES;
    }

    void moment(Instant moment) {
        number(EPOCH.until(moment, ChronoUnit.MICROS));
    }

    /** Where the row's own fields begin in {@link #buffer()}: behind its line. */
    int fieldsFrom() {
        return afterLine;
    }

    /** Where the row ends so far. */
    int fieldsTo() {
        return at;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Ends the row: only now does it count. */
    void end() {
        pipe.filledTo(at);
    }

    private void nothing() {
        INTS.set(buffer, at, -1);
        at += Integer.BYTES;
    }

    private void number(long value) {
        INTS.set(buffer, at, Long.BYTES);
        LONGS.set(buffer, at + Integer.BYTES, value);
        at += Integer.BYTES + Long.BYTES;
    }

    /** The nearest double: up to 15 digits, one exact number divided by another; more, by the library. */
    static double decimal(byte[] bytes, int from, int to) {
        long digits = 0;
        int count = 0;
        int fraction = 0;
        boolean point = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '.') {
                point = true;
            } else if (b >= '0') {
                digits = digits * 10 + (b - '0');
                count++;
                if (point) {
                    fraction++;
                }
                if (count >= TENS.length) {
                    return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
                }
            }
        }
        double value = digits / TENS[fraction];
        return bytes[from] == '-' ? -value : value;
    }
}
