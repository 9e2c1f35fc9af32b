package uk.frith.platform.foundation.sheets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All of the SQL of sheets. */
@Repository
class SheetRepository {

    // language=postgresql
    private static final String ADD = """
            insert into sheets.file (organisation_id, kind, name, source, dated, sha256, rows, refused, taken_at, taken_by)
            values (?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?) returning id
            """;

    // language=postgresql
    private static final String ADD_REFUSED = """
            insert into sheets.refused_row (file_id, organisation_id, line, field, value, reason)
            select ?, ?, r.line, r.field, r.value, r.reason
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) as r (line, field, value, reason)
            """;

    // language=postgresql
    private static final String ONE = """
            select f.id, f.name, k.title, k.path, f.source, f.dated, f.rows, f.refused, f.taken_at
            from sheets.file f join sheets.kind k on k.code = f.kind where f.id = ?
            """;

    // language=postgresql
    private static final String REFUSED_ROWS =
            "select line, field, value, reason from sheets.refused_row where file_id = ? order by line limit ?";

    private final JdbcClient jdbc;

    SheetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sheet that is to be kept. */
    record Coming(
            UUID organisation,
            String kind,
            String name,
            String source,
            LocalDate dated,
            String sha256,
            long rows,
            long refused,
            UUID takenBy) {}

    /** A row that wasn't taken. It may hold anything, so it is never printed. */
    record Refused(long line, String field, String value, String reason) {
        @Override
        public String toString() {
            return "Refused[" + line + "]";
        }
    }

    /** A sheet that was taken in; {@code path} leads to where it is used. */
    record Kept(
            UUID id,
            String name,
            String title,
            String path,
            String source,
            LocalDate dated,
            long rows,
            long refused,
            Instant takenAt) {}

    UUID add(Coming sheet, Instant now, List<Refused> refused) {
        UUID id = jdbc.sql(ADD)
                .param(sheet.organisation())
                .param(sheet.kind())
                .param(sheet.name())
                .param(sheet.source())
                .param(sheet.dated())
                .param(sheet.sha256())
                .param(sheet.rows())
                .param(sheet.refused())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(sheet.takenBy())
                .query(UUID.class)
                .single();
        if (!refused.isEmpty()) {
            jdbc.sql(ADD_REFUSED)
                    .param(id)
                    .param(sheet.organisation())
                    .param(refused.stream().map(Refused::line).toArray(Long[]::new))
                    .param(refused.stream().map(Refused::field).toArray(String[]::new))
                    .param(refused.stream().map(Refused::value).toArray(String[]::new))
                    .param(refused.stream().map(Refused::reason).toArray(String[]::new))
                    .update();
        }
        return id;
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql(ONE).param(id).query((row, n) -> kept(row)).optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("title"),
                row.getString("path"),
                row.getString("source"),
                row.getObject("dated", LocalDate.class),
                row.getLong("rows"),
                row.getLong("refused"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant());
    }

    List<Refused> refused(UUID id, int most) {
        return jdbc.sql(REFUSED_ROWS)
                .param(id)
                .param(most)
                .query((row, n) -> new Refused(
                        row.getLong("line"), row.getString("field"), row.getString("value"), row.getString("reason")))
                .list();
    }
}
