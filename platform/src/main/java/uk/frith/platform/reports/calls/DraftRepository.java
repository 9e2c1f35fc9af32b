package uk.frith.platform.reports.calls;

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

/** All of calls' SQL. */
@Repository
class DraftRepository {

    // language=postgresql
    private static final String BEGIN = """
            insert into calls.draft (organisation_id, account_id, began_at, saved_at, part, follows, account, evidence, way)
            values (?, ?, ?, ?, 'VICTIM', ?, ?, ?, ?) returning id
            """;

    /** Only over what this window wrote itself or has seen, and only when something is new. */
    // language=postgresql
    private static final String SAVE = """
            update calls.draft set saved_at = :now, phone = :phone, name = :name, part = :part, location = :location,
                account = :account, affected = :affected, evidence_kind = :evidence_kind, evidence = :evidence,
                held_by = :held_by, wishes = :wishes, category = :category, grade = :grade, follows = :follows,
                asked = :asked, reported = :reported, answers = :answers, version = version + 1, tab = :tab, turn = :turn
            where id = :id and state = 'OPEN'
              and (version = :seen or (:tab <> '' and tab = :tab and turn < :turn))
              and (phone, name, part, location, account, affected, evidence_kind, evidence, held_by, wishes, category, grade,
                   follows, asked, reported, answers)
                  is distinct from (:phone, :name, :part, :location, :account, :affected, :evidence_kind, :evidence, :held_by,
                   :wishes, :category, :grade, :follows, :asked, :reported, :answers)
            returning *
            """;

    // language=postgresql
    private static final String ONE = "select * from calls.draft where id = ?";

    /** A name that no other window has. */
    // language=postgresql
    private static final String NAME_OF_A_WINDOW = "select gen_random_uuid()::text";

    // language=postgresql
    private static final String OPEN =
            "select * from calls.draft where state = 'OPEN' order by saved_at desc, id limit ?";

    // language=postgresql
    private static final String END = """
            update calls.draft set state = ?, incident_id = ?, saved_at = ? where id = ? and state = 'OPEN'
            """;

    private final JdbcClient jdbc;

    DraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How it is told; the same values as the database's list. */
    enum Way {
        CALL,
        CHAT
    }

    /**
     * A draft; {@code incident} once it has been recorded.
     *
     * @param tab the window that typed last
     * @param turn how often it had sent something by then
     */
    record Draft(
            UUID id,
            boolean open,
            Instant began,
            Instant saved,
            Optional<UUID> incident,
            int version,
            String tab,
            long turn,
            Way way,
            Typed typed) {

        /** The same with other words in its fields. */
        Draft typing(Typed words) {
            return new Draft(id, open, began, saved, incident, version, tab, turn, way, words);
        }

        @Override
        public String toString() {
            return "Draft[" + id + "]";
        }
    }

    UUID begin(UUID organisation, UUID account, Instant now, String follows) {
        return begin(organisation, account, now, now, new Beginning(follows, "", "", Way.CALL));
    }

    /** What a draft begins with. */
    record Beginning(String follows, String account, String evidence, Way way) {
        @Override
        public String toString() {
            return "Beginning[" + way + "]";
        }
    }

    UUID begin(UUID organisation, UUID account, Instant began, Instant now, Beginning beginning) {
        return jdbc.sql(BEGIN)
                .param(organisation)
                .param(account)
                .param(at(began))
                .param(at(now))
                .param(beginning.follows())
                .param(beginning.account())
                .param(beginning.evidence())
                .param(beginning.way().name())
                .query(UUID.class)
                .single();
    }

    /**
     * Empty when the draft isn't the asker's, is no longer open, holds the same already, or holds what another window typed in
     * the meantime.
     */
    Optional<Draft> save(UUID id, Typed typed, Mark mark, Instant now) {
        return jdbc.sql(SAVE)
                .param("id", id)
                .param("now", at(now))
                .param("phone", typed.phone())
                .param("name", typed.name())
                .param("part", typed.part())
                .param("location", typed.location())
                .param("account", typed.account())
                .param("affected", typed.affected())
                .param("evidence_kind", typed.evidenceKind())
                .param("evidence", typed.evidence())
                .param("held_by", typed.heldBy())
                .param("wishes", typed.wishes())
                .param("category", typed.category())
                .param("grade", typed.grade())
                .param("follows", typed.follows())
                .param("asked", typed.asked())
                .param("reported", typed.reported())
                .param("answers", typed.answers())
                .param("tab", mark.tab())
                .param("turn", mark.turn())
                .param("seen", mark.seen())
                .query((row, n) -> draft(row))
                .optional();
    }

    Optional<Draft> find(UUID id) {
        return jdbc.sql(ONE).param(id).query((row, n) -> draft(row)).optional();
    }

    String nameOfAWindow() {
        return jdbc.sql(NAME_OF_A_WINDOW).query(String.class).single();
    }

    List<Draft> open(int most) {
        return jdbc.sql(OPEN).param(most).query((row, n) -> draft(row)).list();
    }

    void recorded(UUID id, UUID incident, Instant now) {
        jdbc.sql(END).param("RECORDED").param(incident).param(at(now)).param(id).update();
    }

    void discarded(UUID id, Instant now) {
        jdbc.sql(END)
                .param("DISCARDED")
                .param((UUID) null)
                .param(at(now))
                .param(id)
                .update();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("state").equals("OPEN"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("incident_id", UUID.class)),
                row.getInt("version"),
                row.getString("tab"),
                row.getLong("turn"),
                Way.valueOf(row.getString("way")),
                new Typed(
                        row.getString("phone"),
                        row.getString("name"),
                        row.getString("part"),
                        row.getString("location"),
                        row.getString("account"),
                        row.getString("affected"),
                        row.getString("evidence_kind"),
                        row.getString("evidence"),
                        row.getString("held_by"),
                        row.getString("wishes"),
                        row.getString("category"),
                        row.getString("grade"),
                        row.getString("follows"),
                        row.getString("asked"),
                        row.getString("reported"),
                        row.getString("answers")));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
