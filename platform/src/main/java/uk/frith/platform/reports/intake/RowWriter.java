package uk.frith.platform.reports.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import uk.frith.platform.foundation.files.RecordReader;

/** Writes rows as PostgreSQL's text form of {@code COPY} wants them: tab between fields, backslash before what is special. */
final class RowWriter {

    /** Every byte of a record can need a backslash; the version and the line are short. */
    private static final int MOST_PER_ROW = 2 * RecordReader.LONGEST_RECORD + 1_024;

    private final CopyPipe pipe;
    private final byte[] version;
    private byte[] buffer = new byte[0];
    private int at;
    private int afterLine;

    RowWriter(CopyPipe pipe, long version) {
        this.pipe = pipe;
        this.version = Long.toString(version).getBytes(StandardCharsets.US_ASCII);
    }

    /** Begins a row with its version and line. */
    void begin(long line) throws IOException {
        buffer = pipe.room(MOST_PER_ROW);
        at = pipe.length();
        System.arraycopy(version, 0, buffer, at, version.length);
        at += version.length;
        buffer[at++] = '\t';
        number(line);
        afterLine = at;
    }

    /** A field as it stands in the file; nothing becomes null. */
    void field(byte[] bytes, int from, int to) {
        buffer[at++] = '\t';
        if (from == to) {
            buffer[at++] = '\\';
            buffer[at++] = 'N';
            return;
        }
        byte[] out = buffer;
        int n = at;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '\\' || (b < ' ' && b >= 0)) {
                n = special(out, n, b);
            } else {
                out[n++] = b;
            }
        }
        at = n;
    }

    /** A field that is known to need no backslash. */
    void plain(byte[] bytes) {
        buffer[at++] = '\t';
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        at += bytes.length;
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
        buffer[at++] = '\n';
        pipe.filledTo(at);
    }

    private static int special(byte[] out, int at, byte b) {
        int n = at;
        switch (b) {
            case '\\' -> {
                out[n++] = '\\';
                out[n++] = '\\';
            }
            case '\t' -> {
                out[n++] = '\\';
                out[n++] = 't';
            }
            case '\n' -> {
                out[n++] = '\\';
                out[n++] = 'n';
            }
            case '\r' -> {
                out[n++] = '\\';
                out[n++] = 'r';
            }
            default -> out[n++] = b;
        }
        return n;
    }

    private void number(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int i = digits - 1; i >= 0; i--) {
            buffer[at + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        at += digits;
    }
}
