package uk.frith.platform.foundation.sheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.frith.platform.foundation.files.RecordReader;
import uk.frith.platform.foundation.sheets.SheetRepository.Refused;

/** One sheet while it is read. */
final class SheetReading<T> {

    private final List<String> header;
    private final Function<List<String>, SheetRow<T>> reader;
    private final List<T> rows = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private long refusedCount;

    SheetReading(List<String> header, Function<List<String>, SheetRow<T>> reader) {
        this.header = header;
        this.reader = reader;
    }

    /** Reads to the end; gives what is wrong with the file as a whole, if anything is. */
    Optional<String> all(RecordReader records) throws IOException {
        if (records.sixteenBits()) {
            return Optional.of("The file isn't UTF-8 but looks like UTF-16. Save it as CSV in UTF-8");
        }
        if (records.next() != RecordReader.Found.RECORD
                || !records.texts().stream().map(String::strip).toList().equals(header)) {
            return Optional.of("The first line must be: " + String.join(",", header));
        }
        for (RecordReader.Found found = records.next(); found != RecordReader.Found.END; found = records.next()) {
            if (found == RecordReader.Found.REFUSED) {
                RecordReader.Refusal refusal = records.refusal();
                refuse(records.line(), refusal.field(), refusal.value(), refusal.reason());
            } else {
                take(records);
            }
            if (rows.size() > Sheets.MOST_ROWS) {
                return Optional.of("The file has more than 200,000 rows. Bring it in by parts");
            }
        }
        return rows.isEmpty() && refusedCount == 0
                ? Optional.of("The file has no rows below its first line")
                : Optional.empty();
    }

    private void take(RecordReader records) {
        List<String> fields = records.texts().stream().map(String::strip).toList();
        if (records.fields() != header.size()) {
            refuse(
                    records.line(),
                    -1,
                    String.join(",", fields),
                    "it has " + records.fields() + " fields instead of " + header.size());
            return;
        }
        if (fields.stream().anyMatch(field -> field.indexOf('\0') >= 0)) {
            refuse(records.line(), -1, "", "it holds a sign that can't be stored");
            return;
        }
        switch (reader.apply(fields)) {
            case SheetRow.Sound<T>(T value) -> rows.add(value);
            case SheetRow.Faulty<T>(int field, String reason) ->
                refuse(records.line(), field, fields.get(field), reason);
        }
    }

    private void refuse(long line, int field, String value, String reason) {
        refusedCount++;
        if (refused.size() < Sheets.MOST_REFUSED) {
            refused.add(new Refused(
                    line,
                    field >= 0 && field < header.size() ? header.get(field) : "",
                    value.replace("\0", "")
                            .substring(0, Math.min(value.replace("\0", "").length(), RecordReader.EXCERPT)),
                    reason));
        }
    }

    List<T> rows() {
        return rows;
    }

    List<Refused> refused() {
        return refused;
    }

    long refusedCount() {
        return refusedCount;
    }
}
