package uk.frith.platform.reports.rulebook;

import static uk.frith.platform.reports.rulebook.EditionRepository.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** BookDrafts: books in the making. */
@Repository
class BookDraftRepository {

    // language=postgresql
    private static final String DRAFTS = """
            select d.id, d.title, d.begun_from, d.ships_id, d.state, b.name as began_by, d.began_at, d.submitted_by,
                   coalesce(s.name, '') as submitted_by_name, d.valid_from, coalesce(d.reason, '') as reason,
                   d.broken_reason, d.edition_id
            from rulebook.draft d
            join identity.account b on b.id = d.began_by
            left join identity.account s on s.id = d.submitted_by
            """;

    // language=postgresql
    private static final String OPEN = DRAFTS
            + "where d.organisation_id = ? and d.state in ('OPEN', 'SUBMITTED') order by d.began_at desc limit ?";

    // language=postgresql
    private static final String ONE = DRAFTS + "where d.id = ? and d.organisation_id = ?";

    // language=postgresql
    private static final String LOCK =
            "select state from rulebook.draft where id = ? and organisation_id = ? for update";

    // language=postgresql
    private static final String ADD = """
            insert into rulebook.draft (organisation_id, title, begun_from, ships_id, began_by, began_at)
            values (?, ?, ?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String COPY_FILES = """
            insert into rulebook.draft_file (draft_id, organisation_id, position, name, text, changed_at, changed_by)
            select ?, ?, f.position, f.name, f.text, ?, ? from rulebook.edition_file f where f.edition_id = ?
            """;

    // language=postgresql
    private static final String FILES =
            "select name, text from rulebook.draft_file where draft_id = ? order by position";

    // language=postgresql
    private static final String LAST_CHANGE = """
            select f.changed_at, a.name from rulebook.draft_file f join identity.account a on a.id = f.changed_by
            where f.draft_id = ? and f.name = ?
            """;

    // language=postgresql
    private static final String PUT = """
            insert into rulebook.draft_file (draft_id, organisation_id, position, name, text, changed_at, changed_by)
            values (:draft, :organisation, :position, :name, :text, :at, :by)
            on conflict (draft_id, name) do update
            set position = excluded.position, text = excluded.text, changed_at = excluded.changed_at,
                changed_by = excluded.changed_by
            where draft_file.text <> excluded.text or draft_file.position <> excluded.position
            """;

    // language=postgresql
    private static final String DROP_FILES =
            "delete from rulebook.draft_file where draft_id = ? and not name = any (?)";

    // language=postgresql
    private static final String SET_SHIPS = "update rulebook.draft set ships_id = ? where id = ?";

    // language=postgresql
    private static final String SUBMIT = """
            update rulebook.draft set state = 'SUBMITTED', submitted_by = ?, valid_from = ?, reason = ?, broken_reason = ?
            where id = ? and state = 'OPEN'
            """;

    // language=postgresql
    private static final String TAKE_BACK =
            "update rulebook.draft set state = 'OPEN' where id = ? and state = 'SUBMITTED'";

    // language=postgresql
    private static final String PUBLISHED = """
            update rulebook.draft set state = 'PUBLISHED', edition_id = ?, ended_at = ?
            where id = ? and state in ('OPEN', 'SUBMITTED')
            """;

    // language=postgresql
    private static final String DISCARD = """
            update rulebook.draft set state = 'DISCARDED', ended_at = ? where id = ? and state in ('OPEN', 'SUBMITTED')
            """;

    private final JdbcClient jdbc;

    BookDraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Draft> open(UUID organisation, int most) {
        return jdbc.sql(OPEN)
                .param(organisation)
                .param(most)
                .query((row, n) -> draft(row))
                .list();
    }

    Optional<Draft> find(UUID id, UUID organisation) {
        return jdbc.sql(ONE)
                .param(id)
                .param(organisation)
                .query((row, n) -> draft(row))
                .optional();
    }

    /** Holds a draft until the work is done, so that of two changes one comes after the other; gives its state. */
    Optional<Draft.State> lock(UUID id, UUID organisation) {
        return jdbc.sql(LOCK)
                .param(id)
                .param(organisation)
                .query((row, n) -> Draft.State.valueOf(row.getString(1)))
                .optional();
    }

    /** Begins a draft with the texts of an edition. */
    UUID begin(UUID organisation, String title, Edition from, UUID by, Instant now) {
        UUID id = jdbc.sql(ADD)
                .param(organisation)
                .param(title)
                .param(from.id())
                .param(from.ships().orElse(from.id()))
                .param(by)
                .param(at(now))
                .query(UUID.class)
                .single();
        jdbc.sql(COPY_FILES)
                .param(id)
                .param(organisation)
                .param(at(now))
                .param(by)
                .param(from.id())
                .update();
        return id;
    }

    BookFiles files(UUID draft) {
        Map<String, String> texts = new LinkedHashMap<>();
        jdbc.sql(FILES).param(draft).query(row -> {
            texts.put(row.getString("name"), row.getString("text"));
        });
        return new BookFiles(texts);
    }

    /** Who changed a file last, and when. */
    record LastChange(String name, Instant moment) {}

    Optional<LastChange> lastChange(UUID draft, String file) {
        return jdbc.sql(LAST_CHANGE)
                .param(draft)
                .param(file)
                .query((row, n) -> new LastChange(
                        row.getString("name"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Makes the draft's texts those given; what is the same stays untouched. */
    void put(UUID draft, UUID organisation, BookFiles files, UUID by, Instant now) {
        jdbc.sql(DROP_FILES)
                .param(draft)
                .param(files.texts().keySet().toArray(String[]::new))
                .update();
        int position = 0;
        for (Map.Entry<String, String> file : files.texts().entrySet()) {
            jdbc.sql(PUT)
                    .param("draft", draft)
                    .param("organisation", organisation)
                    .param("position", position++)
                    .param("name", file.getKey())
                    .param("text", file.getValue())
                    .param("at", at(now))
                    .param("by", by)
                    .update();
        }
    }

    void setShips(UUID draft, UUID ships) {
        jdbc.sql(SET_SHIPS).param(ships).param(draft).update();
    }

    void submit(UUID draft, UUID by, @Nullable Instant validFrom, String reason, String brokenReason) {
        jdbc.sql(SUBMIT)
                .param(by)
                .param(validFrom == null ? null : at(validFrom))
                .param(reason)
                .param(brokenReason)
                .param(draft)
                .update();
    }

    void takeBack(UUID draft) {
        jdbc.sql(TAKE_BACK).param(draft).update();
    }

    void published(UUID draft, UUID edition, Instant now) {
        jdbc.sql(PUBLISHED).param(edition).param(at(now)).param(draft).update();
    }

    void discard(UUID draft, Instant now) {
        jdbc.sql(DISCARD).param(at(now)).param(draft).update();
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getObject("begun_from", UUID.class),
                row.getObject("ships_id", UUID.class),
                Draft.State.valueOf(row.getString("state")),
                row.getString("began_by"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("submitted_by", UUID.class)),
                row.getString("submitted_by_name"),
                Optional.ofNullable(row.getObject("valid_from", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("reason"),
                row.getString("broken_reason"),
                Optional.ofNullable(row.getObject("edition_id", UUID.class)));
    }
}
