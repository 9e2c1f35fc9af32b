package uk.frith.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import uk.frith.patterns.Column;
import uk.frith.patterns.GetisOrd;
import uk.frith.patterns.Tail;

/**
 * Gi* on a grid of a million cells, beside R's {@code spdep::localG} and beside a plain copy of the grid.
 *
 * <p>R gets a smaller grid with the same square window, its neighbours ready made, and only {@code localG} is timed,
 * in processor seconds, so that other work on the machine isn't charged to it; cells a second are compared. On that smaller grid both must give the same z. The share of the memory bandwidth is that
 * of the bytes that Gi* must move at least (two readings of the values, one writing of z) in its time, over the bytes
 * that a copy into an array that is already there moves in its own. Gi* makes a new array for z, and its making counts.
 *
 * <p>Arguments, both optional: the side of R's grid (200) and the radius of the window (5). Without R the table has our
 * own lines alone, and says so.
 */
public final class GiStarBench {
    private static final int SIDE = 1000;
    private static final int REPETITIONS = 5;

    /** 16 million cells are 128 MB: beyond the caches, where a million may still fit. */
    private static final int LARGE_SIDE = 4000;

    /** How many cells a repetition works through: a hundred runs of the million. */
    private static final int CELLS_FOR_EACH = 100_000_000;

    private static final double AGREEMENT = 1e-9;
    private static final long PATIENCE_MINUTES = 10;

    private final PrintStream out;
    private final int radius;

    private GiStarBench(PrintStream out, int radius) {
        this.out = out;
        this.radius = radius;
    }

    /** What R gave: its median seconds and its z values. */
    private record Peer(String version, double seconds, Column z) {}

    /** Runs the benchmark; the exit status is 1 when the two disagree. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int peerSide = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int radius = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        if (!new GiStarBench(System.out, radius).run(peerSide)) {
            System.exit(1);
        }
    }

    private boolean run(int peerSide) throws IOException, InterruptedException {
        out.printf(
                Locale.UK,
                "Gi* on a grid, window of %d x %d cells, median of %d%n",
                2 * radius + 1,
                2 * radius + 1,
                REPETITIONS);
        out.printf(Locale.UK, "%-26s %12s %12s %16s%n", "", "cells", "ms", "cells a second");
        Measured ours = measure(SIDE);
        Measured beyondCache = measure(LARGE_SIDE);
        double[] few = counts(peerSide * peerSide);
        Optional<Peer> peer = peer(few, peerSide);
        peer.ifPresentOrElse(
                r -> {
                    line("spdep " + r.version() + " localG", few.length, r.seconds());
                    double ratio = ours.cells() / ours.seconds() * r.seconds() / few.length;
                    out.printf(Locale.UK, "Frith does %,.0f times the cells a second of spdep%n", ratio);
                },
                () -> out.printf(
                        Locale.UK, "R with spdep was not found, or failed: no comparison (Debian: r-cran-spdep)%n"));
        ours.printBandwidth(out);
        beyondCache.printBandwidth(out);
        return peer.isEmpty() || agrees(peer.get().z(), star(few, peerSide));
    }

    /** How long Gi* takes on a grid of our own, and how long a plain copy of that grid takes. */
    private record Measured(int cells, double seconds, double copySeconds) {
        private void printBandwidth(PrintStream out) {
            double copyRate = 16.0 * cells / copySeconds / 1e9;
            double rate = 24.0 * cells / seconds / 1e9;
            out.printf(
                    Locale.UK,
                    "%,d cells: a plain copy moves %,d MB in %.2f ms, %.1f GB/s; Gi* at least %,d MB, %.1f GB/s: %.0f %%%n",
                    cells,
                    16L * cells / 1_000_000,
                    copySeconds * 1e3,
                    copyRate,
                    24L * cells / 1_000_000,
                    rate,
                    100 * rate / copyRate);
        }
    }

