package uk.frith.platform.reports.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Exported;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Here;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Kind;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.Pair;
import uk.frith.platform.reports.reconciliation.ReconciliationRules.There;

/** All of the SQL of reconciliation. */
@Repository
class ReconciliationRepository {

    // language=postgresql
    private static final String READING_BLIND = "select integrity.my_reading() is not null";

    // language=postgresql
    private static final String ADD = """
            insert into reconciliation.exported (file_id, organisation_id, reference, incident_reference, incident_id,
                class_code, recorded_at, status, cancelled)
            select ?, ?, n.reference, n.incident, i.id, n.class, n.at, n.status, n.cancelled
            from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::boolean[])
                as n (reference, incident, class, at, status, cancelled)
            left join recording.incident i on i.organisation_id = ? and i.reference = n.incident and n.incident <> ''
            """;

    /** A row with too few or too many fields, which nobody read any further, begins with its reference. */
    // language=postgresql
    private static final String ADD_REFUSED = """
            insert into reconciliation.refused (file_id, organisation_id, reference)
            select :file, :organisation, n.reference from unnest(:references::text[]) as n (reference)
            union
            select r.file_id, r.organisation_id, btrim(split_part(r.value, ',', 1))
            from sheets.refused_row r
            where r.file_id = :file and r.field = '' and length(btrim(split_part(r.value, ',', 1))) between 1 and 100
            """;

    /**
     * The latest export with all of its files, which are those of one source and day, and the days on which its crimes were
     * recorded.
     */
    // language=postgresql
    private static final String LATEST = """
            with latest as (
                select f.source, f.dated from sheets.file f
                where f.organisation_id = :organisation and f.kind = 'CRIME_SYSTEM' and f.rows > 0
                order by f.taken_at desc, f.id desc limit 1
            ), files as (
                select f.id, l.source, l.dated, f.rows, f.refused
                from sheets.file f join latest l on lower(l.source) = lower(f.source) and l.dated = f.dated
                where f.organisation_id = :organisation and f.kind = 'CRIME_SYSTEM' and f.rows > 0
            )
            select array_agg(f.id) as files, f.source, f.dated, sum(f.rows)::bigint as rows, sum(f.refused)::bigint as refused,
                   min(d.first) as first, max(d.last) as last
            from files f
            cross join lateral (select min((x.recorded_at at time zone 'Europe/London')::date) as first,
                                       max((x.recorded_at at time zone 'Europe/London')::date) as last
                                from reconciliation.exported x where x.file_id = f.id) d
            group by f.source, f.dated
            """;

    /**
     * Each crime of the export with Frith's of the same reference, and Frith's of the same days that aren't in it; a crime
     * whose row was refused is in it all the same. Of a crime that stands in several of its files the last one counts. Of
     * Frith's no more is read than what was recorded on these days or has a reference of the export.
     */
    // language=postgresql
    private static final String PAIRS = """
            with there as (
                select distinct on (x.reference) x.*
                from reconciliation.exported x join sheets.file f on f.id = x.file_id
                where x.file_id = any (:files)
                order by x.reference, f.taken_at desc, f.id desc
            ), ours as (
                select c.id from recording.crime c
                where c.organisation_id = :organisation
                  and c.recorded_at >= :first::date at time zone 'Europe/London'
                  and c.recorded_at < (:last::date + 1) at time zone 'Europe/London'
                union
                select c.id from there t
                join recording.crime c on c.organisation_id = :organisation and c.reference = t.reference
            ), here as (
                select c.id, c.reference, c.incident_id, d.reference as incident_reference, c.class_code, c.recorded_at,
                       c.cancelled is not null as cancelled
                from ours o join recording.crime c on c.id = o.id
                join recording.dealt_with d on d.incident_id = c.incident_id
            )
            select coalesce(t.reference, h.reference) as reference, coalesce(m.name, '') as team,
                   h.id as here_id, h.incident_id as here_incident, h.incident_reference as here_incident_reference,
                   h.class_code as here_class, h.recorded_at as here_at, h.cancelled as here_cancelled,
                   t.id as there_id, t.incident_id as there_incident, t.incident_reference as there_incident_reference,
                   t.class_code as there_class, t.recorded_at as there_at, t.status, t.cancelled
            from there t full join here h on h.reference = t.reference
            left join recording.dealt_with w on w.incident_id = coalesce(h.incident_id, t.incident_id)
            left join identity.team m on m.id = w.team_id
            where t.id is not null
               or not h.cancelled and (h.recorded_at at time zone 'Europe/London')::date between :first and :last
                  and not exists (select 1 from reconciliation.refused r
                                  where r.file_id = any (:files) and r.reference = h.reference)
            order by 1
            """;

    // language=postgresql
    private static final String SETTLED = """
            select s.reference, s.kind, s.found, s.reason, s.settled_at, a.name
            from reconciliation.settled s join identity.account a on a.id = s.settled_by
            where s.organisation_id = ? order by s.settled_at desc
            """;

