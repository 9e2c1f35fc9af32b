package uk.frith.platform.foundation.places;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines without ever holding more than one, and no more than {@value #LONGEST} bytes of that one.
 * These tables have no line breaks inside quotes, so that a line damaged in any way damages no other.
 */
final class LineReader {

    /** A line of a reference table has some hundred bytes. */
    static final int LONGEST = 64 * 1024;

    /**
     * A line.
     *
     * @param number from 1
     * @param text without its end, or as much of it as was kept
     * @param fault what is wrong with it as a whole; null when nothing is
     */
    record Line(long number, String text, @Nullable String fault) {}

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line, or null at the end. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        boolean any = false;
        boolean tooLong = false;
        while (true) {
            if (position == filled && !fill()) {
                break;
            }
            any = true;
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            int kept = Math.min(end - position, LONGEST - bytes.size());
            tooLong |= kept < end - position;
            bytes.write(buffer, position, kept);
            position = end;
            if (end < filled) {
                position++;
                break;
            }
        }
        return any ? line(bytes.toByteArray(), tooLong) : null;
    }

    private boolean fill() throws IOException {
        filled = in.read(buffer);
        position = 0;
        return filled > 0;
    }

    private Line line(byte[] bytes, boolean tooLong) {
        number++;
        int from = number == 1 && startsWithMark(bytes) ? 3 : 0;
        int to = bytes.length;
        if (to > from && bytes[to - 1] == '\r') {
            to--;
        }
        if (tooLong) {
            return new Line(
                    number,
                    new String(bytes, from, to - from, StandardCharsets.UTF_8),
                    "is longer than " + LONGEST + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            return new Line(number, text, null);
        } catch (CharacterCodingException e) {
            return new Line(number, new String(bytes, from, to - from, StandardCharsets.UTF_8), "isn't UTF-8");
        }
    }

    /** A byte order mark, as some spreadsheets write at the beginning of UTF-8. */
    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }
}
