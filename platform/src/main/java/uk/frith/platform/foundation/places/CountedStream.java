package uk.frith.platform.foundation.places;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Counts what is read and takes its SHA-256. */
final class CountedStream extends FilterInputStream {

    private final MessageDigest digest = sha256();
    private long bytes;
    private byte[] sha256 = {};

    CountedStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            bytes++;
            digest.update((byte) read);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        if (read > 0) {
            bytes += read;
            digest.update(into, from, read);
        }
        return read;
    }

    long bytes() {
        return bytes;
    }

    /** The SHA-256 of all of it, 32 bytes, once it is finished; before that, nothing. */
    byte[] digest() {
        return sha256.clone();
    }

    /** Reads what is left and gives the SHA-256 of all of it. */
    byte[] finish() throws IOException {
        byte[] rest = new byte[8192];
        int last;
        do {
            last = read(rest, 0, rest.length);
        } while (last >= 0);
        sha256 = digest.digest();
        return sha256.clone();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
