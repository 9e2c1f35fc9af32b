package uk.frith.platform.foundation.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** One file that was found: on a disk, or as an entry of an archive; opened as often as its bytes are wanted. */
public final class IncomingFile {

    interface Opening {
        InputStream open(LongConsumer taken) throws IOException;
    }

    private final String label;
    private final boolean named;
    private final long size;
    private final Opening opening;

    IncomingFile(String label, boolean named, long size, Opening opening) {
        this.label = label;
        this.named = named;
        this.size = size;
        this.opening = opening;
    }

    /** Its path from the folder above the path that was given, as {@code crime/2021-03-kent-street.csv}. */
    public String label() {
        return label;
    }

    /** The last part of its path. */
    public String name() {
        return label.substring(label.lastIndexOf('/') + 1);
    }

    /** Whether it was named itself, not found in a folder or an archive. */
    public boolean named() {
        return named;
    }

    /** Its size as it lies there, compressed if it is; in bytes. */
    public long size() {
        return size;
    }

    /**
     * Its content, with compression undone.
     *
     * @param taken told again and again how many of the {@link #size()} bytes have been taken so far
     * @throws BurstingArchive from the stream, when the content is out of all proportion
     */
    public InputStream open(LongConsumer taken) throws IOException {
        return opening.open(taken);
    }

    @Override
    public String toString() {
        return label;
    }
}
