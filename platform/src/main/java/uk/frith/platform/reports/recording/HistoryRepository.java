package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how an incident stood: every row that belongs to it, as it was until somebody changed it. */
@Repository
class HistoryRepository {

    /** Every row of an incident as it stands now, under the name of its table and its id. */
    private static final String NOW = """
            with now_rows as (
                select 'recording.incident' as relation, id::text as record, to_jsonb(t) as version
                    from recording.incident t where id = :incident
                union all select 'recording.handling', id::text, to_jsonb(t)
                    from recording.handling t where incident_id = :incident
                union all select 'recording.person', id::text, to_jsonb(t)
                    from recording.person t where incident_id = :incident
                union all select 'recording.crime', id::text, to_jsonb(t)
                    from recording.crime t where incident_id = :incident
                union all select 'recording.suggestion', id::text, to_jsonb(t)
                    from recording.suggestion t where incident_id = :incident
                union all select 'recording.evidence', id::text, to_jsonb(t)
                    from recording.evidence t where incident_id = :incident
                union all select 'recording.note', id::text, to_jsonb(t)
                    from recording.note t where incident_id = :incident)
            """;

    // language=postgresql
    private static final String CHANGES = NOW + """
            , versions as (
                select h.relation, h.record, h.until, h.id, h.changed_by, h.former,
                       coalesce(lead(h.former) over (partition by h.relation, h.record order by h.until, h.id), n.version)
                           as next
                from audit.history h join now_rows n on n.relation = h.relation and n.record = h.record)
            select v.relation, v.until, coalesce(a.name, 'The system') as who, o.key, o.value as old, v.next ->> o.key as new
            from versions v left join identity.account a on a.id = v.changed_by,
                 lateral jsonb_each_text(v.former) o
            where (v.next ->> o.key) is distinct from o.value and o.key <> 'version'
            order by v.until desc, v.id desc, o.key limit :most
            """;

    // language=postgresql
    private static final String AS_OF = NOW + """
            select distinct on (v.relation, v.record, o.key) v.relation, v.record, o.key, o.value
            from (select h.relation, h.record, h.until, h.former as version
                  from audit.history h join now_rows n on n.relation = h.relation and n.record = h.record
                  where h.until > :at
                  union all select relation, record, 'infinity', version from now_rows) v,
                 lateral jsonb_each_text(v.version) o
            where uuid_extract_timestamp(v.record::uuid) <= :at
            order by v.relation, v.record, o.key, v.until
            """;

    // language=postgresql
    private static final String NAMES = """
            select id::text, name from identity.account where organisation_id = :organisation
            union all select id::text, name from identity.team where organisation_id = :organisation
            union all select id::text, case when name = '' then 'Name not known' else name end
                from recording.person where incident_id = :incident
            """;

    private final JdbcClient jdbc;

    HistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A field that somebody changed. */
    record Change(String relation, Instant when, String who, String field, String old, String now) {
        @Override
        public String toString() {
            return "Change[" + relation + "]";
        }
    }

    List<Change> changes(UUID incident, int most) {
        return jdbc.sql(CHANGES)
                .param("incident", incident)
                .param("most", most)
                .query((row, n) -> new Change(
                        row.getString("relation"),
                        Rows.moment(row, "until"),
                        row.getString("who"),
                        row.getString("key"),
                        Rows.text(row, "old"),
                        Rows.text(row, "new")))
                .list();
    }

    /** A row as it stood. */
    record Stood(String relation, String record, Map<String, String> fields) {
        @Override
        public String toString() {
            return "Stood[" + relation + "]";
        }
    }

    private record Field(String relation, String record, String key, String value) {}

    List<Stood> asOf(UUID incident, Instant at) {
        List<Field> fields = jdbc.sql(AS_OF)
                .param("incident", incident)
                .param("at", Rows.at(at))
                .query((row, n) -> new Field(
                        row.getString("relation"),
                        row.getString("record"),
                        row.getString("key"),
                        Rows.text(row, "value")))
                .list();
        return fields.stream()
                .collect(Collectors.groupingBy(
                        field -> List.of(field.relation(), field.record()),
                        java.util.LinkedHashMap::new,
                        Collectors.toMap(Field::key, Field::value, (one, other) -> one, java.util.TreeMap::new)))
                .entrySet()
                .stream()
                .map(each -> new Stood(each.getKey().getFirst(), each.getKey().getLast(), each.getValue()))
                .toList();
    }

    /** Who stands behind the ids of colleagues, teams and an incident's people. */
    Map<String, String> names(UUID organisation, UUID incident) {
        return jdbc
                .sql(NAMES)
                .param("organisation", organisation)
                .param("incident", incident)
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
