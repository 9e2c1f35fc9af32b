package uk.frith.platform.foundation.places;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import uk.frith.platform.foundation.files.RecordReader;

/** A CSV file with a header. */
final class CsvTable implements KnownFile {

    private final RecordReader records;
    private final List<String> header;
    private final Optional<Dataset> dataset;

    CsvTable(InputStream in) throws IOException {
        records = new RecordReader(in);
        header = records.next() == RecordReader.Found.RECORD ? records.texts() : List.of();
        HashSet<String> columns = new HashSet<>(header);
        dataset = columns.size() == header.size() ? Dataset.ofHeader(columns) : Optional.empty();
    }

    @Override
    public Optional<Dataset> dataset() {
        return dataset;
    }

    @Override
    public void read(RowSink sink) throws IOException {
        Dataset set = dataset.orElseThrow();
        int[] positions =
                set.fields().stream().mapToInt(f -> header.indexOf(f.column())).toArray();
        RecordReader.Found found = records.next();
        while (found != RecordReader.Found.END) {
            if (found == RecordReader.Found.RECORD) {
                row(set, positions, sink);
            } else {
                sink.refuse(records.line(), fault(records.refusal()));
            }
            found = records.next();
        }
    }

    private RowFault fault(RecordReader.Refusal refusal) {
        boolean known = refusal.field() >= 0 && refusal.field() < header.size();
        return new RowFault(
                known ? header.get(refusal.field()) : "", refusal.value(), "can't be read: " + refusal.reason());
    }

    private void row(Dataset set, int[] positions, RowSink sink) throws IOException {
        if (records.fields() != header.size()) {
            sink.refuse(
                    records.line(),
                    new RowFault(
                            "",
                            String.join(",", records.texts()),
                            "has " + records.fields() + " fields where the header has " + header.size()));
            return;
        }
        List<String> raw = new ArrayList<>(positions.length);
        for (int position : positions) {
            raw.add(position < 0 ? "" : records.text(position).strip());
        }
        List<String> values = set.tidied(raw);
        Optional<RowFault> fault = set.fault(values);
        if (fault.isPresent()) {
            sink.refuse(records.line(), fault.get());
        } else {
            List<String> staged = set.staged(values);
            sink.take(records.line(), set.keyOf(staged), staged);
        }
    }
}
