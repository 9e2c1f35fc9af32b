package uk.frith.platform.reports.integrity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Draws a sample of a fixed size in which each candidate's chance of being drawn is known and proportional to its weight:
 * within each group, systematic sampling by weight from a list in random order (Hartley and Rao 1962). With equal weights
 * that is simple random sampling.
 */
final class SampleRules {

    /** Names the generator and the way, so that a draw can be repeated years from now; changes with every change of them. */
    static final String METHOD = "L64X128MixRandom; systematic by weight from a shuffled list; version 1";

    private static final String GENERATOR = "L64X128MixRandom";

    private SampleRules() {}

    /**
     * What came of a draw.
     *
     * @param probabilities each candidate's chance of being drawn, in the order of the frame
     * @param drawn places in the frame, in the order in which they are to be read
     */
    record Draw(List<Double> probabilities, List<Integer> drawn) {
        Draw {
            probabilities = List.copyOf(probabilities);
            drawn = List.copyOf(drawn);
        }
    }

    /**
     * Draws from a frame.
     *
     * @param frame in a fixed order
     * @param wanted how many; of a smaller frame all are drawn
     */
    static Draw draw(List<Candidate> frame, int wanted, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        SortedMap<String, List<Integer>> strata = new TreeMap<>();
        for (int i = 0; i < frame.size(); i++) {
            strata.computeIfAbsent(frame.get(i).stratum(), name -> new ArrayList<>())
                    .add(i);
        }
        int[] sizes = strata.values().stream().mapToInt(List::size).toArray();
        int[] shares = allocate(sizes, wanted);
        double[] probabilities = new double[frame.size()];
        List<Integer> drawn = new ArrayList<>();
        int group = 0;
        for (List<Integer> places : strata.values()) {
            double[] weights =
                    places.stream().mapToDouble(i -> frame.get(i).weight()).toArray();
            double[] chances = probabilities(weights, shares[group]);
            for (int i = 0; i < chances.length; i++) {
                probabilities[places.get(i)] = chances[i];
            }
            systematic(chances, shares[group], random).forEach(i -> drawn.add(places.get(i)));
            group++;
        }
        shuffle(drawn, random);
        return new Draw(Arrays.stream(probabilities).boxed().toList(), drawn);
    }

    /** Divides a number evenly among groups; what a small group can't give, the others do, the first ones first. */
    static int[] allocate(int[] sizes, int wanted) {
        int[] shares = new int[sizes.length];
        int left = Math.min(wanted, Arrays.stream(sizes).sum());
        while (left > 0) {
            int open = (int) java.util.stream.IntStream.range(0, sizes.length)
                    .filter(i -> shares[i] < sizes[i])
                    .count();
            int each = Math.max(1, left / open);
            for (int i = 0; i < sizes.length && left > 0; i++) {
                int more = Math.min(Math.min(each, left), sizes[i] - shares[i]);
                shares[i] += more;
                left -= more;
            }
        }
        return shares;
    }

    /**
     * Chances proportional to weights that add up to a number, none above 1: whatever would be above is drawn for certain,
     * and the others share the rest.
     */
    static double[] probabilities(double[] weights, int wanted) {
        double[] chances = new double[weights.length];
        boolean[] certain = new boolean[weights.length];
        int left = Math.min(wanted, weights.length);
        boolean again = true;
        while (again) {
            again = false;
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += certain[i] ? 0 : weights[i];
            }
            int rest = left;
            for (int i = 0; i < weights.length; i++) {
                if (certain[i]) {
                    chances[i] = 1;
                    continue;
                }
                chances[i] = rest * weights[i] / sum;
                if (chances[i] >= 1) {
                    certain[i] = true;
                    left--;
                    again = true;
                }
            }
        }
        return chances;
    }

    private static List<Integer> systematic(double[] chances, int wanted, RandomGenerator random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            order.add(i);
        }
        shuffle(order, random);
        double next = random.nextDouble();
        double reached = 0;
        List<Integer> drawn = new ArrayList<>();
        for (int i : order) {
            reached += chances[i];
            if (reached > next && drawn.size() < wanted) {
                drawn.add(i);
                next += 1;
            }
        }
        // Sums of fractions end a hair short of a whole number; the last one in order is the one that was meant.
        for (int i = order.size() - 1; drawn.size() < Math.min(wanted, chances.length); i--) {
            if (!drawn.contains(order.get(i))) {
                drawn.add(order.get(i));
            }
        }
        return drawn;
    }

    private static void shuffle(List<Integer> places, RandomGenerator random) {
        for (int i = places.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = places.get(i);
            places.set(i, places.get(other));
            places.set(other, kept);
        }
    }

    /** What tells whether a frame is the one that a sample was drawn from. */
    static byte[] digest(List<Candidate> frame) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Candidate each : frame) {
                digest.update((each.incident() + " " + each.stratum() + " " + each.weight() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
