package uk.frith.platform.foundation.places;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A small area (LSOA) with the figures that belong to its vintage: for 2011 the estimate of mid-2020 and the index of
 * 2019, for 2021 the census of 2021 and the index of 2025.
 *
 * @param code as {@code E01013600}
 * @param name as {@code Leicester 003A}
 * @param population residents, if known
 * @param populationYear the year they were counted or estimated
 * @param households households, if known (2021 only)
 * @param deprivationDecile 1 most deprived to 10 least, if known
 * @param deprivationIndex the index it is of; deciles of different indices can't be compared
 * @param easting of the centroid, metres of the National Grid
 * @param northing of the centroid, metres of the National Grid
 * @param wardCode empty where it lies in several or none is known; likewise below
 */
public record SmallArea(
        String code,
        String name,
        OptionalInt population,
        OptionalInt populationYear,
        OptionalInt households,
        OptionalInt deprivationDecile,
        Optional<DeprivationIndex> deprivationIndex,
        OptionalDouble easting,
        OptionalDouble northing,
        Optional<String> wardCode,
        Optional<String> wardName,
        Optional<String> districtCode,
        Optional<String> districtName,
        Optional<String> partnershipCode,
        Optional<String> partnershipName) {

    public SmallArea {
        AreaCode.require(code);
        if (population.isPresent() != populationYear.isPresent()) {
            throw new IllegalArgumentException("A population has a year.");
        }
        if (deprivationDecile.isPresent() != deprivationIndex.isPresent()) {
            throw new IllegalArgumentException("A decile is of an index.");
        }
        if (population.orElse(0) < 0 || households.orElse(0) < 0) {
            throw new IllegalArgumentException("Nobody can count fewer than none.");
        }
        if (deprivationDecile.orElse(1) < 1 || deprivationDecile.orElse(1) > 10) {
            throw new IllegalArgumentException("A decile is 1 to 10.");
        }
    }
}
