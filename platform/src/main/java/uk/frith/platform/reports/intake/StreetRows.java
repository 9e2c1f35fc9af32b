package uk.frith.platform.reports.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import uk.frith.platform.foundation.files.RecordReader;

/** The rows of a street file: checked, counted and written. */
final class StreetRows implements Rows {

    private static final int CRIME_ID = 0;
    private static final int MONTH = 1;
    private static final int REPORTED_BY = 2;
    private static final int FALLS_WITHIN = 3;
    private static final int LONGITUDE = 4;
    private static final int LATITUDE = 5;
    private static final int LOCATION = 6;
    private static final int LSOA_CODE = 7;
    private static final int CRIME_TYPE = 9;
    private static final int CONTEXT = 11;
    private static final byte[] ASB = "Anti-social behaviour".getBytes(StandardCharsets.US_ASCII);

    private final YearMonth month;
    private final byte[] published;
    private final LocalDate firstDay;
    private final RowWriter out;
    private final Tally tally;
    private byte[] rewritten = new byte[0];
    private byte[] lastForce = new byte[0];
    private String lastForceName = "";

    StreetRows(YearMonth month, RowWriter out, Tally tally) {
        this.month = month;
        this.published = month.toString().getBytes(StandardCharsets.US_ASCII);
        this.firstDay = month.atDay(1);
        this.out = out;
        this.tally = tally;
    }

    @Override
    public void take(RecordReader record) throws IOException {
        int wrong = wrongField(record);
        if (wrong >= 0) {
            tally.refuse(new Refused(
                    record.line(),
                    FileKind.STREET.header().get(wrong),
                    FileReading.beginning(record.text(wrong)),
                    reason(wrong, record)));
            return;
        }
        byte[] bytes = record.bytes();
        out.begin(record.line());
        text(record, CRIME_ID);
        out.date(firstDay);
        text(record, REPORTED_BY);
        text(record, FALLS_WITHIN);
        out.degrees(bytes, record.start(LONGITUDE), record.end(LONGITUDE));
        out.degrees(bytes, record.start(LATITUDE), record.end(LATITUDE));
        for (int i = LOCATION; i <= CONTEXT; i++) {
            text(record, i);
        }
        count(record, bytes);
        out.end();
    }

    private void text(RecordReader record, int field) {
        out.text(record.bytes(), record.start(field), record.end(field));
    }

    private int wrongField(RecordReader record) {
        byte[] bytes = record.bytes();
        if (!isTheMonth(record)) {
            return MONTH;
        }
        if (!isEmpty(record, LONGITUDE)
                && !FieldRules.isDegrees(bytes, record.start(LONGITUDE), record.end(LONGITUDE), 180)) {
            return LONGITUDE;
        }
        if (!isEmpty(record, LATITUDE)
                && !FieldRules.isDegrees(bytes, record.start(LATITUDE), record.end(LATITUDE), 90)) {
            return LATITUDE;
        }
        if (!FieldRules.isCode(bytes, record.start(LSOA_CODE), record.end(LSOA_CODE))) {
            return LSOA_CODE;
        }
        int type = record.end(CRIME_TYPE) - record.start(CRIME_TYPE);
        return type == 0 || type > FieldRules.LONGEST_CRIME_TYPE ? CRIME_TYPE : -1;
    }

    private String reason(int field, RecordReader record) {
        return switch (field) {
            case MONTH -> FileReading.monthReason(record.text(MONTH), month);
            case LONGITUDE -> "it isn't a number of degrees from -180 to 180";
            case LATITUDE -> "it isn't a number of degrees from -90 to 90";
            case LSOA_CODE -> "it isn't the code of an area";
            default ->
                isEmpty(record, CRIME_TYPE)
                        ? "there is no crime type"
                        : "it is longer than " + FieldRules.LONGEST_CRIME_TYPE + " bytes";
        };
    }

    private boolean isTheMonth(RecordReader record) {
        if (equal(record, MONTH, published) || (rewritten.length > 0 && equal(record, MONTH, rewritten))) {
            return true;
        }
        Optional<YearMonth> read = FieldRules.rewrittenMonth(record.text(MONTH));
        if (read.isPresent() && read.get().equals(month)) {
            rewritten = Arrays.copyOfRange(record.bytes(), record.start(MONTH), record.end(MONTH));
            tally.monthWritten = record.text(MONTH);
            return true;
        }
        return false;
    }

    private void count(RecordReader record, byte[] bytes) {
        tally.stored++;
        boolean hasId = !isEmpty(record, CRIME_ID);
        if (hasId && tally.crimeIds.add(bytes, record.start(CRIME_ID), record.end(CRIME_ID))) {
            tally.repeatedCrimeIds++;
        }
        if (isEmpty(record, LONGITUDE) || isEmpty(record, LATITUDE)) {
            tally.noCoordinates++;
        }
        if (isEmpty(record, LSOA_CODE)) {
            tally.noLsoa++;
        }
        if (equal(record, CRIME_TYPE, ASB)) {
            tally.asb++;
            if (hasId) {
                tally.asbWithCrimeId++;
            }
            if (tally.asbRows.add(out.buffer(), out.fieldsFrom(), out.fieldsTo())) {
                tally.asbRepeats++;
            }
        }
        tally.counts.add(
                bytes,
                record.start(LSOA_CODE),
                record.end(LSOA_CODE),
                record.start(CRIME_TYPE),
                record.end(CRIME_TYPE));
        if (!isEmpty(record, FALLS_WITHIN)) {
            if (!equal(record, FALLS_WITHIN, lastForce)) {
                lastForce = Arrays.copyOfRange(bytes, record.start(FALLS_WITHIN), record.end(FALLS_WITHIN));
                lastForceName = record.text(FALLS_WITHIN);
            }
            tally.ofForce(lastForceName);
        }
    }

    private static boolean isEmpty(RecordReader record, int field) {
        return record.start(field) == record.end(field);
    }

    private static boolean equal(RecordReader record, int field, byte[] wanted) {
        return Arrays.equals(record.bytes(), record.start(field), record.end(field), wanted, 0, wanted.length);
    }
}
