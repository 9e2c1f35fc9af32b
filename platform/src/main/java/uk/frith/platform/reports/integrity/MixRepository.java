package uk.frith.platform.reports.integrity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.recording.Channel;

/** The SQL of how often each category is used. */
@Repository
class MixRepository {

    /** As incidents stand now; what repeats another record of the same event is left out. */
    // language=postgresql
    private static final String COUNTED = """
            with counted as (
                select i.channel, t.name as team, d.category
                from recording.dealt_with d
                join recording.incident i on i.id = d.incident_id
                left join identity.team t on t.id = d.team_id
                where d.organisation_id = ? and d.reported_at >= ? and d.category <> 'NOT_ASB'
                  and d.closing is distinct from 'DUPLICATE'
            )
            select 'force' as kind, '' as name, category, count(*) as count from counted group by category
            union all
            select 'way', channel, category, count(*) from counted group by channel, category
            union all
            select 'team', coalesce(team, ''), category, count(*) from counted group by 2, category
            order by 1, 2, 3
            """;

    private final JdbcClient jdbc;

    MixRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MixRules.Count> counted(UUID organisation, Instant since) {
        return jdbc.sql(COUNTED)
                .param(organisation)
                .param(SampleRepository.at(since))
                .query((row, n) -> new MixRules.Count(
                        row.getString("kind"),
                        named(row.getString("kind"), row.getString("name")),
                        Sorting.valueOf(row.getString("category")),
                        row.getLong("count")))
                .list();
    }

    private static String named(String kind, String name) {
        return switch (kind) {
            case "force" -> "Your force";
            case "way" -> Channel.valueOf(name).words();
            default -> name.isEmpty() ? "No team" : name;
        };
    }
}
