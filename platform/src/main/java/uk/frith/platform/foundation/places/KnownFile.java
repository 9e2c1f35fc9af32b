package uk.frith.platform.foundation.places;

import java.io.IOException;
import java.util.Optional;

/** An opened file whose beginning has been read. */
sealed interface KnownFile permits CsvTable, BoundaryFile {

    /** What it holds; empty when it isn't known, and then nothing more is read. */
    Optional<Dataset> dataset();

    /** Reads the rest, line by line. */
    void read(RowSink sink) throws IOException;
}
