package uk.frith.patterns;

/**
 * Rates drawn towards the rate of all areas together, the small ones most.
 *
 * @param rates one for each area, in counts per unit of population
 * @param overall the rate of all areas together, Σcounts/Σpopulations
 * @param variance how much the true rates vary between areas, 0 when no more than chance
 */
public record SmoothedRates(Column rates, double overall, double variance) {}
