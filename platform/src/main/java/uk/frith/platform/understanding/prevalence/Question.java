package uk.frith.platform.understanding.prevalence;

import java.util.Optional;

/**
 * A question with nothing left open: the same question has the same answer for ever.
 *
 * @param series whose reports
 * @param within a district or partnership in it; empty for all
 * @param category what is counted
 * @param period in which months
 * @param unit by what areas
 * @param heatOn in which figure hot areas are looked for
 * @param dataVersion of the open data
 * @param placesVersion of areas, residents and boundaries
 */
record Question(
        String series,
        Optional<String> within,
        Category category,
        Period period,
        Unit unit,
        HeatOn heatOn,
        long dataVersion,
        String placesVersion) {}
