package uk.frith.platform.reports.recording;

/**
 * A row that wasn't stored.
 *
 * @param line where it stands in the file, from 1 with the header
 * @param field the column at fault; empty when it is the whole row
 * @param value the beginning of what stood there
 * @param reason a clause that says what is wrong
 */
record RefusedRow(long line, String field, String value, String reason) {
    @Override
    public String toString() {
        return "line=" + line;
    }
}