    private Measured measure(int side) {
        double[] values = counts(side * side);
        double[] copied = new double[values.length];
        double seconds = medianSeconds(() -> star(values, side).at(side), values.length);
        double copySeconds = medianSeconds(
                () -> {
                    System.arraycopy(values, 0, copied, 0, values.length);
                    return copied[side];
                },
                values.length);
        line("Frith", values.length, seconds);
        return new Measured(values.length, seconds, copySeconds);
    }

    private boolean agrees(Column theirs, Column ours) {
        double apart = 0;
        for (int cell = 0; cell < ours.size(); cell++) {
            apart = Math.max(apart, Math.abs(ours.at(cell) - theirs.at(cell)));
        }
        boolean agrees = ours.size() == theirs.size() && apart <= AGREEMENT;
        out.printf(
                Locale.UK,
                "Largest difference in z on the same %,d cells: %.1e, %s%n",
                ours.size(),
                apart,
                agrees ? "agrees" : "DISAGREES");
        return agrees;
    }

    /** Incidents as they lie: mostly none, few here and there, many in a few places. */
    private static double[] counts(int cells) {
        SplittableRandom random = new SplittableRandom(20260101);
        double[] counts = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            counts[cell] = Math.floor(2 * random.nextExponential() * random.nextExponential());
        }
        return counts;
    }

    private Column star(double[] values, int side) {
        return GetisOrd.starOnGrid(values, side, side, radius, Tail.TWO_SIDED).z();
    }

    /** Each repetition is the median of many single runs, so that a run that other work interrupts doesn't count. */
    private static double medianSeconds(DoubleSupplier work, int cells) {
        int runs = Math.max(5, CELLS_FOR_EACH / cells);
        double kept = 0;
        double[] seconds = new double[REPETITIONS];
        for (int repetition = -1; repetition < REPETITIONS; repetition++) {
            double[] single = new double[runs];
            for (int run = 0; run < runs; run++) {
                long start = System.nanoTime();
                kept += work.getAsDouble();
                single[run] = (System.nanoTime() - start) / 1e9;
            }
            // The first repetition warms up.
            seconds[Math.max(0, repetition)] = median(single);
        }
        // Looking at the results keeps the compiler from dropping the work.
        if (Double.isNaN(kept)) {
            throw new IllegalStateException("A result is not a number");
        }
        return median(seconds);
    }

    private static double median(double[] numbers) {
        Arrays.sort(numbers);
        return numbers[numbers.length / 2];
    }

    private Optional<Peer> peer(double[] values, int side) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("gi-star-bench");
        try (InputStream source = GiStarBench.class.getResourceAsStream("gi-star-peer.R")) {
            Files.copy(
                    Objects.requireNonNull(source, "The script for R is not in the class path"),
                    folder.resolve("peer.R"));
            Files.write(
                    folder.resolve("values.csv"),
                    Arrays.stream(values).mapToObj(Double::toString).toList());
            return runs(folder, side) ? Optional.of(read(folder)) : Optional.empty();
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private boolean runs(Path folder, int side) throws InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        "Rscript",
                        "peer.R",
                        "values.csv",
                        Integer.toString(side),
                        Integer.toString(radius),
                        Integer.toString(REPETITIONS),
                        "z.csv")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("said.txt").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        Process r;
        try {
            r = command.start();
        } catch (IOException thereIsNoRscript) {
            return false;
        }
        if (!r.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            r.destroyForcibly();
            return false;
        }
        return r.exitValue() == 0;
    }

    private static Peer read(Path folder) throws IOException {
        String[] said = Files.readString(folder.resolve("said.txt")).strip().split(" ", 2);
        double[] z = Files.readAllLines(folder.resolve("z.csv")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Peer(said[0], Double.parseDouble(said[1]), Column.of(z));
    }

    private void line(String who, int cells, double seconds) {
        out.printf(Locale.UK, "%-26s %,12d %12.2f %,16.0f%n", who, cells, seconds * 1e3, cells / seconds);
    }
}
