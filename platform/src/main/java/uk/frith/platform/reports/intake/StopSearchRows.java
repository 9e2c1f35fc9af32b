package uk.frith.platform.reports.intake;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import uk.frith.platform.foundation.files.RecordReader;

/** The rows of a stop-and-search file: checked, counted and written. */
final class StopSearchRows implements Rows {

    private static final int TYPE = 0;
    private static final int DATE = 1;
    private static final int LATITUDE = 4;
    private static final int LONGITUDE = 5;
    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final YearMonth month;
    private final RowWriter out;
    private final Tally tally;

    StopSearchRows(YearMonth month, RowWriter out, Tally tally) {
        this.month = month;
        this.out = out;
        this.tally = tally;
    }

    @Override
    public void take(RecordReader record) throws IOException {
        byte[] bytes = record.bytes();
        Optional<Instant> at = moment(record.text(DATE));
        String problem = "";
        int field = TYPE;
        if (record.start(TYPE) == record.end(TYPE)) {
            problem = "there is no type";
        } else if (at.isEmpty()) {
            field = DATE;
            problem = "it isn't a moment such as 2021-03-14T15:09:00+00:00";
        } else if (!isInTheMonth(at.get())) {
            field = DATE;
            problem = "it isn't in the month of the file, " + month;
        } else if (!isDegrees(record, LATITUDE, 90)) {
            field = LATITUDE;
            problem = "it isn't a number of degrees from -90 to 90";
        } else if (!isDegrees(record, LONGITUDE, 180)) {
            field = LONGITUDE;
            problem = "it isn't a number of degrees from -180 to 180";
        }
        if (!problem.isEmpty() || at.isEmpty()) {
            tally.refuse(new Refused(
                    record.line(),
                    FileKind.STOP_SEARCH.header().get(field),
                    FileReading.beginning(record.text(field)),
                    problem));
            return;
        }
        out.begin(record.line());
        out.text(bytes, record.start(TYPE), record.end(TYPE));
        out.moment(at.get());
        for (int i = DATE + 1; i < record.fields(); i++) {
            if (i == LATITUDE || i == LONGITUDE) {
                out.degrees(bytes, record.start(i), record.end(i));
            } else {
                out.text(bytes, record.start(i), record.end(i));
            }
        }
        out.end();
        tally.stored++;
        if (record.start(LATITUDE) == record.end(LATITUDE) || record.start(LONGITUDE) == record.end(LONGITUDE)) {
            tally.noCoordinates++;
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Published in universal time, filed by the month here: the hour after midnight in summer is in both. */
    private boolean isInTheMonth(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC)).equals(month)
                || YearMonth.from(at.atZone(HERE)).equals(month);
    }

    private static boolean isDegrees(RecordReader record, int field, int bound) {
        return record.start(field) == record.end(field)
                || FieldRules.isDegrees(record.bytes(), record.start(field), record.end(field), bound);
    }
}
