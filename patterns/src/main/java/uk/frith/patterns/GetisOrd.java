package uk.frith.patterns;

/**
 * Where values cluster: the local statistics Gi* and Gi of Getis and Ord.
 *
 * <p><b>What it computes.</b> With weights w(i, j), W = Σw, W₂ = Σw², mean x̄ and S² = Σ(x − x̄)²/n over all n areas:
 * <i>Gi*</i>, the area itself counted: z = (Σ w x − W x̄) / (S √((n W₂ − W²)/(n − 1))). <i>Gi</i>, the area itself left
 * out of sum, mean and S: z = (Σ w x − W x̄ᵢ) / (Sᵢ √(((n − 1) W₂ − W²)/(n − 2))). Binary weights are 1 for each
 * neighbour; for Gi* the method adds the area itself with weight 1. On a grid the neighbours are the cells of the square
 * window of 2r + 1 cells; at the edge there are fewer.
 *
 * <p><b>Units and ranges.</b> Values in any unit: z doesn't change when they are all multiplied by a positive number or
 * moved by the same amount. z is in standard deviations.
 *
 * <p><b>Edge cases.</b> No variation: z 0, p 1. An area without neighbours is its own neighbourhood for Gi*, and has z 0
 * for Gi. A neighbourhood of all areas: z 0. A value that is not a finite number is refused.
 *
 * <p><b>Accuracy.</b> Window sums of whole numbers are exact, and z agrees with spdep to 1e-14 on 40,000 cells. Other values
 * gather rounding as the window slides: 1e-11 in z on a million cells by estimate, no bound proved. The p value rests on the normal approximation: with fewer than {@value #LEAST_AREAS} areas, or
 * a mean count under {@value #LEAST_MEAN_COUNT}, it isn't to be trusted, and no star should be printed.
 *
 * <p><b>Cost.</b> O(areas + pairs); on a grid O(cells) whatever the radius, about 2 ns a cell.
 *
 * <p><b>Source.</b> J. Ord and A. Getis, Local spatial autocorrelation statistics, Geographical Analysis 27 (1995)
 * 286–306, equations 6 and 7. Agrees with R's {@code spdep::localG}.
 *
 * <p><b>Not for.</b> An area that holds sea or somebody else's ground: of a 100 × 100 grid with 500 incidents on its
 * land half, a land cell with one incident in its window of nine has z 0.8, and 0.1 if only the land is counted; leave out cells
 * where nothing can happen. Nor for raw p: of 10,000 cells 500 have p ≤ 0.05 by chance; use {@link FalseDiscovery}.
 */
public final class GetisOrd {
    /** Below this many areas the normal approximation of p is not to be trusted. */
    public static final int LEAST_AREAS = 30;

    /** Below this mean count most neighbourhoods are empty, and z has no normal law. */
    public static final double LEAST_MEAN_COUNT = 0.1;

    /** When one area makes nearly all of the spread, that of the others is measured anew: the rest is rounding. */
    private static final double TOO_LITTLE_LEFT = 1e-6;

    private GetisOrd() {}

    /**
     * Gi* with binary weights, each area counted in its own neighbourhood.
     *
     * @param values one for each area
     * @param neighbours of as many areas
     * @param tail the question of the p values
     * @return a score for each area
     */
    public static LocalScores star(double[] values, Neighbours neighbours, Tail tail) {
        Moments moments = checked(values, neighbours);
        double[] z = new double[values.length];
        starInto(z, values, neighbours.starts(), neighbours.list(), moments);
        return scores(z, tail, moments);
    }

    /**
     * Gi* with given weights, the own weight of each area included.
     *
     * @param values one for each area
     * @param weights of as many areas
     * @param tail the question of the p values
     * @return a score for each area
     */
    public static LocalScores star(double[] values, Weights weights, Tail tail) {
        Neighbours neighbours = weights.neighbours();
        Moments moments = checked(values, neighbours);
        double[] z = new double[values.length];
        starInto(z, values, neighbours.starts(), neighbours.list(), weights.ofPair(), weights.own(), moments);
        return scores(z, tail, moments);
    }

