package uk.frith.town;

/** A weighted choice among 0 to n - 1, drawn in constant time by Walker's alias method as Vose builds it. */
final class Choice {

    private final double[] keep;
    private final int[] other;

    private Choice(double[] keep, int[] other) {
        this.keep = keep;
        this.other = other;
    }

    /** The choice with chances proportional to the weights, which are not negative and not all zero. */
    static Choice of(double[] weights) {
        int n = weights.length;
        double total = sum(weights);
        if (!(total > 0)) {
            throw new IllegalArgumentException("The weights of a choice must add up to more than zero");
        }
        double[] keep = new double[n];
        int[] other = new int[n];
        int[] small = new int[n];
        int[] large = new int[n];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < n; i++) {
            keep[i] = weights[i] * n / total;
            other[i] = i;
            if (keep[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int poor = small[--smalls];
            int rich = large[larges - 1];
            other[poor] = rich;
            keep[rich] -= 1 - keep[poor];
            if (keep[rich] < 1) {
                larges--;
                small[smalls++] = rich;
            }
        }
        // What rounding leaves over is, up to the last digit, exactly one.
        while (smalls > 0) {
            keep[small[--smalls]] = 1;
        }
        return new Choice(keep, other);
    }

    /** The sum from first to last: a stream's own sum may add in another order in another release of Java. */
    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    int draw(Chance chance) {
        int i = chance.below(keep.length);
        return chance.unit() < keep[i] ? i : other[i];
    }
}
