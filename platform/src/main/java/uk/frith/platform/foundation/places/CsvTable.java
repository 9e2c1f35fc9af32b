package uk.frith.platform.foundation.places;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A CSV file with a header. */
final class CsvTable implements KnownFile {

    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder();

    private final LineReader lines;
    private final List<String> header;
    private final Optional<Dataset> dataset;

    CsvTable(InputStream in) throws IOException {
        lines = new LineReader(in);
        LineReader.Line first = lines.next();
        header = first == null || first.fault() != null ? List.of() : split(first.text());
        dataset = new HashSet<>(header).size() == header.size()
                ? Dataset.ofHeader(new HashSet<>(header))
                : Optional.empty();
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
        LineReader.Line line = lines.next();
        while (line != null) {
            if (line.fault() != null) {
                sink.refuse(line.number(), new RowFault("", line.text(), line.fault()));
            } else if (!line.text().isEmpty()) {
                row(set, positions, line, sink);
            }
            line = lines.next();
        }
    }

    private void row(Dataset set, int[] positions, LineReader.Line line, RowSink sink) throws IOException {
        List<String> cells = split(line.text());
        if (cells.size() != header.size()) {
            String reason = cells.isEmpty()
                    ? "has a quotation mark in the wrong place"
                    : "has " + cells.size() + " fields where the header has " + header.size();
            sink.refuse(line.number(), new RowFault("", line.text(), reason));
            return;
        }
        List<String> raw = new ArrayList<>(positions.length);
        for (int position : positions) {
            raw.add(position < 0 ? "" : cells.get(position).strip());
        }
        List<String> values = set.tidied(raw);
        Optional<RowFault> fault = set.fault(values);
        if (fault.isPresent()) {
            sink.refuse(line.number(), fault.get());
        } else {
            List<String> staged = set.staged(values);
            sink.take(line.number(), set.keyOf(staged), staged);
        }
    }

    /** A line's fields; none when its quotation marks make no sense. */
    private static List<String> split(String line) {
        try {
            return CSV.ofSingleCsvRecord(line).getFields();
        } catch (CsvParseException e) {
            return List.of();
        }
    }
}
