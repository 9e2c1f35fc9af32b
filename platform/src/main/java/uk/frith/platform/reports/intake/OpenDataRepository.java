package uk.frith.platform.reports.intake;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads versions and their counts. */
@Repository
class OpenDataRepository {

    // language=postgresql
    private static final String LATEST_DATA_VERSION = "select latest from intake.data_version";

    // language=postgresql
    private static final String WHAT_IS_THERE = """
            select series, bool_and(whole_force) as whole_force,
                   coalesce(mode() within group (order by force_name), '') as force_name,
                   array_agg(month order by month) as months, count(*) as files, sum(rows)::bigint as rows,
                   sum(refused)::bigint as refused, sum(no_lsoa)::bigint as no_lsoa,
                   sum(no_coordinates)::bigint as no_coordinates, sum(asb_rows)::bigint as asb_rows,
                   sum(asb_identical_repeats)::bigint as asb_identical_repeats
            from intake.file_version
            where kind = 'STREET' and imported_in <= :version and (replaced_in is null or replaced_in > :version)
            group by series
            order by series collate "C"
            """;

    // language=postgresql
    private static final String HOW_MANY_WHERE_AND_WHEN = """
            select a.lsoa_code, v.month, sum(a.incidents)::bigint as incidents
            from intake.file_version v join intake.street_count c on c.version_id = v.id,
                 unnest(c.lsoa_codes, c.incidents) as a (lsoa_code, incidents)
            where v.kind = 'STREET' and v.series = any (:series) and v.month between :from and :to
              and v.imported_in <= :version and (v.replaced_in is null or v.replaced_in > :version)
              and (:all or c.crime_type = :type)
            group by a.lsoa_code, v.month
            order by a.lsoa_code collate "C", v.month
            """;

    // language=postgresql
    private static final String WHICH_CRIME_TYPES = """
            select distinct c.crime_type
            from intake.file_version v join intake.street_count c on c.version_id = v.id
            where v.imported_in <= :version and (v.replaced_in is null or v.replaced_in > :version)
            order by 1
            """;

    // language=postgresql
    private static final String EVERY_STREET_FILE = """
            select id, file, series, to_char(month, 'YYYY-MM') as month, rows, asb_rows, asb_with_crime_id,
                   asb_identical_repeats, no_coordinates, no_lsoa, repeated_crime_ids, distinct_lsoa,
                   distinct_crime_types, utf8_bom, crlf, stored, refused,
                   case when replaced_in is null then 'CURRENT' else 'REPLACED' end as status
            from intake.file_version where kind = 'STREET'
            order by file collate "C", imported_in
            """;

    // language=postgresql
    private static final String ROWS_OUTSIDE = """
            select c.version_id, sum(a.incidents)::bigint as rows
            from intake.street_count c, unnest(c.lsoa_codes, c.incidents) as a (lsoa_code, incidents)
                 left join unnest(?::text[]) as k (code) on k.code = a.lsoa_code
            where a.lsoa_code <> '' and k.code is null
            group by c.version_id
            """;

    // language=postgresql
    private static final String VERSIONS = """
            select id, kind, series, to_char(month, 'YYYY-MM') as month, file, stored, refused, imported_at,
                   replaced_in is null as current
            from intake.file_version order by imported_in desc, id desc limit ? offset ?
            """;

    // language=postgresql
    private static final String HOW_MANY_VERSIONS = "select count(*) from intake.file_version";

    // language=postgresql
    private static final String ONE_VERSION = """
            select id, kind, series, to_char(month, 'YYYY-MM') as month, file, stored, refused, imported_at,
                   replaced_in is null as current
            from intake.file_version where id = ?
            """;

    // language=postgresql
    private static final String REFUSED_ROWS = """
            select line, field, value, reason from intake.refused_row where version_id = ? order by line limit ?
            """;

    private final JdbcClient jdbc;

    OpenDataRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long latestDataVersion() {
        return jdbc.sql(LATEST_DATA_VERSION).query(Long.class).single();
    }

    List<SeriesCoverage> coverage(long dataVersion) {
        return jdbc.sql(WHAT_IS_THERE)
                .param("version", dataVersion)
                .query((row, n) -> new SeriesCoverage(
                        row.getString("series"),
                        row.getBoolean("whole_force"),
                        row.getString("force_name"),
                        months(row.getArray("months")),
                        row.getLong("files"),
                        row.getLong("rows"),
                        row.getLong("refused"),
                        row.getLong("no_lsoa"),
                        row.getLong("no_coordinates"),
                        row.getLong("asb_rows"),
                        row.getLong("asb_identical_repeats")))
                .list();
    }

