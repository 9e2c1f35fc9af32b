package uk.frith.platform.foundation.places;

/** A line that was refused, as it is kept and reported. */
record RefusedRow(long line, RowFault fault) {
    @Override
    public String toString() {
        String field = fault.field().isEmpty() ? "the line" : fault.field();
        return "line " + line + ": " + field + " \"" + fault.value() + "\" " + fault.reason();
    }
}
