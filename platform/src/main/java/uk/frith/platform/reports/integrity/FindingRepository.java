package uk.frith.platform.reports.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.integrity.FindingRules.Deciders;
import uk.frith.platform.reports.integrity.FindingRules.Draft;
import uk.frith.platform.reports.integrity.ReadingRepository.Stands;

/** The SQL of findings, of whose slips they are, and of how they end. */
@Repository
class FindingRepository {

    // language=postgresql
    private static final String ADD = """
            insert into integrity.finding (organisation_id, sample_id, item_id, reading_id, incident_id, kind, class_code,
                victims, category, expected, recorded, words, owner_id, team_id, found_at, found_by)
            values (:organisation, :sample, :item, :reading, :incident, :kind, :class, :victims, :category, :expected,
                :recorded, :words, :owner, :team, :now, :by)
            on conflict (item_id, kind, class_code) do nothing
            returning id
            """;

    // language=postgresql
    private static final String ADD_SLIP =
            "insert into integrity.slip (finding_id, organisation_id, account_id) values (?, ?, ?)";

    // language=postgresql
    private static final String REFUSERS = """
            select s.class_code as class_code, s.decided_by as account from recording.suggested_crime s
            where s.incident_id = ? and s.state = 'REFUSED'
            """;

    // language=postgresql
    private static final String RECORDERS = """
            select c.class_code as class_code, c.recorded_by as account from recording.recorded_crime c
            where c.incident_id = ? order by c.recorded_at desc, c.id
            """;

    // language=postgresql
    private static final String CHECKER =
            "select d.crime_checked_by from recording.dealt_with d where d.incident_id = ? and d.crime_checked_by is not null";

    private static final String FINDING = """
            select f.*, d.reference from integrity.finding f
            join recording.dealt_with d on d.incident_id = f.incident_id
            """;

    // language=postgresql
    private static final String ONE = FINDING + " where f.id = ?";

    // language=postgresql
    private static final String OF_INCIDENT = FINDING + " where f.incident_id = ? order by f.found_at, f.id";

    // language=postgresql
    private static final String OPEN =
            FINDING + " where f.ended_at is null order by f.state <> 'DISPUTED', f.found_at, f.id limit ?";

    // language=postgresql
    private static final String ANSWER = """
            update integrity.finding set state = ?, answer = ?, answered_at = ?, answered_by = ?, ended_at = ?
            where id = ? and ended_at is null
            """;

    // language=postgresql
    private static final String DECIDE = """
            update integrity.finding set state = ?, decision = ?, decided_at = ?, decided_by = ?, ended_at = ?
            where id = ? and state = 'DISPUTED'
            """;

    /** Findings about crimes of an incident that the record has come to satisfy. */
    // language=postgresql
    private static final String CRIMES_PUT_RIGHT = """
            update integrity.finding f set state = 'PUT_RIGHT', ended_at = ?
            where f.incident_id = ? and f.ended_at is null and f.kind <> 'CATEGORY_WRONG'
              and f.victims <= (select sum(c.victims) from recording.recorded_crime c
                                where c.incident_id = f.incident_id and c.class_code = f.class_code)
            returning f.id, f.kind
            """;

    // language=postgresql
    private static final String CATEGORY_PUT_RIGHT = """
            update integrity.finding f set state = 'PUT_RIGHT', ended_at = ?
            where f.incident_id = ? and f.ended_at is null and f.kind = 'CATEGORY_WRONG'
              and f.category = (select d.category from recording.dealt_with d where d.incident_id = f.incident_id)
            returning f.id, f.kind
            """;

    private final JdbcClient jdbc;

    FindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of which reading a finding comes. */
    record Source(UUID organisation, UUID sample, UUID item, UUID reading, UUID incident) {}

