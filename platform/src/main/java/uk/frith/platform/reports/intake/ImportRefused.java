package uk.frith.platform.reports.intake;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.identity.Desk;

/** {@code ./frith import refused}. */
@Component
class ImportRefused implements Command {

    private final Desk desk;
    private final OpenDataRepository repository;

    ImportRefused(Desk desk, OpenDataRepository repository) {
        this.desk = desk;
        this.repository = repository;
    }

    @Override
    public String name() {
        return "import refused";
    }

    @Override
    public String usage() {
        return "VERSION  the rows of a version that were refused, with line, field, value and reason; CSV";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        arguments.allowOnly(Set.of());
        if (arguments.positions().size() != 1
                || !arguments.positions().getFirst().matches("\\d{1,18}")) {
            throw new WrongArguments("Say which version: ./frith import refused 12");
        }
        long version = Long.parseLong(arguments.positions().getFirst());
        List<Refused> rows = desk.audited(
                Entry.of(Act.CONSULTATION, "refused rows", "to see why rows were refused")
                        .about(List.of(Long.toString(version))),
                () -> {
                    if (repository.version(version).isEmpty()) {
                        throw new CommandFailed("There is no version " + version + ".");
                    }
                    return repository.refusedRows(version, Tally.MOST_REFUSED);
                });
        console.out().print(csv(rows));
        return ExitStatus.DONE;
    }

    /** As it is downloaded and printed. */
    static String csv(List<Refused> rows) {
        StringBuilder csv = new StringBuilder("line,field,value,reason\n");
        for (Refused row : rows) {
            csv.append(row.line())
                    .append(',')
                    .append(ImportReport.quoted(row.field()))
                    .append(',')
                    .append(ImportReport.quoted(row.value()))
                    .append(',')
                    .append(ImportReport.quoted(row.reason()))
                    .append('\n');
        }
        return csv.toString();
    }
}
