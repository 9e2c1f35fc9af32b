package uk.frith.platform.foundation.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads areas and what other chapters count with. */
@Repository
class AreaRepository {

    // language=postgresql
    private static final String WHICH_SOLE_AREA_OF_2011_IS_EACH_OF_2021 = """
            select lsoa21 as code, min(lsoa11::text) as became from places.lsoa_change
            group by lsoa21 having count(*) = 1 and min(lsoa11::text) <> lsoa21
            """;

    // language=postgresql
    private static final String WHICH_SOLE_AREA_OF_2021_IS_EACH_OF_2011 = """
            select lsoa11 as code, min(lsoa21::text) as became from places.lsoa_change
            group by lsoa11 having count(*) = 1 and min(lsoa21::text) <> lsoa11
            """;

    // language=postgresql
    private static final String VERSION = "select derived from places.state";

    // language=postgresql
    private static final String FIND = """
            select kind, code, name from places.area where code = ? order by listed desc, kind limit 1
            """;

    // language=postgresql
    private static final String OF_KIND = "select kind, code, name from places.area where kind = ? order by name, code";

    // language=postgresql
    private static final String CODES = "select distinct code from places.area";

    // language=postgresql
    private static final String CODES_OF_KIND = "select code from places.area where kind = ?";

    // language=postgresql
    private static final String SMALL_AREAS = """
            select a.code, a.name, p.residents, p.year, p.households, d.decile, d.index, c.easting, c.northing,
                   a.ward, w.name as ward_name, a.district, di.name as district_name,
                   a.partnership, pa.name as partnership_name
            from places.area a
            left join places.population p on p.vintage = a.kind and p.code = a.code
                and p.year = (select max(year) from places.population where vintage = a.kind and code = a.code)
            left join places.deprivation d on d.vintage = a.kind and d.code = a.code
            left join places.centroid c on c.vintage = a.kind and c.code = a.code
            left join places.area w on w.kind = 'WARD' and w.code = a.ward
            left join places.area di on di.kind = 'DISTRICT' and di.code = a.district
            left join places.area pa on pa.kind = 'PARTNERSHIP' and pa.code = a.partnership
            where a.kind = :kind and a.force = :force
            order by a.code
            """;

    // language=postgresql
    private static final String NEIGHBOURS = """
            select n.code, n.neighbour from places.neighbour n
            join places.area a on a.kind = n.vintage and a.code = n.code and a.force = :force
            join places.area b on b.kind = n.vintage and b.code = n.neighbour and b.force = :force
            where n.vintage = :kind order by n.code, n.neighbour
            """;

    // language=postgresql
    private static final String OUTLINES = """
            select b.code, b.coordinates from places.boundary b
            join places.area a on a.kind = b.kind and a.code = b.code
            where b.kind = :kind and a.force = :force order by b.code
            """;

    // language=postgresql
    private static final String HAS_OUTLINES = """
            select exists (
                select 1 from places.boundary b join places.area a on a.kind = b.kind and a.code = b.code
                where b.kind = :kind and a.force = :force)
            """;

    // language=postgresql
    private static final String OUTLINE = "select code, coordinates from places.boundary where kind = ? and code = ?";

    // language=postgresql
    private static final String AROUND = """
            select around.code
            from (select * from places.area where code = ? order by kind desc limit 1) a,
                 unnest(array[a.code, a.ward, a.district, a.partnership, a.force]) with ordinality as around (code, step)
            where around.code is not null order by around.step
            """;

    /** Small areas by how near their middle is; a large one around a point can have its middle far off. */
    // language=postgresql
    private static final String NEAR = """
            select a.kind, a.code, a.name, b.coordinates, c.metres
            from (select code, sqrt((easting - :e) ^ 2 + (northing - :n) ^ 2) as metres from places.centroid
                  where vintage = 'LSOA_2021' and easting between :e - 30000 and :e + 30000
                    and northing between :n - 30000 and :n + 30000
                  order by 2 limit 200) c
            join places.area a on a.kind = 'LSOA_2021' and a.code = c.code
            left join places.boundary b on b.kind = 'LSOA_2021' and b.code = c.code
            order by c.metres
            """;

    // language=postgresql
    private static final String POSTCODES_AROUND = """
            select postcode, easting, northing from places.postcode
            where ended is null and easting between :e - :half and :e + :half and northing between :n - :half and :n + :half
            order by (easting - :e) ^ 2 + (northing - :n) ^ 2, postcode limit :most
            """;

    // language=postgresql
    private static final String OF_POSTCODE = """
            select a.kind, a.code, a.name
            from places.postcode p
            left join places.lsoa_change c on c.lsoa11 = p.lsoa11
            join places.area a on (a.kind = 'LSOA_2021' and a.code = c.lsoa21)
                or (a.kind = 'LSOA_2011' and a.code = p.lsoa11 and c.lsoa11 is null)
            where p.postcode = ? order by a.code limit 1
            """;

