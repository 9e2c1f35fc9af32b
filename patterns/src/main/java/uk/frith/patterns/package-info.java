/**
 * How much, where, when, and is it more than chance: rates with honest intervals, hotspots, concentration and trend.
 *
 * <p><em>counts and populations → rates and intervals → smoothed rates and funnel limits; values and neighbours → Gi* →
 * false discovery control → hot areas; months → trend.</em>
 *
 * <p>It promises pure functions: the caller's arrays are never changed, nothing is read from a clock, a file or a
 * generator of chance, and a result is an immutable record. What a reader must decide (the confidence, the tail, the
 * least number of observations) is always an argument. It refuses to give a number where there is nothing to count:
 * then the answer is {@link uk.frith.patterns.TooFew}.
 *
 * <p>Each class names the paper that its formula comes from, the case where it misleads, and how exact it is. The
 * module has no dependency: the special functions that the intervals need are its own.
 */
@org.jspecify.annotations.NullMarked
package uk.frith.patterns;
