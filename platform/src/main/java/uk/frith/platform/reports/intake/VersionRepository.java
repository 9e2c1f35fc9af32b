package uk.frith.platform.reports.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Stores versions of files, each in the running transaction. */
@Repository
class VersionRepository {

    // language=postgresql
    private static final String ONE_AT_A_TIME = """
            select pg_advisory_xact_lock(hashtextextended('intake/' || ? || '/' || ? || '/' || ?, 0))
            """;

    // language=postgresql
    private static final String WHICH_IS_CURRENT = """
            select id, sha256, rows, refused, whole_force from intake.file_version
            where kind = ? and series = ? and month = ? and replaced_in is null
            """;

    // language=postgresql
    private static final String NEXT_ID = "select nextval('intake.file_version_id')";

    // language=postgresql
    private static final String NEXT_DATA_VERSION =
            "update intake.data_version set latest = latest + 1 returning latest";

    // language=postgresql
    private static final String TAKE_ITS_PLACE = "update intake.file_version set replaced_in = ? where id = ?";

    // language=postgresql
    private static final String ADD = """
            insert into intake.file_version (id, kind, series, month, file, sha256, bytes, whole_force, force_name, rows,
                asb_rows, asb_with_crime_id, asb_identical_repeats, no_coordinates, no_lsoa, repeated_crime_ids,
                distinct_lsoa, distinct_crime_types, utf8_bom, crlf, month_written, stored, refused, refused_kept,
                imported_in)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    // language=postgresql
    private static final String COUNT_IN_THE_DATABASE = """
            select coalesce(lsoa_code, '') as lsoa_code, crime_type, count(*) as incidents
            from intake.street_record where version_id = ? group by 1, 2
            """;

    // language=postgresql
    private static final String REPEATED_CRIME_IDS = """
            select count(crime_id) - count(distinct crime_id) from intake.street_record where version_id = ?
            """;

    // language=postgresql
    private static final String IDENTICAL_ASB_ROWS = """
            select coalesce(sum(times - 1), 0)::bigint from (
                select count(*) as times from intake.street_record r
                where version_id = ? and crime_type = 'Anti-social behaviour'
                group by crime_id, reported_by, falls_within, longitude, latitude, location, lsoa_code, lsoa_name,
                    last_outcome, context) g
            """;

    private static final String COPY_COUNTS =
            "copy intake.street_count (version_id, lsoa_code, crime_type, incidents) from stdin";

    private static final String COPY_REFUSED =
            "copy intake.refused_row (version_id, line, field, value, reason) from stdin";

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    VersionRepository(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /**
     * The version that is current.
     *
     * @param sha256 digest of its content
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a record; the bytes are compared by Arrays.equals.
    record Current(long id, byte[] sha256, long rows, long refused, boolean wholeForce) {}

    /** Waits until nobody else imports the same month of the same series. */
    void lock(FileName name) {
        jdbc.sql(ONE_AT_A_TIME)
                .param(name.kind().name())
                .param(name.series())
                .param(name.month().toString())
                .query((row, n) -> 0)
                .single();
    }

    Optional<Current> current(FileName name) {
        return jdbc.sql(WHICH_IS_CURRENT)
                .param(name.kind().name())
                .param(name.series())
                .param(name.month().atDay(1))
                .query(VersionRepository::current)
                .optional();
    }

    private static Current current(ResultSet row, int number) throws SQLException {
        return new Current(
                row.getLong("id"),
                row.getBytes("sha256"),
                row.getLong("rows"),
                row.getLong("refused"),
                row.getBoolean("whole_force"));
    }

    long nextId() {
        return jdbc.sql(NEXT_ID).query(Long.class).single();
    }

    /** Stores the rows that come through the pipe. */
    void copy(FileKind kind, CopyPipe pipe) throws SQLException, IOException {
        copy("copy intake." + kind.table() + " from stdin", pipe::take, pipe::giveBack);
    }

    private interface Source {
        CopyPipe.@Nullable Chunk take() throws IOException;
    }

    private interface Sink {
        void giveBack(CopyPipe.Chunk chunk);
    }

    private void copy(String sql, Source source, Sink done) throws SQLException, IOException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            for (CopyPipe.Chunk chunk = source.take(); chunk != null; chunk = source.take()) {
                copy.writeToCopy(chunk.bytes(), 0, chunk.length());
                done.giveBack(chunk);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** What a version's rows come to, by area and crime type, and how often rows and identifiers repeat. */
    record Counted(List<AreaTypeCounts.Count> counts, long repeatedCrimeIds, long asbRepeats) {}

    /** Takes from the stored rows what outgrew the reader's memory. */
    Counted count(long version) {
        List<AreaTypeCounts.Count> counts = jdbc.sql(COUNT_IN_THE_DATABASE)
                .param(version)
                .query((row, n) -> new AreaTypeCounts.Count(
                        row.getString("lsoa_code"), row.getString("crime_type"), row.getLong("incidents")))
                .list();
        return new Counted(
                counts,
                jdbc.sql(REPEATED_CRIME_IDS).param(version).query(Long.class).single(),
                jdbc.sql(IDENTICAL_ASB_ROWS).param(version).query(Long.class).single());
    }

    /** Makes the version current in the place of another. */
    void add(
            long id,
            FileName name,
            String file,
            boolean wholeForce,
            Tally tally,
            Counted counted,
            Optional<Current> former)
            throws SQLException, IOException {
        long dataVersion = jdbc.sql(NEXT_DATA_VERSION).query(Long.class).single();
        former.ifPresent(old ->
                jdbc.sql(TAKE_ITS_PLACE).param(dataVersion).param(old.id()).update());
        jdbc.sql(ADD)
                .param(id)
                .param(name.kind().name())
                .param(name.series())
                .param(name.month().atDay(1))
                .param(file)
                .param(tally.sha256)
                .param(tally.bytes)
                .param(wholeForce)
                .param(tally.force())
                .param(tally.rows())
                .param(tally.asb)
                .param(tally.asbWithCrimeId)
                .param(counted.asbRepeats())
                .param(tally.noCoordinates)
                .param(tally.noLsoa)
                .param(counted.repeatedCrimeIds())
                .param(distinct(counted.counts().stream()
                        .map(AreaTypeCounts.Count::lsoaCode)
                        .filter(code -> !code.isEmpty())))
                .param(distinct(counted.counts().stream().map(AreaTypeCounts.Count::crimeType)))
                .param(tally.byteOrderMark)
                .param(tally.carriageReturns)
                .param(tally.monthWritten)
                .param(tally.stored)
                .param(tally.refused)
                .param(tally.refusedRows().size())
                .param(dataVersion)
                .update();
        copyLines(COPY_COUNTS, id, counted.counts(), c ->
                new String[] {c.lsoaCode(), c.crimeType(), Long.toString(c.incidents())});
        copyLines(COPY_REFUSED, id, tally.refusedRows(), r ->
                new String[] {Long.toString(r.line()), r.field(), r.value(), r.reason()});
    }

    private static long distinct(java.util.stream.Stream<String> values) {
        return values.distinct().count();
    }

    private <T> void copyLines(String sql, long id, List<T> items, java.util.function.Function<T, String[]> fields)
            throws SQLException, IOException {
        if (items.isEmpty()) {
            return;
        }
        List<CopyPipe.Chunk> chunks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (T item : items) {
            text.append(id);
            for (String field : fields.apply(item)) {
                text.append('\t').append(escaped(field));
            }
            text.append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        chunks.add(new CopyPipe.Chunk(bytes, bytes.length));
        var left = chunks.iterator();
        copy(sql, () -> left.hasNext() ? left.next() : null, chunk -> {});
    }

    private static String escaped(String field) {
        return field.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
