package uk.frith.patterns;

import java.util.Arrays;

/**
 * How far two readers who sorted the same records into the same classes agree beyond what chance would give: Cohen's
 * kappa.
 *
 * <p><b>What it computes.</b> With p(i,j) the share of records that the first reader put into class i and the second
 * into j, row shares r(i) and column shares c(i): observed agreement o = Σ p(i,i), agreement by chance e = Σ r(i)·c(i),
 * κ = (o − e)/(1 − e). The variance is that of Fleiss, Cohen and Everitt for large samples, which also holds when
 * agreement is real: (Σ p(i,i)·(1 − (r(i) + c(i))(1 − κ))² + (1 − κ)²·Σ p(i,j)·(c(i) + r(j))² over i ≠ j − (κ − e(1 −
 * κ))²) / (n(1 − e)²).
 *
 * <p><b>Units and ranges.</b> κ is 1 when both agree on everything, 0 when they agree as often as chance, below 0 when
 * they agree less often; the interval is cut at −1 and 1.
 *
 * <p><b>Edge cases.</b> No record, or a single class used by both readers for all of them: {@link TooFew}, because
 * there is nothing that chance could have got wrong.
 *
 * <p><b>Accuracy.</b> To rounding. The interval is a normal approximation: with fewer than some 30 records read it as a
 * hint.
 *
 * <p><b>Cost.</b> O(k²) for k classes.
 *
 * <p><b>Source.</b> J. Cohen, Educational and Psychological Measurement 20 (1960) 37–46; J. Fleiss, J. Cohen and
 * B. Everitt, Psychological Bulletin 72 (1969) 323–327. Agrees with R's {@code vcd::Kappa}.
 *
 * <p><b>Not for.</b> Who is right: two readers who share a mistake agree perfectly. Nor for comparing teams whose records
 * differ in mix: κ falls when one class is rare, though the readers are as careful.
 *
 * @param records how many records both read, at least 1
 * @param observed the share on which they agreed, between 0 and 1
 * @param expected the share on which chance would have them agree, from 0 to below 1
 * @param kappa agreement beyond chance, between −1 and 1
 * @param interval the interval of kappa
 */
public record Agreement(long records, double observed, double expected, double kappa, ConfidenceInterval interval)
        implements AgreementFinding {
    public Agreement {
        if (records < 1 || !isShare(observed) || !isShare(expected) || !(kappa >= -1 && kappa <= 1)) {
            throw new IllegalArgumentException("Agreement is of at least one record, and lies between -1 and 1");
        }
    }

    /**
     * Compares two readers.
     *
     * @param counts a square table: row i, column j holds how many records the first reader put into class i and the
     *     second into class j
     * @param confidence between 0 and 1, for example 0.95
     * @return the agreement, or {@link TooFew}
     * @throws IllegalArgumentException when the table isn't square or holds a negative number
     */
    public static AgreementFinding of(long[][] counts, double confidence) {
        double z = Normal.upperQuantile(ConfidenceInterval.tailOf(confidence));
        long records = countOf(counts);
        int classes = counts.length;
        double[] first = new double[classes];
        double[] second = new double[classes];
        double observed = 0;
        for (int i = 0; i < classes; i++) {
            for (int j = 0; j < classes; j++) {
                double share = share(counts[i][j], records);
                first[i] += share;
                second[j] += share;
            }
            observed += share(counts[i][i], records);
        }
        double expected = 0;
        for (int i = 0; i < classes; i++) {
            expected += first[i] * second[i];
        }
        int used = (int) Arrays.stream(first).filter(share -> share > 0).count();
        if (records == 0 || (used == 1 && observed == 1)) {
            return new TooFew(used, 2);
        }
        double kappa = (observed - expected) / (1 - expected);
        double half = z * Math.sqrt(Math.max(0, variance(counts, records, first, second, expected, kappa)));
        return new Agreement(
                records,
                Math.min(1, observed),
                expected,
                kappa,
                new ConfidenceInterval(Math.max(-1, kappa - half), Math.min(1, kappa + half), confidence));
    }

    private static double variance(
            long[][] counts, long records, double[] first, double[] second, double expected, double kappa) {
        double same = 0;
        double different = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                double share = share(counts[i][j], records);
                if (i == j) {
                    double rest = 1 - (first[i] + second[i]) * (1 - kappa);
                    same += share * rest * rest;
                } else {
                    double both = second[i] + first[j];
                    different += share * both * both;
                }
            }
        }
        double chance = kappa - expected * (1 - kappa);
        return (same + (1 - kappa) * (1 - kappa) * different - chance * chance)
                / (records * (1 - expected) * (1 - expected));
    }

    private static long countOf(long[][] counts) {
        long records = 0;
        for (long[] row : counts) {
            if (row.length != counts.length) {
                throw new IllegalArgumentException(
                        "Both readers have the same classes: " + counts.length + " rows, " + row.length + " columns");
            }
            for (long count : row) {
                PoissonIntervals.checkCount(count);
                records = Math.addExact(records, count);
            }
        }
        return records;
    }

    private static double share(long count, long records) {
        return records == 0 ? 0 : (double) count / records;
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