    private static List<YearMonth> months(Array array) throws SQLException {
        List<YearMonth> months = new ArrayList<>();
        for (Date date : (Date[]) array.getArray()) {
            months.add(YearMonth.from(date.toLocalDate()));
        }
        return months;
    }

    List<AreaMonthCount> counts(
            Collection<String> series, YearMonth from, YearMonth to, Optional<String> crimeType, long dataVersion) {
        return jdbc.sql(HOW_MANY_WHERE_AND_WHEN)
                .param("series", series.toArray(String[]::new))
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .param("version", dataVersion)
                .param("all", crimeType.isEmpty())
                .param("type", crimeType.orElse(""))
                .query((row, n) ->
                        new AreaMonthCount(row.getString("lsoa_code"), month(row, "month"), row.getLong("incidents")))
                .list();
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    List<String> crimeTypes(long dataVersion) {
        return jdbc.sql(WHICH_CRIME_TYPES)
                .param("version", dataVersion)
                .query((row, n) -> row.getString("crime_type"))
                .list();
    }

    /** One line of the report; the components in the order of its columns. */
    record ReportLine(
            long version,
            String file,
            String force,
            String month,
            long rows,
            long asbRows,
            long asbWithCrimeId,
            long asbIdenticalRepeats,
            long noCoordinates,
            long noLsoa,
            long repeatedCrimeIds,
            long distinctLsoa,
            long distinctCrimeTypes,
            boolean utf8Bom,
            boolean crlf,
            long stored,
            long refused,
            String status) {}

    List<ReportLine> everyStreetFile() {
        return jdbc.sql(EVERY_STREET_FILE)
                .query((row, n) -> new ReportLine(
                        row.getLong("id"),
                        row.getString("file"),
                        row.getString("series"),
                        row.getString("month"),
                        row.getLong("rows"),
                        row.getLong("asb_rows"),
                        row.getLong("asb_with_crime_id"),
                        row.getLong("asb_identical_repeats"),
                        row.getLong("no_coordinates"),
                        row.getLong("no_lsoa"),
                        row.getLong("repeated_crime_ids"),
                        row.getLong("distinct_lsoa"),
                        row.getLong("distinct_crime_types"),
                        row.getBoolean("utf8_bom"),
                        row.getBoolean("crlf"),
                        row.getLong("stored"),
                        row.getLong("refused"),
                        row.getString("status")))
                .list();
    }

    /** How many rows of each version of a street file have a code that isn't among these; none has no entry. */
    Map<Long, Long> rowsOutside(Set<String> codes) {
        Map<Long, Long> rows = new HashMap<>();
        jdbc.sql(ROWS_OUTSIDE).param(codes.toArray(String[]::new)).query(row -> {
            rows.put(row.getLong("version_id"), row.getLong("rows"));
        });
        return rows;
    }

    /** A version of a file, as a list shows it. */
    record Version(
            long id,
            FileKind kind,
            String series,
            YearMonth month,
            String file,
            long stored,
            long refused,
            Instant importedAt,
            boolean current) {}

    List<Version> versions(int limit, long offset) {
        return jdbc.sql(VERSIONS)
                .param(limit)
                .param(offset)
                .query((row, n) -> version(row))
                .list();
    }

    long countVersions() {
        return jdbc.sql(HOW_MANY_VERSIONS).query(Long.class).single();
    }

    Optional<Version> version(long id) {
        return jdbc.sql(ONE_VERSION).param(id).query((row, n) -> version(row)).optional();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getLong("id"),
                FileKind.valueOf(row.getString("kind")),
                row.getString("series"),
                YearMonth.parse(row.getString("month")),
                row.getString("file"),
                row.getLong("stored"),
                row.getLong("refused"),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("current"));
    }

    List<Refused> refusedRows(long version, int limit) {
        return jdbc.sql(REFUSED_ROWS)
                .param(version)
                .param(limit)
                .query((row, n) -> new Refused(
                        row.getLong("line"), row.getString("field"), row.getString("value"), row.getString("reason")))
                .list();
    }
}
