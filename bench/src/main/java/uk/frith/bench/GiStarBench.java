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
 * <p>R gets a smaller grid with the same square window, its neighbours ready made, and only {@code localG} is timed;
 * cells a second are compared. On that smaller grid both must give the same z. The share of the memory bandwidth is that
 * of the bytes that Gi* must move at least (two readings of the values, one writing of z) in its time, over the bytes
 * that a copy into an array that is already there moves in its own. Gi* makes a new array for z, and its making counts.
 *
 * <p>Arguments, both optional: the side of R's grid (200) and the radius of the window (5). Without R the table has our
 * own lines alone, and says so.
 */
public final class GiStarBench {
    private static final int SIDE = 1000;
    private static final int WARM_UP = 100;
    private static final int REPETITIONS = 5;

    /** A single run is too short to be measured well beside other work. */
    private static final int RUNS_FOR_EACH = 10;

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
        double[] values = counts(SIDE * SIDE);
        double[] copied = new double[values.length];
        double ours = medianSeconds(() -> star(values, SIDE).at(SIDE));
        double copy = medianSeconds(() -> {
            System.arraycopy(values, 0, copied, 0, values.length);
            return copied[SIDE];
        });
        out.printf(
                Locale.UK,
                "Gi* on a grid, window of %d x %d cells, median of %d%n",
                2 * radius + 1,
                2 * radius + 1,
                REPETITIONS);
        out.printf(Locale.UK, "%-26s %12s %12s %16s%n", "", "cells", "ms", "cells a second");
        line("Frith", values.length, ours);
        double[] few = counts(peerSide * peerSide);
        Optional<Peer> peer = peer(few, peerSide);
        peer.ifPresentOrElse(
                r -> {
                    line("spdep " + r.version() + " localG", few.length, r.seconds());
                    out.printf(
                            Locale.UK,
                            "Frith does %,.0f times the cells a second%n",
                            values.length / ours * r.seconds() / few.length);
                },
                () -> out.printf(
                        Locale.UK, "R with spdep was not found, or failed: no comparison (Debian: r-cran-spdep)%n"));
        double copyRate = 16.0 * values.length / copy / 1e9;
        double ourRate = 24.0 * values.length / ours / 1e9;
        out.printf(
                Locale.UK,
                "A plain copy of the million cells takes %.2f ms and moves 16 MB, %.1f GB/s;%n",
                copy * 1e3,
                copyRate);
        out.printf(
                Locale.UK,
                "Gi* moves at least 24 MB, %.1f GB/s: %.0f %% of the bandwidth%n",
                ourRate,
                100 * ourRate / copyRate);
        return peer.isEmpty() || agrees(peer.get().z(), star(few, peerSide));
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

    private static double medianSeconds(DoubleSupplier work) {
        double kept = 0;
        for (int i = 0; i < WARM_UP; i++) {
            kept += work.getAsDouble();
        }
        double[] seconds = new double[REPETITIONS];
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            for (int j = 0; j < RUNS_FOR_EACH; j++) {
                kept += work.getAsDouble();
            }
            seconds[i] = (System.nanoTime() - start) / 1e9 / RUNS_FOR_EACH;
        }
        // Looking at the results keeps the compiler from dropping the work.
        if (Double.isNaN(kept)) {
            throw new IllegalStateException("A result is not a number");
        }
        Arrays.sort(seconds);
        return seconds[REPETITIONS / 2];
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