    /** Keeps a finding; empty when it stands already, from another reading. */
    Optional<UUID> add(Source source, Draft draft, Stands stands, Instant now, UUID by) {
        Optional<UUID> added = jdbc.sql(ADD)
                .param("organisation", source.organisation())
                .param("sample", source.sample())
                .param("item", source.item())
                .param("reading", source.reading())
                .param("incident", source.incident())
                .param("kind", draft.kind().name())
                .param("class", draft.classCode())
                .param("victims", draft.category().isPresent() ? null : draft.victims())
                .param("category", draft.category().map(Enum::name).orElse(null))
                .param("expected", draft.expected())
                .param("recorded", draft.recorded())
                .param("words", draft.words())
                .param("owner", stands.owner().or(stands::taker).orElse(null))
                .param("team", stands.team().orElse(null))
                .param("now", SampleRepository.at(now))
                .param("by", by)
                .query(UUID.class)
                .optional();
        if (added.isPresent() && draft.by().isPresent()) {
            jdbc.sql(ADD_SLIP)
                    .param(added.get())
                    .param(source.organisation())
                    .param(draft.by().get())
                    .update();
        }
        return added;
    }

    Deciders deciders(UUID incident, Stands stands) {
        Map<String, UUID> refusers = byClass(REFUSERS, incident);
        Map<String, UUID> recorders = byClass(RECORDERS, incident);
        return new Deciders(
                code -> Optional.ofNullable(refusers.get(code)),
                code -> Optional.ofNullable(recorders.get(code)),
                jdbc.sql(CHECKER).param(incident).query(UUID.class).optional(),
                stands.closer(),
                stands.taker());
    }

    private Map<String, UUID> byClass(String sql, UUID incident) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql(sql).param(incident).query(row -> {
            found.put(row.getString("class_code"), row.getObject("account", UUID.class));
        });
        return found;
    }

    Optional<Finding> find(UUID id) {
        return jdbc.sql(ONE).param(id).query((row, n) -> finding(row)).optional();
    }

    List<Finding> ofIncident(UUID incident) {
        return jdbc.sql(OF_INCIDENT)
                .param(incident)
                .query((row, n) -> finding(row))
                .list();
    }

    List<Finding> open(int most) {
        return jdbc.sql(OPEN).param(most).query((row, n) -> finding(row)).list();
    }

    boolean answer(UUID id, FindingState state, String answer, Instant now, UUID by) {
        return jdbc.sql(ANSWER)
                        .param(state.name())
                        .param(answer.isEmpty() ? null : answer)
                        .param(SampleRepository.at(now))
                        .param(by)
                        .param(state.isEnd() ? SampleRepository.at(now) : null)
                        .param(id)
                        .update()
                == 1;
    }

    boolean decide(UUID id, FindingState state, String decision, Instant now, UUID by) {
        return jdbc.sql(DECIDE)
                        .param(state.name())
                        .param(decision)
                        .param(SampleRepository.at(now))
                        .param(by)
                        .param(state.isEnd() ? SampleRepository.at(now) : null)
                        .param(id)
                        .update()
                == 1;
    }

    /** A finding that ended. */
    record Ended(UUID finding, FindingKind kind) {}

    List<Ended> crimesPutRight(UUID incident, Instant now) {
        return ended(CRIMES_PUT_RIGHT, incident, now);
    }

    List<Ended> categoryPutRight(UUID incident, Instant now) {
        return ended(CATEGORY_PUT_RIGHT, incident, now);
    }

    private List<Ended> ended(String sql, UUID incident, Instant now) {
        return jdbc.sql(sql)
                .param(SampleRepository.at(now))
                .param(incident)
                .query((row, n) ->
                        new Ended(row.getObject("id", UUID.class), FindingKind.valueOf(row.getString("kind"))))
                .list();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                row.getObject("sample_id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getString("reference"),
                FindingKind.valueOf(row.getString("kind")),
                row.getString("class_code"),
                FindingState.valueOf(row.getString("state")),
                row.getString("expected"),
                row.getString("recorded"),
                row.getString("words"),
                Optional.ofNullable(row.getObject("owner_id", UUID.class)),
                Optional.ofNullable(row.getObject("team_id", UUID.class)),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("answer")),
                Optional.ofNullable(row.getString("decision")));
    }
}
