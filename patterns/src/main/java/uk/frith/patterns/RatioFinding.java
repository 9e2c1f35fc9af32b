package uk.frith.patterns;

/** What a comparison of two rates comes to: a ratio with its interval, or too little to compare. */
public sealed interface RatioFinding permits RateRatio, TooFew {}
