package uk.frith.platform.reports.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.AsbType;

/** The SQL of problems that were told to partners, and of the force's own beside them. */
@Repository
class ProblemRepository {

    // language=postgresql
    private static final String DIGEST = """
            select encode(digest, 'hex') from exchange.problem where partner_id = ? and reference = ?
            """;

    // language=postgresql
    private static final String ADD = """
            insert into exchange.problem (organisation_id, partner_id, key_id, reference, digest, type, happened_on,
                lsoa_code, told_police, received_at)
            values (?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?, ?)
            """;

    /** What stands already under the partner's reference stays as it is. */
    // language=postgresql
    private static final String ADD_LISTED = """
            insert into exchange.problem (organisation_id, partner_id, file_id, reference, digest, type, happened_on, lsoa_code,
                told_police, received_at)
            select ?, n.partner, ?, n.reference,
                   sha256(convert_to(concat_ws('|', n.type, n.day, n.area, n.police), 'UTF8')),
                   n.type, n.day, nullif(n.area, ''), n.police, ?
            from unnest(?::uuid[], ?::text[], ?::text[], ?::date[], ?::text[], ?::boolean[])
                as n (partner, reference, type, day, area, police)
            on conflict (partner_id, reference) do nothing
            """;

    /**
     * What was reported to whom: to the force, to a partner whose system sent it on, and to partners alone. A report of the
     * same event as an earlier one is counted among reports and not among events; so is a partner's of which the police
     * heard as well, since that one stands among theirs.
     */
    // language=postgresql
    private static final String TALLY = """
            with told as (
                select to_char(i.occurred_from at time zone 'Europe/London', 'YYYY-MM') as month, r.partner_id, i.channel as way,
                       i.type, i.category, i.lsoa_code,
                       not exists (select 1 from recording.link l where l.incident_id = i.id and l.kind = 'DUPLICATE') as once,
                       true as police,
                       exists (select 1 from exchange.delivery d
                               where d.incident_id = i.id and d.state in ('SENT', 'CLOSED')) as passed
                from recording.incident i
                left join lateral (select r.partner_id from exchange.received r where r.incident_id = i.id
                                   order by r.received_at limit 1) r on true
                where i.organisation_id = :organisation
                  and i.occurred_from >= :from::date at time zone 'Europe/London'
                  and i.occurred_from < (:to::date + 1) at time zone 'Europe/London'
                union all
                select to_char(p.happened_on, 'YYYY-MM'), p.partner_id, 'LIST', p.type, null, p.lsoa_code,
                       not p.told_police, p.told_police, false
                from exchange.problem p
                where p.organisation_id = :organisation and p.happened_on between :from and :to
            ), counted as (
                select month, partner_id, way, coalesce(type, '') as type, coalesce(category, '') as category,
                       coalesce(lsoa_code, '') as lsoa, count(*) as reports, count(*) filter (where once) as events,
                       count(*) filter (where police) as police, count(*) filter (where passed) as passed
                from told group by 1, 2, 3, 4, 5, 6
            )
            select c.*, coalesce(q.name, '') as name,
                   coalesce((select w.district_name from places.lsoa_2021_ward w where w.lsoa21 = c.lsoa),
                            (select d.district_name from places.lsoa_2011_district d where d.lsoa11 = c.lsoa), '') as district
            from counted c left join exchange.partner q on q.id = c.partner_id
            order by c.month, name, c.way, c.type, c.category, district, c.lsoa limit :most
            """;

    private final JdbcClient jdbc;

    ProblemRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> digest(UUID partner, String reference) {
        return jdbc.sql(DIGEST)
                .param(partner)
                .param(reference)
                .query(String.class)
                .optional();
    }

    void add(Caller caller, ReportRules.Problem problem, Optional<String> area, Instant now) {
        jdbc.sql(ADD)
                .param(caller.organisation())
                .param(caller.partner())
                .param(caller.key())
                .param(problem.reference())
                .param(problem.digest())
                .param(problem.type().name())
                .param(problem.happenedOn())
                .param(area.orElse(null))
                .param(problem.toldPolice())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(UUID organisation, UUID file, List<ListRules.Listed> listed, Instant now) {
        jdbc.sql(ADD_LISTED)
                .param(organisation)
                .param(file)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(listed.stream().map(ListRules.Listed::partner).toArray(UUID[]::new))
                .param(listed.stream().map(ListRules.Listed::reference).toArray(String[]::new))
                .param(listed.stream().map(each -> each.type().name()).toArray(String[]::new))
                .param(listed.stream().map(each -> each.happenedOn().toString()).toArray(String[]::new))
                .param(listed.stream().map(ListRules.Listed::area).toArray(String[]::new))
                .param(listed.stream().map(ListRules.Listed::toldPolice).toArray(Boolean[]::new))
                .update();
    }

    List<TallyRules.Cell> tally(UUID organisation, LocalDate from, LocalDate to, int most) {
        return jdbc.sql(TALLY)
                .param("organisation", organisation)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query((row, n) -> new TallyRules.Cell(
                        row.getString("month"),
                        row.getString("name"),
                        row.getString("way"),
                        Choice.sent(AsbType.values(), row.getString("type")),
                        Choice.sent(AsbCategory.values(), row.getString("category")),
                        row.getString("district"),
                        row.getString("lsoa"),
                        new TallyRules.Sum(
                                row.getLong("reports"),
                                row.getLong("events"),
                                row.getLong("police"),
                                row.getLong("passed"))))
                .list();
    }
}
