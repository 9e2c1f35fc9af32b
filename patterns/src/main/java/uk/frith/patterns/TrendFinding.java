package uk.frith.patterns;

/** Whether a series rises or falls, or that it is too short to tell. */
public sealed interface TrendFinding permits Trend, TooFew {}