    // language=postgresql
    private static final String SETTLE = """
            insert into reconciliation.settled (organisation_id, reference, kind, found, reason, settled_at, settled_by)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final JdbcClient jdbc;

    ReconciliationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean readingBlind() {
        return jdbc.sql(READING_BLIND).query(Boolean.class).single();
    }

    void add(UUID file, UUID organisation, List<Exported> crimes, Set<String> refused) {
        jdbc.sql(ADD)
                .param(file)
                .param(organisation)
                .param(crimes.stream().map(Exported::reference).toArray(String[]::new))
                .param(crimes.stream().map(Exported::incidentReference).toArray(String[]::new))
                .param(crimes.stream().map(Exported::classCode).toArray(String[]::new))
                .param(crimes.stream().map(each -> each.recordedAt().toString()).toArray(String[]::new))
                .param(crimes.stream().map(Exported::status).toArray(String[]::new))
                .param(crimes.stream().map(Exported::cancelled).toArray(Boolean[]::new))
                .param(organisation)
                .update();
        jdbc.sql(ADD_REFUSED)
                .param("file", file)
                .param("organisation", organisation)
                .param("references", refused.toArray(String[]::new))
                .update();
    }

    /** An export that was brought in, in one file or in parts. */
    record Export(
            List<UUID> files,
            String source,
            LocalDate dated,
            long rows,
            long refused,
            LocalDate first,
            LocalDate last) {}

    Optional<Export> latest(UUID organisation) {
        return jdbc.sql(LATEST)
                .param("organisation", organisation)
                .query((row, n) -> new Export(
                        List.of((UUID[]) row.getArray("files").getArray()),
                        row.getString("source"),
                        row.getObject("dated", LocalDate.class),
                        row.getLong("rows"),
                        row.getLong("refused"),
                        Optional.ofNullable(row.getObject("first", LocalDate.class))
                                .orElse(LocalDate.EPOCH),
                        Optional.ofNullable(row.getObject("last", LocalDate.class))
                                .orElse(LocalDate.EPOCH)))
                .optional();
    }

    List<Pair> pairs(UUID organisation, Export export) {
        return jdbc.sql(PAIRS)
                .param("organisation", organisation)
                .param("files", export.files().toArray(UUID[]::new))
                .param("first", export.first())
                .param("last", export.last())
                .query((row, n) -> new Pair(row.getString("reference"), row.getString("team"), here(row), there(row)))
                .list();
    }

    private static @Nullable Here here(ResultSet row) throws SQLException {
        UUID id = row.getObject("here_id", UUID.class);
        return id == null
                ? null
                : new Here(
                        id,
                        row.getObject("here_incident", UUID.class),
                        row.getString("here_incident_reference"),
                        row.getString("here_class"),
                        row.getObject("here_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("here_cancelled"));
    }

    private static @Nullable There there(ResultSet row) throws SQLException {
        UUID id = row.getObject("there_id", UUID.class);
        return id == null
                ? null
                : new There(
                        id,
                        Optional.ofNullable(row.getObject("there_incident", UUID.class)),
                        row.getString("there_incident_reference"),
                        row.getString("there_class"),
                        row.getObject("there_at", OffsetDateTime.class).toInstant(),
                        row.getString("status"),
                        row.getBoolean("cancelled"));
    }

    /** A difference that somebody settled. */
    record Settled(String reference, Kind kind, String found, String reason, Instant at, String by) {
        @Override
        public String toString() {
            return "Settled[" + reference + "]";
        }

        private Difference difference() {
            return new Difference(reference, kind, found);
        }
    }

    /** What a reason settles: another difference of the same crime needs another one. */
    private record Difference(String reference, Kind kind, String found) {}

    /** What was settled, by the difference that it settles. */
    static final class Book {
        private final Map<Difference, Settled> byDifference;

        Book(List<Settled> settled) {
            byDifference = settled.stream()
                    .collect(Collectors.toUnmodifiableMap(Settled::difference, each -> each, (one, other) -> one));
        }

        Optional<Settled> of(Pair pair) {
            return Optional.ofNullable(byDifference.get(new Difference(pair.reference(), pair.kind(), pair.found())));
        }
    }

    Book settled(UUID organisation) {
        return new Book(jdbc.sql(SETTLED)
                .param(organisation)
                .query((row, n) -> new Settled(
                        row.getString("reference"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("found"),
                        row.getString("reason"),
                        row.getObject("settled_at", OffsetDateTime.class).toInstant(),
                        row.getString("name")))
                .list());
    }

    /** False when somebody settled it already. */
    boolean settle(UUID organisation, Pair pair, String reason, Instant now, UUID by) {
        return jdbc.sql(SETTLE)
                        .param(organisation)
                        .param(pair.reference())
                        .param(pair.kind().name())
                        .param(pair.found())
                        .param(reason)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(by)
                        .update()
                == 1;
    }
}
