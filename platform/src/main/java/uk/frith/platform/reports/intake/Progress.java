package uk.frith.platform.reports.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far an import has come; told by the threads that work, asked by whoever watches. */
final class Progress {

    private final InstantSource clock;
    private final Instant begun;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong bytesOfDoneFiles = new AtomicLong();
    private final AtomicLong bytesOfThisFile = new AtomicLong();
    private final long bytesInAll;

    /** Begins now; the bytes are as the files lie there, packed if they are. */
    Progress(InstantSource clock, long bytesInAll) {
        this.clock = clock;
        this.begun = clock.instant();
        this.bytesInAll = bytesInAll;
    }

    void read(long moreRows, long moreRefused) {
        rows.addAndGet(moreRows);
        refused.addAndGet(moreRefused);
    }

    void taken(long bytes) {
        bytesOfThisFile.set(bytes);
    }

    void fileDone(long bytes) {
        bytesOfThisFile.set(0);
        bytesOfDoneFiles.addAndGet(bytes);
    }

    /**
     * How things stand.
     *
     * @param rows rows read
     * @param refused of these refused
     * @param rowsPerSecond since the beginning
     * @param left how long it will take at the pace so far; empty before there is a pace
     */
    record State(long rows, long refused, long rowsPerSecond, Optional<Duration> left) {}

    State state() {
        double seconds =
                Math.max(0.001, Duration.between(begun, clock.instant()).toMillis() / 1000.0);
        long read = rows.get();
        long bytes = Math.min(bytesInAll, bytesOfDoneFiles.get() + bytesOfThisFile.get());
        Optional<Duration> left = bytes == 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round(seconds * (bytesInAll - bytes) / bytes)));
        return new State(read, refused.get(), Math.round(read / seconds), left);
    }
}
