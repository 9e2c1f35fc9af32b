package uk.frith.platform.foundation.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;

/** Puts a file's lines into the staging table, streaming, and finds the faults that only all lines together show. */
@Repository
class StagingRepository {

    // language=postgresql
    private static final String ONE_IMPORT_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('places.import'))";

    // language=postgresql
    private static final String EMPTY = "truncate places.staged_row";

    // language=postgresql
    private static final String COPY = """
            copy places.staged_row (line, key, field, value, reason, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12)
            from stdin
            """;

    // language=postgresql
    private static final String STATISTICS = "analyze places.staged_row";

    // language=postgresql
    private static final String REFUSE_REPEATS = """
            update places.staged_row r
            set field = '', value = left(r.key, 200), reason = 'stands in line ' || f.first || ' already'
            from (select key, min(line) as first from places.staged_row where reason is null
                  group by key having count(*) > 1) f
            where r.key = f.key and r.reason is null and r.line > f.first
            """;

    // language=postgresql
    private static final String COUNT = """
            select count(*) as rows, count(reason) as refused from places.staged_row
            """;

    // language=postgresql
    private static final String FIRST_REFUSED = """
            select line, field, value, reason from places.staged_row where reason is not null order by line limit ?
            """;

    // language=postgresql
    private static final String COPY_NEIGHBOURS = "copy places.neighbour (vintage, code, neighbour) from stdin";

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    StagingRepository(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** Waits for another import to end, and keeps others out until the transaction ends. */
    void begin() {
        jdbc.sql(ONE_IMPORT_AT_A_TIME).query((row, n) -> 0).single();
    }

    void empty() {
        jdbc.sql(EMPTY).update();
    }

    /** Copies a file's lines in; afterwards each is either good or has its fault. */
    void stage(KnownFile file) throws IOException {
        empty();
        copy(COPY, rows -> file.read(new Staging(rows)));
        jdbc.sql(STATISTICS).update();
        jdbc.sql(REFUSE_REPEATS).update();
    }

    /** How many lines are staged, and how many of them are refused. */
    Tally count() {
        return jdbc.sql(COUNT)
                .query((row, n) -> new Tally(row.getLong("rows"), 0, 0, row.getLong("refused")))
                .single();
    }

    List<RefusedRow> firstRefused(int most) {
        return jdbc.sql(FIRST_REFUSED)
                .param(most)
                .query((row, n) -> new RefusedRow(
                        row.getLong("line"),
                        new RowFault(row.getString("field"), row.getString("value"), row.getString("reason"))))
                .list();
    }

    void writeNeighbours(Vintage vintage, Iterable<NeighbourPair> pairs) {
        try {
            copy(COPY_NEIGHBOURS, rows -> {
                for (NeighbourPair pair : pairs) {
                    rows.write(List.of(vintage.name(), pair.code(), pair.neighbour()));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void into(CopyRows rows) throws IOException;
    }

    private void copy(String sql, Writing writing) throws IOException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                CopyRows rows = new CopyRows(copy);
                writing.into(rows);
                rows.flush();
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Rows couldn't be copied into the database.", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** Writes lines as PostgreSQL's COPY reads them. */
    private static final class CopyRows {

        private static final int ENOUGH = 64 * 1024;

        private final CopyIn copy;
        private final StringBuilder text = new StringBuilder(2 * ENOUGH);

        CopyRows(CopyIn copy) {
            this.copy = copy;
        }

        void write(Iterable<@Nullable String> values) throws IOException {
            boolean first = true;
            for (String value : values) {
                if (!first) {
                    text.append('\t');
                }
                first = false;
                append(value);
            }
            text.append('\n');
            if (text.length() >= ENOUGH) {
                flush();
            }
        }

        private void append(@Nullable String value) {
            if (value == null) {
                text.append("\\N");
                return;
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '\\' -> text.append("\\\\");
                    case '\t' -> text.append("\\t");
                    case '\n' -> text.append("\\n");
                    case '\r' -> text.append("\\r");
                    default -> text.append(c);
                }
            }
        }

        void flush() throws IOException {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("Rows couldn't be copied into the database.", e);
            }
        }
    }

    /** Gives each line the columns of the staging table. */
    private record Staging(CopyRows rows) implements RowSink {

        private static final int BEFORE_VALUES = 5;

        @Override
        public void take(long line, String key, List<String> values) throws IOException {
            @Nullable String[] row = new @Nullable String[BEFORE_VALUES + Dataset.MOST_FIELDS];
            row[0] = Long.toString(line);
            row[1] = key;
            for (int i = 0; i < values.size(); i++) {
                String value = values.get(i);
                row[BEFORE_VALUES + i] = value.isEmpty() ? null : value;
            }
            rows.write(java.util.Arrays.asList(row));
        }

        @Override
        public void refuse(long line, RowFault fault) throws IOException {
            @Nullable String[] row = new @Nullable String[BEFORE_VALUES + Dataset.MOST_FIELDS];
            row[0] = Long.toString(line);
            row[2] = fault.field();
            row[3] = fault.value();
            row[4] = fault.reason();
            rows.write(java.util.Arrays.asList(row));
        }
    }
}
