package uk.frith.platform.reports.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who deals with an incident, how far they are and how it ended. */
@Repository
class HandlingRepository {

    // language=postgresql
    private static final String ADD_HANDLING = """
            insert into recording.handling (incident_id, number, organisation_id, opening_label, grade, grade_reasons,
                owner_id, team_id, allocated_by, taken_by, wishes, immediate_danger, repeat, rules_version, opened_at, limbs,
                behaviours, others, opened_as)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String TEAM_OF_AREA = """
            select team_id from recording.allocation
            where organisation_id = ? and area_code = any (?)
            order by array_position(?, area_code) limit 1
            """;

    // language=postgresql
    private static final String HANDLING = """
            select h.*, o.name as owner, t.name as team, k.name as taker
            from recording.handling h
            left join identity.account o on o.id = h.owner_id
            left join identity.team t on t.id = h.team_id
            left join identity.account k on k.id = h.taken_by
            where h.incident_id = ?
            """;

    // language=postgresql
    private static final String LOCK = "select state from recording.handling where incident_id = ? for update";

    // language=postgresql
    private static final String CRIME_CHECKED = """
            update recording.handling set crime_checked_at = ?, crime_checked_by = ? where incident_id = ? and state = 'OPEN'
            """;

    // language=postgresql
    private static final String OWN = """
            update recording.handling set owner_id = ?, team_id = ?, allocated_by = ? where incident_id = ? and state = 'OPEN'
            """;

    // language=postgresql
    private static final String REGRADE = """
            update recording.handling set grade = ?, grade_reasons = ? where incident_id = ? and state = 'OPEN'
            """;

    // language=postgresql
    private static final String SORT = """
            update recording.handling set limbs = ?, behaviours = ? where incident_id = ? and state = 'OPEN'
            """;

    // language=postgresql
    private static final String OTHERS =
            "update recording.handling set others = ? where incident_id = ? and state = 'OPEN'";

    // language=postgresql
    private static final String CLOSE = """
            update recording.handling
            set state = 'CLOSED', closed_at = ?, closed_by = ?, closing = ?, closing_category = ?, done = ?
            where incident_id = ? and state = 'OPEN'
            """;

    // language=postgresql
    private static final String REOPEN = """
            update recording.handling
            set state = 'OPEN', closed_at = null, closed_by = null, closing = null, closing_category = null, done = null
            where incident_id = ? and state = 'CLOSED'
            """;

    // language=postgresql
    private static final String COLLEAGUES = """
            select a.id, a.name from identity.account a
            where a.organisation_id = ? and a.state = 'ACTIVE'
              and exists (select 1 from identity.account_role r where r.account_id = a.id
                          and r.role in ('NEIGHBOURHOOD_OFFICER', 'SUPERVISOR', 'ASB_COORDINATOR'))
            order by a.name, a.id
            """;

    // language=postgresql
    private static final String TEAMS =
            "select id, name from identity.team where organisation_id = ? order by name, id";

    private final JdbcClient jdbc;

    HandlingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose an incident is, and by which rule. */
    record Owner(Optional<UUID> account, Optional<UUID> team, String rule) {
        boolean isNobody() {
            return account.isEmpty() && team.isEmpty();
        }
    }

    /** What opens with an incident. */
    record Opening(
            RecordRepository.Known incident,
            long number,
            UUID organisation,
            String label,
            Grade grade,
            List<String> reasons,
            Owner owner,
            Optional<UUID> taker,
            String wishes,
            Heard heard,
            Sorting sorting,
            Others others,
            Instant at) {
        @Override
        public String toString() {
            return "Opening[" + incident.id() + "]";
        }
    }

    void addHandling(Opening opening) {
        jdbc.sql(ADD_HANDLING)
                .param(opening.incident().id())
                .param(opening.number())
                .param(opening.organisation())
                .param(opening.label())
                .param(opening.grade().name())
                .param(opening.reasons().toArray(String[]::new))
                .param(opening.owner().account().orElse(null))
                .param(opening.owner().team().orElse(null))
                .param(opening.owner().rule())
                .param(opening.taker().orElse(null))
                .param(opening.wishes())
                .param(opening.heard().findings().immediateDanger())
                .param(opening.heard().findings().repeat())
                .param(opening.heard().rulesVersion())
                .param(Rows.at(opening.at()))
                .param(Sorting.names(opening.sorting().limbs()))
                .param(Sorting.names(opening.sorting().behaviours()))
                .param(opening.others().name())
                .param(opening.sorting().category().map(Enum::name).orElse("NOT_ASB"))
                .update();
    }

    /** Whether it was asked who else is affected, and what the answer was. */
    enum Others {
        NOT_ASKED,
        NOBODY,
        SOMEBODY
    }

    void others(UUID incident, Others others) {
        jdbc.sql(OTHERS).param(others.name()).param(incident).update();
    }

    void sort(UUID incident, Sorting sorting) {
        jdbc.sql(SORT)
                .param(Sorting.names(sorting.limbs()))
                .param(Sorting.names(sorting.behaviours()))
                .param(incident)
                .update();
    }

    Optional<UUID> teamOf(UUID organisation, List<String> areasSmallestFirst) {
        String[] codes = areasSmallestFirst.toArray(String[]::new);
        return jdbc.sql(TEAM_OF_AREA)
                .param(organisation)
                .param(codes)
                .param(codes)
                .query(UUID.class)
                .optional();
    }

    Optional<Handling> handling(UUID incident) {
        return jdbc.sql(HANDLING)
                .param(incident)
                .query((row, n) -> handling(row))
                .optional();
    }

    /** Keeps others from changing the incident until this piece of work is over; whether it is open, if it is handled. */
    Optional<Boolean> lock(UUID incident) {
        return jdbc.sql(LOCK)
                .param(incident)
                .query((row, n) -> row.getString(1).equals("OPEN"))
                .optional();
    }

    /** An incident's handling as it stands. */
    record Handling(
            boolean open,
            String label,
            Grade grade,
            List<String> reasons,
            Optional<UUID> owner,
            String ownerName,
            Optional<UUID> team,
            String teamName,
            String allocatedBy,
            String takerName,
            String wishes,
            boolean immediateDanger,
            boolean repeat,
            String rulesVersion,
            Instant opened,
            Optional<Instant> crimeChecked,
            Optional<Instant> closed,
            Optional<Closing> closing,
            Optional<AsbCategory> closingCategory,
            String done,
            Set<Limb> limbs,
            Set<Behaviour> behaviours,
            Others others,
            int version) {
        @Override
        public String toString() {
            return "Handling";
        }
    }

    private static Handling handling(ResultSet row) throws SQLException {
        return new Handling(
                row.getString("state").equals("OPEN"),
                row.getString("opening_label"),
                Grade.valueOf(row.getString("grade")),
                List.of((String[]) row.getArray("grade_reasons").getArray()),
                Optional.ofNullable(row.getObject("owner_id", UUID.class)),
                Rows.text(row, "owner"),
                Optional.ofNullable(row.getObject("team_id", UUID.class)),
                Rows.text(row, "team"),
                row.getString("allocated_by"),
                Rows.text(row, "taker"),
                row.getString("wishes"),
                row.getBoolean("immediate_danger"),
                row.getBoolean("repeat"),
                row.getString("rules_version"),
                Rows.moment(row, "opened_at"),
                Rows.optionalMoment(row, "crime_checked_at"),
                Rows.optionalMoment(row, "closed_at"),
                Optional.ofNullable(row.getString("closing")).map(Closing::valueOf),
                Optional.ofNullable(row.getString("closing_category")).map(AsbCategory::valueOf),
                Rows.text(row, "done"),
                Sorting.read(Limb.class, (String[]) row.getArray("limbs").getArray()),
                Sorting.read(
                        Behaviour.class, (String[]) row.getArray("behaviours").getArray()),
                Others.valueOf(row.getString("others")),
                row.getInt("version"));
    }

    void crimeChecked(UUID incident, Instant now, UUID by) {
        jdbc.sql(CRIME_CHECKED).param(Rows.at(now)).param(by).param(incident).update();
    }

    void own(UUID incident, Owner owner) {
        jdbc.sql(OWN)
                .param(owner.account().orElse(null))
                .param(owner.team().orElse(null))
                .param(owner.rule())
                .param(incident)
                .update();
    }

    void regrade(UUID incident, Grade grade, List<String> reasons) {
        jdbc.sql(REGRADE)
                .param(grade.name())
                .param(reasons.toArray(String[]::new))
                .param(incident)
                .update();
    }

    /** How an incident was closed. */
    record Closed(Closing closing, Optional<AsbCategory> category, String done) {
        @Override
        public String toString() {
            return "Closed[" + closing + "]";
        }
    }

    boolean close(UUID incident, Closed closed, Instant now, UUID by) {
        return jdbc.sql(CLOSE)
                        .param(Rows.at(now))
                        .param(by)
                        .param(closed.closing().name())
                        .param(closed.category().map(Enum::name).orElse(null))
                        .param(closed.done())
                        .param(incident)
                        .update()
                == 1;
    }

    boolean reopen(UUID incident) {
        return jdbc.sql(REOPEN).param(incident).update() == 1;
    }

    /** Somebody or a team that an incident can be given to. */
    record Colleague(UUID id, String name) {
        @Override
        public String toString() {
            return "Colleague[" + id + "]";
        }
    }

    List<Colleague> colleagues(UUID organisation) {
        return jdbc.sql(COLLEAGUES)
                .param(organisation)
                .query((row, n) -> colleague(row))
                .list();
    }

    List<Colleague> teams(UUID organisation) {
        return jdbc.sql(TEAMS)
                .param(organisation)
                .query((row, n) -> colleague(row))
                .list();
    }

    private static Colleague colleague(ResultSet row) throws SQLException {
        return new Colleague(row.getObject("id", UUID.class), row.getString("name"));
    }
}
