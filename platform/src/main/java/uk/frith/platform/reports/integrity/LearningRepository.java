package uk.frith.platform.reports.integrity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of people's slips, of learning texts and of who has read them. */
@Repository
class LearningRepository {

    /** The slips of one person since a moment, but for those that the registrar withdrew. */
    // language=postgresql
    private static final String SLIPS = """
            select f.id, f.kind, f.class_code, f.expected, f.found_at, f.state
            from integrity.slip s join integrity.finding f on f.id = s.finding_id
            where s.account_id = ? and f.found_at >= ? and f.state <> 'WITHDRAWN'
            order by f.found_at desc, f.id
            """;

    /** The texts that hold on a day: an organisation's own stands in place of the shipped one of the same code. */
    private static final String CURRENT = """
            select distinct on (t.code) t.* from integrity.learning_text t where t.valid_from <= :day
            order by t.code, t.organisation_id nulls last, t.valid_from desc
            """;

    // language=postgresql
    private static final String TEXTS = "select * from (" + CURRENT + ") t order by t.field, t.class_code, t.code";

    // language=postgresql
    private static final String READ =
            "insert into integrity.learning_read (text_id, account_id, organisation_id, read_at) values (?, ?, ?, ?)";

    // language=postgresql
    private static final String READ_BY_ME =
            "select text_id, max(read_at) as read_at from integrity.learning_read where account_id = ? group by text_id";

    // language=postgresql
    private static final String WRITE = """
            insert into integrity.learning_text (organisation_id, code, field, class_code, title, body, source, good_for_days,
                valid_from, written_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    /** For everybody who records: how many slips they have, how often the same, and which texts they have read in time. */
    // language=postgresql
    private static final String PEOPLE = """
            with texts as (""" + CURRENT + """
            ), people as (
                select a.id, a.name, coalesce(t.name, '') as team
                from identity.account a left join identity.team t on t.id = a.team_id
                where a.organisation_id = :organisation and a.state = 'ACTIVE'
                  and exists (select 1 from identity.account_role r where r.account_id = a.id
                              and r.role in ('CALL_HANDLER', 'NEIGHBOURHOOD_OFFICER', 'SUPERVISOR', 'ASB_COORDINATOR',
                                             'CRIME_REGISTRAR'))
            ), slips as (
                select s.account_id, f.kind, f.class_code, count(*) as times
                from integrity.slip s join integrity.finding f on f.id = s.finding_id
                where f.found_at >= :since and f.state <> 'WITHDRAWN'
                group by s.account_id, f.kind, f.class_code
            )
            select p.id, p.name, p.team,
                   coalesce((select sum(s.times) from slips s where s.account_id = p.id), 0) as slips,
                   coalesce((select sum(s.times) from slips s where s.account_id = p.id and s.times >= :repeated), 0)
                       as repeated,
                   (select count(*) from texts) as texts,
                   (select count(*) from texts t where exists (
                       select 1 from integrity.learning_read r
                       where r.text_id = t.id and r.account_id = p.id
                         and r.read_at > :now::timestamptz - make_interval(days => t.good_for_days))) as read,
                   (select max(r.read_at) from integrity.learning_read r where r.account_id = p.id) as last_read
            from people p order by repeated desc, slips desc, p.name, p.id limit :most
            """;

    private final JdbcClient jdbc;

    LearningRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One slip. */
    record Slip(UUID finding, FindingKind kind, String classCode, String expected, Instant found, FindingState state) {}

    List<Slip> slips(UUID account, Instant since) {
        return jdbc.sql(SLIPS)
                .param(account)
                .param(SampleRepository.at(since))
                .query((row, n) -> new Slip(
                        row.getObject("id", UUID.class),
                        FindingKind.valueOf(row.getString("kind")),
                        row.getString("class_code"),
                        row.getString("expected"),
                        ReadingRepository.moment(row, "found_at"),
                        FindingState.valueOf(row.getString("state"))))
                .list();
    }

    List<LearningText> texts(LocalDate day) {
        return jdbc.sql(TEXTS).param("day", day).query((row, n) -> text(row)).list();
    }

    private static LearningText text(ResultSet row) throws SQLException {
        return new LearningText(
                row.getObject("id", UUID.class),
                row.getString("code"),
                LearningField.valueOf(row.getString("field")),
                row.getString("class_code"),
                row.getString("title"),
                row.getString("body"),
                row.getString("source"),
                row.getInt("good_for_days"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("organisation_id", UUID.class) == null);
    }

    void read(UUID text, UUID account, UUID organisation, Instant now) {
        jdbc.sql(READ)
                .param(text)
                .param(account)
                .param(organisation)
                .param(SampleRepository.at(now))
                .update();
    }

    /** A text and when somebody read it last. */
    record ReadAt(UUID text, Instant at) {}

    List<ReadAt> readBy(UUID account) {
        return jdbc.sql(READ_BY_ME)
                .param(account)
                .query((row, n) ->
                        new ReadAt(row.getObject("text_id", UUID.class), ReadingRepository.moment(row, "read_at")))
                .list();
    }

    /** False when there is one of that day already. */
    boolean write(UUID organisation, LearningText text, UUID by) {
        return jdbc.sql(WRITE)
                        .param(organisation)
                        .param(text.code())
                        .param(text.field().name())
                        .param(text.classCode())
                        .param(text.title())
                        .param(text.body())
                        .param(text.source())
                        .param(text.goodForDays())
                        .param(text.validFrom())
                        .param(by)
                        .update()
                == 1;
    }

    /** Somebody who records, with their slips and what they have read. */
    record Person(
            UUID account,
            String name,
            String team,
            long slips,
            long repeated,
            long texts,
            long read,
            Optional<Instant> last) {
        @Override
        public String toString() {
            return "Person[" + account + "]";
        }
    }

    List<Person> people(UUID organisation, LocalDate day, Instant now, Instant since, int repeated, int most) {
        return jdbc.sql(PEOPLE)
                .param("organisation", organisation)
                .param("day", day)
                .param("now", SampleRepository.at(now))
                .param("since", SampleRepository.at(since))
                .param("repeated", repeated)
                .param("most", most)
                .query((row, n) -> new Person(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("team"),
                        row.getLong("slips"),
                        row.getLong("repeated"),
                        row.getLong("texts"),
                        row.getLong("read"),
                        Optional.ofNullable(row.getObject("last_read", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }
}
