package uk.frith.platform.portal.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;

/** All of evidence's SQL. */
@Repository
class EvidenceRepository {

    /** A part of a file, so that no more than this of it is ever in memory. */
    static final int PART_BYTES = 1024 * 1024;

    // language=postgresql
    private static final String ADD = """
            insert into evidence.file (report_id, kind, media_type, name, bytes, sha256) values (?, ?, ?, ?, ?, ?)
            on conflict (report_id, sha256) do nothing returning id
            """;

    // language=postgresql
    private static final String HAS_ROOM = "select evidence.has_room(?)";

    // language=postgresql
    private static final String ADD_PART = "insert into evidence.part (file_id, number, content) values (?, ?, ?)";

    // language=postgresql
    private static final String OF_REPORT = "select * from evidence.file where report_id = ? order by received_at, id";

    // language=postgresql
    private static final String ONE = "select * from evidence.file where id = ?";

    // language=postgresql
    private static final String PART = "select content from evidence.part where file_id = ? and number = ?";

    // language=postgresql
    private static final String REMOVE = "delete from evidence.file where id = ?";

    // language=postgresql
    private static final String OPENED = """
            update evidence.file set opened_at = ?, opened_by = ? where id = ? and opened_at is null
            """;

    // language=postgresql
    private static final String UNOPENED =
            "select count(*) from evidence.file where report_id = ? and opened_at is null";

    // language=postgresql
    private static final String PROMISED =
            "update evidence.file set due_at = ? where report_id = ? and due_at is null and opened_at is null";

    // language=postgresql
    private static final String UNPROMISED = """
            select distinct f.report_id from evidence.file f join portal.report r on r.id = f.report_id
            where r.state = 'TAKEN' and f.due_at is null and f.opened_at is null limit ?
            """;

    // language=postgresql
    private static final String UNSCANNED = """
            select f.* from evidence.file f join portal.report r on r.id = f.report_id
            where f.scan = 'NOT_SCANNED' and r.state in ('SENT', 'TAKEN') order by f.received_at limit ?
            """;

    // language=postgresql
    private static final String SCANNED = """
            update evidence.file set scan = ?, scanned_at = ?, scanner = ? where id = ? and scan = 'NOT_SCANNED'
            """;

    private final JdbcClient jdbc;

    EvidenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file as it comes. */
    record Coming(UUID report, FileType type, String name, long bytes, String sha256) {
        @Override
        public String toString() {
            return "Coming";
        }
    }

    boolean hasRoom(long bytes) {
        return jdbc.sql(HAS_ROOM).param(bytes).query(Boolean.class).single();
    }

    /** Keeps a file whole; empty when the report has the same one already. */
    Optional<UUID> add(Coming file, InputStream content) throws IOException {
        Optional<UUID> added = jdbc.sql(ADD)
                .param(file.report())
                .param(file.type().kind().name())
                .param(file.type().mediaType())
                .param(file.name())
                .param(file.bytes())
                .param(HexFormat.of().parseHex(file.sha256()))
                .query((row, n) -> row.getObject("id", UUID.class))
                .optional();
        if (added.isPresent()) {
            int number = 0;
            for (byte[] part = content.readNBytes(PART_BYTES); part.length > 0; part = content.readNBytes(PART_BYTES)) {
                jdbc.sql(ADD_PART).param(added.get()).param(number).param(part).update();
                number++;
            }
        }
        return added;
    }

    List<EvidenceFile> of(UUID report) {
        return jdbc.sql(OF_REPORT).param(report).query((row, n) -> file(row)).list();
    }

    Optional<EvidenceFile> find(UUID file) {
        return jdbc.sql(ONE).param(file).query((row, n) -> file(row)).optional();
    }

    /** Writes a file's content part by part. */
    void write(UUID file, OutputStream out) throws IOException {
        int number = 0;
        Optional<byte[]> part = part(file, number);
        while (part.isPresent()) {
            out.write(part.get());
            number++;
            part = part(file, number);
        }
    }

    private Optional<byte[]> part(UUID file, int number) {
        return jdbc.sql(PART)
                .param(file)
                .param(number)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    void remove(UUID file) {
        jdbc.sql(REMOVE).param(file).update();
    }

    void opened(UUID file, UUID by, Instant now) {
        jdbc.sql(OPENED).param(at(now)).param(by).param(file).update();
    }

    int unopened(UUID report) {
        return jdbc.sql(UNOPENED).param(report).query(Integer.class).single();
    }

    void promised(UUID report, Instant due) {
        jdbc.sql(PROMISED).param(at(due)).param(report).update();
    }

    /** Reports with their force that have files for which no promise runs yet. */
    List<UUID> unpromised(int most) {
        return jdbc.sql(UNPROMISED)
                .param(most)
                .query((row, n) -> row.getObject("report_id", UUID.class))
                .list();
    }

    List<EvidenceFile> unscanned(int most) {
        return jdbc.sql(UNSCANNED).param(most).query((row, n) -> file(row)).list();
    }

    void scanned(UUID file, EvidenceFile.Scan scan, String scanner, Instant now) {
        jdbc.sql(SCANNED)
                .param(scan.name())
                .param(at(now))
                .param(scanner)
                .param(file)
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static EvidenceFile file(ResultSet row) throws SQLException {
        return new EvidenceFile(
                row.getObject("id", UUID.class),
                row.getObject("report_id", UUID.class),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getString("media_type"),
                row.getString("name"),
                row.getLong("bytes"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                EvidenceFile.Scan.valueOf(row.getString("scan")),
                moment(row, "due_at"),
                moment(row, "opened_at"));
    }
}
