package uk.frith.platform.reports.integrity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the meter: what became of suggested crimes, and what audits at random found. */
@Repository
class MeterRepository {

    // language=postgresql
    private static final String SUGGESTED = """
            select coalesce(t.name, '') as team, count(*) as suggested,
                   count(*) filter (where s.state = 'RECORDED') as recorded,
                   count(*) filter (where s.state = 'REFUSED') as refused
            from recording.suggested_crime s
            join recording.dealt_with d on d.incident_id = s.incident_id
            left join identity.team t on t.id = d.team_id
            where s.organisation_id = ? and d.reported_at >= ? and d.closing is distinct from 'DUPLICATE'
            group by 1 order by 1
            """;

    /** Each incident once for each sample, by its first blind reading. */
    // language=postgresql
    private static final String AUDITED = """
            with counting as (
                select distinct on (r.item_id) r.id, r.sample_id, r.incident_id
                from integrity.reading r join integrity.sample s on s.id = r.sample_id
                where s.organisation_id = ? and s.kind = 'RANDOM' and s.state = 'CLOSED' and s.closed_at >= ?
                  and r.state = 'SAVED' and r.blind
                order by r.item_id, r.saved_at, r.id
            )
            select coalesce(t.name, '') as team, f.probability, count(*)::int as expected,
                   count(*) filter (where exists (
                       select 1 from recording.recorded_crime c
                       where c.incident_id = k.incident_id and c.class_code = e.class_code
                         and c.recorded_at <= s.drawn_at))::int as recorded
            from counting k
            join integrity.sample s on s.id = k.sample_id
            join integrity.frame f on f.sample_id = k.sample_id and f.incident_id = k.incident_id
            join integrity.expected_crime e on e.reading_id = k.id
            left join identity.team t on t.id = f.team_id
            group by k.id, t.name, f.probability
            order by 1, k.id
            """;

    private final JdbcClient jdbc;

    MeterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of the crimes that were suggested in a team's incidents. */
    record Suggested(String team, long suggested, long recorded, long refused) {}

    List<Suggested> suggested(UUID organisation, Instant since) {
        return jdbc.sql(SUGGESTED)
                .param(organisation)
                .param(SampleRepository.at(since))
                .query((row, n) -> new Suggested(
                        row.getString("team"),
                        row.getLong("suggested"),
                        row.getLong("recorded"),
                        row.getLong("refused")))
                .list();
    }

    /** An incident that was read in an audit at random, with its expected and recorded crimes. */
    record Audited(String team, EstimateRules.Unit unit) {}

    List<Audited> audited(UUID organisation, Instant since) {
        return jdbc.sql(AUDITED)
                .param(organisation)
                .param(SampleRepository.at(since))
                .query((row, n) -> new Audited(
                        row.getString("team"),
                        new EstimateRules.Unit(
                                row.getDouble("probability"), row.getInt("recorded"), row.getInt("expected"))))
                .list();
    }
}
