package uk.frith.platform.foundation.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what an area's page shows, and finds areas by name, code and postcode. */
@Repository
class AreaDetailRepository {

    // language=postgresql
    private static final String PLACE = """
            select a.kind, a.code, a.name, a.listed,
                   f.code as force, f.name as force_name, p.code as partnership, p.name as partnership_name,
                   d.code as district, d.name as district_name, w.code as ward, w.name as ward_name
            from places.area a
            left join places.area f on f.kind = 'FORCE' and f.code = a.force
            left join places.area p on p.kind = 'PARTNERSHIP' and p.code = a.partnership
            left join places.area d on d.kind = 'DISTRICT' and d.code = a.district
            left join places.area w on w.kind = 'WARD' and w.code = a.ward
            where a.code = ? order by a.listed desc, a.kind desc limit 1
            """;

    /** The small areas that an area consists of; itself, when it is one. A ward's and a partnership's are of 2021. */
    // language=postgresql
    private static final String SMALL = """
            with small as (
                select kind, code from places.area
                where kind in ('LSOA_2011', 'LSOA_2021') and (
                    (:kind in ('LSOA_2011', 'LSOA_2021') and code = :code)
                    or (:kind = 'FORCE' and force = :code) or (:kind = 'DISTRICT' and district = :code)
                    or (:kind = 'PARTNERSHIP' and partnership = :code and kind = 'LSOA_2021')
                    or (:kind = 'WARD' and ward = :code and kind = 'LSOA_2021'))
                and (kind = :kind or :kind <> 'LSOA_2021'
                     or exists (select 1 from places.lsoa_change c where c.lsoa11 = :code and c.change = 'U')))
            """;

    // language=postgresql
    private static final String RESIDENTS = SMALL + """
            select p.year, sum(p.residents) as residents, sum(p.households) as households,
                   sum(p.age_0_15) as age_0_15, sum(p.age_16_24) as age_16_24, sum(p.age_25_44) as age_25_44,
                   sum(p.age_45_64) as age_45_64, sum(p.age_65_plus) as age_65_plus
            from small s join places.population p on p.vintage = s.kind and p.code = s.code
            group by p.year order by p.year desc
            """;

    // language=postgresql
    private static final String DEPRIVATION = SMALL + """
            select d.index, d.decile, count(*) as areas, min(d.rank) as rank
            from small s join places.deprivation d on d.vintage = s.kind and d.code = s.code
            group by d.index, d.decile order by d.index desc, d.decile
            """;

    // language=postgresql
    private static final String CLASSES = SMALL + """
            select case r.vintage when 'LSOA_2011' then 2011 else 2021 end as year, r.kind, r.class, count(*) as areas
            from small s join places.rural_urban r on r.vintage = s.kind and r.code = s.code
            group by r.vintage, r.kind, r.class order by year desc, areas desc, r.class
            """;

    // language=postgresql
    private static final String POSITION = SMALL + """
            select avg(c.easting) as easting, avg(c.northing) as northing, sum(c.area_km2) as km2, count(*) as areas
            from small s join places.centroid c on c.vintage = s.kind and c.code = s.code
            where s.kind = coalesce((select max(kind) from small), s.kind)
            """;

    // language=postgresql
    private static final String POSTCODES = SMALL + """
            select count(*) filter (where p.ended is null) as live, count(p.ended) as ended
            from small s join places.postcode p on p.lsoa11 = s.code
            where s.kind = 'LSOA_2011'
            """;

    // language=postgresql
    private static final String OWN_OUTLINES = SMALL + """
            select b.code, b.coordinates from places.boundary b where b.kind = :kind and b.code = :code
            union all
            select b.code, b.coordinates from small s join places.boundary b on b.kind = s.kind and b.code = s.code
            where s.kind = 'LSOA_2021' and :kind in ('WARD', 'PARTNERSHIP')
            """;

