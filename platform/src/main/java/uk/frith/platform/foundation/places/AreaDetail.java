package uk.frith.platform.foundation.places;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that an area's page shows.
 *
 * @param place the area and what it lies in
 * @param residents counts and estimates, the latest first
 * @param deprivation where it stands, or how many of its small areas stand where
 * @param classes rural and urban classes
 * @param changes what became of it, or of its small areas, from 2011 to 2021
 * @param position centre and extent, if known
 * @param neighbours areas that it touches, if it is small and boundaries are known
 * @param parts what it consists of
 * @param postcodes live and ended ones
 * @param around outline of what it lies in, if known
 * @param own its own outlines: one, or those of its small areas; none when boundaries aren't known
 * @param sources where the figures come from
 */
record AreaDetail(
        Belonging place,
        List<Residents> residents,
        List<Deprivation> deprivation,
        List<RuralUrban> classes,
        List<Change> changes,
        Optional<Position> position,
        List<Area> neighbours,
        List<Part> parts,
        Postcodes postcodes,
        Optional<Outline> around,
        List<Outline> own,
        List<Source> sources) {

    /** How many small areas of the area stand in a decile of an index, 1 the most deprived; for a small area, itself. */
    record Deprivation(DeprivationIndex index, int decile, int areas, int rank) {}

    /** How many small areas are of a class; for a small area, itself. */
    record RuralUrban(int year, String kind, String name, int areas) {}

    /** A small area of 2011 and one of 2021 that it went into. */
    record Change(Area before, Area after, String how) {}

    /** The middle of an area, in metres of the National Grid; square kilometres from generalised boundaries. */
    record Position(double easting, double northing, OptionalDouble squareKilometres) {}

    /** How many postcodes lie in the area. */
    record Postcodes(int live, int ended) {}

    /** The last file of a kind. */
    record Source(Dataset dataset, String file, Instant importedAt, String sha256) {}
}
