package uk.frith.platform.understanding.prevalence;

import uk.frith.patterns.GetisOrd;

/** Whether hot areas could be looked for, and how many there are. */
sealed interface HeatFinding {

    /**
     * They were looked for.
     *
     * @param areas among how many
     * @param hot how many are hot with a false discovery rate of 5 %
     * @param cold how many are cold
     * @param on in which figure
     */
    record Judged(int areas, int hot, int cold, HeatOn on) implements HeatFinding {}

    /** Fewer areas than {@value GetisOrd#LEAST_AREAS}: the method would promise more than it knows. */
    record TooFewAreas(int areas) implements HeatFinding {}

    /** Too little happened: most neighbourhoods are empty. */
    record TooFewIncidents(long incidents, int areas) implements HeatFinding {}

    /** Rates were asked for where some area's residents aren't known. */
    record NoPopulation(int areasWithout) implements HeatFinding {}

    /** Nobody knows which areas touch, as when no boundaries have been imported. */
    record NoNeighbours() implements HeatFinding {}

    /** The reports are a part of a force's, and nobody says which areas it covers. */
    record PartOfForce() implements HeatFinding {}
}
