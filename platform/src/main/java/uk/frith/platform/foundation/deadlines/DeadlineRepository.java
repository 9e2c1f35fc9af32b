package uk.frith.platform.foundation.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Role;

/** All of deadlines' SQL. */
@Repository
class DeadlineRepository {

    // language=postgresql
    private static final String PERIOD = """
            select p.*, k.title from deadlines.period p join deadlines.kind k on k.code = p.kind
            where p.kind = ? and (p.organisation_id = ? or p.organisation_id is null) and p.valid_from <= ?
            order by p.organisation_id nulls last, p.valid_from desc limit 1
            """;

    // language=postgresql
    private static final String PERIODS = """
            select p.*, k.title from deadlines.period p join deadlines.kind k on k.code = p.kind
            order by k.title, p.organisation_id nulls first, p.valid_from desc
            """;

    // language=postgresql
    private static final String SET_PERIOD = """
            insert into deadlines.period (kind, organisation_id, valid_from, minutes, warn_minutes, escalates_to, source,
                verified)
            values (?, ?, ?, ?, ?, ?, ?, true)
            on conflict do nothing
            """;

    // language=postgresql
    private static final String BEGIN = """
            insert into deadlines.deadline (organisation_id, kind, subject, reference, path, account_id, team_id, began_at,
                warns_at, due_at, escalates_to)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (kind, subject) where state = 'OPEN' do nothing
            """;

    // language=postgresql
    private static final String END = """
            update deadlines.deadline set state = ?, ended_at = ?, ended_why = ?
            where kind = ? and subject = ? and state = 'OPEN'
            """;

    // language=postgresql
    private static final String HAND_OVER =
            "update deadlines.deadline set account_id = ?, team_id = ? where subject = ? and state = 'OPEN'";

    // language=postgresql
    private static final String ANY_TO_ESCALATE = """
            select exists (select 1 from deadlines.deadline
                           where state = 'OPEN' and escalated_at is null and due_at <= ?)
            """;

    // language=postgresql
    private static final String ESCALATE = """
            update deadlines.deadline set escalated_at = :now
            where id in (select id from deadlines.deadline
                         where state = 'OPEN' and escalated_at is null and due_at <= :now
                         order by due_at limit :most for update skip locked)
            returning id
            """;

    private static final String CLOCK = """
            select d.kind, k.title, d.subject, d.reference, d.path, d.account_id, d.team_id, d.began_at, d.warns_at, d.due_at,
                   d.escalated_at, d.ended_at, case when d.state = 'CANCELLED' then d.ended_why end as cancelled
            from deadlines.deadline d join deadlines.kind k on k.code = d.kind
            """;

    // language=postgresql
    private static final String OF = CLOCK + " where d.subject = ? order by d.state <> 'OPEN', d.due_at, d.id";

    // language=postgresql
    private static final String WORKLIST = CLOCK + """
            where d.state = 'OPEN' and d.organisation_id = :organisation
              and (d.account_id = :account
                   or (d.account_id is null and d.team_id = :team::uuid)
                   or (d.account_id is null and d.team_id is null and d.escalates_to = any (:roles))
                   or (d.escalated_at is not null and d.escalates_to = any (:roles)))
            """ + Deadlines.FIRST_THINGS_FIRST + " limit :most";

    // language=postgresql
    private static final String LATE =
            CLOCK + " where d.state = 'OPEN' and d.due_at <= ? " + Deadlines.FIRST_THINGS_FIRST + " limit ?";

    // language=postgresql
    private static final String RUNNING = """
            select count(d.id) from unnest(:moments::timestamptz[]) with ordinality as m (moment, place)
            left join deadlines.deadline d on d.kind = :kind and d.began_at <= m.moment
                and (d.ended_at is null or d.ended_at > m.moment)
            group by m.place order by m.place
            """;

    private final JdbcClient jdbc;

    DeadlineRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Period> period(String kind, UUID organisation, LocalDate day) {
        return jdbc.sql(PERIOD)
                .param(kind)
                .param(organisation)
                .param(day)
                .query((row, n) -> period(row))
                .optional();
    }

    List<Period> periods() {
        return jdbc.sql(PERIODS).query((row, n) -> period(row)).list();
    }

    /** False when there is one from that day already. */
    boolean set(Period period, UUID organisation) {
        return jdbc.sql(SET_PERIOD)
                        .param(period.kind())
                        .param(organisation)
                        .param(period.validFrom())
                        .param(period.minutes())
                        .param(period.warnMinutes())
                        .param(period.escalatesTo())
                        .param(period.source())
                        .update()
                == 1;
    }

    void begin(Duty duty, Instant warns, Instant due, String escalatesTo) {
        jdbc.sql(BEGIN)
                .param(duty.organisation())
                .param(duty.kind())
                .param(duty.subject())
                .param(duty.reference())
                .param(duty.path())
                .param(duty.account().orElse(null))
                .param(duty.team().orElse(null))
                .param(at(duty.began()))
                .param(at(warns))
                .param(at(due))
                .param(escalatesTo)
                .update();
    }

    void end(String kind, UUID subject, String state, @Nullable String why, Instant now) {
        jdbc.sql(END)
                .param(state)
                .param(at(now))
                .param(why)
                .param(kind)
                .param(subject)
                .update();
    }

    void handOver(UUID subject, Optional<UUID> account, Optional<UUID> team) {
        jdbc.sql(HAND_OVER)
                .param(account.orElse(null))
                .param(team.orElse(null))
                .param(subject)
                .update();
    }

    boolean anyToEscalate(Instant now) {
        return jdbc.sql(ANY_TO_ESCALATE).param(at(now)).query(Boolean.class).single();
    }

    List<UUID> escalate(Instant now, int most) {
        return jdbc.sql(ESCALATE)
                .param("now", at(now))
                .param("most", most)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    List<Clock> of(UUID subject) {
        return jdbc.sql(OF).param(subject).query((row, n) -> clock(row)).list();
    }

    List<Clock> worklist(Actor actor, int most) {
        return jdbc.sql(WORKLIST)
                .param("organisation", actor.organisation())
                .param("account", actor.account())
                .param("team", actor.team().map(UUID::toString).orElse(null))
                .param("roles", actor.roles().stream().map(Role::name).toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> clock(row))
                .list();
    }

    List<Long> running(String kind, List<Instant> moments) {
        return jdbc.sql(RUNNING)
                .param("kind", kind)
                .param("moments", moments.stream().map(Instant::toString).toArray(String[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    List<Clock> late(Instant now, int most) {
        return jdbc.sql(LATE)
                .param(at(now))
                .param(most)
                .query((row, n) -> clock(row))
                .list();
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(
                row.getString("kind"),
                row.getString("title"),
                row.getObject("organisation_id", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                row.getInt("minutes"),
                row.getInt("warn_minutes"),
                row.getString("escalates_to"),
                row.getString("source"),
                row.getBoolean("verified"));
    }

    private static Clock clock(ResultSet row) throws SQLException {
        return new Clock(
                row.getString("kind"),
                row.getString("title"),
                row.getObject("subject", UUID.class),
                row.getString("reference"),
                row.getString("path"),
                Optional.ofNullable(row.getObject("account_id", UUID.class)),
                Optional.ofNullable(row.getObject("team_id", UUID.class)),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getObject("warns_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                moment(row, "escalated_at"),
                moment(row, "ended_at"),
                Optional.ofNullable(row.getString("cancelled")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
