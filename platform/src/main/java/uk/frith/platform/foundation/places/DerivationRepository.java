package uk.frith.platform.foundation.places;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes areas and neighbours anew from the tables that the files filled. */
@Repository
class DerivationRepository {

    // language=postgresql
    private static final String STATE = "select version, derived from places.state for update";

    // language=postgresql
    private static final String STATISTICS = """
            analyze places.lsoa_change, places.lsoa_2011_district, places.lsoa_2021_ward, places.district_force,
                places.population, places.deprivation, places.rural_urban, places.centroid, places.boundary,
                places.postcode
            """;

    // language=postgresql
    private static final String CLEAR_AREAS = "delete from places.area";

    // language=postgresql
    private static final String MAKE_AREAS = """
            insert into places.area (kind, code, name, listed, ward, district, partnership, force)
            select kind, code, name, listed, ward, district, partnership, force from places.area_as_the_files_say
            """;

    // language=postgresql
    private static final String OUTLINES = "select code, coordinates from places.boundary where kind = ? order by code";

    // language=postgresql
    private static final String CLEAR_NEIGHBOURS = "delete from places.neighbour where vintage = ?";

    // language=postgresql
    private static final String STATISTICS_OF_AREAS = "analyze places.area, places.neighbour";

    // language=postgresql
    private static final String DERIVED = "update places.state set derived = version";

    /** Outlines are fetched in portions, so that those of the country needn't be in memory together. */
    private static final int PORTION = 500;

    private final JdbcClient jdbc;
    private final StagingRepository staging;

    DerivationRepository(JdbcClient jdbc, StagingRepository staging) {
        this.jdbc = jdbc;
        this.staging = staging;
    }

    /** Makes areas and neighbours anew if anything was imported since they were made; leaves the staging table empty. */
    void bringUpToDate() {
        staging.begin();
        staging.empty();
        boolean current = jdbc.sql(STATE)
                .query((row, n) -> row.getLong("version") == row.getLong("derived"))
                .single();
        if (current) {
            return;
        }
        jdbc.sql(STATISTICS).update();
        jdbc.sql(CLEAR_AREAS).update();
        jdbc.sql(MAKE_AREAS).update();
        for (Vintage vintage : Vintage.values()) {
            jdbc.sql(CLEAR_NEIGHBOURS).param(vintage.name()).update();
            staging.writeNeighbours(vintage, neighbours(vintage));
        }
        jdbc.sql(STATISTICS_OF_AREAS).update();
        jdbc.sql(DERIVED).update();
    }

    private List<NeighbourPair> neighbours(Vintage vintage) {
        QueenNeighbours neighbours = new QueenNeighbours();
        jdbc.sql(OUTLINES).withFetchSize(PORTION).param(vintage.kind().name()).query(row -> {
            neighbours.add(Outlines.parse(row.getString("code"), row.getString("coordinates")));
        });
        return neighbours.pairs();
    }
}
