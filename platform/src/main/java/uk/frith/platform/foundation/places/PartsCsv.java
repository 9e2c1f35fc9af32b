package uk.frith.platform.foundation.places;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalLong;

/** An area's parts as CSV. */
final class PartsCsv {

    private PartsCsv() {}

    static String write(List<Part> parts) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("code", "name", "kind", "residents_2021", "households_2021");
            for (Part part : parts) {
                csv.writeRecord(
                        part.area().code(),
                        part.area().name(),
                        part.area().kind().name(),
                        written(part.residents()),
                        written(part.households()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String written(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }
}
