package uk.frith.platform.reports.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
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

    /** An organisation's own before the shipped one; the latest day first, and of one day what was written last. */
    // language=postgresql
    private static final String WRITTEN = """
            select valid_from, personal, nuisance, environmental, source, written_at, organisation_id is null as shipped
            from integrity.national_mix
            order by organisation_id nulls last, valid_from desc, written_at desc limit 200
            """;

    // language=postgresql
    private static final String WRITE = """
            insert into integrity.national_mix (organisation_id, valid_from, personal, nuisance, environmental, source,
                written_by)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String ADD_FIGURE = """
            insert into integrity.force_figure (file_id, organisation_id, force, first_month, last_month, category, count)
            select ?, ?, f.force, f.first, f.last, f.category, f.count
            from unnest(?::text[], ?::date[], ?::date[], ?::text[], ?::bigint[])
                as f (force, first, last, category, count)
            """;

    /** Of each force what the latest file says that names it. */
    // language=postgresql
    private static final String OTHER_FORCES = """
            select g.force, g.first_month, g.last_month, g.category, g.count, f.source, f.dated
            from integrity.force_figure g join sheets.file f on f.id = g.file_id
            where g.organisation_id = ?
              and not exists (select 1 from integrity.force_figure later
                              where later.organisation_id = g.organisation_id
                                and lower(later.force) = lower(g.force) and later.file_id > g.file_id)
            order by lower(g.force), g.first_month
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

    /** A mix, who keeps it, and since when it stands. */
    record Written(NationalMix mix, Instant writtenAt, boolean shipped) {}

    /** What holds comes before what held, each organisation's own before what came with Frith. */
    List<Written> written() {
        return jdbc.sql(WRITTEN).query((row, n) -> written(row)).list();
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(
                new NationalMix(
                        List.of(row.getDouble("personal"), row.getDouble("nuisance"), row.getDouble("environmental")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("source")),
                ReadingRepository.moment(row, "written_at"),
                row.getBoolean("shipped"));
    }

    /** The mix that holds on a day. */
    NationalMix national(LocalDate day) {
        return written().stream()
                .map(Written::mix)
                .filter(mix -> !mix.validFrom().isAfter(day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A national mix came with Frith."));
    }

    void write(UUID organisation, NationalMix mix, UUID by) {
        jdbc.sql(WRITE)
                .param(organisation)
                .param(mix.validFrom())
                .param(mix.shares().get(0))
                .param(mix.shares().get(1))
                .param(mix.shares().get(2))
                .param(mix.source())
                .param(by)
                .update();
    }

    void add(UUID file, UUID organisation, List<ForceRules.Figure> figures) {
        jdbc.sql(ADD_FIGURE)
                .param(file)
                .param(organisation)
                .param(figures.stream().map(ForceRules.Figure::force).toArray(String[]::new))
                .param(figures.stream().map(each -> each.first() + "-01").toArray(String[]::new))
                .param(figures.stream().map(each -> each.last() + "-01").toArray(String[]::new))
                .param(figures.stream().map(each -> each.category().name()).toArray(String[]::new))
                .param(figures.stream().map(ForceRules.Figure::count).toArray(Long[]::new))
                .update();
    }

    List<ForceRules.Kept> otherForces(UUID organisation) {
        return jdbc.sql(OTHER_FORCES)
                .param(organisation)
                .query((row, n) -> new ForceRules.Kept(
                        new ForceRules.Figure(
                                row.getString("force"),
                                YearMonth.from(row.getObject("first_month", LocalDate.class)),
                                YearMonth.from(row.getObject("last_month", LocalDate.class)),
                                Sorting.valueOf(row.getString("category")),
                                row.getLong("count")),
                        row.getString("source") + ", " + Words.day(row.getObject("dated", LocalDate.class))))
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
