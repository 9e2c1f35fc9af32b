package uk.frith.platform.portal.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All of chat's SQL. A reporter's own talk is that of the report which the presented token opens. */
@Repository
class ChatRepository {

    // language=postgresql
    private static final String BEGIN = "insert into chat.talk (report_id, organisation_id) values (?, ?)";

    private static final String TALK = """
            select t.*, r.state = 'TAKEN' as recorded, a.value as first,
                   t.answered_by is not null and chat.attends(t.answered_by, t.organisation_id) as attended
            from chat.talk t join portal.report r on r.id = t.report_id
            join portal.answer a on a.report_id = t.report_id and a.field = 'what'
            """;

    // language=postgresql
    private static final String ONE = TALK + " where t.report_id = ?";

    // language=postgresql
    private static final String OF_DRAFT =
            TALK + " join chat.taken_down d on d.report_id = t.report_id where d.draft_id = ?";

    /** Held, so that it doesn't become an incident by itself while it is recorded. */
    // language=postgresql
    private static final String TAKEN_DOWN = """
            select d.report_id, d.lines, r.incident_id
            from chat.taken_down d join portal.report r on r.id = d.report_id where d.draft_id = ? for update of r
            """;

    // language=postgresql
    private static final String GOING_ON = TALK
            + " where t.organisation_id = ? and t.ended_at is null and r.state = 'SENT' order by t.began_at limit ?";

    // language=postgresql
    private static final String SEEN = "update chat.talk set seen_at = ? where report_id = ?";

    /** Only a talk that waits, or another's when it is taken over; one's own stays as it is. */
    // language=postgresql
    private static final String ANSWER = """
            update chat.talk set answered_by = :me, first_answered_at = coalesce(first_answered_at, :now),
                draft_id = case when answered_by = :me then draft_id end
            where report_id = :report and ended_at is null and answered_by is not distinct from cast(:from as uuid)
            """;

    // language=postgresql
    private static final String HAND_ON =
            "update chat.talk set answered_by = null, draft_id = null where report_id = ? and answered_by = ?";

    // language=postgresql
    private static final String DRAFTED = "update chat.talk set draft_id = ? where report_id = ?";

    // language=postgresql
    private static final String TAKE_DOWN = "insert into chat.taken_down (draft_id, report_id, lines) values (?, ?, ?)";

    // language=postgresql
    private static final String UNDRAFTED = "update chat.talk set draft_id = null where report_id = ? and draft_id = ?";

    // language=postgresql
    private static final String END =
            "update chat.talk set ended_at = ?, ended_by = ? where report_id = ? and ended_at is null";

    // language=postgresql
    private static final String PRESENT = """
            insert into chat.presence (account_id, organisation_id, seen_at) values (?, ?, clock_timestamp())
            on conflict (account_id) do update set organisation_id = excluded.organisation_id, seen_at = excluded.seen_at
            """;

    /** Whoever stopped answering has no row, and gets none by a page that is still open. */
    // language=postgresql
    private static final String STILL_PRESENT =
            "update chat.presence set seen_at = clock_timestamp() where account_id = ?";

    // language=postgresql
    private static final String ABSENT = "delete from chat.presence where account_id = ?";

    // language=postgresql
    private static final String SOMEBODY_ANSWERS = "select chat.somebody_answers(?)";

    private final JdbcClient jdbc;

    ChatRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID report, UUID organisation) {
        jdbc.sql(BEGIN).param(report).param(organisation).update();
    }

    /** A talk without its lines. */
    Optional<Talk> find(UUID report) {
        return jdbc.sql(ONE).param(report).query((row, n) -> talk(row)).optional();
    }

    Optional<Talk> ofDraft(UUID draft) {
        return jdbc.sql(OF_DRAFT).param(draft).query((row, n) -> talk(row)).optional();
    }

    /** The talks that go on, without their lines, the oldest first. */
    List<Talk> goingOn(UUID organisation, int most) {
        return jdbc.sql(GOING_ON)
                .param(organisation)
                .param(most)
                .query((row, n) -> talk(row))
                .list();
    }

    void seen(UUID report, Instant now) {
        jdbc.sql(SEEN).param(at(now)).param(report).update();
    }

    /** False when somebody else answers by now, or it is over. */
    boolean answer(Talk talk, UUID me, Instant now) {
        return jdbc.sql(ANSWER)
                        .param("me", me)
                        .param("now", at(now))
                        .param("report", talk.report())
                        .param("from", talk.answeredBy().orElse(null))
                        .update()
                == 1;
    }

    void handOn(UUID report, UUID me) {
        jdbc.sql(HAND_ON).param(report).param(me).update();
    }

    /** @param lines how many of its lines stand in the draft */
    void drafted(UUID report, UUID draft, int lines) {
        jdbc.sql(TAKE_DOWN).param(draft).param(report).param(lines).update();
        jdbc.sql(DRAFTED).param(draft).param(report).update();
    }

    /** The draft is no longer gone on with. */
    void undrafted(UUID report, UUID draft) {
        jdbc.sql(UNDRAFTED).param(report).param(draft).update();
    }

    /** What was taken down: of which talk, how many of its lines, and what that has become. */
    record Drafted(UUID report, int lines, Optional<UUID> incident) {}

    Optional<Drafted> takenDown(UUID draft) {
        return jdbc.sql(TAKEN_DOWN)
                .param(draft)
                .query((row, n) -> new Drafted(
                        row.getObject("report_id", UUID.class),
                        row.getInt("lines"),
                        Optional.ofNullable(row.getObject("incident_id", UUID.class))))
                .optional();
    }

    void end(UUID report, String by, Instant now) {
        jdbc.sql(END).param(at(now)).param(by).param(report).update();
    }

    void present(UUID account, UUID organisation) {
        jdbc.sql(PRESENT).param(account).param(organisation).update();
    }

    /** Whether somebody still answers; a page of theirs is open. */
    boolean stillPresent(UUID account) {
        return jdbc.sql(STILL_PRESENT).param(account).update() > 0;
    }

    void absent(UUID account) {
        jdbc.sql(ABSENT).param(account).update();
    }

    boolean somebodyAnswers(UUID organisation) {
        return jdbc.sql(SOMEBODY_ANSWERS)
                .param(organisation)
                .query(Boolean.class)
                .single();
    }

    private static Talk talk(ResultSet row) throws SQLException {
        return new Talk(
                row.getObject("report_id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("answered_by", UUID.class)),
                row.getBoolean("attended"),
                Optional.ofNullable(row.getObject("draft_id", UUID.class)),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("recorded"),
                row.getString("first"),
                List.of());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
