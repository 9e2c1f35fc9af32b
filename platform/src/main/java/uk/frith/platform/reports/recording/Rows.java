package uk.frith.platform.reports.recording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How moments, texts and lists go into rows and come out of them. */
final class Rows {

    private Rows() {}

    /** One field of many records, as an array for {@code unnest}. */
    static <T> String[] column(List<T> items, Function<T, String> field) {
        return items.stream().map(field).toArray(String[]::new);
    }

    /** A text; empty where the database has none. */
    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> optionalMoment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
