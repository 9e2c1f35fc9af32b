package uk.frith.platform.reports.rulebook;

import static uk.frith.platform.reports.rulebook.EditionRepository.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trials: runs of drafts beside the rules that hold. */
@Repository
class TrialRepository {

    // language=postgresql
    private static final String OF_DRAFT =
            "select * from rulebook.trial where draft_id = ? and organisation_id = ? order by begun_at desc limit ?";

    // language=postgresql
    private static final String ONE = "select * from rulebook.trial where id = ? and organisation_id = ?";

    // language=postgresql
    private static final String ADD = """
            insert into rulebook.trial (organisation_id, draft_id, period_from, period_to, most, seed, begun_by, begun_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String BEGIN = """
            update rulebook.trial set state = 'RUNNING', done = 0, changed = 0, total = 0, cases = 0, broken = 0
            where id = ? and state in ('QUEUED', 'RUNNING') returning *
            """;

    // language=postgresql
    private static final String CLEAR_COUNTS = "delete from rulebook.trial_count where trial_id = ?";

    // language=postgresql
    private static final String CLEAR_CHANGES = "delete from rulebook.trial_change where trial_id = ?";

    // language=postgresql
    private static final String SET_OUT =
            "update rulebook.trial set live_label = ?, draft_digest = ?, total = ? where id = ?";

    // language=postgresql
    private static final String TELL = "update rulebook.trial set done = ?, changed = ?, per_second = ? where id = ?";

    // language=postgresql
    private static final String END = """
            update rulebook.trial
            set state = ?, sentence = ?, cases = ?, broken = ?, ended_at = ?
            where id = ? and ended_at is null
            """;

    // language=postgresql
    private static final String ADD_CHANGE = """
            insert into rulebook.trial_change (trial_id, organisation_id, number, of_case, subject_id, title, path, what, words)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String ADD_COUNT = """
            insert into rulebook.trial_count (trial_id, organisation_id, kind, what, number) values (?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String COUNTS = """
            select kind, what, number from rulebook.trial_count where trial_id = ? order by kind, number desc, what
            """;

    // language=postgresql
    private static final String CHANGES = """
            select subject_id, title, path, what, words, count(*) over () as total from rulebook.trial_change
            where trial_id = :trial and of_case = :cases and (:what = '' or what @> array[:what]::text[])
            order by number limit :most offset :skip
            """;

    private final JdbcClient jdbc;

    TrialRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is asked of a trial. */
    record Asked(LocalDate from, LocalDate to, int most, long seed) {}

    /** An account that would be read otherwise. */
    record Changed(boolean ofCase, UUID subject, String title, String path, List<String> what, List<String> words) {
        @Override
        public String toString() {
            return "Changed[" + subject + "]";
        }
    }

    /** A page of them, and how many there are. */
    record Page(List<Changed> changes, int total) {}

    List<Trial> ofDraft(UUID draft, UUID organisation, int most) {
        return jdbc.sql(OF_DRAFT)
                .param(draft)
                .param(organisation)
                .param(most)
                .query((row, n) -> trial(row))
                .list();
    }

    Optional<Trial> find(UUID id, UUID organisation) {
        return jdbc.sql(ONE)
                .param(id)
                .param(organisation)
                .query((row, n) -> trial(row))
                .optional();
    }

    UUID add(UUID organisation, UUID draft, Asked asked, UUID by, Instant now) {
        return jdbc.sql(ADD)
                .param(organisation)
                .param(draft)
                .param(asked.from())
                .param(asked.to())
                .param(asked.most())
                .param(asked.seed())
                .param(by)
                .param(at(now))
                .query(UUID.class)
                .single();
    }

    /** Takes a trial up from its beginning; empty when it is over. */
    Optional<Trial> begin(UUID id) {
        Optional<Trial> begun =
                jdbc.sql(BEGIN).param(id).query((row, n) -> trial(row)).optional();
        if (begun.isPresent()) {
            jdbc.sql(CLEAR_COUNTS).param(id).update();
            jdbc.sql(CLEAR_CHANGES).param(id).update();
        }
        return begun;
    }

    void setOut(UUID id, String liveLabel, String draftDigest, int total) {
        jdbc.sql(SET_OUT)
                .param(liveLabel)
                .param(draftDigest)
                .param(total)
                .param(id)
                .update();
    }

    void tell(UUID id, int done, int changed, int perSecond) {
        jdbc.sql(TELL).param(done).param(changed).param(perSecond).param(id).update();
    }

    void end(UUID id, Trial.State state, String sentence, int cases, int broken, Instant now) {
        jdbc.sql(END)
                .param(state.name())
                .param(sentence)
                .param(cases)
                .param(broken)
                .param(at(now))
                .param(id)
                .update();
    }

    /** Adds changed accounts, the first of which gets this number. */
    void addChanges(Trial trial, int first, List<Changed> changes) {
        int number = first;
        for (Changed change : changes) {
            jdbc.sql(ADD_CHANGE)
                    .param(trial.id())
                    .param(trial.organisation())
                    .param(number++)
                    .param(change.ofCase())
                    .param(change.subject())
                    .param(change.title())
                    .param(change.path())
                    .param(change.what().toArray(String[]::new))
                    .param(change.words().toArray(String[]::new))
                    .update();
        }
    }

    void addCounts(Trial trial, Map<Difference.Change, Integer> counts) {
        counts.forEach((change, number) -> jdbc.sql(ADD_COUNT)
                .param(trial.id())
                .param(trial.organisation())
                .param(change.kind().name())
                .param(change.what())
                .param(number)
                .update());
    }

    /** How often something changed. */
    record Count(Difference.Change change, int number) {}

    List<Count> counts(UUID trial) {
        return jdbc.sql(COUNTS)
                .param(trial)
                .query((row, n) -> new Count(
                        new Difference.Change(Difference.Kind.valueOf(row.getString("kind")), row.getString("what")),
                        row.getInt("number")))
                .list();
    }

    /**
     * Changed accounts, or broken cases.
     *
     * @param what the key of a change that they have; empty for all
     */
    Page changes(UUID trial, boolean cases, String what, int most, int skip) {
        int[] total = {0};
        List<Changed> changes = jdbc.sql(CHANGES)
                .param("trial", trial)
                .param("cases", cases)
                .param("what", what)
                .param("most", most)
                .param("skip", skip)
                .query((row, n) -> {
                    total[0] = row.getInt("total");
                    return new Changed(
                            cases,
                            row.getObject("subject_id", UUID.class),
                            row.getString("title"),
                            row.getString("path"),
                            List.of((String[]) row.getArray("what").getArray()),
                            List.of((String[]) row.getArray("words").getArray()));
                })
                .list();
        return new Page(changes, total[0]);
    }

    private static Trial trial(ResultSet row) throws SQLException {
        return new Trial(
                row.getObject("id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getObject("draft_id", UUID.class),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                row.getInt("most"),
                row.getLong("seed"),
                Trial.State.valueOf(row.getString("state")),
                row.getString("live_label"),
                row.getString("draft_digest"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("changed"),
                row.getInt("cases"),
                row.getInt("broken"),
                row.getInt("per_second"),
                row.getString("sentence"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }
}
