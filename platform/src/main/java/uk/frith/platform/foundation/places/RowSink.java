package uk.frith.platform.foundation.places;

import java.io.IOException;
import java.util.List;

/** Takes a file's lines one by one. */
interface RowSink {

    /**
     * A line that can be taken.
     *
     * @param line its number in the file, from 1; of a boundary file, the feature's number
     * @param key what tells it from the file's other lines
     * @param values in the order in which they are staged
     */
    void take(long line, String key, List<String> values) throws IOException;

    /** A line that can't. */
    void refuse(long line, RowFault fault) throws IOException;
}
