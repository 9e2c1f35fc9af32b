package uk.frith.platform.reports.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs: imports that go on behind the browser. */
@Repository
class JobRepository {

    private static final String COLUMNS =
            "id, given_name, stored_as, size, state, rows, refused, rows_per_second, seconds_left, sentence, created_at";

    // language=postgresql
    private static final String NEXT_ID = "select uuidv7()";

    // language=postgresql
    private static final String ADD = "insert into intake.job (id, given_name, stored_as, size) values (?, ?, ?, ?)";

    // language=postgresql
    private static final String BEGIN = """
            update intake.job set state = 'RUNNING', sentence = null
            where id = ? and state in ('QUEUED', 'RUNNING') returning
            """ + COLUMNS;

    // language=postgresql
    private static final String TELL = """
            update intake.job set rows = ?, refused = ?, rows_per_second = ?, seconds_left = ?
            where id = ? and state = 'RUNNING'
            """;

    // language=postgresql
    private static final String END = """
            update intake.job set state = ?, rows = ?, refused = ?, seconds_left = null, sentence = ?,
                ended_at = clock_timestamp()
            where id = ? and ended_at is null
            """;

    // language=postgresql
    private static final String GIVE_UP = """
            update intake.job set state = 'FAILED', seconds_left = null, ended_at = clock_timestamp()
            where id = ? and ended_at is null
            """;

    // language=postgresql
    private static final String SAY = "update intake.job set sentence = ? where id = ? and ended_at is null";

    // language=postgresql
    private static final String PUT_FILE = """
            insert into intake.job_file as f (job_id, label, outcome, version_id, rows, refused, sentence)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (job_id, label) do update
            set outcome = excluded.outcome, version_id = excluded.version_id, rows = excluded.rows,
                refused = excluded.refused, sentence = excluded.sentence
            where not (f.outcome = 'STORED' and excluded.outcome = 'UNCHANGED')
            """;

    // language=postgresql
    private static final String LATEST = "select " + COLUMNS + " from intake.job order by created_at desc limit ?";

    // language=postgresql
    private static final String ONE = "select " + COLUMNS + " from intake.job where id = ?";

    // language=postgresql
    private static final String FILES = """
            select label, outcome, version_id, rows, refused, sentence from intake.job_file where job_id = ?
            order by label collate "C" limit ?
            """;

    private final JdbcClient jdbc;

    JobRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        QUEUED("Waiting"),
        RUNNING("Importing"),
        DONE("Done"),
        FAILED("Failed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }

    /** An import as it stands. */
    record Job(
            UUID id,
            String givenName,
            String storedAs,
            long size,
            State state,
            long rows,
            long refused,
            long rowsPerSecond,
            Optional<Duration> left,
            Optional<String> sentence,
            Instant createdAt) {}

    /** What became of one of its files. */
    record JobFile(String label, String outcome, Optional<Long> version, long rows, long refused, String sentence) {}

    UUID nextId() {
        return jdbc.sql(NEXT_ID).query(UUID.class).single();
    }

    void add(UUID id, String givenName, String storedAs, long size) {
        jdbc.sql(ADD).param(id).param(givenName).param(storedAs).param(size).update();
    }

    /** Marks a job as running; empty when it is over. */
    Optional<Job> begin(UUID id) {
        return jdbc.sql(BEGIN).param(id).query((row, n) -> job(row)).optional();
    }

    int tell(UUID id, Progress.State state) {
        return jdbc.sql(TELL)
                .param(state.rows())
                .param(state.refused())
                .param(state.rowsPerSecond())
                .param(state.left().map(Duration::toSeconds).orElse(null))
                .param(id)
                .update();
    }

    int end(UUID id, State state, long rows, long refused, String sentence) {
        return jdbc.sql(END)
                .param(state.name())
                .param(rows)
                .param(refused)
                .param(sentence)
                .param(id)
                .update();
    }

    int giveUp(UUID id) {
        return jdbc.sql(GIVE_UP).param(id).update();
    }

    int say(UUID id, String sentence) {
        return jdbc.sql(SAY).param(sentence).param(id).update();
    }

    int putFile(UUID id, String label, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored s -> put(id, label, "STORED", s.version(), s.rows(), s.refused(), "");
            case Outcome.Unchanged u -> put(id, label, "UNCHANGED", u.version(), u.rows(), u.refused(), "");
            case Outcome.LeftAlone l -> put(id, label, "LEFT_ALONE", null, 0, 0, l.sentence());
            case Outcome.Failed f -> put(id, label, "FAILED", null, 0, 0, f.sentence());
        };
    }

    private int put(
            UUID id, String label, String outcome, @Nullable Long version, long rows, long refused, String sentence) {
        return jdbc.sql(PUT_FILE)
                .param(id)
                .param(label)
                .param(outcome)
                .param(version)
                .param(rows)
                .param(refused)
                .param(sentence)
                .update();
    }

    List<Job> latest(int limit) {
        return jdbc.sql(LATEST).param(limit).query((row, n) -> job(row)).list();
    }

    Optional<Job> find(UUID id) {
        return jdbc.sql(ONE).param(id).query((row, n) -> job(row)).optional();
    }

    List<JobFile> files(UUID id, int limit) {
        return jdbc.sql(FILES)
                .param(id)
                .param(limit)
                .query((row, n) -> new JobFile(
                        row.getString("label"),
                        row.getString("outcome"),
                        Optional.ofNullable(row.getObject("version_id", Long.class)),
                        row.getLong("rows"),
                        row.getLong("refused"),
                        row.getString("sentence")))
                .list();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("given_name"),
                row.getString("stored_as"),
                row.getLong("size"),
                State.valueOf(row.getString("state")),
                row.getLong("rows"),
                row.getLong("refused"),
                row.getLong("rows_per_second"),
                Optional.ofNullable(row.getObject("seconds_left", Long.class)).map(Duration::ofSeconds),
                Optional.ofNullable(row.getString("sentence")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
