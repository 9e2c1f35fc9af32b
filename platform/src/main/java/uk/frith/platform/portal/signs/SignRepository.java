package uk.frith.platform.portal.signs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All of signs' SQL. */
@Repository
class SignRepository {

    // language=postgresql
    private static final String ADD = """
            insert into signs.sign (organisation_id, code, name, kind, place, grid_reference, lsoa_code, made_by)
            values (?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String ADD_QUESTION = "insert into signs.question values (?, ?, ?)";

    private static final String SIGN = """
            select s.*,
                coalesce((select sum(n.count) from signs.scan n where n.sign_id = s.id), 0) as scans,
                coalesce((select n.count from signs.scan n
                          where n.sign_id = s.id and n.hour = date_trunc('hour', :now::timestamptz, 'UTC')), 0) as last_hour,
                coalesce((select max(n.count) from signs.scan n
                          where n.sign_id = s.id and n.hour < date_trunc('hour', :now::timestamptz, 'UTC')), 0) as busiest,
                (select max(n.hour) from signs.scan n where n.sign_id = s.id) as last_read,
                exists (select 1 from signs.damage d where d.sign_id = s.id and d.mended_at is null) as damaged,
                (select count(*) from portal.report r where r.sign_id = s.id and r.sent_at is not null) as reports
            from signs.sign s
            """;

    // language=postgresql
    private static final String ALL = SIGN + " order by s.state desc, s.name, s.id limit :most";

    // language=postgresql
    private static final String ONE = SIGN + " where s.id = :id";

    // language=postgresql
    private static final String RESULTS = """
            select q.number, q.text, count(a.score) as answers, avg(a.score)::float8 as mean
            from signs.question q left join signs.answer a on a.sign_id = q.sign_id and a.number = q.number
            where q.sign_id = ? group by q.number, q.text order by q.number
            """;

    // language=postgresql
    private static final String WORDS = """
            select a.answered_at, a.words from signs.answer a
            where a.sign_id = ? and a.words is not null order by a.answered_at desc limit ?
            """;

    // language=postgresql
    private static final String NEWS = """
            select n.written_at, n.text from signs.news n where n.sign_id = ? order by n.written_at desc limit 50
            """;

    // language=postgresql
    private static final String ADD_NEWS = "insert into signs.news (sign_id, text, written_by) values (?, ?, ?)";

    // language=postgresql
    private static final String MENDED =
            "update signs.damage set mended_at = ?, mended_by = ? where sign_id = ? and mended_at is null";

    // language=postgresql
    private static final String TAKEN_DOWN = "update signs.sign set state = 'DOWN' where id = ?";

    // language=postgresql
    private static final String READ = "select * from signs.read(?)";

    // language=postgresql
    private static final String QUESTIONS = "select number, text from signs.questions(?)";

    // language=postgresql
    private static final String NEWS_AT = "select written_at, text from signs.news_at(?)";

    // language=postgresql
    private static final String TELL = "select signs.tell(?, ?, ?, ?)";

    // language=postgresql
    private static final String IS_DAMAGED = "select signs.is_damaged(?)";

    // language=postgresql
    private static final String SPOT = "select * from signs.spot(?)";

    // language=postgresql
    private static final String WITHOUT_AREA = "select id, grid_reference from signs.without_area()";

    // language=postgresql
    private static final String LIES_IN = "select signs.lies_in(?, ?)";

    private final JdbcClient jdbc;

    SignRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sign with how it is used. */
    record Sign(
            UUID id,
            String code,
            String name,
            SignKind kind,
            String place,
            String grid,
            boolean up,
            long scans,
            long reports,
            SignRules.Use use) {}

    /** What somebody sees who reads a code. */
    record Seen(UUID id, String name, SignKind kind, String place, String organisation, long reports) {}

    /** A question and its number. */
    record Question(int number, String text) {}

    /** How a question was answered; the mean is empty without an answer. */
    record Result(int number, String text, long answers, Optional<Double> mean) {}

    /** Something that was written, and when. */
    record Written(Instant at, String text) {
        @Override
        public String toString() {
            return "Written";
        }
    }

    /** Where a report begins that begins at a sign. */
    record Spot(UUID id, String place, Optional<String> lsoa, UUID organisation) {}

    UUID add(UUID organisation, String code, SignRules.Typed typed, Optional<String> lsoa, UUID by) {
        UUID id = jdbc.sql(ADD)
                .param(organisation)
                .param(code)
                .param(typed.name().strip())
                .param(typed.kind())
                .param(typed.place().strip())
                .param(SignRules.grid(typed.grid()).orElse(null))
                .param(lsoa.orElse(null))
                .param(by)
                .query(UUID.class)
                .single();
        int number = 1;
        for (String question : SignRules.questions(typed.questions())) {
            jdbc.sql(ADD_QUESTION).param(id).param(number).param(question).update();
            number++;
        }
        return id;
    }

    List<Sign> all(int most, Instant now) {
        return jdbc.sql(ALL)
                .param("now", at(now))
                .param("most", most)
                .query((row, n) -> sign(row))
                .list();
    }

    Optional<Sign> find(UUID id, Instant now) {
        return jdbc.sql(ONE)
                .param("now", at(now))
                .param("id", id)
                .query((row, n) -> sign(row))
                .optional();
    }

    List<Result> results(UUID sign) {
        return jdbc.sql(RESULTS)
                .param(sign)
                .query((row, n) -> new Result(
                        row.getInt("number"),
                        row.getString("text"),
                        row.getLong("answers"),
                        Optional.ofNullable(row.getObject("mean", Double.class))))
                .list();
    }

    List<Written> words(UUID sign, int most) {
        return jdbc.sql(WORDS)
                .param(sign)
                .param(most)
                .query((row, n) -> new Written(moment(row, "answered_at"), row.getString("words")))
                .list();
    }

    List<Written> news(UUID sign) {
        return jdbc.sql(NEWS).param(sign).query((row, n) -> written(row)).list();
    }

    void addNews(UUID sign, String text, UUID by) {
        jdbc.sql(ADD_NEWS).param(sign).param(text).param(by).update();
    }

    void mended(UUID sign, UUID by, Instant now) {
        jdbc.sql(MENDED).param(at(now)).param(by).param(sign).update();
    }

    void takenDown(UUID sign) {
        jdbc.sql(TAKEN_DOWN).param(sign).update();
    }

    /** Somebody reads a code; empty when there is none, or none that is up. */
    Optional<Seen> read(String code) {
        return jdbc.sql(READ)
                .param(code)
                .query((row, n) -> new Seen(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        SignKind.valueOf(row.getString("kind")),
                        row.getString("place"),
                        row.getString("organisation"),
                        row.getLong("reports")))
                .optional();
    }

    List<Question> questions(String code) {
        return jdbc.sql(QUESTIONS)
                .param(code)
                .query((row, n) -> new Question(row.getInt("number"), row.getString("text")))
                .list();
    }

    List<Written> newsAt(String code) {
        return jdbc.sql(NEWS_AT).param(code).query((row, n) -> written(row)).list();
    }

    /** False when the sign takes no answer now. */
    boolean tell(String code, int number, @Nullable Integer score, @Nullable String words) {
        return jdbc.sql(TELL)
                .param(code)
                .param(number)
                .param(score)
                .param(words)
                .query(Boolean.class)
                .single();
    }

    boolean isDamaged(String code) {
        return jdbc.sql(IS_DAMAGED).param(code).query(Boolean.class).single();
    }

    Optional<Spot> spot(String code) {
        return jdbc.sql(SPOT)
                .param(code)
                .query((row, n) -> new Spot(
                        row.getObject("id", UUID.class),
                        row.getString("place"),
                        Optional.ofNullable(row.getString("lsoa_code")),
                        row.getObject("organisation_id", UUID.class)))
                .optional();
    }

    /** The grid references of signs whose area isn't known, of every organisation. */
    Map<UUID, String> withoutArea() {
        Map<UUID, String> grids = new HashMap<>();
        jdbc.sql(WITHOUT_AREA).query((RowCallbackHandler)
                row -> grids.put(row.getObject("id", UUID.class), row.getString("grid_reference")));
        return grids;
    }

    void liesIn(UUID sign, String lsoa) {
        jdbc.sql(LIES_IN).param(sign).param(lsoa).query((row, n) -> sign).single();
    }

    private static Written written(ResultSet row) throws SQLException {
        return new Written(moment(row, "written_at"), row.getString("text"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Sign sign(ResultSet row) throws SQLException {
        OffsetDateTime last = row.getObject("last_read", OffsetDateTime.class);
        String grid = row.getString("grid_reference");
        return new Sign(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                SignKind.valueOf(row.getString("kind")),
                row.getString("place"),
                grid == null ? "" : grid,
                row.getString("state").equals("UP"),
                row.getLong("scans"),
                row.getLong("reports"),
                new SignRules.Use(
                        row.getLong("last_hour"),
                        row.getLong("busiest"),
                        Optional.ofNullable(last).map(OffsetDateTime::toInstant),
                        moment(row, "made_at"),
                        row.getBoolean("damaged")));
    }
}
