package uk.frith.platform.reports.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All of recording's SQL. */
@Repository
class IncidentRepository {

    // language=postgresql
    private static final String WHICH_ORGANISATION = """
            select id, name from identity.organisation
            where kind <> 'SYSTEM' and (name = :wanted or force_slug = :wanted
                or trim(both '-' from regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')) = :wanted)
            """;

    // language=postgresql
    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('recording/' || ?::text, 0))";

    // language=postgresql
    private static final String NEW_FILE_ID = "select uuidv7()";

    // language=postgresql
    private static final String PUT = """
            insert into recording.incident as i (organisation_id, file_id, reference, occurred_from, occurred_to,
                reported_at, easting, northing, lsoa_code, location, category, type, channel, text)
            select :organisation, :file, r.* from unnest(:references::text[], :from::timestamptz[], :to::timestamptz[],
                :reported::timestamptz[], :eastings::float8[], :northings::float8[], :codes::text[], :locations::text[],
                :categories::text[], :types::text[], :channels::text[], :texts::text[]) as r
            on conflict (organisation_id, reference) do update
            set file_id = excluded.file_id, occurred_from = excluded.occurred_from, occurred_to = excluded.occurred_to,
                reported_at = excluded.reported_at, easting = excluded.easting, northing = excluded.northing,
                lsoa_code = excluded.lsoa_code,
                area_code = case when excluded.lsoa_code is null then i.area_code end,
                location = excluded.location, category = excluded.category,
                type = excluded.type, channel = excluded.channel, text = excluded.text
            where (i.occurred_from, i.occurred_to, i.reported_at, i.easting, i.northing, i.lsoa_code, i.location,
                   i.category, i.type, i.channel, i.text)
                is distinct from (excluded.occurred_from, excluded.occurred_to, excluded.reported_at, excluded.easting,
                   excluded.northing, excluded.lsoa_code, excluded.location, excluded.category, excluded.type,
                   excluded.channel, excluded.text)
            returning old.id is null as added
            """;

    // language=postgresql
    private static final String ADD_FILE = """
            insert into recording.incident_file (id, organisation_id, sha256, rows, added, changed, unchanged, refused)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String ADD_REFUSED = """
            insert into recording.refused_row (file_id, organisation_id, line, field, value, reason)
            select :file, :organisation, r.* from unnest(:lines::bigint[], :fields::text[], :values::text[],
                :reasons::text[]) as r
            """;

    // language=postgresql
    private static final String HOW_MANY_WHERE_AND_WHEN = """
            select coalesce(lsoa_code, '') as lsoa_code,
                   to_char(occurred_from at time zone 'Europe/London', 'YYYY-MM') as month, count(*) as incidents
            from recording.incident i
            where organisation_id = :organisation and category is not null
              and not exists (select 1 from recording.link l where l.incident_id = i.id and l.kind = 'DUPLICATE')
              and occurred_from >= (:from::date)::timestamp at time zone 'Europe/London'
              and occurred_from < (:after::date)::timestamp at time zone 'Europe/London'
            group by 1, 2 order by coalesce(lsoa_code, '') collate "C", 2
            """;

    // language=postgresql
    private static final String WHAT_IS_THERE = """
            select count(*) as incidents, count(*) filter (where lsoa_code is null) as no_lsoa,
                   to_char(min(occurred_from) at time zone 'Europe/London', 'YYYY-MM') as first,
                   to_char(max(occurred_from) at time zone 'Europe/London', 'YYYY-MM') as last
            from recording.incident i where organisation_id = ? and category is not null
              and not exists (select 1 from recording.link l where l.incident_id = i.id and l.kind = 'DUPLICATE')
            """;

    // language=postgresql
    private static final String ONE = """
            select id, reference, occurred_from, occurred_to, reported_at, easting, northing, location, lsoa_code,
                   category, type, channel, text, (
                       select a.name || ' (' || a.code || ')' from places.area a
                       where a.code = coalesce(i.lsoa_code, i.area_code) order by a.listed desc, a.kind desc limit 1) as area
            from recording.incident i where id = ?
            """;

    private final JdbcClient jdbc;

    IncidentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Organisation(UUID id, String name) {}

    /** Of one batch: how many were new and how many changed. */
    record Put(long added, long changed) {}

    List<Organisation> organisations(String wanted) {
        return jdbc.sql(WHICH_ORGANISATION)
                .param("wanted", wanted)
                .query((row, n) -> new Organisation(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    void lock(UUID organisation) {
        jdbc.sql(ONE_AT_A_TIME)
                .param(organisation.toString())
                .query((row, n) -> 0)
                .single();
    }

    UUID newFileId() {
        return jdbc.sql(NEW_FILE_ID).query(UUID.class).single();
    }

    Put put(UUID organisation, UUID file, List<Incident> batch) {
        List<Boolean> touched = jdbc.sql(PUT)
                .param("organisation", organisation)
                .param("file", file)
                .param("references", column(batch, Incident::reference))
                .param("from", column(batch, i -> i.occurred().from().toString()))
                .param("to", column(batch, i -> i.occurred().to().toString()))
                .param("reported", column(batch, i -> i.reportedAt().toString()))
                .param(
                        "eastings",
                        column(
                                batch,
                                i -> i.point()
                                        .map(p -> Double.toString(p.eastingMetres()))
                                        .orElse(null)))
                .param(
                        "northings",
                        column(
                                batch,
                                i -> i.point()
                                        .map(p -> Double.toString(p.northingMetres()))
                                        .orElse(null)))
                .param("codes", column(batch, i -> i.lsoaCode().orElse(null)))
                .param("locations", column(batch, Incident::location))
                .param(
                        "categories",
                        column(batch, i -> i.category().map(Enum::name).orElse(null)))
                .param("types", column(batch, i -> i.type().map(Enum::name).orElse(null)))
                .param("channels", column(batch, i -> i.channel().name()))
                .param("texts", column(batch, Incident::text))
                .query((row, n) -> row.getBoolean("added"))
                .list();
        long added = touched.stream().filter(a -> a).count();
        return new Put(added, touched.size() - added);
    }

    private static <T> @Nullable String[] column(List<T> items, Function<T, @Nullable String> field) {
        @Nullable String[] values = new @Nullable String[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = field.apply(items.get(i));
        }
        return values;
    }

    /** What one reading of a file came to. */
    record Account(long rows, long added, long changed, long unchanged, long refused) {}

    void addFile(UUID file, UUID organisation, byte[] sha256, Account account, List<RefusedRow> refused) {
        jdbc.sql(ADD_FILE)
                .param(file)
                .param(organisation)
                .param(sha256)
                .param(account.rows())
                .param(account.added())
                .param(account.changed())
                .param(account.unchanged())
                .param(account.refused())
                .update();
        jdbc.sql(ADD_REFUSED)
                .param("file", file)
                .param("organisation", organisation)
                .param("lines", column(refused, r -> Long.toString(r.line())))
                .param("fields", column(refused, RefusedRow::field))
                .param("values", column(refused, RefusedRow::value))
                .param("reasons", column(refused, RefusedRow::reason))
                .update();
    }

    List<IncidentCount> counts(UUID organisation, YearMonth from, YearMonth to) {
        return jdbc.sql(HOW_MANY_WHERE_AND_WHEN)
                .param("organisation", organisation)
                .param("from", from.atDay(1))
                .param("after", to.plusMonths(1).atDay(1))
                .query((row, n) -> new IncidentCount(
                        row.getString("lsoa_code"), YearMonth.parse(row.getString("month")), row.getLong("incidents")))
                .list();
    }

    Optional<IncidentCoverage> coverage(UUID organisation) {
        return jdbc.sql(WHAT_IS_THERE)
                .param(organisation)
                .query((row, n) -> coverage(row))
                .single();
    }

    private static Optional<IncidentCoverage> coverage(ResultSet row) throws SQLException {
        long incidents = row.getLong("incidents");
        return incidents == 0
                ? Optional.empty()
                : Optional.of(new IncidentCoverage(
                        YearMonth.parse(row.getString("first")),
                        YearMonth.parse(row.getString("last")),
                        incidents,
                        row.getLong("no_lsoa")));
    }

    /** An incident with all of its fields, and the name and code of its area; empty when that isn't known. */
    record Whole(UUID id, Incident incident, String area) {}

    Optional<Whole> find(UUID id) {
        return jdbc.sql(ONE).param(id).query((row, n) -> whole(row)).optional();
    }

    private static Whole whole(ResultSet row) throws SQLException {
        Optional<GridReference> point = row.getObject("easting") == null
                ? Optional.empty()
                : Optional.of(new GridReference(row.getDouble("easting"), row.getDouble("northing")));
        return new Whole(
                row.getObject("id", UUID.class),
                new Incident(
                        row.getString("reference"),
                        occurred(row),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                        point,
                        Optional.ofNullable(row.getString("lsoa_code")),
                        row.getString("location"),
                        Optional.ofNullable(row.getString("category")).map(AsbCategory::valueOf),
                        Optional.ofNullable(row.getString("type")).map(AsbType::valueOf),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("text")),
                Rows.text(row, "area"));
    }

    private static Interval occurred(ResultSet row) throws SQLException {
        return new Interval(
                row.getObject("occurred_from", OffsetDateTime.class).toInstant(),
                row.getObject("occurred_to", OffsetDateTime.class).toInstant());
    }
}
