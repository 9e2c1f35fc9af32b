package uk.frith.platform.reports.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows in the form of {@code COPY} from the thread that reads a file to the thread that holds the transaction, in
 * a fixed number of buffers, so that reading and storing go on at the same time in memory that doesn't grow.
 */
final class CopyPipe {

    private static final int BUFFERS = 8;
    private static final int BUFFER = 256 * 1024;

    /** How long one side looks away before it looks again whether the other has given up. */
    private static final long GLANCE_MILLIS = 200;

    /** A filled buffer; the last one is empty. */
    @SuppressWarnings("ArrayRecordComponent") // Handed from thread to thread, never compared.
    record Chunk(byte[] bytes, int length) {}

    private final BlockingQueue<Chunk> filled = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final BlockingQueue<byte[]> empty = new ArrayBlockingQueue<>(BUFFERS);
    private volatile @Nullable Throwable failure;
    private volatile boolean abandoned;
    private byte[] current = new byte[BUFFER];
    private int length;

    CopyPipe() {
        for (int i = 1; i < BUFFERS; i++) {
            empty.add(new byte[BUFFER]);
        }
    }

    /** The buffer to write into, with room for that many bytes behind {@link #length()}. */
    byte[] room(int bytes) throws IOException {
        if (length + bytes > current.length) {
            send();
        }
        return current;
    }

    int length() {
        return length;
    }

    /** Says how far the buffer is filled now. */
    void filledTo(int end) {
        length = end;
    }

    /** The reading side has come to the end of the file. */
    void finish() throws IOException {
        send();
        put(new Chunk(new byte[0], 0));
    }

    /** The reading side has failed. */
    void fail(Throwable cause) {
        failure = cause;
    }

    /** The storing side has failed: the reading side should stop. */
    void abandon() {
        abandoned = true;
    }

    /** The next buffer; null at the end. */
    @Nullable
    Chunk take() throws IOException {
        try {
            while (true) {
                Chunk chunk = filled.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                if (chunk != null) {
                    return chunk.length() == 0 ? null : chunk;
                }
                Throwable cause = failure;
                if (cause instanceof IOException e) {
                    throw e;
                }
                if (cause != null) {
                    throw new IllegalStateException("Reading failed.", cause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The import was interrupted.");
        }
    }

    void giveBack(Chunk chunk) {
        empty.add(chunk.bytes());
    }

    private void send() throws IOException {
        if (length > 0) {
            put(new Chunk(current, length));
            length = 0;
            current = freshBuffer();
        }
    }

    private byte[] freshBuffer() throws IOException {
        try {
            while (true) {
                byte[] buffer = empty.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                if (buffer != null) {
                    return buffer;
                }
                stopIfAbandoned();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The import was interrupted.");
        }
    }

    private void put(Chunk chunk) throws IOException {
        try {
            while (!filled.offer(chunk, GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                stopIfAbandoned();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The import was interrupted.");
        }
    }

    private void stopIfAbandoned() throws InterruptedIOException {
        if (abandoned) {
            throw new InterruptedIOException("The import was given up.");
        }
    }
}
