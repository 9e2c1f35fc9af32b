package uk.frith.platform.reports.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
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

    /** Each source apart, and of partners' what was told to the police as well apart again. */
    // language=postgresql
    private static final String TALLY = """
            select type, name, kind, told_police, sum(count)::bigint as count from (
                select p.type, q.name, q.kind, p.told_police, count(*) as count
                from exchange.problem p join exchange.partner q on q.id = p.partner_id
                where p.organisation_id = :organisation and p.happened_on between :from and :to
                group by p.type, q.name, q.kind, p.told_police
                union all
                select i.type, '', '', true, count(*)
                from recording.incident i
                where i.organisation_id = :organisation and i.type is not null
                  and i.occurred_from >= :from::date at time zone 'Europe/London'
                  and i.occurred_from < (:to::date + 1) at time zone 'Europe/London'
                group by i.type) each_source
            group by type, name, kind, told_police order by name, type, told_police
            """;

    private final JdbcClient jdbc;

    ProblemRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A count of one source.
     *
     * @param partner the partner's name; empty for the force's own incidents
     * @param toldPolice whether the police heard of it too
     */
    record Count(AsbType type, String partner, Optional<PartnerKind> kind, boolean toldPolice, long count) {}

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

    List<Count> tally(UUID organisation, LocalDate from, LocalDate to) {
        return jdbc.sql(TALLY)
                .param("organisation", organisation)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Count(
                        AsbType.valueOf(row.getString("type")),
                        row.getString("name"),
                        Optional.of(row.getString("kind"))
                                .filter(kind -> !kind.isEmpty())
                                .map(PartnerKind::valueOf),
                        row.getBoolean("told_police"),
                        row.getLong("count")))
                .list();
    }
}
