package uk.frith.platform.reports.concerns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.concerns.ConcernRules.Raised;
import uk.frith.platform.reports.concerns.ConcernRules.Threshold;

/** The SQL of concerns. */
@Repository
class ConcernRepository {

    // language=postgresql
    private static final String THRESHOLD = """
            select * from concerns.threshold
            where kind = ? and (organisation_id = ? or organisation_id is null) and valid_from <= ?
            order by organisation_id nulls last, valid_from desc limit 1
            """;

    // language=postgresql
    private static final String ADD = """
            insert into concerns.concern (organisation_id, incident_id, kind, reasons, source, raised_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (incident_id, kind) do nothing
            returning id
            """;

    private static final String CONCERN = """
            select c.*, i.reference, a.name as answerer from concerns.concern c
            join recording.incident i on i.id = c.incident_id left join identity.account a on a.id = c.answered_by
            """;

    // language=postgresql
    private static final String OF_INCIDENT = CONCERN + " where c.incident_id = ? order by c.id";

    // language=postgresql
    private static final String ONE = CONCERN + " where c.id = ?";

    // language=postgresql
    private static final String TO_ANSWER = CONCERN
            + " where c.organisation_id = ? and c.found is null and c.kind in ('HOUSEHOLD', 'FAMILY', 'RUN')"
            + " order by c.raised_at, c.id limit ?";

    // language=postgresql
    private static final String OPEN_IN_ANY = """
            select exists (select 1 from concerns.concern where kind = ? and found is null and incident_id = any (?))
            """;

    // language=postgresql
    private static final String ANSWER = """
            update concerns.concern set found = ?, answer = ?, answered_at = ?, answered_by = ? where id = ? and found is null
            """;

    private final JdbcClient jdbc;

    ConcernRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Threshold threshold(ConcernKind kind, UUID organisation, LocalDate day) {
        return jdbc.sql(THRESHOLD)
                .param(kind.name())
                .param(organisation)
                .param(day)
                .query((row, n) -> new Threshold(row.getInt("reports"), row.getInt("days"), row.getString("source")))
                .single();
    }

    /** Empty when this concern about this incident was raised before. */
    Optional<UUID> add(UUID organisation, UUID incident, Raised raised, Instant now) {
        return jdbc.sql(ADD)
                .param(organisation)
                .param(incident)
                .param(raised.kind().name())
                .param(raised.reasons().toArray(String[]::new))
                .param(raised.source())
                .param(now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** What somebody found behind the reports. */
    enum Finding {
        HIDDEN_HARM("Abuse or exploitation that was not seen before"),
        KNOWN_HARM("Harm that is known, and more must be done about it"),
        NOTHING_MORE("Nothing more than what was reported");

        private final String words;

        Finding(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A concern as stored. */
    record Concern(
            UUID id,
            UUID incident,
            String reference,
            ConcernKind kind,
            List<String> reasons,
            String source,
            Instant raised,
            Optional<Finding> found,
            String answer,
            String answerer) {

        boolean isOpen() {
            return kind.asks() && found.isEmpty();
        }

        @Override
        public String toString() {
            return "Concern[" + id + "]";
        }
    }

    List<Concern> ofIncident(UUID incident) {
        return jdbc.sql(OF_INCIDENT)
                .param(incident)
                .query((row, n) -> concern(row))
                .list();
    }

    /** Whether a concern of a kind about any of these incidents waits for an answer. */
    boolean isOpenInAny(ConcernKind kind, List<UUID> incidents) {
        return jdbc.sql(OPEN_IN_ANY)
                .param(kind.name())
                .param(incidents.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    Optional<Concern> concern(UUID id) {
        return jdbc.sql(ONE).param(id).query((row, n) -> concern(row)).optional();
    }

    List<Concern> toAnswer(UUID organisation, int most) {
        return jdbc.sql(TO_ANSWER)
                .param(organisation)
                .param(most)
                .query((row, n) -> concern(row))
                .list();
    }

    boolean answer(UUID id, Finding found, String answer, Instant now, UUID by) {
        return jdbc.sql(ANSWER)
                        .param(found.name())
                        .param(answer)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(by)
                        .param(id)
                        .update()
                == 1;
    }

    private static Concern concern(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        String answerer = row.getString("answerer");
        return new Concern(
                row.getObject("id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getString("reference"),
                ConcernKind.valueOf(row.getString("kind")),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getString("source"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("found")).map(Finding::valueOf),
                answer == null ? "" : answer,
                answerer == null ? "" : answerer);
    }
}
