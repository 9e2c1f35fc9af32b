package uk.frith.patterns;

/**
 * Whether a series rises or falls.
 *
 * @param months how many observations it rests on
 * @param s pairs that rise less pairs that fall
 * @param variance the variance of s when there is no trend
 * @param z the score of s, in standard deviations, with the continuity correction
 * @param p the p value for the question that was asked
 * @param tau s divided by the number of pairs: −1 always falling, 1 always rising
 * @param slope the median rise from one position to the next (Sen)
 */
public record Trend(int months, long s, double variance, double z, double p, double tau, double slope)
        implements TrendFinding {}
