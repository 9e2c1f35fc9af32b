package uk.frith.patterns;

/** How unevenly incidents lie over places, or that there are none. */
public sealed interface ConcentrationFinding permits Concentration, TooFew {}
