package uk.frith.platform.reports.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
            insert into intake.street_count (version_id, crime_type, lsoa_codes, incidents)
            select version_id, crime_type, array_agg(code order by code), array_agg(times order by code)
            from (select version_id, crime_type, coalesce(lsoa_code, '') collate "C" as code, count(*) as times
                  from intake.street_record where version_id = ? group by 1, 2, 3) c
            group by 1, 2
            """;

    // language=postgresql
    private static final String DISTINCT_LSOA =
            "select count(distinct lsoa_code) from intake.street_record where version_id = ?";

    // language=postgresql
    private static final String DISTINCT_CRIME_TYPES =
            "select count(distinct crime_type) from intake.street_record where version_id = ?";

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
            "copy intake.street_count (version_id, crime_type, lsoa_codes, incidents) from stdin";

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
        copy("copy intake." + kind.table() + " from stdin (format binary)", pipe::take, pipe::giveBack);
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

    /**
     * What a version's rows come to.
     *
     * @param counts by area and crime type; empty when they outgrew the reader's memory and the database counts
     */
    record Counted(
            Optional<List<AreaTypeCounts.Count>> counts,
            long repeatedCrimeIds,
            long asbRepeats,
            long distinctLsoa,
            long distinctCrimeTypes) {

        static Counted of(Tally tally) {
            List<AreaTypeCounts.Count> all = tally.counts.all();
            return new Counted(
                    Optional.of(all),
                    tally.repeatedCrimeIds,
                    tally.asbRepeats,
                    all.stream()
                            .map(AreaTypeCounts.Count::lsoaCode)
                            .filter(code -> !code.isEmpty())
                            .distinct()
                            .count(),
                    all.stream().map(AreaTypeCounts.Count::crimeType).distinct().count());
        }
    }

    /** Takes from the stored rows what outgrew the reader's memory. */
    Counted count(long version) {
        return new Counted(
                Optional.empty(),
                one(REPEATED_CRIME_IDS, version),
                one(IDENTICAL_ASB_ROWS, version),
                one(DISTINCT_LSOA, version),
                one(DISTINCT_CRIME_TYPES, version));
    }

    /** Stores the counts of a version from its stored rows; gives how many crime types it has. */
    int storeCounts(long version) {
        return jdbc.sql(COUNT_IN_THE_DATABASE).param(version).update();
    }

    private long one(String sql, long version) {
        return jdbc.sql(sql).param(version).query(Long.class).single();
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
                .param(counted.distinctLsoa())
                .param(counted.distinctCrimeTypes())
                .param(tally.byteOrderMark)
                .param(tally.carriageReturns)
                .param(tally.monthWritten)
                .param(tally.stored)
                .param(tally.refused)
                .param(tally.refusedRows().size())
                .param(dataVersion)
                .update();
        if (counted.counts().isPresent()) {
            copyLines(COPY_COUNTS, id, byType(counted.counts().get()), fields -> fields);
        } else {
            storeCounts(id);
        }
        copyLines(COPY_REFUSED, id, tally.refusedRows(), r ->
                new String[] {Long.toString(r.line()), r.field(), r.value(), r.reason()});
    }

    /** A line a crime type: the type, its areas and, in the same order, how many rows each has. */
    private static List<String[]> byType(List<AreaTypeCounts.Count> counts) {
        Map<String, List<AreaTypeCounts.Count>> byType = new TreeMap<>();
        counts.forEach(count -> byType.computeIfAbsent(count.crimeType(), type -> new ArrayList<>())
                .add(count));
        List<String[]> lines = new ArrayList<>();
        byType.forEach((type, areas) -> {
            areas.sort(Comparator.comparing(AreaTypeCounts.Count::lsoaCode));
            lines.add(new String[] {
                type,
                array(areas, count -> '"' + count.lsoaCode() + '"'),
                array(areas, count -> Long.toString(count.incidents()))
            });
        });
        return lines;
    }

    /** An array as PostgreSQL writes it; codes are letters and digits. */
    private static String array(List<AreaTypeCounts.Count> areas, Function<AreaTypeCounts.Count, String> element) {
        return areas.stream().map(element).collect(Collectors.joining(",", "{", "}"));
    }

    private <T> void copyLines(String sql, long id, List<T> items, Function<T, String[]> fields)
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
