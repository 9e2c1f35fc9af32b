package uk.frith.platform.understanding.prevalence;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One area's figures.
 *
 * @param ground the area
 * @param count in the period
 * @param rate empty when its residents aren't known or there are none
 * @param smoothed for every 1,000, drawn towards the rate of all areas as far as chance explains the difference
 * @param change since a year before
 * @param heat hot, cold or neither, after allowing for chance
 * @param z its Gi* in standard deviations; empty when not judged
 * @param q its p after Benjamini-Hochberg; empty when not judged
 */
record AreaFigures(
        Basis.Ground ground,
        long count,
        Optional<RateFigure> rate,
        OptionalDouble smoothed,
        Change change,
        Heat heat,
        OptionalDouble z,
        OptionalDouble q) {}
