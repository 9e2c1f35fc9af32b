package uk.frith.platform.foundation.places;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A file whose beginning has been read.
 *
 * @param name as it is named in reports
 * @param bytes what it holds, compression undone, with the SHA-256 of what was read so far
 * @param content the same as lines
 */
record SourceFile(String name, DigestInputStream bytes, KnownFile content) {

    /** White space and a byte order mark can stand before JSON. */
    private static final int FIRST_BYTES = 64;

    /** Reads the beginning: whether it is a table or boundaries shows there. */
    static SourceFile open(String name, InputStream in) throws IOException {
        DigestInputStream bytes = new DigestInputStream(in, sha256());
        InputStream ahead = new BufferedInputStream(bytes);
        return new SourceFile(name, bytes, isJson(ahead) ? new BoundaryFile(ahead) : new CsvTable(ahead));
    }

    /** Reads what is left and gives the SHA-256 of all of it, 32 bytes. To be called once. */
    byte[] finish() throws IOException {
        bytes.transferTo(OutputStream.nullOutputStream());
        return bytes.getMessageDigest().digest();
    }

    private static boolean isJson(InputStream in) throws IOException {
        in.mark(FIRST_BYTES);
        int next = in.read();
        int read = 1;
        while (read < FIRST_BYTES && (next == 0xEF || next == 0xBB || next == 0xBF || Character.isWhitespace(next))) {
            next = in.read();
            read++;
        }
        in.reset();
        return next == '{';
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
