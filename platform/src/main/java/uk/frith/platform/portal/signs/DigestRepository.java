package uk.frith.platform.portal.signs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.portal.signs.DigestRules.Answered;
import uk.frith.platform.portal.signs.DigestRules.Count;
import uk.frith.platform.portal.signs.DigestRules.Words;
import uk.frith.platform.portal.signs.DigestRules.Wrote;

/** The SQL of digests for partners. */
@Repository
class DigestRepository {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    // language=postgresql
    private static final String PARTNERS = "select id, name from signs.partners()";

    // language=postgresql
    private static final String ANSWERED = """
            select s.id, s.name || ', ' || s.place as place, q.text, count(a.score) as answers, avg(a.score)::float8 as mean
            from signs.sign s join signs.question q on q.sign_id = s.id
            join signs.answer a on a.sign_id = q.sign_id and a.number = q.number
            where s.organisation_id = :force and a.score is not null and a.answered_at >= :from and a.answered_at < :to
            group by s.id, s.name, s.place, q.number, q.text order by s.name, s.place, s.id, q.number
            """;

    // language=postgresql
    private static final String WROTE = """
            select a.id, s.id as sign, s.name || ', ' || s.place as place, a.words
            from signs.answer a join signs.sign s on s.id = a.sign_id
            where s.organisation_id = :force and a.words is not null and a.answered_at >= :from and a.answered_at < :to
            order by s.name, s.place, s.id, a.id limit :most
            """;

    // language=postgresql
    private static final String SEND = """
            insert into signs.digest (organisation_id, to_id, sender, recipient, month, sent_by)
            values (?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private static final String DIGEST = """
            select d.id, d.sender, d.recipient, d.month, d.sent_at, d.withdrawn_at, a.name as who
            from signs.digest d left join identity.account a on a.id = d.sent_by
            """;

    // language=postgresql
    private static final String STANDS =
            DIGEST + " where d.organisation_id = ? and d.to_id = ? and d.month = ? and d.withdrawn_at is null";

    // language=postgresql
    private static final String ALL = DIGEST + " order by d.sent_at desc, d.id limit ?";

    // language=postgresql
    private static final String ONE = DIGEST + " where d.id = ?";

    // language=postgresql
    private static final String ADD_COUNT = "insert into signs.digest_count values (?, ?, ?, ?, ?, ?)";

    // language=postgresql
    private static final String ADD_WORDS = "insert into signs.digest_words values (?, ?, ?, ?)";

    // language=postgresql
    private static final String COUNTS =
            "select place, question, answers, mean from signs.digest_count where digest_id = ? order by number";

    // language=postgresql
    private static final String WORDS =
            "select digest_id, place, words from signs.digest_words where digest_id = ? order by number";

    // language=postgresql
    private static final String TAKE_BACK = """
            update signs.digest set withdrawn_at = ?, withdrawn_by = ? where id = ? and withdrawn_at is null
            """;

    private final JdbcClient jdbc;

    DigestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An organisation that can be told. */
    record Partner(UUID id, String name) {}

    /**
     * A digest that was sent.
     *
     * @param sentBy the sender's name; empty to the partner, who sees the force alone
     */
    record Sent(
            UUID id,
            String sender,
            String recipient,
            YearMonth month,
            Instant at,
            Optional<Instant> withdrawn,
            String sentBy) {
        @Override
        public String toString() {
            return "digest=" + id;
        }
    }

    List<Partner> partners() {
        return jdbc.sql(PARTNERS)
                .query((row, n) -> new Partner(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    List<Answered> answered(UUID force, YearMonth month) {
        return jdbc.sql(ANSWERED)
                .param("force", force)
                .param("from", begin(month))
                .param("to", begin(month.plusMonths(1)))
                .query((row, n) -> new Answered(
                        row.getObject("id", UUID.class),
                        row.getString("place"),
                        row.getString("text"),
                        row.getLong("answers"),
                        row.getDouble("mean")))
                .list();
    }

    List<Wrote> wrote(UUID force, YearMonth month, int most) {
        return jdbc.sql(WROTE)
                .param("force", force)
                .param("from", begin(month))
                .param("to", begin(month.plusMonths(1)))
                .param("most", most)
                .query((row, n) -> new Wrote(
                        row.getObject("id", UUID.class),
                        row.getObject("sign", UUID.class),
                        row.getString("place"),
                        row.getString("words")))
                .list();
    }

    private static OffsetDateTime begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(HERE).toOffsetDateTime();
    }

    /** The one that stands for a month and partner. */
    Optional<Sent> standing(UUID force, UUID to, YearMonth month) {
        return jdbc.sql(STANDS)
                .param(force)
                .param(to)
                .param(month.atDay(1))
                .query((row, n) -> sent(row))
                .optional();
    }

    /** Sends one; empty when another of that month was sent to the partner meanwhile. */
    Optional<UUID> send(
            UUID force, String sender, Partner to, YearMonth month, UUID by, List<Count> counts, List<Words> words) {
        int added = jdbc.sql(SEND)
                .param(force)
                .param(to.id())
                .param(sender)
                .param(to.name())
                .param(month.atDay(1))
                .param(by)
                .update();
        if (added == 0) {
            return Optional.empty();
        }
        UUID id = standing(force, to.id(), month).orElseThrow().id();
        int number = 1;
        for (Count count : counts) {
            jdbc.sql(ADD_COUNT)
                    .param(id)
                    .param(number)
                    .param(count.place())
                    .param(count.question())
                    .param(count.answers().orElse(null))
                    .param(count.mean().orElse(null))
                    .update();
            number++;
        }
        number = 1;
        for (Words each : words) {
            jdbc.sql(ADD_WORDS)
                    .param(id)
                    .param(number)
                    .param(each.place())
                    .param(each.words())
                    .update();
            number++;
        }
        return Optional.of(id);
    }

    /** What was sent or came, the newest first. */
    List<Sent> all(int most) {
        return jdbc.sql(ALL).param(most).query((row, n) -> sent(row)).list();
    }

    Optional<Sent> one(UUID id) {
        return jdbc.sql(ONE).param(id).query((row, n) -> sent(row)).optional();
    }

    List<Count> counts(UUID digest) {
        return jdbc.sql(COUNTS)
                .param(digest)
                .query((row, n) -> new Count(
                        row.getString("place"),
                        row.getString("question"),
                        Optional.ofNullable(row.getObject("answers", Long.class)),
                        Optional.ofNullable(row.getObject("mean", Double.class))))
                .list();
    }

    List<Words> words(UUID digest) {
        return jdbc.sql(WORDS)
                .param(digest)
                .query((row, n) -> new Words(
                        row.getObject("digest_id", UUID.class), row.getString("place"), row.getString("words")))
                .list();
    }

    boolean takeBack(UUID digest, UUID by, Instant now) {
        return jdbc.sql(TAKE_BACK)
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(by)
                        .param(digest)
                        .update()
                == 1;
    }

    private static Sent sent(ResultSet row) throws SQLException {
        OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        String who = row.getString("who");
        return new Sent(
                row.getObject("id", UUID.class),
                row.getString("sender"),
                row.getString("recipient"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(withdrawn).map(OffsetDateTime::toInstant),
                who == null ? "" : who);
    }
}
