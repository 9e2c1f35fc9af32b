package uk.frith.platform.portal.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.recording.Grade;

/** The SQL of reports and their answers. The reporter's own is whichever the presented token opens. */
@Repository
class ReportRepository {

    // language=postgresql
    private static final String START = "select portal.start_draft(?, ?, ?, ?, ?, ?::uuid)";

    // language=postgresql
    private static final String COME_BACK = "select portal.come_back(?, ?, ?)";

    // language=postgresql
    private static final String MINE = "select * from portal.report where id = (select portal.my_report())";

    // language=postgresql
    private static final String ANSWERS = "select field, value from portal.answer where report_id = ?";

    // language=postgresql
    private static final String KEEP = """
            insert into portal.answer (report_id, field, value) values (portal.my_draft(), ?, ?)
            on conflict (report_id, field) do update set value = excluded.value
            """;

    // language=postgresql
    private static final String DROP = "delete from portal.answer where report_id = portal.my_draft() and field = ?";

    // language=postgresql
    private static final String SAVED = "select portal.saved(?)";

    // language=postgresql
    private static final String RENEW = "select portal.renew_secret(?)";

    // language=postgresql
    private static final String HIDE = "select portal.hide(?)";

    // language=postgresql
    private static final String SEND = "select portal.send(?, ?)";

    // language=postgresql
    private static final String DISCARD = "select portal.discard()";

    // language=postgresql
    private static final String LEAVE = "select portal.leave()";

    // language=postgresql
    private static final String FORGET = "select portal.forget()";

    // language=postgresql
    private static final String ANY_TO_FORGET = "select portal.any_to_forget()";

    // language=postgresql
    private static final String FORCES = "select id, name, force_slug from portal.forces()";

    // language=postgresql
    private static final String TO_TAKE = """
            select id from portal.report where state = 'SENT' and refused is null and sent_at <= ?
                and (alone_until is null or alone_until <= clock_timestamp()) order by sent_at limit ?
            """;

    // language=postgresql
    private static final String LEAVE_ALONE = "select portal.leave_alone(?, ?)";

    // language=postgresql
    private static final String HOLD =
            "select * from portal.report where id = ? and state = 'SENT' for update skip locked";

    // language=postgresql
    private static final String WAIT_FOR = "select * from portal.report where id = ? and state = 'SENT' for update";

    // language=postgresql
    private static final String TAKEN = """
            update portal.report set state = 'TAKEN', incident_id = ?, incident_reference = ?, taken_at = ? where id = ?
            """;

    // language=postgresql
    private static final String REFUSED = "update portal.report set refused = ? where id = ?";

    private static final String SENT = """
            select r.*, coalesce(a.value, '') as what, coalesce(m.value, '') as harm, h.grade, h.opening_label,
                   d.due_at as answer_by
            from portal.report r
            left join portal.answer a on a.report_id = r.id and a.field = 'what'
            left join portal.answer m on m.report_id = r.id and m.field = 'harm'
            left join recording.handling h on h.incident_id = r.incident_id
            left join deadlines.deadline d
                on d.subject = r.incident_id and d.kind = 'RESPOND_' || h.grade and d.state = 'OPEN'
            left join deadlines.kind k on k.code = d.kind
            where r.state in ('SENT', 'TAKEN') and r.organisation_id = any ((select identity.my_organisations())::uuid[])
            """;

    // language=postgresql
    private static final String ONE_SENT = SENT + " and r.id = ?";

    // language=postgresql
    private static final String OF_INCIDENT = SENT + " and r.incident_id = ?";

    // language=postgresql
    private static final String LATEST = SENT + " order by r.sent_at desc, r.id limit ?";

    /** What nobody has recorded, then what waits for a response in the order of a worklist, then what waits no longer. */
    // language=postgresql
    private static final String QUEUE = SENT + """
             order by r.state <> 'SENT', d.id is null, k.urgency, d.due_at, r.sent_at desc, r.id limit ?
            """;

    // language=postgresql
    private static final String VERIFIED = "update portal.report set verification = ? where id = ?";

    private final JdbcClient jdbc;

    ReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A police force that can be told something. */
    record Force(UUID id, String name, Optional<String> slug) {}

    UUID start(String code, String secret, String token, String language, String why, Optional<UUID> sign) {
        return jdbc.sql(START)
                .param(code)
                .param(secret)
                .param(token)
                .param(language)
                .param(why)
                .param(sign.orElse(null))
                .query(UUID.class)
                .single();
    }

    /** Opens a report for a token; false when code and secret open nothing. */
    boolean comeBack(String code, String secret, String token) {
        return jdbc.sql(COME_BACK)
                .param(code)
                .param(secret)
                .param(token)
                .query(Boolean.class)
                .single();
    }

    /** The report that the presented token opens. */
    Optional<Report> mine() {
        return jdbc.sql(MINE).query((row, n) -> report(row)).optional();
    }

    Answers answers(UUID report) {
        Map<String, String> values = new TreeMap<>();
        jdbc.sql(ANSWERS)
                .param(report)
                .query((row, n) -> values.put(row.getString("field"), row.getString("value")))
                .list();
        return new Answers(values);
    }

