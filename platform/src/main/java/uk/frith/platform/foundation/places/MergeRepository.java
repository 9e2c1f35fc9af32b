package uk.frith.platform.foundation.places;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Merges staged lines into the tables: what is new is added, what differs takes the place of what stood there, and what
 * is the same is left alone, with the source that first brought it.
 */
@Repository
class MergeRepository {

    // language=postgresql
    private static final String CHANGES = """
            with done as (
                merge into places.lsoa_change t
                using (select line, c1 as lsoa11_name, c2 as lsoa11, c3 as change, c4 as lsoa21, c5 as lsoa21_name,
                        c6 as district,
                              c7 as district_name
                       from places.staged_row where reason is null) s
                on t.lsoa11 = s.lsoa11 and t.lsoa21 = s.lsoa21
                when matched and (t.lsoa11_name, t.change, t.lsoa21_name, t.district, t.district_name)
                        is distinct from (s.lsoa11_name, s.change, s.lsoa21_name, s.district, s.district_name)
                    then update set lsoa11_name = s.lsoa11_name, change = s.change, lsoa21_name = s.lsoa21_name,
                            district = s.district, district_name = s.district_name, source_id = :source
                when not matched then insert (lsoa11, lsoa21, lsoa11_name, change, lsoa21_name, district,
                        district_name, source_id)
                    values (s.lsoa11, s.lsoa21, s.lsoa11_name, s.change, s.lsoa21_name, s.district, s.district_name,
                            :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String DISTRICTS_OF_2011 = """
            with done as (
                merge into places.lsoa_2011_district t
                using (select line, c1 as lsoa11, c2 as lsoa11_name, c3 as district, c4 as district_name
                       from places.staged_row where reason is null) s
                on t.lsoa11 = s.lsoa11
                when matched and (t.lsoa11_name, t.district, t.district_name)
                        is distinct from (s.lsoa11_name, s.district, s.district_name)
                    then update set lsoa11_name = s.lsoa11_name, district = s.district, district_name =
                            s.district_name, source_id = :source
                when not matched then insert (lsoa11, lsoa11_name, district, district_name, source_id)
                    values (s.lsoa11, s.lsoa11_name, s.district, s.district_name, :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String WARDS = """
            with done as (
                merge into places.lsoa_2021_ward t
                using (select line, c1 as lsoa21, c2 as lsoa21_name, c3 as ward, c4 as ward_name, c5 as district, c6
                        as district_name
                       from places.staged_row where reason is null) s
                on t.lsoa21 = s.lsoa21
                when matched and (t.lsoa21_name, t.ward, t.ward_name, t.district, t.district_name)
                        is distinct from (s.lsoa21_name, s.ward, s.ward_name, s.district, s.district_name)
                    then update set lsoa21_name = s.lsoa21_name, ward = s.ward, ward_name = s.ward_name, district =
                            s.district, district_name = s.district_name, source_id = :source
                when not matched then insert (lsoa21, lsoa21_name, ward, ward_name, district, district_name,
                        source_id)
                    values (s.lsoa21, s.lsoa21_name, s.ward, s.ward_name, s.district, s.district_name, :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String FORCES = """
            with done as (
                merge into places.district_force t
                using (select line, c1 as district, c2 as district_name, c3 as partnership, c4 as partnership_name,
                        c5 as force,
                              c6 as force_name
                       from places.staged_row where reason is null) s
                on t.district = s.district and t.partnership = s.partnership and t.force = s.force
                when matched and (t.district_name, t.partnership_name, t.force_name)
                        is distinct from (s.district_name, s.partnership_name, s.force_name)
                    then update set district_name = s.district_name, partnership_name = s.partnership_name,
                            force_name = s.force_name, source_id = :source
                when not matched then insert (district, partnership, force, district_name, partnership_name,
                        force_name, source_id)
                    values (s.district, s.partnership, s.force, s.district_name, s.partnership_name, s.force_name,
                            :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String POPULATION = """
            with done as (
                merge into places.population t
                using (select line, :vintage as vintage, c1 as code, 2020 as year, c2::int as residents, c3::int as
                        age_0_15,
                              c4::int as age_16_24, c5::int as age_25_44, c6::int as age_45_64, c7::int as
                                      age_65_plus
                       from places.staged_row where reason is null
                       union all select line, :vintage, c1, 2019, c8::int, null, null, null, null, null
                       from places.staged_row where reason is null) s
                on t.vintage = s.vintage and t.code = s.code and t.year = s.year
                when matched and (t.residents, t.age_0_15, t.age_16_24, t.age_25_44, t.age_45_64, t.age_65_plus)
                        is distinct from (s.residents, s.age_0_15, s.age_16_24, s.age_25_44, s.age_45_64,
                                s.age_65_plus)
                    then update set residents = s.residents, age_0_15 = s.age_0_15, age_16_24 = s.age_16_24,
                            age_25_44 = s.age_25_44, age_45_64 = s.age_45_64, age_65_plus = s.age_65_plus, source_id
                            = :source
                when not matched then insert (vintage, code, year, residents, age_0_15, age_16_24, age_25_44,
                        age_45_64, age_65_plus, source_id)
                    values (s.vintage, s.code, s.year, s.residents, s.age_0_15, s.age_16_24, s.age_25_44,
                            s.age_45_64, s.age_65_plus, :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String CENSUS = """
            with done as (
                merge into places.population t
                using (select line, :vintage as vintage, c1 as code, 2021 as year, c2::int as residents, c3::int as
                        households
                       from places.staged_row where reason is null) s
                on t.vintage = s.vintage and t.code = s.code and t.year = s.year
                when matched and (t.residents, t.households)
                        is distinct from (s.residents, s.households)
                    then update set residents = s.residents, households = s.households, source_id = :source
                when not matched then insert (vintage, code, year, residents, households, source_id)
                    values (s.vintage, s.code, s.year, s.residents, s.households, :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String DEPRIVATION = """
            with done as (
                merge into places.deprivation t
                using (select line, :index as index, :vintage as vintage, c1 as code, c2::smallint as decile,
                        c3::int as rank,
                              c4::numeric as score, c5::smallint as income, c6::smallint as employment, c7::smallint
                                      as education,
                              c8::smallint as health, c9::smallint as crime, c10::smallint as housing,
                              c11::smallint as environment, c12::smallint as access
                       from places.staged_row where reason is null) s
                on t.index = s.index and t.code = s.code
                when matched and (t.vintage, t.decile, t.rank, t.score, t.income, t.employment, t.education,
                        t.health, t.crime, t.housing, t.environment, t.access)
                        is distinct from (s.vintage, s.decile, s.rank, s.score, s.income, s.employment, s.education,
                                s.health, s.crime, s.housing, s.environment, s.access)
                    then update set vintage = s.vintage, decile = s.decile, rank = s.rank, score = s.score, income =
                            s.income, employment = s.employment, education = s.education, health = s.health, crime =
                            s.crime, housing = s.housing, environment = s.environment, access = s.access, source_id
                            = :source
                when not matched then insert (index, code, vintage, decile, rank, score, income, employment,
                        education, health, crime, housing, environment, access, source_id)
                    values (s.index, s.code, s.vintage, s.decile, s.rank, s.score, s.income, s.employment,
                            s.education, s.health, s.crime, s.housing, s.environment, s.access, :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String RURAL_URBAN = """
            with done as (
                merge into places.rural_urban t
                using (select line, :vintage as vintage, c1 as code, c2 as class_code, c3 as class, c4 as kind
                       from places.staged_row where reason is null) s
                on t.vintage = s.vintage and t.code = s.code
                when matched and (t.class_code, t.class, t.kind)
                        is distinct from (s.class_code, s.class, s.kind)
                    then update set class_code = s.class_code, class = s.class, kind = s.kind, source_id = :source
                when not matched then insert (vintage, code, class_code, class, kind, source_id)
                    values (s.vintage, s.code, s.class_code, s.class, s.kind, :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String CENTROIDS = """
            with done as (
                merge into places.centroid t
                using (select line, :vintage as vintage, c1 as code, c2 as name, c3::float8 as longitude, c4::float8
                        as latitude,
                              c5::float8 as area_km2, c6::float8 as easting, c7::float8 as northing
                       from places.staged_row where reason is null) s
                on t.vintage = s.vintage and t.code = s.code
                when matched and (t.name, t.longitude, t.latitude, t.area_km2, t.easting, t.northing)
                        is distinct from (s.name, s.longitude, s.latitude, s.area_km2, s.easting, s.northing)
                    then update set name = s.name, longitude = s.longitude, latitude = s.latitude, area_km2 =
                            s.area_km2, easting = s.easting, northing = s.northing, source_id = :source
                when not matched then insert (vintage, code, name, longitude, latitude, area_km2, easting, northing,
                        source_id)
                    values (s.vintage, s.code, s.name, s.longitude, s.latitude, s.area_km2, s.easting, s.northing,
                            :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String POSTCODES = """
            with done as (
                merge into places.postcode t
                using (select line, c1 as postcode, c2::int as introduced, c3::int as ended, c4 = '1' as large_user,
                              c5::int as easting, c6::int as northing, c7::float8 as longitude, c8::float8 as
                                      latitude,
                              c9 as lsoa11, c10 as district, c11 as ward
                       from places.staged_row where reason is null) s
                on t.postcode = s.postcode
                when matched and (t.introduced, t.ended, t.large_user, t.easting, t.northing, t.longitude,
                        t.latitude, t.lsoa11, t.district, t.ward)
                        is distinct from (s.introduced, s.ended, s.large_user, s.easting, s.northing, s.longitude,
                                s.latitude, s.lsoa11, s.district, s.ward)
                    then update set introduced = s.introduced, ended = s.ended, large_user = s.large_user, easting =
                            s.easting, northing = s.northing, longitude = s.longitude, latitude = s.latitude, lsoa11
                            = s.lsoa11, district = s.district, ward = s.ward, source_id = :source
                when not matched then insert (postcode, introduced, ended, large_user, easting, northing, longitude,
                        latitude, lsoa11, district, ward, source_id)
                    values (s.postcode, s.introduced, s.ended, s.large_user, s.easting, s.northing, s.longitude,
                            s.latitude, s.lsoa11, s.district, s.ward, :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String BOUNDARIES = """
            with done as (
                merge into places.boundary t
                using (select line, :kind as kind, c1 as code, c2 as name, c3 as district_name, c4 as
                        partnership_name,
                              c5 as coordinates
                       from places.staged_row where reason is null) s
                on t.kind = s.kind and t.code = s.code
                when matched and (t.name, t.district_name, t.partnership_name, t.coordinates)
                        is distinct from (s.name, s.district_name, s.partnership_name, s.coordinates)
                    then update set name = s.name, district_name = s.district_name, partnership_name =
                            s.partnership_name, coordinates = s.coordinates, source_id = :source
                when not matched then insert (kind, code, name, district_name, partnership_name, coordinates,
                        source_id)
                    values (s.kind, s.code, s.name, s.district_name, s.partnership_name, s.coordinates, :source)
                returning merge_action() as action, s.line)
            select count(distinct line) as stored, count(distinct line) filter (where action = 'UPDATE') as replaced
                    from done
            """;

    // language=postgresql
    private static final String ADD_SOURCE = """
            insert into places.source (file, sha256, dataset, rows) values (?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String COMPLETE_SOURCE =
            "update places.source set stored = ?, replaced = ?, refused = ? where id = ?";

    // language=postgresql
    private static final String DROP_SOURCE = "delete from places.source where id = ?";

    // language=postgresql
    private static final String KNOWN_SOURCE =
            "select exists (select 1 from places.source where sha256 = ? and dataset = ? and refused = ?)";

    // language=postgresql
    private static final String KEEP_REFUSED = """
            insert into places.refused_row (source_id, line, field, value, reason)
            select ?, line, coalesce(field, ''), coalesce(value, ''), reason from places.staged_row
            where reason is not null
            """;

    // language=postgresql
    private static final String NEXT_VERSION = "update places.state set version = version + 1";

    private final JdbcClient jdbc;

    MergeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Merges what is staged; a file that changes nothing and is known already leaves no trace. */
    Tally merge(String file, byte[] sha256, Dataset dataset, Tally staged) {
        boolean known = jdbc.sql(KNOWN_SOURCE)
                .params(List.of(sha256, dataset.name(), staged.refused()))
                .query(Boolean.class)
                .single();
        long source = jdbc.sql(ADD_SOURCE)
                .params(List.of(file, sha256, dataset.name(), staged.rows()))
                .query(Long.class)
                .single();
        Tally tally = merged(dataset, source, staged);
        if (tally.stored() == 0 && known) {
            jdbc.sql(DROP_SOURCE).param(source).update();
            return tally;
        }
        jdbc.sql(COMPLETE_SOURCE)
                .params(List.of(tally.stored(), tally.replaced(), tally.refused(), source))
                .update();
        jdbc.sql(KEEP_REFUSED).param(source).update();
        if (tally.stored() > 0) {
            jdbc.sql(NEXT_VERSION).update();
        }
        return tally;
    }

    private Tally merged(Dataset dataset, long source, Tally staged) {
        JdbcClient.StatementSpec statement = switch (dataset) {
            case LSOA_CHANGE -> jdbc.sql(CHANGES);
            case LSOA_2011_DISTRICT -> jdbc.sql(DISTRICTS_OF_2011);
            case LSOA_2021_WARD -> jdbc.sql(WARDS);
            case DISTRICT_FORCE -> jdbc.sql(FORCES);
            case POPULATION_2011 -> of(POPULATION, Vintage.LSOA_2011);
            case CENSUS_2021 -> of(CENSUS, Vintage.LSOA_2021);
            case IMD_2019 -> deprivation(DeprivationIndex.IMD_2019_ENGLAND);
            case IMD_2025 -> deprivation(DeprivationIndex.IMD_2025_ENGLAND);
            case WIMD_2019 -> deprivation(DeprivationIndex.WIMD_2019_WALES);
            case RURAL_URBAN_2011 -> of(RURAL_URBAN, Vintage.LSOA_2011);
            case RURAL_URBAN_2021 -> of(RURAL_URBAN, Vintage.LSOA_2021);
            case CENTROID_2011 -> of(CENTROIDS, Vintage.LSOA_2011);
            case CENTROID_2021 -> of(CENTROIDS, Vintage.LSOA_2021);
            case POSTCODE_DIRECTORY -> jdbc.sql(POSTCODES);
            case BOUNDARY_FORCE -> boundaries(AreaKind.FORCE);
            case BOUNDARY_DISTRICT -> boundaries(AreaKind.DISTRICT);
            case BOUNDARY_LSOA_2011 -> boundaries(AreaKind.LSOA_2011);
            case BOUNDARY_LSOA_2021 -> boundaries(AreaKind.LSOA_2021);
        };
        return statement
                .param("source", source)
                .query((row, n) ->
                        new Tally(staged.rows(), row.getLong("stored"), row.getLong("replaced"), staged.refused()))
                .single();
    }

    private JdbcClient.StatementSpec of(String sql, Vintage vintage) {
        return jdbc.sql(sql).param("vintage", vintage.name());
    }

    private JdbcClient.StatementSpec deprivation(DeprivationIndex index) {
        return of(DEPRIVATION, index.vintage()).param("index", index.name());
    }

    private JdbcClient.StatementSpec boundaries(AreaKind kind) {
        return jdbc.sql(BOUNDARIES).param("kind", kind.name());
    }
}
