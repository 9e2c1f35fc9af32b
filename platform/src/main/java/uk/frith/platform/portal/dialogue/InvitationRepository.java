package uk.frith.platform.portal.dialogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of codes by which somebody who was reported answers. */
@Repository
class InvitationRepository {

    // language=postgresql
    private static final String INVITE = """
            insert into dialogue.invitation (report_id, organisation_id, digest, who, put, once, made_by, ends_at)
            values (?, ?, dialogue.reply_digest(?), ?, ?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String OF_REPORT = """
            select id, who, put, once, ends_at, closed_at from dialogue.invitation where report_id = ? order by made_at, id
            """;

    // language=postgresql
    private static final String CLOSE =
            "update dialogue.invitation set closed_at = ? where id = ? and report_id = ? and closed_at is null";

    // language=postgresql
    private static final String UNREAD = """
            select count(*) from dialogue.reply where report_id = ? and invitation_id is not null and read_at is null
            """;

    // language=postgresql
    private static final String READ = """
            update dialogue.reply set read_at = ?
            where id = any (?) and report_id = ? and invitation_id is not null and read_at is null
            """;

    // language=postgresql
    private static final String UNPROMISED = """
            select distinct p.report_id from dialogue.reply p join portal.report r on r.id = p.report_id
            where p.invitation_id is not null and p.promised_at is null and p.read_at is null and r.state = 'TAKEN' limit ?
            """;

    // language=postgresql
    private static final String PROMISED = """
            update dialogue.reply set promised_at = ?
            where report_id = ? and invitation_id is not null and promised_at is null
            """;

    // language=postgresql
    private static final String INVITED = "select report_id, put, organisation, ends_at, once from dialogue.invited(?)";

    // language=postgresql
    private static final String ANSWER = "select dialogue.answer(?, ?)";

    private final JdbcClient jdbc;

    InvitationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a code opens. */
    record Invited(UUID report, String put, String organisation, Instant ends, boolean once) {
        @Override
        public String toString() {
            return "Invited";
        }
    }

    UUID invite(UUID report, UUID organisation, String code, InvitationRules.Typed typed, Instant ends, UUID by) {
        return jdbc.sql(INVITE)
                .param(report)
                .param(organisation)
                .param(code)
                .param(typed.who())
                .param(typed.put())
                .param(typed.use().equals(InvitationRules.Use.ONCE.name()))
                .param(by)
                .param(at(ends))
                .query(UUID.class)
                .single();
    }

    List<Invitation> of(UUID report) {
        return jdbc.sql(OF_REPORT)
                .param(report)
                .query((row, n) -> new Invitation(
                        row.getObject("id", UUID.class),
                        row.getString("who"),
                        row.getString("put"),
                        row.getBoolean("once"),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    void close(UUID invitation, UUID report, Instant now) {
        jdbc.sql(CLOSE).param(at(now)).param(invitation).param(report).update();
    }

    /** How many answers to a report nobody of its force has read. */
    int unread(UUID report) {
        return jdbc.sql(UNREAD).param(report).query(Integer.class).single();
    }

    /** Marks those as read that somebody was shown; gives how many weren't before. */
    int read(UUID report, List<UUID> shown, Instant now) {
        return jdbc.sql(READ)
                .param(at(now))
                .param(shown.toArray(UUID[]::new))
                .param(report)
                .update();
    }

    /** Reports with an answer whose reading nobody has been promised yet. */
    List<UUID> unpromised(int most) {
        return jdbc.sql(UNPROMISED)
                .param(most)
                .query((row, n) -> row.getObject("report_id", UUID.class))
                .list();
    }

    void promised(UUID report, Instant now) {
        jdbc.sql(PROMISED).param(at(now)).param(report).update();
    }

    /** What a code opens; empty when it opens nothing, for whatever reason. */
    Optional<Invited> invited(String code) {
        return jdbc.sql(INVITED)
                .param(code)
                .query((row, n) -> new Invited(
                        row.getObject("report_id", UUID.class),
                        row.getString("put"),
                        row.getString("organisation"),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("once")))
                .optional();
    }

    /** False when the code takes no answer any more. */
    boolean answer(String code, String text) {
        return jdbc.sql(ANSWER).param(code).param(text).query(Boolean.class).single();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
