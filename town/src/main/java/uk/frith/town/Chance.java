package uk.frith.town;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Chance from a seed, in named streams that don't disturb each other.
 *
 * <p>Each part of the town draws from a stream of its own, so that a change to one part leaves the bytes of the others
 * as they were. Only {@link RandomGenerator#nextLong()} of a named algorithm and {@link StrictMath} are used: the same
 * seed gives the same town on every machine and Java release.
 */
final class Chance {

    private static final String ALGORITHM = "L64X128MixRandom";
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final double UNIT = 0x1.0p-53;

    private final RandomGenerator source;

    Chance(long seed, String stream) {
        source = RandomGeneratorFactory.of(ALGORITHM).create(mix(seed, stream));
    }

    private static long mix(long seed, String stream) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < stream.length(); i++) {
            hash = (hash ^ stream.charAt(i)) * FNV_PRIME;
        }
        return hash ^ seed;
    }

    /** Sixty-four random bits. */
    long bits() {
        return source.nextLong();
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (source.nextLong() >>> 11) * UNIT;
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** Uniform in 0 to bound - 1; the bias is below one in a million for the small bounds used here. */
    int below(int bound) {
        return (int) (((source.nextLong() >>> 32) * bound) >>> 32);
    }

    boolean happens(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    /** Standard normal, by Box and Muller's method. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** Exponential with the given mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /**
     * Gamma with mean 1 and variance 1/shape, by Marsaglia and Tsang's method: what turns a Poisson count into a
     * negative binomial one.
     *
     * @param shape at least 1
     */
    double gammaWithMeanOne(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double root = 1 + c * x;
            if (root <= 0) {
                continue;
            }
            double v = root * root * root;
            if (StrictMath.log(1 - unit()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v / shape;
            }
        }
    }

    /** Poisson by multiplication of uniforms, for small means only. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int count = 0;
        double product = unit();
        while (product > limit) {
            count++;
            product *= unit();
        }
        return count;
    }
}