    // language=postgresql
    private static final String IS_UNKNOWN_POSTCODE = """
            select exists (select from places.postcode) and not exists (select from places.postcode where postcode = ?)
            """;

    private final JdbcClient jdbc;

    AreaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql(VERSION).query(Long.class).single();
    }

    Optional<Area> find(String code) {
        return jdbc.sql(FIND).param(code).query((row, n) -> area(row)).optional();
    }

    List<String> around(String code) {
        return jdbc.sql(AROUND).param(code).query((row, n) -> row.getString(1)).list();
    }

    Optional<Area> ofPostcode(String postcode) {
        return jdbc.sql(OF_POSTCODE)
                .param(postcode)
                .query((row, n) -> area(row))
                .optional();
    }

    boolean isUnknownPostcode(String postcode) {
        return jdbc.sql(IS_UNKNOWN_POSTCODE)
                .param(postcode)
                .query(Boolean.class)
                .single();
    }

    List<Area> ofKind(AreaKind kind) {
        return jdbc.sql(OF_KIND).param(kind.name()).query((row, n) -> area(row)).list();
    }

    Set<String> codes() {
        return new HashSet<>(jdbc.sql(CODES).query(String.class).list());
    }

    Set<String> codes(AreaKind kind) {
        return new HashSet<>(
                jdbc.sql(CODES_OF_KIND).param(kind.name()).query(String.class).list());
    }

    List<SmallArea> smallAreas(String force, Vintage vintage) {
        return of(SMALL_AREAS, force, vintage).query((row, n) -> smallArea(row)).list();
    }

    List<NeighbourPair> neighbours(String force, Vintage vintage) {
        return of(NEIGHBOURS, force, vintage)
                .query((row, n) -> new NeighbourPair(row.getString("code"), row.getString("neighbour")))
                .list();
    }

    List<Outline> outlines(String force, Vintage vintage) {
        return of(OUTLINES, force, vintage)
                .query((row, n) -> Outlines.parse(row.getString("code"), row.getString("coordinates")))
                .list();
    }

    boolean hasOutlines(String force, Vintage vintage) {
        return of(HAS_OUTLINES, force, vintage).query(Boolean.class).single();
    }

    /** An area that may hold a point, with how far its middle is from it. */
    record Candidate(Area area, Optional<Outline> outline, double metres) {}

    List<Candidate> near(GridPoint point) {
        return jdbc.sql(NEAR)
                .param("e", point.eastingMetres())
                .param("n", point.northingMetres())
                .query((row, n) -> {
                    Area area = area(row);
                    return new Candidate(
                            area,
                            Optional.ofNullable(row.getString("coordinates"))
                                    .map(coordinates -> Outlines.parse(area.code(), coordinates)),
                            row.getDouble("metres"));
                })
                .list();
    }

    List<PostcodePoint> postcodesAround(GridPoint middle, double halfMetres, int most) {
        return jdbc.sql(POSTCODES_AROUND)
                .param("e", middle.eastingMetres())
                .param("n", middle.northingMetres())
                .param("half", halfMetres)
                .param("most", most)
                .query((row, n) -> new PostcodePoint(
                        row.getString("postcode"), new GridPoint(row.getDouble("easting"), row.getDouble("northing"))))
                .list();
    }

    Map<String, String> soleCounterparts(Vintage vintage) {
        Map<String, String> counterparts = new HashMap<>();
        jdbc.sql(
                        vintage == Vintage.LSOA_2011
                                ? WHICH_SOLE_AREA_OF_2011_IS_EACH_OF_2021
                                : WHICH_SOLE_AREA_OF_2021_IS_EACH_OF_2011)
                .query(row -> {
                    counterparts.put(row.getString("code"), row.getString("became"));
                });
        return Map.copyOf(counterparts);
    }

    Optional<Outline> outline(AreaKind kind, String code) {
        return jdbc.sql(OUTLINE)
                .params(List.of(kind.name(), code))
                .query((row, n) -> Outlines.parse(row.getString("code"), row.getString("coordinates")))
                .optional();
    }

    private JdbcClient.StatementSpec of(String sql, String force, Vintage vintage) {
        return jdbc.sql(sql).param("kind", vintage.kind().name()).param("force", force);
    }

    static Area area(ResultSet row) throws SQLException {
        return new Area(row.getString("code"), AreaKind.valueOf(row.getString("kind")), row.getString("name"));
    }

    private static SmallArea smallArea(ResultSet row) throws SQLException {
        return new SmallArea(
                row.getString("code"),
                row.getString("name"),
                integer(row, "residents"),
                integer(row, "year"),
                integer(row, "households"),
                integer(row, "decile"),
                text(row, "index").map(DeprivationIndex::valueOf),
                decimal(row, "easting"),
                decimal(row, "northing"),
                text(row, "ward"),
                text(row, "ward_name"),
                text(row, "district"),
                text(row, "district_name"),
                text(row, "partnership"),
                text(row, "partnership_name"));
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static OptionalInt integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    static OptionalDouble decimal(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
