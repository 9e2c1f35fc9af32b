package uk.frith.platform.understanding.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.understanding.risk.Matrix.Bands;
import uk.frith.platform.understanding.risk.Matrix.Option;
import uk.frith.platform.understanding.risk.Matrix.Question;
import uk.frith.platform.understanding.risk.Matrix.Section;

/** The SQL of the matrix and its versions. */
@Repository
class MatrixRepository {

    /** More versions than all organisations of an installation make in years; they are small. */
    private static final int MOST_KEPT = 500;

    // language=postgresql
    private static final String IN_FORCE = """
            select id from risk.matrix where (organisation_id = ? or organisation_id is null) and valid_from <= ?
            order by organisation_id nulls last, valid_from desc limit 1
            """;

    // language=postgresql
    private static final String VERSIONS = """
            select id from risk.matrix where organisation_id = ? or organisation_id is null
            order by valid_from desc, organisation_id nulls last limit 100
            """;

    // language=postgresql
    private static final String ONE = "select * from risk.matrix where id = ?";

    // language=postgresql
    private static final String QUESTIONS = "select * from risk.question where matrix_id = ? order by number";

    // language=postgresql
    private static final String OPTIONS = "select * from risk.option where matrix_id = ? order by number, option";

    // language=postgresql
    private static final String BANDS = "select band, from_score from risk.band where matrix_id = ?";

    // language=postgresql
    private static final String OVERRIDES = "select * from risk.override where matrix_id = ? order by place";

    // language=postgresql
    private static final String ADD = """
            insert into risk.matrix (organisation_id, name, version, valid_from, source, reason, verified, made_by)
            select :organisation, :name,
                   1 + coalesce((select max(version) from risk.matrix where organisation_id = :organisation), 0),
                   :valid_from, :source, :reason, true, :account
            on conflict do nothing returning id
            """;

    // language=postgresql
    private static final String ADD_QUESTIONS = """
            insert into risk.question (matrix_id, number, section, words, several, asks_words, first_contact)
            select :made, number, section, words, several, asks_words, first_contact from risk.question
            where matrix_id = :from
            """;

    // language=postgresql
    private static final String ADD_OPTION = """
            insert into risk.option (matrix_id, number, option, words, score, sign) values (?, ?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String ADD_BAND = "insert into risk.band (matrix_id, band, from_score) values (?, ?, ?)";

    // language=postgresql
    private static final String ADD_OVERRIDES = """
            insert into risk.override (matrix_id, code, place, words, sign)
            select :made, code, place, words, sign from risk.override where matrix_id = :from
            """;

    private final JdbcClient jdbc;

    /** A version never changes, so it is read once. */
    private final Map<UUID, Matrix> read = new ConcurrentHashMap<>();

    MatrixRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version that holds on a day: the organisation's own, or else the shipped one. */
    Matrix inForce(UUID organisation, LocalDate day) {
        return matrix(jdbc.sql(IN_FORCE)
                .param(organisation)
                .param(day)
                .query(UUID.class)
                .single());
    }

    /** All versions, the one that holds last first. */
    List<Matrix> versions(UUID organisation) {
        return jdbc.sql(VERSIONS).param(organisation).query((row, n) -> row.getObject("id", UUID.class)).list().stream()
                .map(this::matrix)
                .toList();
    }

    /** One version. Its id comes from what the asker may see. */
    Matrix matrix(UUID id) {
        Matrix known = read.get(id);
        if (known == null) {
            known = load(id);
            if (read.size() >= MOST_KEPT) {
                read.clear();
            }
            read.put(id, known);
        }
        return known;
    }

    private Matrix load(UUID id) {
        Map<Integer, List<Option>> options = jdbc
                .sql(OPTIONS)
                .param(id)
                .query((row, n) -> Map.entry(
                        row.getInt("number"),
                        new Option(row.getInt("option"), row.getString("words"), row.getInt("score"), sign(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<Question> questions = jdbc.sql(QUESTIONS)
                .param(id)
                .query((row, n) -> new Question(
                        row.getInt("number"),
                        Section.valueOf(row.getString("section")),
                        row.getString("words"),
                        row.getBoolean("several"),
                        row.getBoolean("asks_words"),
                        row.getInt("first_contact"),
                        options.getOrDefault(row.getInt("number"), List.of())))
                .list();
        Map<String, Integer> bands = jdbc
                .sql(BANDS)
                .param(id)
                .query((row, n) -> Map.entry(row.getString("band"), row.getInt("from_score")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Matrix.Overriding> overrides = jdbc.sql(OVERRIDES)
                .param(id)
                .query((row, n) -> new Matrix.Overriding(row.getString("code"), row.getString("words"), sign(row)))
                .list();
        return jdbc.sql(ONE)
                .param(id)
                .query((row, n) -> new Matrix(
                        id,
                        row.getString("name"),
                        row.getInt("version"),
                        row.getObject("organisation_id") != null,
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("source"),
                        row.getString("reason"),
                        row.getBoolean("verified"),
                        questions,
                        new Bands(bands.getOrDefault("MEDIUM", 0), bands.getOrDefault("HIGH", 0)),
                        overrides))
                .single();
    }

    private static Optional<Sign> sign(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("sign")).map(Sign::valueOf);
    }

    /**
     * A new version in the making: the questions of another with other scores and borders.
     *
     * @param scores gives what an answer weighs
     */
    record New(
            UUID organisation,
            UUID account,
            String name,
            LocalDate from,
            String source,
            String reason,
            Bands bands,
            Function<Weight, Integer> scores) {}

    /** An answer of a question, whose weight is asked for. */
    record Weight(int question, Option option) {}

    /** Empty when another version of this organisation holds from that day on. */
    Optional<UUID> add(Matrix from, New made) {
        Optional<UUID> id = jdbc.sql(ADD)
                .param("organisation", made.organisation())
                .param("name", made.name())
                .param("valid_from", made.from())
                .param("source", made.source())
                .param("reason", made.reason())
                .param("account", made.account())
                .query(UUID.class)
                .optional();
        id.ifPresent(version -> fill(version, from, made));
        return id;
    }

    private void fill(UUID id, Matrix from, New made) {
        jdbc.sql(ADD_QUESTIONS).param("made", id).param("from", from.id()).update();
        jdbc.sql(ADD_OVERRIDES).param("made", id).param("from", from.id()).update();
        for (Weight weight : weights(from)) {
            jdbc.sql(ADD_OPTION)
                    .param(id)
                    .param(weight.question())
                    .param(weight.option().number())
                    .param(weight.option().words())
                    .param(made.scores().apply(weight))
                    .param(weight.option().sign().map(Enum::name).orElse(null))
                    .update();
        }
        Map.of(
                        Band.STANDARD,
                        0,
                        Band.MEDIUM,
                        made.bands().medium(),
                        Band.HIGH,
                        made.bands().high())
                .forEach((band, score) -> jdbc.sql(ADD_BAND)
                        .param(id)
                        .param(band.name())
                        .param(score)
                        .update());
    }

    /** Every answer of a version. */
    static List<Weight> weights(Matrix matrix) {
        List<Weight> weights = new ArrayList<>();
        for (Question question : matrix.questions()) {
            question.options().forEach(option -> weights.add(new Weight(question.number(), option)));
        }
        return weights;
    }
}
