package uk.frith.patterns;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A CSV file by RFC 4180, in UTF-8 with or without a byte order mark, gzipped or not; read row by row. */
final class TableFile implements AutoCloseable {

    /** A file can't be used; the message says where and why. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence);
        }
    }

    /** A longer row is not an analyst's table of two columns. */
    private static final int LONGEST_ROW = 65_536;

    private static final int GZIP_MAGIC = 0x1f8b;

    private final Path file;
    private final BufferedReader reader;
    private final List<String> header;
    private long lines;
    private long line;

    private TableFile(Path file, BufferedReader reader) throws IOException {
        this.file = file;
        this.reader = reader;
        List<String> first = next();
        if (!first.isEmpty() && first.getFirst().startsWith("\ufeff")) {
            first.set(0, first.getFirst().substring(1));
        }
        this.header = first;
    }

    static TableFile open(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Unreadable("There is no readable file " + file + ".");
        }
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 65_536);
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(in, 65_536) : in;
        return new TableFile(
                file,
                new BufferedReader(new InputStreamReader(
                        plain,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))));
    }

    List<String> header() {
        return header;
    }

    /** The line on which the row that was read last begins, from 1. */
    long line() {
        return line;
    }

    Unreadable unreadable(long where, String why) {
        return new Unreadable(file + ", line " + where + ": " + why + ".");
    }

    /** The next row; empty at the end. Blank lines are passed over. */
    List<String> next() throws IOException {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean anything = false;
        line = lines + 1;
        int length = 0;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (++length > LONGEST_ROW) {
                throw unreadable(line, "the row is longer than " + LONGEST_ROW + " characters");
            }
            if (c == '\n') {
                lines++;
            }
            if (quoted) {
                if (c != '"') {
                    field.append((char) c);
                } else if (peek() == '"') {
                    field.append((char) reader.read());
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
                anything = true;
            } else if (c == ',') {
                fields.add(take(field));
                anything = true;
            } else if (c == '\n') {
                if (anything) {
                    fields.add(take(field));
                    return fields;
                }
                line = lines + 1;
                length = 0;
            } else if (c != '\r') {
                field.append((char) c);
                anything = true;
            }
        }
        if (quoted) {
            throw unreadable(line, "a quotation mark is never closed");
        }
        if (anything) {
            fields.add(take(field));
        }
        return fields;
    }

    private int peek() throws IOException {
        reader.mark(1);
        int c = reader.read();
        reader.reset();
        return c;
    }

    private static String take(StringBuilder field) {
        String text = field.toString();
        field.setLength(0);
        return text;
    }

    /** A field as it stands in a CSV file. */
    static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
