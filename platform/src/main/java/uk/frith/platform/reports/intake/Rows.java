package uk.frith.platform.reports.intake;

import java.io.IOException;
import uk.frith.platform.foundation.files.RecordReader;

/** Takes the records of one kind of file: writes each, or refuses it. */
sealed interface Rows permits StreetRows, StopSearchRows {

    /** Takes the record that the reader stands at. */
    void take(RecordReader record) throws IOException;
}
