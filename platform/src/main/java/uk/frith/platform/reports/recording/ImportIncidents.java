package uk.frith.platform.reports.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.files.IncomingFile;
import uk.frith.platform.foundation.files.IncomingFiles;
import uk.frith.platform.foundation.files.Trouble;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.reports.recording.IncidentRepository.Account;
import uk.frith.platform.reports.recording.IncidentRepository.Organisation;

/** {@code ./frith import incidents}. */
@Component
class ImportIncidents implements Command {

    private final IncidentImport imports;
    private final IncidentRepository repository;
    private final Desk desk;

    ImportIncidents(IncidentImport imports, IncidentRepository repository, Desk desk) {
        this.imports = imports;
        this.repository = repository;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "import incidents";
    }

    @Override
    public String usage() {
        return "PATH… --organisation NAME  takes in a force's own incidents, in the documented CSV";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        arguments.allowOnly(Set.of("organisation"));
        String wanted = arguments
                .option("organisation")
                .orElseThrow(() -> new WrongArguments("Say whose incidents they are: --organisation NAME."));
        if (arguments.positions().isEmpty()) {
            throw new WrongArguments("Say which files to import: ./frith import incidents PATH… --organisation NAME");
        }
        Organisation organisation = organisation(wanted);
        try (IncomingFiles found = IncomingFiles.behind(
                arguments.positions().stream().map(Path::of).toList())) {
            return take(found, organisation, console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ExitStatus take(IncomingFiles found, Organisation organisation, Console console) {
        boolean failed = false;
        for (Trouble trouble : found.troubles()) {
            failed |= trouble.failure();
            console.say(trouble.label() + ": " + trouble.sentence() + ".");
        }
        long files = 0;
        long rows = 0;
        long stored = 0;
        long changed = 0;
        long refused = 0;
        for (IncomingFile file : found.files()) {
            try {
                Account account = imports.take(file, organisation.id());
                files++;
                rows += account.rows();
                stored += account.added() + account.changed();
                changed += account.changed();
                refused += account.refused();
            } catch (CommandFailed e) {
                failed = true;
                console.say(String.valueOf(e.getMessage()));
            }
        }
        console.data("files=" + files + " rows=" + rows + " stored=" + stored + " replaced=" + changed + " refused="
                + refused);
        if (failed) {
            return ExitStatus.FAILED;
        }
        return refused > 0 ? ExitStatus.SOME_ROWS_REFUSED : ExitStatus.DONE;
    }

    private Organisation organisation(String wanted) {
        List<Organisation> matching =
                desk.unaudited("names an organisation for the import", () -> repository.organisations(wanted));
        if (matching.size() != 1) {
            throw new CommandFailed("There is no organisation called \"" + wanted
                    + "\". Give its name, or a force's slug such as leicestershire.");
        }
        return matching.getFirst();
    }
}
