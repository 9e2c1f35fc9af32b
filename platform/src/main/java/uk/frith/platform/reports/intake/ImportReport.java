package uk.frith.platform.reports.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.reports.intake.OpenDataRepository.ReportLine;

/** {@code ./frith import report}. */
@Component
class ImportReport implements Command {

    private static final String HEADER = "file,force,month,rows,asb_rows,asb_with_crime_id,asb_identical_repeats,"
            + "no_coordinates,no_lsoa,repeated_crime_ids,distinct_lsoa,distinct_crime_types,utf8_bom,crlf,stored,"
            + "refused,status";

    private final Desk desk;
    private final OpenDataRepository repository;
    private final Places places;

    ImportReport(Desk desk, OpenDataRepository repository, Places places) {
        this.desk = desk;
        this.places = places;
        this.repository = repository;
    }

    @Override
    public String name() {
        return "import report";
    }

    @Override
    public String usage() {
        return "what was imported: CSV, a line a version of a street file";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        arguments.allowOnly(Set.of());
        if (!arguments.positions().isEmpty()) {
            throw new WrongArguments("./frith import report takes no arguments.");
        }
        Set<String> known = places.allCodes();
        Report report = desk.audited(
                Entry.of(Act.CONSULTATION, "import report", "to see what was imported"),
                () -> new Report(
                        repository.everyStreetFile(), known.isEmpty() ? Map.of() : repository.rowsOutside(known)));
        // Only once there are areas can a code be unknown.
        boolean unknownCounts = !known.isEmpty();
        console.data(unknownCounts ? HEADER + ",lsoa_unknown" : HEADER);
        for (ReportLine line : report.lines()) {
            console.data(
                    unknownCounts ? csv(line) + "," + report.unknown().getOrDefault(line.version(), 0L) : csv(line));
        }
        return ExitStatus.DONE;
    }

    private record Report(List<ReportLine> lines, Map<Long, Long> unknown) {}

    private static String csv(ReportLine line) {
        return String.join(
                ",",
                quoted(line.file()),
                line.force(),
                line.month(),
                Long.toString(line.rows()),
                Long.toString(line.asbRows()),
                Long.toString(line.asbWithCrimeId()),
                Long.toString(line.asbIdenticalRepeats()),
                Long.toString(line.noCoordinates()),
                Long.toString(line.noLsoa()),
                Long.toString(line.repeatedCrimeIds()),
                Long.toString(line.distinctLsoa()),
                Long.toString(line.distinctCrimeTypes()),
                truth(line.utf8Bom()),
                truth(line.crlf()),
                Long.toString(line.stored()),
                Long.toString(line.refused()),
                line.status());
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }

    /** By RFC 4180: in quotes when it holds a comma, a quote or a line end. */
    static String quoted(String field) {
        return field.matches("[^,\"\r\n]*") ? field : "\"" + field.replace("\"", "\"\"") + "\"";
    }
}
