package uk.frith.patterns;

/**
 * How far each area's neighbourhood lies above or below what chance would put there.
 *
 * @param z one score for each area, in standard deviations
 * @param tail the question that the p values answer
 * @param variation whether the values differ at all; without it every z is 0 and every p is 1
 */
public record LocalScores(Column z, Tail tail, boolean variation) {

    /** How many areas there are. */
    public int size() {
        return z.size();
    }

    /**
     * The p value of one area, by the normal approximation; 1 when nothing varies.
     *
     * @param area from 0
     * @return a probability
     */
    public double p(int area) {
        double score = z.at(area);
        return variation ? tail.p(score) : 1;
    }

    /** The p values of all areas, ready for {@link FalseDiscovery}. */
    public Column p() {
        double[] p = new double[size()];
        for (int area = 0; area < p.length; area++) {
            p[area] = p(area);
        }
        return Column.owning(p);
    }
}
