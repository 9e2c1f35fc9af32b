package uk.frith.platform.reports.intake;

import java.util.List;
import java.util.Optional;

/** The kinds of file that are taken in, told apart by their headers. */
enum FileKind {
    STREET(
            "street",
            "street_record",
            List.of(
                    "Crime ID",
                    "Month",
                    "Reported by",
                    "Falls within",
                    "Longitude",
                    "Latitude",
                    "Location",
                    "LSOA code",
                    "LSOA name",
                    "Crime type",
                    "Last outcome category",
                    "Context")),
    STOP_SEARCH(
            "stop-and-search",
            "stop_search_record",
            List.of(
                    "Type",
                    "Date",
                    "Part of a policing operation",
                    "Policing operation",
                    "Latitude",
                    "Longitude",
                    "Gender",
                    "Age range",
                    "Self-defined ethnicity",
                    "Officer-defined ethnicity",
                    "Legislation",
                    "Object of search",
                    "Outcome",
                    "Outcome linked to object of search",
                    "Removal of more than just outer clothing"));

    private final String word;
    private final String table;

    /** Made once by the constructor and unmodifiable. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> header;

    FileKind(String word, String table, List<String> header) {
        this.word = word;
        this.table = table;
        this.header = List.copyOf(header);
    }

    /** How a file's name ends, before {@code .csv}. */
    String word() {
        return word;
    }

    /** Where its rows are stored, in the schema of intake. */
    String table() {
        return table;
    }

    List<String> header() {
        return header;
    }

    static Optional<FileKind> of(List<String> header) {
        for (FileKind kind : values()) {
            if (kind.header.equals(header)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What a header should be, for whoever has another. */
    static String expected() {
        return "\"" + String.join(",", STREET.header) + "\" (street) or \"" + String.join(",", STOP_SEARCH.header)
                + "\" (stop and search)";
    }
}
