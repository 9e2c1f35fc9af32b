package uk.frith.platform.reports.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of how reports by each way were graded. */
@Repository
class ChannelRepository {

    // language=postgresql
    private static final String GRADED = """
            select i.channel, case when i.file_id is null then i.source else 'extract' end as source,
                   coalesce(i.category, 'NONE') as category, count(*) as count,
                   count(*) filter (where h.grade in ('IMMEDIATE', 'PRIORITY')) as urgent
            from recording.incident i join recording.handling h on h.incident_id = i.id
            where i.organisation_id = ? and i.reported_at >= ? and i.reported_at < ?
            group by 1, 2, 3
            """;

    private final JdbcClient jdbc;

    ChannelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ParityRules.Cell> graded(UUID organisation, Instant from, Instant to) {
        return jdbc.sql(GRADED)
                .param(organisation)
                .param(from.atOffset(ZoneOffset.UTC))
                .param(to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new ParityRules.Cell(
                        ParityRules.Reached.of(row.getString("channel"), row.getString("source")),
                        row.getString("category"),
                        row.getLong("count"),
                        row.getLong("urgent")))
                .list();
    }
}
