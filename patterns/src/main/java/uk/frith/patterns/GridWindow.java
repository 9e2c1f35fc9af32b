package uk.frith.patterns;

/**
 * The hot loop of Gi* on a grid.
 *
 * <p><b>What it computes.</b> The z of {@link GetisOrd} for each cell, from the sum over its square window. A row of
 * column sums slides down the grid, taking in one row and letting go of another; along each row a window sum slides over
 * the column sums. This is the integral image without the image: what it would hold a grid long is kept for one row.
 *
 * <p><b>Units and ranges.</b> As in {@link GetisOrd}.
 *
 * <p><b>Edge cases.</b> A window that is larger than the grid is cut at its edges.
 *
 * <p><b>Accuracy.</b> Sums are of the differences from a whole number near the mean, so that whole numbers stay exact
 * and a large common level costs no digits. Otherwise each slide adds at most half a unit in the last place of
 * the largest sum; with a million cells about 1e-11 in z by estimate, no bound proved.
 *
 * <p><b>Cost.</b> O(cells) whatever the radius: three additions and one multiplication a cell; memory for one row.
 *
 * <p><b>Source.</b> F. Crow, Summed-area tables for texture mapping, Computer Graphics 18 (1984) 207–212, kept row by
 * row.
 *
 * <p><b>Not for.</b> Round windows: a radius of 5 takes in 121 cells, and the circle of that radius 81.
 */
final class GridWindow {
    private GridWindow() {}

    /** Writes z for each cell; the moments must be those of the values, and show variation. */
    static void starInto(double[] z, double[] values, int rows, int columns, int radius, Moments moments) {
        double level = moments.level();
        double[] sums = new double[columns];
        double[] scale = new double[columns];
        double[] expected = new double[columns];
        int down = Math.min(radius, rows);
        int along = Math.min(radius, columns);
        for (int row = 0; row < down; row++) {
            takeIn(sums, values, row * columns, level);
        }
        int scaledFor = 0;
        for (int row = 0; row < rows; row++) {
            int enters = row + down;
            int leaves = row - down - 1;
            int height = Math.min(rows - 1, enters) - Math.max(0, leaves + 1) + 1;
            if (height != scaledFor) {
                prepare(scale, expected, height, radius, values.length, moments);
                scaledFor = height;
            }
            int to = row * columns;
            if (enters < rows && leaves >= 0) {
                exchangeAndSlide(z, to, sums, along, scale, expected, values, enters * columns, leaves * columns);
                continue;
            }
            if (enters < rows) {
                takeIn(sums, values, enters * columns, level);
            } else if (leaves >= 0) {
                letGo(sums, values, leaves * columns, level);
            }
            slide(z, to, sums, along, scale, expected);
        }
    }

    private static void takeIn(double[] sums, double[] values, int from, double level) {
        for (int column = 0; column < sums.length; column++) {
            sums[column] += values[from + column] - level;
        }
    }

    private static void letGo(double[] sums, double[] values, int from, double level) {
        for (int column = 0; column < sums.length; column++) {
            sums[column] -= values[from + column] - level;
        }
    }

    /** What is expected in, and one over the standard deviation of, the window of each column at this height. */
    private static void prepare(double[] scale, double[] expected, int height, int radius, double n, Moments moments) {
        int columns = scale.length;
        for (int column = 0; column < columns; column++) {
            long right = Math.min(columns - 1L, (long) column + radius);
            long left = Math.max(0L, (long) column - radius);
            double k = (double) height * (right - left + 1);
            double square = moments.variance() * ((n * k - k * k) / (n - 1));
            scale[column] = square > 0 ? 1 / Math.sqrt(square) : 0;
            expected[column] = k * moments.aboveLevel();
        }
    }

    private static void slide(double[] z, int to, double[] sums, int reach, double[] scale, double[] expected) {
        int columns = sums.length;
        double window = 0;
        for (int column = 0; column < reach; column++) {
            window += sums[column];
        }
        for (int column = 0; column < columns; column++) {
            if (column + reach < columns) {
                window += sums[column + reach];
            }
            if (column - reach - 1 >= 0) {
                window -= sums[column - reach - 1];
            }
            // Adding 0 turns a negative nought, which a scale of 0 can give, into a plain one.
            z[to + column] = (window - expected[column]) * scale[column] + 0.0;
        }
    }

    /** The same with a row taken in and another let go, in one loop: this is where nearly all of the time goes. */
    private static void exchangeAndSlide(
            double[] z,
            int to,
            double[] sums,
            int reach,
            double[] scale,
            double[] expected,
            double[] values,
            int enters,
            int leaves) {
        int columns = sums.length;
        double window = 0;
        for (int column = 0; column < reach; column++) {
            sums[column] += values[enters + column] - values[leaves + column];
            window += sums[column];
        }
        int inside = Math.min(reach + 1, columns);
        int outside = Math.max(inside, columns - reach);
        for (int column = 0; column < inside && column + reach < columns; column++) {
            int next = column + reach;
            sums[next] += values[enters + next] - values[leaves + next];
            window += sums[next];
            z[to + column] = (window - expected[column]) * scale[column] + 0.0;
        }
        for (int column = Math.max(0, columns - reach); column < inside; column++) {
            z[to + column] = (window - expected[column]) * scale[column] + 0.0;
        }
        double scaled = scale[columns / 2];
        double mean = expected[columns / 2];
        for (int column = inside; column < outside; column++) {
            int next = column + reach;
            double sum = sums[next] + (values[enters + next] - values[leaves + next]);
            sums[next] = sum;
            window += sum - sums[column - reach - 1];
            z[to + column] = (window - mean) * scaled;
        }
        for (int column = outside; column < columns; column++) {
            window -= sums[column - reach - 1];
            z[to + column] = (window - expected[column]) * scale[column] + 0.0;
        }
    }
}
