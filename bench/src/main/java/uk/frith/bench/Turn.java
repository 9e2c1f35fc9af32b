package uk.frith.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What came of a turn: times in milliseconds, in order. */
final class Turn {

    private final double[] times;

    Turn(double[] times) {
        if (times.length == 0) {
            throw new IllegalStateException("A turn in which nothing was done");
        }
        this.times = times;
    }

    double percentile(double share) {
        return times[(int) Math.ceil(share * times.length) - 1];
    }

    int size() {
        return times.length;
    }

    /** What stands over the lines of a table. */
    static void head(PrintStream out, int turns) {
        out.printf(
                Locale.UK,
                "%-24s %10s %10s %10s %12s%n",
                "median of " + turns + ", ms",
                "p50",
                "p95",
                "p99",
                "a second");
    }

    static void line(PrintStream out, String what, List<Turn> turns, int seconds) {
        out.printf(
                Locale.UK,
                "%-24s %10.1f %10.1f %10.1f %,12.0f%n",
                what,
                median(turns, turn -> turn.percentile(0.5)),
                median(turns, turn -> turn.percentile(0.95)),
                median(turns, turn -> turn.percentile(0.99)),
                median(turns, turn -> (double) turn.size() / seconds));
    }

    static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        double[] figures = turns.stream().mapToDouble(figure).sorted().toArray();
        return figures[figures.length / 2];
    }
}
