package uk.frith.platform.portal.dialogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All of dialogue's SQL. */
@Repository
class DialogueRepository {

    // language=postgresql
    private static final String MESSAGES = """
            select m.id, m.written_by is not null as from_staff, m.written_at, m.text, m.read_at,
                   coalesce(a.name, '') as writer
            from dialogue.message m left join identity.account a on a.id = m.written_by
            where m.report_id = ? order by m.written_at, m.id
            """;

    // language=postgresql
    private static final String WRITE = """
            insert into dialogue.message (report_id, written_by, text, in_a_talk) values (?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String READ_BY_REPORTER = """
            update dialogue.message set read_at = ?
            where id = any (?) and report_id = ? and written_by is not null and read_at is null
            """;

    // language=postgresql
    private static final String READ_BY_STAFF = """
            update dialogue.message set read_at = ?
            where id = any (?) and report_id = ? and written_by is null and read_at is null
            """;

    // language=postgresql
    private static final String MOST_WRITTEN = """
            select count(*) from dialogue.message
            where report_id = ? and written_by is null and written_at > ? and not in_a_talk
            """;

    // language=postgresql
    private static final String UNPROMISED = """
            select distinct m.report_id from dialogue.message m join portal.report r on r.id = m.report_id
            where m.written_by is null and m.promised_at is null and m.read_at is null and r.state = 'TAKEN' limit ?
            """;

    // language=postgresql
    private static final String PROMISED = """
            update dialogue.message set promised_at = ? where report_id = ? and written_by is null and promised_at is null
            """;

    // language=postgresql
    private static final String UNREAD = """
            select count(*) from dialogue.message where report_id = ? and written_by is null and read_at is null
            """;

    // language=postgresql
    private static final String MY_INCIDENT = "select state, closed_at from dialogue.my_incident()";

    // language=postgresql
    private static final String MARK = """
            insert into dialogue.marking (report_id, organisation_id, kind, reason, marked_by) values (?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String MARKINGS = """
            select m.kind, m.reason, m.marked_at, a.name as who from dialogue.marking m join identity.account a on a.id = m.marked_by
            where m.report_id = ? order by m.marked_at desc, m.id desc
            """;

    // language=postgresql
    private static final String NOTE_REPLY = """
            insert into dialogue.reply (report_id, organisation_id, who, text, noted_by) values (?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String REPLIES = """
            select r.id, r.who, r.text, r.noted_at, a.name as noted from dialogue.reply r
            left join identity.account a on a.id = r.noted_by
            where r.report_id = ? order by r.noted_at, r.id
            """;

    /** How reports of each way of telling were graded: the same rules, held side by side. */
    // language=postgresql
    private static final String GRADES = """
            select g.code as grade,
                   count(*) filter (where i.source like 'portal%') as online,
                   count(*) filter (where i.channel = 'CALL') as call
            from recording.grade g
            join recording.handling h on h.grade = g.code and h.organisation_id = ?
            join recording.incident i on i.id = h.incident_id and i.reported_at > ?
            group by g.code, g.step order by g.step
            """;

    private final JdbcClient jdbc;

    DialogueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that was written, by the reporter or by staff. */
    record Message(UUID id, boolean fromStaff, String writer, Instant written, String text, Optional<Instant> read) {
        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }

    /** How far an incident is. */
    record Progress(boolean closed, Optional<Instant> closedAt) {}

    /** What somebody thinks of a report. */
    record Marking(String kind, String reason, Instant at, String who) {
        @Override
        public String toString() {
            return "Marking[" + kind + "]";
        }
    }

    /** What somebody who was reported says; {@code noted} by whom it was taken down, empty when they wrote it themselves. */
    record Reply(UUID id, String who, String text, Instant at, Optional<String> noted) {
        @Override
        public String toString() {
            return "Reply";
        }
    }

    /** How many online reports and calls had a grade. */
    record Graded(String grade, long online, long call) {}

    List<Message> messages(UUID report) {
        return jdbc.sql(MESSAGES)
                .param(report)
                .query((row, n) -> new Message(
                        row.getObject("id", UUID.class),
                        row.getBoolean("from_staff"),
                        row.getString("writer"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("text"),
                        Optional.ofNullable(row.getObject("read_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    /** @param inATalk whether it is a line of a talk, of which nobody writes too many */
    void write(UUID report, Optional<UUID> staff, String text, boolean inATalk) {
        jdbc.sql(WRITE)
                .param(report)
                .param(staff.orElse(null))
                .param(text)
                .param(inATalk)
                .update();
    }

    /** Marks those as read that the reporter is shown. */
    void readByReporter(UUID report, List<UUID> shown, Instant now) {
        jdbc.sql(READ_BY_REPORTER)
                .param(at(now))
                .param(shown.toArray(UUID[]::new))
                .param(report)
                .update();
    }

    /** Marks those as read that somebody was shown; gives how many weren't before. */
    int readByStaff(UUID report, List<UUID> shown, Instant now) {
        return jdbc.sql(READ_BY_STAFF)
                .param(at(now))
                .param(shown.toArray(UUID[]::new))
                .param(report)
                .update();
    }

    /** How much the reporter has written since a moment, outside a talk. */
    int writtenSince(UUID report, Instant since) {
        return jdbc.sql(MOST_WRITTEN)
                .param(report)
                .param(at(since))
                .query(Integer.class)
                .single();
    }

    List<UUID> unpromised(int most) {
        return jdbc.sql(UNPROMISED)
                .param(most)
                .query((row, n) -> row.getObject("report_id", UUID.class))
                .list();
    }

    void promised(UUID report, Instant now) {
        jdbc.sql(PROMISED).param(at(now)).param(report).update();
    }

    int unread(UUID report) {
        return jdbc.sql(UNREAD).param(report).query(Integer.class).single();
    }

    Optional<Progress> myIncident() {
        return jdbc.sql(MY_INCIDENT)
                .query((row, n) -> new Progress(
                        row.getString("state").equals("CLOSED"),
                        Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional();
    }

    void mark(UUID report, UUID organisation, String kind, String reason, UUID by) {
        jdbc.sql(MARK)
                .param(report)
                .param(organisation)
                .param(kind)
                .param(reason)
                .param(by)
                .update();
    }

    List<Marking> markings(UUID report) {
        return jdbc.sql(MARKINGS)
                .param(report)
                .query((row, n) -> new Marking(
                        row.getString("kind"),
                        row.getString("reason"),
                        row.getObject("marked_at", OffsetDateTime.class).toInstant(),
                        row.getString("who")))
                .list();
    }

    void noteReply(UUID report, UUID organisation, String who, String text, UUID by) {
        jdbc.sql(NOTE_REPLY)
                .param(report)
                .param(organisation)
                .param(who)
                .param(text)
                .param(by)
                .update();
    }

    List<Reply> replies(UUID report) {
        return jdbc.sql(REPLIES)
                .param(report)
                .query((row, n) -> new Reply(
                        row.getObject("id", UUID.class),
                        row.getString("who"),
                        row.getString("text"),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("noted"))))
                .list();
    }

    List<Graded> grades(UUID organisation, Instant since) {
        return jdbc.sql(GRADES)
                .param(organisation)
                .param(at(since))
                .query((row, n) -> new Graded(row.getString("grade"), row.getLong("online"), row.getLong("call")))
                .list();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