    // language=postgresql
    private static final String CHANGES = """
            select lsoa11, lsoa11_name, change, lsoa21, lsoa21_name from places.lsoa_change
            where case :kind when 'LSOA_2011' then lsoa11 = :code when 'LSOA_2021' then lsoa21 = :code
                  else change <> 'U' and lsoa21 in (select code from places.area where kind = 'LSOA_2021'
                      and (case :kind when 'FORCE' then force when 'PARTNERSHIP' then partnership
                           when 'DISTRICT' then district else ward end) = :code) end
            order by lsoa11, lsoa21 limit :most
            """;

    // language=postgresql
    private static final String NEIGHBOURS = """
            select a.kind, a.code, a.name from places.neighbour n
            join places.area a on a.kind = n.vintage and a.code = n.neighbour
            where n.vintage = ? and n.code = ? order by a.name
            """;

    /** A force consists of districts, a district of wards or, when it has ended, of small areas, others of small areas. */
    // language=postgresql
    private static final String PARTS = """
            with parts as (
                select kind, code, name from places.area
                where (:kind = 'FORCE' and kind = 'DISTRICT' and force = :code)
                   or (:kind = 'DISTRICT' and kind = 'WARD' and district = :code)
                   or (:kind = 'PARTNERSHIP' and kind = 'LSOA_2021' and partnership = :code)
                   or (:kind = 'WARD' and kind = 'LSOA_2021' and ward = :code)
                union all
                select 'LSOA_2011', a.code, a.name from places.lsoa_2011_district o
                join places.area a on a.kind = 'LSOA_2011' and a.code = o.lsoa11
                where :kind = 'DISTRICT' and o.district = :code
                  and not exists (select 1 from places.area w where w.kind = 'WARD' and w.district = :code))
            select p.kind, p.code, p.name, sum(n.residents) as residents, sum(n.households) as households
            from parts p
            left join places.area s on s.kind = 'LSOA_2021' and ((p.kind = 'DISTRICT' and s.district = p.code)
                or (p.kind = 'WARD' and s.ward = p.code) or (p.kind = 'LSOA_2021' and s.code = p.code))
            left join places.population n on n.vintage = 'LSOA_2021' and n.code = s.code and n.year = 2021
            group by p.kind, p.code, p.name order by p.name, p.code
            """;

    // language=postgresql
    private static final String SOURCES = """
            select distinct on (dataset) dataset, file, imported_at, sha256 from places.source
            where stored > 0 order by dataset, id desc
            """;

    // language=postgresql
    private static final String BY_NAME = """
            select kind, code, name from places.area
            where (lower(name) like :pattern or lower(code) = :exact)
              and not (kind = 'LSOA_2011' and exists (select 1 from places.area n
                       where n.kind = 'LSOA_2021' and n.code = area.code))
            order by lower(name) <> :exact,
                     array_position(array['FORCE', 'PARTNERSHIP', 'DISTRICT', 'WARD', 'LSOA_2021', 'LSOA_2011'], kind),
                     name, code
            limit :most
            """;

    // language=postgresql
    private static final String BY_POSTCODE = """
            select p.postcode, p.ended, a.kind, a.code, a.name
            from places.postcode p
            left join places.lsoa_change c on c.lsoa11 = p.lsoa11
            left join places.area a on (a.kind = 'LSOA_2021' and a.code = c.lsoa21)
                or (a.kind = 'LSOA_2011' and a.code = p.lsoa11 and c.lsoa11 is null)
            where p.postcode = ? order by a.code
            """;

    private static final int MOST_CHANGES = 500;

    private final JdbcClient jdbc;

    AreaDetailRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Belonging> place(String code) {
        return jdbc.sql(PLACE).param(code).query((row, n) -> belonging(row)).optional();
    }

    List<Residents> residents(Area area) {
        return of(RESIDENTS, area).query((row, n) -> residents(row)).list();
    }

    List<AreaDetail.Deprivation> deprivation(Area area) {
        return of(DEPRIVATION, area)
                .query((row, n) -> new AreaDetail.Deprivation(
                        DeprivationIndex.valueOf(row.getString("index")),
                        row.getInt("decile"),
                        row.getInt("areas"),
                        row.getInt("rank")))
                .list();
    }

    List<AreaDetail.RuralUrban> classes(Area area) {
        return of(CLASSES, area)
                .query((row, n) -> new AreaDetail.RuralUrban(
                        row.getInt("year"), row.getString("kind"), row.getString("class"), row.getInt("areas")))
                .list();
    }

