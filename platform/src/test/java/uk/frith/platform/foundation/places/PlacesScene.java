package uk.frith.platform.foundation.places;

import uk.frith.platform.launcher.TestDatabase;

/** Two square small areas side by side, each a tenth of a degree wide, in one ward of the force of Exampleshire. */
public final class PlacesScene {

    /** West of -1.1 degrees, from 52.6 to 52.7 north. */
    public static final String WEST = "E01000901";

    /** East of it. */
    public static final String EAST = "E01000902";

    /** The force's slug. */
    public static final String FORCE = "exampleshire";

    private PlacesScene() {}

    /** Puts them in the database, once: test classes that share one ask each for itself. */
    public static void squares(TestDatabase database) {
        if (database.asOwner()
                .sql("select exists (select from places.source where file = 'squares')")
                .query(Boolean.class)
                .single()) {
            return;
        }
        database.asOwner().sql("""
                with source as (
                    insert into places.source (file, sha256, dataset, rows)
                    values ('squares', sha256('squares'), 'BOUNDARY_LSOA_2021', 2) returning id),
                areas as (
                    insert into places.area (kind, code, name, listed, ward, district, force) values
                        ('FORCE', 'E23000901', 'Exampleshire', 2024, null, null, null),
                        ('DISTRICT', 'E07000901', 'Aston', 2024, null, null, 'E23000901'),
                        ('WARD', 'E05000901', 'Mill ward', 2024, null, 'E07000901', 'E23000901'),
                        ('LSOA_2021', 'E01000901', 'Aston 001A', 2024, 'E05000901', 'E07000901', 'E23000901'),
                        ('LSOA_2021', 'E01000902', 'Aston 001B', 2024, 'E05000901', 'E07000901', 'E23000901')),
                outlines as (
                    insert into places.boundary (kind, code, name, coordinates, source_id)
                    select 'LSOA_2021', o.code, o.code, o.coordinates, source.id from source, (values
                        ('E01000901', '[[[[-1.2,52.6],[-1.1,52.6],[-1.1,52.7],[-1.2,52.7],[-1.2,52.6]]]]'),
                        ('E01000902', '[[[[-1.1,52.6],[-1.0,52.6],[-1.0,52.7],[-1.1,52.7],[-1.1,52.6]]]]'))
                        as o (code, coordinates)),
                middles as (
                    insert into places.centroid
                    select 'LSOA_2021', c.code, c.code, c.lon, 52.65, c.e, 306000, 75, source.id from source, (values
                        ('E01000901', -1.15, 457600), ('E01000902', -1.05, 464400)) as c (code, lon, e)),
                changes as (
                    insert into places.lsoa_change
                    select 'E01000901', 'A', 'U', 'E01000901', 'A', 'E07000901', 'Aston', source.id from source)
                insert into places.postcode (postcode, introduced, large_user, easting, northing, lsoa11, source_id)
                select 'EX1 1AA', 199001, false, 457600, 306100, 'E01000901', source.id from source
                """).update();
        database.asOwner()
                .sql("update places.state set version = version + 1, derived = version + 1")
                .update();
    }
}