    /**
     * Gi with binary weights: does the surrounding cluster, whatever the area itself has?
     *
     * @param values one for each area
     * @param neighbours of as many areas
     * @param tail the question of the p values
     * @return a score for each area
     */
    public static LocalScores withoutSelf(double[] values, Neighbours neighbours, Tail tail) {
        Moments moments = checked(values, neighbours);
        double[] z = new double[values.length];
        withoutSelfInto(z, values, neighbours.starts(), neighbours.list(), moments);
        return scores(z, tail, moments);
    }

    /**
     * Gi* on a grid, the neighbourhood being the square window around each cell.
     *
     * @param values row after row
     * @param rows how many rows, at least 1
     * @param columns how many columns, at least 1
     * @param radius how many cells the window reaches in each direction, at least 0
     * @param tail the question of the p values
     * @return a score for each cell, row after row
     */
    public static LocalScores starOnGrid(double[] values, int rows, int columns, int radius, Tail tail) {
        if (rows < 1 || columns < 1 || (long) rows * columns != values.length || radius < 0) {
            throw new IllegalArgumentException(values.length + " values are not a grid of " + rows + " rows by "
                    + columns + " columns with radius " + radius);
        }
        Moments moments = Moments.of(values);
        double[] z = new double[values.length];
        if (varies(moments)) {
            GridWindow.starInto(z, values, rows, columns, radius, moments);
        }
        return scores(z, tail, moments);
    }

    private static Moments checked(double[] values, Neighbours neighbours) {
        if (values.length != neighbours.areas()) {
            throw new IllegalArgumentException(values.length + " values for " + neighbours.areas() + " areas");
        }
        return Moments.of(values);
    }

    private static LocalScores scores(double[] z, Tail tail, Moments moments) {
        return new LocalScores(Column.owning(z), tail, varies(moments));
    }

    private static boolean varies(Moments moments) {
        return moments.squares() > 0;
    }

    private static void starInto(double[] z, double[] values, int[] starts, int[] list, Moments moments) {
        double n = values.length;
        double level = moments.level();
        for (int area = 0; area < values.length; area++) {
            double sum = values[area] - level;
            for (int i = starts[area]; i < starts[area + 1]; i++) {
                sum += values[list[i]] - level;
            }
            double k = starts[area + 1] - starts[area] + 1.0;
            z[area] = score(sum - k * moments.aboveLevel(), moments.variance(), (n * k - k * k) / (n - 1));
        }
    }

    private static void starInto(
            double[] z, double[] values, int[] starts, int[] list, double[] ofPair, double[] own, Moments moments) {
        double n = values.length;
        double level = moments.level();
        for (int area = 0; area < values.length; area++) {
            double weight = own[area];
            double squares = own[area] * own[area];
            double sum = own[area] * (values[area] - level);
            for (int i = starts[area]; i < starts[area + 1]; i++) {
                weight += ofPair[i];
                squares += ofPair[i] * ofPair[i];
                sum += ofPair[i] * (values[list[i]] - level);
            }
            double above = sum - weight * moments.aboveLevel();
            z[area] = score(above, moments.variance(), (n * squares - weight * weight) / (n - 1));
        }
    }

    private static void withoutSelfInto(double[] z, double[] values, int[] starts, int[] list, Moments moments) {
        double others = values.length - 1.0;
        double level = moments.level();
        for (int area = 0; area < values.length; area++) {
            double own = values[area] - level - moments.aboveLevel();
            double sum = 0;
            for (int i = starts[area]; i < starts[area + 1]; i++) {
                sum += values[list[i]] - level;
            }
            double k = starts[area + 1] - starts[area];
            double above = sum - k * (moments.aboveLevel() - own / others);
            double squaresOfOthers = moments.squares() - own * own * values.length / others;
            if (squaresOfOthers < TOO_LITTLE_LEFT * moments.squares()) {
                squaresOfOthers = Moments.of(without(values, area)).squares();
            }
            z[area] = score(above, squaresOfOthers / others, (others * k - k * k) / (others - 1));
        }
    }

    private static double[] without(double[] values, int area) {
        double[] others = new double[values.length - 1];
        System.arraycopy(values, 0, others, 0, area);
        System.arraycopy(values, area + 1, others, area, others.length - area);
        return others;
    }

    /** What lies above the mean, in standard deviations; 0 where there is no deviation to measure by. */
    private static double score(double above, double variance, double spread) {
        double square = variance * spread;
        return square > 0 ? above / Math.sqrt(square) : 0;
    }
}