    /** Keeps answers of the draft; an empty one is dropped. */
    void keep(Map<String, String> answers) {
        answers.forEach((field, value) -> {
            if (value.isEmpty()) {
                jdbc.sql(DROP).param(field).update();
            } else {
                jdbc.sql(KEEP).param(field).param(value).update();
            }
        });
    }

    /** Notes that the report was gone on with, in a language if that changed. */
    void saved(@Nullable String language) {
        jdbc.sql(SAVED).param(language).query((row, n) -> 0).single();
    }

    boolean renewSecret(String secret) {
        return jdbc.sql(RENEW).param(secret).query(Boolean.class).single();
    }

    void hide(List<String> words) {
        jdbc.sql(HIDE).param(words.toArray(String[]::new)).query((row, n) -> 0).single();
    }

    /** False when there is nothing to send, or it was sent already. */
    boolean send(UUID organisation, Optional<String> lsoa) {
        return jdbc.sql(SEND)
                .param(organisation)
                .param(lsoa.orElse(null))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    boolean discard() {
        return jdbc.sql(DISCARD).query(Boolean.class).single();
    }

    void leave() {
        jdbc.sql(LEAVE).query((row, n) -> 0).single();
    }

    boolean anyToForget() {
        return jdbc.sql(ANY_TO_FORGET).query(Boolean.class).single();
    }

    int forget() {
        return jdbc.sql(FORGET).query(Integer.class).single();
    }

    List<Force> forces() {
        return jdbc.sql(FORCES)
                .query((row, n) -> new Force(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("force_slug"))))
                .list();
    }

    /** Reports that were sent before a moment and that recording doesn't have yet. */
    List<UUID> toTake(Instant before, int most) {
        return jdbc.sql(TO_TAKE)
                .param(at(before))
                .param(most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Until then a report that was sent isn't taken by itself. */
    void leaveAlone(UUID report, Instant until) {
        jdbc.sql(LEAVE_ALONE)
                .param(report)
                .param(at(until))
                .query((row, n) -> 0)
                .single();
    }

    /** A report that waits to be taken, held so that nobody else takes it; empty when somebody does already. */
    Optional<Report> hold(UUID report) {
        return jdbc.sql(HOLD).param(report).query((row, n) -> report(row)).optional();
    }

    /** The same, waiting for whoever holds it; empty when it has been taken by then. */
    Optional<Report> waitFor(UUID report) {
        return jdbc.sql(WAIT_FOR).param(report).query((row, n) -> report(row)).optional();
    }

    void taken(UUID report, UUID incident, String reference, Instant now) {
        jdbc.sql(TAKEN)
                .param(incident)
                .param(reference)
                .param(at(now))
                .param(report)
                .update();
    }

    /** Recording didn't take it; which fields it named. */
    void refused(UUID report, String fields) {
        jdbc.sql(REFUSED).param(fields).param(report).update();
    }

    Optional<SentReport> sent(UUID report) {
        return jdbc.sql(ONE_SENT).param(report).query((row, n) -> sent(row)).optional();
    }

    Optional<SentReport> sentOfIncident(UUID incident) {
        return jdbc.sql(OF_INCIDENT)
                .param(incident)
                .query((row, n) -> sent(row))
                .optional();
    }

    List<SentReport> latest(int most) {
        return jdbc.sql(LATEST).param(most).query((row, n) -> sent(row)).list();
    }

    /** What waits first, as on a worklist; what waits no longer is last, newest first. */
    List<SentReport> queue(int most) {
        return jdbc.sql(QUEUE).param(most).query((row, n) -> sent(row)).list();
    }

    void verified(UUID report, SentReport.Verification verification) {
        jdbc.sql(VERIFIED).param(verification.name()).param(report).update();
    }

    private static SentReport sent(ResultSet row) throws SQLException {
        Report report = report(row);
        String harm = row.getString("harm");
        return new SentReport(
                report.id(),
                row.getObject("organisation_id", UUID.class),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                report.incident(),
                report.reference(),
                report.sign(),
                report.language(),
                report.why(),
                SentReport.Verification.valueOf(row.getString("verification")),
                report.hidden(),
                Optional.ofNullable(row.getString("refused")).orElse(""),
                harm.isEmpty() ? row.getString("what") : row.getString("what") + "\n\n" + harm,
                Optional.ofNullable(row.getString("grade"))
                        .map(grade -> Grade.valueOf(grade).words()),
                moment(row, "answer_by"),
                Optional.ofNullable(row.getString("opening_label")).orElse(""));
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Report report(ResultSet row) throws SQLException {
        Array hidden = row.getArray("hidden");
        return new Report(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("language"),
                row.getString("why"),
                Report.State.valueOf(row.getString("state")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("sign_id", UUID.class)),
                moment(row, "sent_at"),
                Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
                Optional.ofNullable(row.getString("lsoa_code")),
                Optional.ofNullable(row.getObject("incident_id", UUID.class)),
                Optional.ofNullable(row.getString("incident_reference")),
                List.of((String[]) hidden.getArray()));
    }
}