    Optional<AreaDetail.Position> position(Area area) {
        return of(POSITION, area)
                .query((row, n) -> row.getInt("areas") == 0
                        ? Optional.<AreaDetail.Position>empty()
                        : Optional.of(new AreaDetail.Position(
                                row.getDouble("easting"),
                                row.getDouble("northing"),
                                AreaRepository.decimal(row, "km2"))))
                .single();
    }

    AreaDetail.Postcodes postcodes(Area area) {
        return of(POSTCODES, area)
                .query((row, n) -> new AreaDetail.Postcodes(row.getInt("live"), row.getInt("ended")))
                .single();
    }

    List<Outline> ownOutlines(Area area) {
        return of(OWN_OUTLINES, area)
                .query((row, n) -> Outlines.parse(row.getString("code"), row.getString("coordinates")))
                .list();
    }

    List<AreaDetail.Change> changes(Area area) {
        return of(CHANGES, area)
                .param("most", MOST_CHANGES)
                .query((row, n) -> new AreaDetail.Change(
                        new Area(row.getString("lsoa11"), AreaKind.LSOA_2011, row.getString("lsoa11_name")),
                        new Area(row.getString("lsoa21"), AreaKind.LSOA_2021, row.getString("lsoa21_name")),
                        row.getString("change")))
                .list();
    }

    List<Area> neighbours(Area area) {
        return jdbc.sql(NEIGHBOURS)
                .params(List.of(area.kind().name(), area.code()))
                .query((row, n) -> AreaRepository.area(row))
                .list();
    }

    List<Part> parts(Area area) {
        return of(PARTS, area)
                .query((row, n) ->
                        new Part(AreaRepository.area(row), number(row, "residents"), number(row, "households")))
                .list();
    }

    List<AreaDetail.Source> sources() {
        return jdbc.sql(SOURCES)
                .query((row, n) -> new AreaDetail.Source(
                        Dataset.valueOf(row.getString("dataset")),
                        row.getString("file"),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                        HexFormat.of().formatHex(row.getBytes("sha256"))))
                .list();
    }

    /** Areas whose name contains the words, or whose code they are; those that are meant most likely first. */
    List<Area> named(String words, int most) {
        String small = words.toLowerCase(java.util.Locale.UK);
        String escaped = small.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return jdbc.sql(BY_NAME)
                .param("pattern", "%" + escaped + "%")
                .param("exact", small)
                .param("most", most)
                .query((row, n) -> AreaRepository.area(row))
                .list();
    }

    List<PostcodePlace> ofPostcode(String postcode) {
        return jdbc.sql(BY_POSTCODE)
                .param(postcode)
                .query((row, n) -> new PostcodePlace(
                        row.getString("postcode"),
                        AreaRepository.integer(row, "ended"),
                        row.getString("code") == null ? Optional.empty() : Optional.of(AreaRepository.area(row))))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Area area) {
        return jdbc.sql(sql).param("kind", area.kind().name()).param("code", area.code());
    }

    private static Belonging belonging(ResultSet row) throws SQLException {
        List<Area> within = new ArrayList<>();
        for (AreaKind kind : new AreaKind[] {AreaKind.FORCE, AreaKind.PARTNERSHIP, AreaKind.DISTRICT, AreaKind.WARD}) {
            String column = kind.name().toLowerCase(java.util.Locale.ROOT);
            String code = row.getString(column);
            if (code != null) {
                within.add(new Area(code, kind, row.getString(column + "_name")));
            }
        }
        return new Belonging(AreaRepository.area(row), row.getInt("listed"), within);
    }

    private static Residents residents(ResultSet row) throws SQLException {
        return new Residents(
                row.getInt("year"),
                row.getLong("residents"),
                number(row, "households"),
                new Residents.Ages(
                        number(row, "age_0_15"),
                        number(row, "age_16_24"),
                        number(row, "age_25_44"),
                        number(row, "age_45_64"),
                        number(row, "age_65_plus")));
    }

    private static OptionalLong number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
