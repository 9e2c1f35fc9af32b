package uk.frith.platform.foundation.places;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A file, or a file in a zip, whose beginning has been read.
 *
 * @param name as it is named in reports: the path, and for a file in a zip the path of the zip before it
 * @param bytes the file as it lies there, counted
 * @param content what it holds
 */
record SourceFile(String name, CountedStream bytes, KnownFile content) {

    /** Reads the beginning: whether it is compressed, and whether it is a table or boundaries, shows there. */
    static SourceFile open(String name, InputStream in) throws IOException {
        CountedStream bytes = new CountedStream(new BufferedInputStream(in));
        InputStream plain = new BufferedInputStream(bytes);
        if (startsWith(plain, 0x1F, 0x8B)) {
            plain = new BufferedInputStream(new GuardedStream(new GZIPInputStream(plain, 64 * 1024), bytes::bytes));
        }
        return new SourceFile(name, bytes, isJson(plain) ? new BoundaryFile(plain) : new CsvTable(plain));
    }

    /** Whether the stream begins with two bytes; reads nothing. */
    static boolean startsWith(InputStream in, int first, int second) throws IOException {
        in.mark(2);
        boolean starts = in.read() == first && in.read() == second;
        in.reset();
        return starts;
    }

    private static boolean isJson(InputStream in) throws IOException {
        in.mark(64);
        int next = in.read();
        int read = 1;
        while (read < 64 && (next == 0xEF || next == 0xBB || next == 0xBF || Character.isWhitespace(next))) {
            next = in.read();
            read++;
        }
        in.reset();
        return next == '{';
    }
}
