package uk.frith.platform.reports.victims;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.victims.GroupRules.Figure;
import uk.frith.platform.reports.victims.GroupRules.Group;

/** The SQL of groups in the population and in surveys. */
@Repository
class GroupRepository {

    // language=postgresql
    private static final String ADD = """
            insert into victims.group_figure (file_id, organisation_id, characteristic, value, people, survey_percent)
            values (?, ?, ?, ?, ?, ?)
            """;

    /** Of each group the latest file's number of people, and the latest file's share. */
    // language=postgresql
    private static final String CURRENT = """
            select g.characteristic, g.value,
                   (array_agg(g.people order by g.file_id desc) filter (where g.people is not null))[1] as people,
                   (array_agg(g.survey_percent order by g.file_id desc)
                       filter (where g.survey_percent is not null))[1] as percent
            from victims.group_figure g where g.organisation_id = ? group by g.characteristic, g.value
            """;

    // language=postgresql
    private static final String SOURCES = """
            select distinct f.source || ', ' || to_char(f.dated, 'FMDD Mon YYYY') as source
            from sheets.file f
            where f.organisation_id = ? and exists (select 1 from victims.group_figure g where g.file_id = f.id)
            order by 1
            """;

    // language=postgresql
    private static final String NAMED = """
            select e.characteristic, e.value, count(*) as named
            from victims.equality q
            join recording.person p on p.id = q.person_id
            join recording.incident i on i.id = p.incident_id,
            lateral (values ('AGE', q.age), ('SEX', q.sex), ('ETHNICITY', q.ethnicity), ('DISABILITY', q.disability))
                as e (characteristic, value)
            where q.organisation_id = ? and i.reported_at >= ? and e.value <> 'NOT_SAID'
            group by e.characteristic, e.value
            """;

    private final JdbcClient jdbc;

    GroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID file, UUID organisation, List<Figure> figures) {
        for (Figure figure : figures) {
            jdbc.sql(ADD)
                    .param(file)
                    .param(organisation)
                    .param(figure.group().characteristic())
                    .param(figure.group().value())
                    .param(figure.people().orElse(null))
                    .param(figure.surveyPercent().orElse(null))
                    .update();
        }
    }

    /** In the order of the groups. */
    List<Figure> current(UUID organisation) {
        Map<Group, Figure> found = jdbc
                .sql(CURRENT)
                .param(organisation)
                .query((row, n) -> {
                    long people = row.getLong("people");
                    double percent = row.getDouble("percent");
                    return new Figure(
                            group(row.getString("characteristic"), row.getString("value")),
                            Optional.of(people).filter(some -> some > 0),
                            Optional.of(percent).filter(some -> some > 0));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Figure::group, each -> each));
        return GroupRules.groups().stream()
                .flatMap(group -> Optional.ofNullable(found.get(group)).stream())
                .toList();
    }

    List<String> sources(UUID organisation) {
        return jdbc.sql(SOURCES)
                .param(organisation)
                .query((row, n) -> row.getString("source"))
                .list();
    }

    private record Count(Group group, long named) {}

    Map<Group, Long> named(UUID organisation, Instant since) {
        return jdbc
                .sql(NAMED)
                .param(organisation)
                .param(since.atOffset(ZoneOffset.UTC))
                .query((row, n) ->
                        new Count(group(row.getString("characteristic"), row.getString("value")), row.getLong("named")))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::group, Count::named));
    }

    private static Group group(String characteristic, String value) {
        return GroupRules.groups().stream()
                .filter(each -> each.characteristic().equals(characteristic)
                        && each.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The database knows no group that isn't asked for."));
    }
}
