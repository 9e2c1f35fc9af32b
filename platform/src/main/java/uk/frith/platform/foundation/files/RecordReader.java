package uk.frith.platform.foundation.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV, record after record, from bytes that nobody has checked, in memory that doesn't grow.
 *
 * <p>Fields are given as positions in a buffer, valid until the next call of {@link #next()}: a caller that looks at
 * bytes allocates nothing. Separator comma, quote {@code "}, a quote within quotes doubled; lines end in LF or CRLF;
 * a byte-order mark of UTF-8 is passed over; blank lines are no records; a quote within an unquoted field is itself.
 */
public final class RecordReader implements Closeable {

    /** No record of any format that is read here comes near; what is longer is damage. */
    public static final int LONGEST_RECORD = 64 * 1024;

    /** How much of a refused record is kept, in characters: enough to find it by. */
    public static final int EXCERPT = 200;

    private static final int BUFFER = 512 * 1024;
    private static final int MOST_FIELDS = 256;

    /** What {@link #next()} found. */
    public enum Found {
        RECORD,
        REFUSED,
        END
    }

    /**
     * Why a record was refused.
     *
     * @param field the number of the field, from nought, or -1 when it isn't one field's fault
     * @param value the beginning of what stood there, at most {@link #EXCERPT} characters
     * @param reason a clause that says what is wrong
     */
    public record Refusal(int field, String value, String reason) {}

    private enum Scan {
        WHOLE,
        BLANK,
        TOO_LONG,
        OPEN_QUOTE,
        TEXT_AFTER_QUOTE
    }

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private final int[] starts = new int[MOST_FIELDS];
    private final int[] ends = new int[MOST_FIELDS];
    private final boolean[] doubled = new boolean[MOST_FIELDS];
    private final CharsetDecoder strict = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer decoded = CharBuffer.allocate(LONGEST_RECORD + 1);

    private int position;
    private int limit;
    private boolean ended;
    private int fields;
    private int length;
    private int lineEnds;
    private int unusual;
    private long line = 1;
    private long nextLine = 1;
    private final boolean byteOrderMark;
    private final boolean sixteenBits;
    private boolean carriageReturns;
    private @Nullable Refusal refusal;

    /** Reads from a stream, which {@link #close()} closes. */
    public RecordReader(InputStream in) throws IOException {
        this.in = in;
        this.byteOrderMark = have(2) && startsWith(0xEF, 0xBB, 0xBF);
        this.sixteenBits =
                have(1) && (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF) || buffer[0] == 0 || buffer[1] == 0);
        if (byteOrderMark) {
            position = 3;
        }
    }

    /** Goes to the next record. */
    public Found next() throws IOException {
        position += length;
        length = 0;
        refusal = null;
        while (have(0)) {
            line = nextLine;
            switch (scan()) {
                case BLANK -> {
                    nextLine++;
                    position += length;
                    length = 0;
                }
                case WHOLE -> {
                    nextLine += lineEnds;
                    return whole();
                }
                case TOO_LONG -> {
                    return giveUp(-1, "the record is longer than " + LONGEST_RECORD + " bytes");
                }
                case OPEN_QUOTE -> {
                    return giveUp(fields, "the quotation mark is never closed");
                }
                case TEXT_AFTER_QUOTE -> {
                    return giveUp(fields, "there is text behind the closing quotation mark");
                }
            }
        }
        return Found.END;
    }

    /** The line on which the record begins, from 1; the header's is 1. */
    public long line() {
        return line;
    }

    /** How many fields the record has. */
    public int fields() {
        return fields;
    }

    /** The buffer that {@link #start} and {@link #end} point into; not to be changed. */
    public byte[] bytes() {
        return buffer;
    }

    /** Where a field begins in {@link #bytes()}. */
    public int start(int field) {
        return position + starts[field];
    }

    /** Where a field ends, exclusive. */
    public int end(int field) {
        return position + ends[field];
    }

    /** A field as text. */
    public String text(int field) {
        return new String(buffer, start(field), ends[field] - starts[field], StandardCharsets.UTF_8);
    }

    /** All fields as text. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(fields);
        for (int i = 0; i < Math.min(fields, MOST_FIELDS); i++) {
            texts.add(text(i));
        }
        return texts;
    }

    /** Why the last record was refused. */
    public Refusal refusal() {
        return Objects.requireNonNull(refusal, "Nothing was refused.");
    }

    /** Whether the file begins with the byte-order mark of UTF-8. */
    public boolean byteOrderMark() {
        return byteOrderMark;
    }

    /** Whether the file looks like UTF-16, which is not read. */
    public boolean sixteenBits() {
        return sixteenBits;
    }

    /** Whether any record so far ended in CRLF. */
    public boolean carriageReturns() {
        return carriageReturns;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Finds the end of the record and its fields, relative to the position; changes no byte. */
    private Scan scan() throws IOException {
        fields = 0;
        lineEnds = 1;
        unusual = 0;
        int n = 0;
        while (true) {
            boolean quoted = have(n) && buffer[position + n] == '"';
            int begin = quoted ? n + 1 : n;
            boolean pairs = false;
            int end;
            if (quoted) {
                long close = closingQuote(begin);
                if (close < 0) {
                    return Scan.OPEN_QUOTE;
                }
                pairs = (close & 1) == 1;
                end = (int) (close >>> 1);
                n = end + 1;
                if (have(n) && buffer[position + n] == '\r' && have(n + 1) && buffer[position + n + 1] == '\n') {
                    carriageReturns = true;
                    n++;
                }
            } else {
                n = plainEnd(n);
                end = n;
            }
            boolean more = have(n);
            if (!more && n > LONGEST_RECORD) {
                return Scan.TOO_LONG;
            }
            byte stop = more ? buffer[position + n] : (byte) '\n';
            if (stop != ',' && stop != '\n') {
                return Scan.TEXT_AFTER_QUOTE;
            }
            if (!quoted && stop == '\n' && end > begin && buffer[position + end - 1] == '\r') {
                carriageReturns |= more;
                end--;
            }
            if (fields < MOST_FIELDS) {
                starts[fields] = begin;
                ends[fields] = end;
                doubled[fields] = pairs;
            }
            fields++;
            n++;
            if (stop == '\n') {
                length = more ? n : n - 1;
                return fields == 1 && !quoted && end == begin ? Scan.BLANK : Scan.WHOLE;
            }
        }
    }

    /** Where an unquoted field ends: at a separator, a line end, the file's end or the longest record's. */
    private int plainEnd(int from) throws IOException {
        int n = from;
        int seen = 0;
        while (have(n)) {
            byte[] bytes = buffer;
            int i = position + n;
            int stop = Math.min(limit, position + LONGEST_RECORD + 1);
            while (i < stop) {
                byte b = bytes[i];
                if (b == ',' || b == '\n') {
                    unusual |= seen;
                    return i - position;
                }
                seen |= (b - 1) | b;
                i++;
            }
            n = i - position;
        }
        unusual |= seen;
        return n;
    }

    /** Twice the place of the closing quote, plus one when quotes are doubled before it; -1 without one. */
    private long closingQuote(int from) throws IOException {
        int n = from;
        int pairs = 0;
        while (have(n)) {
            byte b = buffer[position + n];
            unusual |= (b - 1) | b;
            if (b == '"') {
                if (!have(n + 1) || buffer[position + n + 1] != '"') {
                    return ((long) n << 1) | pairs;
                }
                pairs = 1;
                n++;
            } else if (b == '\n') {
                lineEnds++;
            }
            n++;
        }
        return -1;
    }

    private Found whole() {
        if (unusual < 0) {
            for (int i = 0; i < Math.min(fields, MOST_FIELDS); i++) {
                String wrong = wrongText(start(i), end(i));
                if (!wrong.isEmpty()) {
                    refusal = new Refusal(i, excerpt(start(i), end(i)), wrong);
                    return Found.REFUSED;
                }
            }
        }
        for (int i = 0; i < Math.min(fields, MOST_FIELDS); i++) {
            if (doubled[i]) {
                halve(i);
            }
        }
        return Found.RECORD;
    }

    private String wrongText(int from, int to) {
        strict.reset();
        decoded.clear();
        if (strict.decode(ByteBuffer.wrap(buffer, from, to - from), decoded, true)
                .isError()) {
            return "the text isn't UTF-8";
        }
        for (int i = from; i < to; i++) {
            if (buffer[i] == 0) {
                return "the text holds a zero byte";
            }
        }
        return "";
    }

    private void halve(int field) {
        int to = start(field);
        for (int i = to; i < end(field); i++) {
            if (buffer[i] == '"') {
                i++;
            }
            buffer[to++] = buffer[i];
        }
        ends[field] = to - position;
    }

    /** Refuses the line at the position and goes behind it. */
    private Found giveUp(int field, String reason) throws IOException {
        int n = 0;
        while (have(n) && buffer[position + n] != '\n') {
            n++;
        }
        refusal = new Refusal(field, excerpt(position, position + n), reason);
        position += n;
        skipToLineEnd();
        nextLine++;
        length = 0;
        return Found.REFUSED;
    }

    private void skipToLineEnd() throws IOException {
        while (have(0)) {
            while (position < limit) {
                if (buffer[position++] == '\n') {
                    return;
                }
            }
        }
    }

    private String excerpt(int from, int to) {
        int end = Math.min(to, from + 4 * EXCERPT);
        String text = new String(buffer, from, end - from, StandardCharsets.UTF_8)
                .replace('\0', '\uFFFD')
                .strip();
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT);
    }

    private boolean startsWith(int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (buffer[i] != (byte) wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is a byte that far behind the position; reads on when it must, up to the longest record. */
    private boolean have(int offset) throws IOException {
        while (limit - position <= offset) {
            if (ended || offset > LONGEST_RECORD) {
                return false;
            }
            if (limit == buffer.length) {
                System.arraycopy(buffer, position, buffer, 0, limit - position);
                limit -= position;
                position = 0;
            }
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                ended = true;
            } else {
                limit += read;
            }
        }
        return offset <= LONGEST_RECORD;
    }
}
