package uk.frith.patterns;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Runs a check on many made-up inputs; a failure names the seed, and {@code -Dtrials.seed=} runs that one alone. */
final class Trials {
    private static final String PROPERTY = "trials.seed";

    private Trials() {}

    /** A check that draws its input from the generator. */
    @FunctionalInterface
    interface Check {
        void on(RandomGenerator random);
    }

    static void run(int trials, Check check) {
        Long only = Long.getLong(PROPERTY);
        if (only != null) {
            check.on(new SplittableRandom(only));
            return;
        }
        for (long seed = 1; seed <= trials; seed++) {
            try {
                check.on(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("Failed; repeat with -D" + PROPERTY + "=" + seed, failure);
            }
        }
    }

    /** Counts as areas have them: most small, a few large. */
    static double[] counts(RandomGenerator random, int size) {
        double[] counts = new double[size];
        for (int i = 0; i < size; i++) {
            counts[i] = Math.floor(3 * random.nextExponential() * random.nextExponential());
        }
        return counts;
    }

    /** A random order of 0 to size − 1. */
    static int[] order(RandomGenerator random, int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Directed pairs between areas, some twice, some of an area with itself. */
    static int[][] pairs(RandomGenerator random, int areas, int pairs) {
        int[] from = new int[pairs];
        int[] to = new int[pairs];
        for (int i = 0; i < pairs; i++) {
            from[i] = random.nextInt(areas);
            to[i] = random.nextInt(areas);
        }
        return new int[][] {from, to};
    }
}
