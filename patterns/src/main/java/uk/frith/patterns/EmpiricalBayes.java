package uk.frith.patterns;

/**
 * Rates of small areas that don't jump about by chance: Marshall's empirical Bayes estimates.
 *
 * <p><b>What it computes.</b> For counts e and populations b, raw rates r = e/b. <i>Global</i>: m = Σe/Σb, A = Σb(r −
 * m)²/Σb − m/b̄ (0 when negative), estimate m + (r − m)·A/(A + m/b). <i>Local</i>: the same in each area's neighbourhood,
 * itself included: mᵢ = Σⱼe/Σⱼb, Aᵢ = Σⱼ b(r − mⱼ)²/Σⱼb − mᵢ/b̄ᵢ, with mⱼ each neighbour's own local mean and b̄ᵢ the mean
 * population of the neighbourhood.
 *
 * <p><b>Units and ranges.</b> Counts from 0 up, populations above 0; rates are counts per unit of population: multiply by
 * 1,000 afterwards, not before.
 *
 * <p><b>Edge cases.</b> Rates that vary no more than chance: every area gets the mean. No incidents in all or in a
 * neighbourhood: 0. An area without people has no rate: it is refused, leave it out.
 *
 * <p><b>Accuracy.</b> Relative error about 1e-15 times the number of areas.
 *
 * <p><b>Cost.</b> O(areas + pairs).
 *
 * <p><b>Source.</b> R. Marshall, Mapping disease and mortality rates using empirical Bayes estimators, Applied Statistics
 * 40 (1991) 283–294, sections 3 and 4. Global agrees with R's {@code spdep::EBest} and PySAL, local with {@code
 * spdep::EBlocal}, whose variance takes each neighbour's own local mean; Marshall's own text takes the area's.
 *
 * <p><b>Not for.</b> Finding outliers: a village of 100 with 10 incidents among areas at 9 per 1,000 is at 100 per
 * 1,000, and with A = 6.7e-5 (a real county) is drawn to 47. Nor where nobody lives: a shopping street's residents are not those who are at risk.
 */
public final class EmpiricalBayes {
    private EmpiricalBayes() {}

    /**
     * Draws each rate towards that of all areas.
     *
     * @param counts incidents of each area
     * @param populations people of each area
     * @return the smoothed rates
     */
    public static SmoothedRates global(double[] counts, double[] populations) {
        check(counts, populations);
        int areas = counts.length;
        double incidents = 0;
        double people = 0;
        for (int area = 0; area < areas; area++) {
            incidents += counts[area];
            people += populations[area];
        }
        double mean = areas == 0 ? 0 : incidents / people;
        double squares = 0;
        for (int area = 0; area < areas; area++) {
            squares += squared(counts[area], populations[area], mean);
        }
        double variance = areas == 0 ? 0 : Math.max(0, squares / people - mean / (people / areas));
        double[] rates = new double[areas];
        for (int area = 0; area < areas; area++) {
            rates[area] = drawn(counts[area], populations[area], mean, variance);
        }
        return new SmoothedRates(Column.owning(rates), mean, variance);
    }

    /**
     * Draws each rate towards that of its neighbourhood.
     *
     * @param counts incidents of each area
     * @param populations people of each area
     * @param neighbours of as many areas; the area itself is added
     * @return one rate for each area
     */
    public static Column local(double[] counts, double[] populations, Neighbours neighbours) {
        check(counts, populations);
        if (neighbours.areas() != counts.length) {
            throw new IllegalArgumentException(counts.length + " counts for " + neighbours.areas() + " areas");
        }
        double[] incidents = neighbourhoodSums(counts, neighbours);
        double[] people = neighbourhoodSums(populations, neighbours);
        double[] squares = new double[counts.length];
        for (int area = 0; area < counts.length; area++) {
            squares[area] = squared(counts[area], populations[area], incidents[area] / people[area]);
        }
        double[] squaresAround = neighbourhoodSums(squares, neighbours);
        double[] rates = new double[counts.length];
        for (int area = 0; area < counts.length; area++) {
            double mean = incidents[area] / people[area];
            double meanPeople = people[area] / (neighbours.count(area) + 1);
            double variance = Math.max(0, squaresAround[area] / people[area] - mean / meanPeople);
            rates[area] = drawn(counts[area], populations[area], mean, variance);
        }
        return Column.owning(rates);
    }

    private static double squared(double count, double population, double mean) {
        double apart = count / population - mean;
        return population * apart * apart;
    }

    private static double drawn(double count, double population, double mean, double variance) {
        double kept = variance > 0 ? variance / (variance + mean / population) : 0;
        return mean + kept * (count / population - mean);
    }

    private static double[] neighbourhoodSums(double[] values, Neighbours neighbours) {
        int[] starts = neighbours.starts();
        int[] list = neighbours.list();
        double[] sums = values.clone();
        for (int area = 0; area < values.length; area++) {
            for (int i = starts[area]; i < starts[area + 1]; i++) {
                sums[area] += values[list[i]];
            }
        }
        return sums;
    }

    private static void check(double[] counts, double[] populations) {
        if (counts.length != populations.length) {
            throw new IllegalArgumentException(counts.length + " counts for " + populations.length + " populations");
        }
        for (int area = 0; area < counts.length; area++) {
            if (!(counts[area] >= 0 && counts[area] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A count is a number from 0 up: " + counts[area]);
            }
            if (!(populations[area] > 0 && populations[area] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "A population is above 0, or the area has no rate: " + populations[area]);
            }
        }
    }
}
