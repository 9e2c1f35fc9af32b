package uk.frith.platform.foundation.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** {@code ./frith import places}: takes files in, and says what became of each. */
@Component
class ImportPlacesCommand implements Command {

    private final PlacesImport imports;

    ImportPlacesCommand(PlacesImport imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "import places";
    }

    @Override
    public String usage() {
        return "PATH…  take in lookups, population, deprivation, boundaries and postcodes: CSV or GeoJSON, plain, gzip or"
                + " zip, files or folders";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        arguments.allowOnly(Set.of());
        if (arguments.positions().isEmpty()) {
            throw new WrongArguments("Say which files or folders: ./frith import places PATH…");
        }
        Run run = new Run(console);
        try (IncomingFiles found = IncomingFiles.behind(
                arguments.positions().stream().map(Path::of).toList())) {
            found.troubles().forEach(run::trouble);
            found.files().forEach(run::file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        imports.finish();
        console.data("files=" + run.files + " " + run.total);
        if (!run.failures.isEmpty()) {
            throw new CommandFailed(
                    run.failures.size() == 1
                            ? run.failures.getFirst()
                            : run.failures.size() + " files couldn't be taken; see above.");
        }
        return run.total.refused() > 0 ? ExitStatus.SOME_ROWS_REFUSED : ExitStatus.DONE;
    }

    /** One call of the command: goes through the files and adds up. */
    private final class Run {

        private final Console console;
        private final List<String> failures = new ArrayList<>();
        private int files;
        private Tally total = Tally.NOTHING;

        Run(Console console) {
            this.console = console;
        }

        void trouble(Trouble trouble) {
            if (trouble.failure()) {
                fail(trouble.label(), trouble.sentence());
            } else {
                console.say(trouble.label() + ": left alone, " + trouble.sentence());
            }
        }

        void file(IncomingFile file) {
            try {
                Optional<PlacesImport.Taken> taken = imports.take(file);
                if (taken.isPresent()) {
                    taken(file, taken.get());
                } else if (file.named()) {
                    fail(file.label(), "its header isn't known, so that it wasn't read");
                } else {
                    console.say(file.label() + ": left alone, its header isn't known");
                }
            } catch (IOException e) {
                fail(file.label(), String.valueOf(e.getMessage()));
            }
        }

        private void taken(IncomingFile file, PlacesImport.Taken taken) {
            files++;
            total = total.and(taken.tally());
            console.say(file.label() + ": " + taken.dataset().words() + ", " + taken.tally());
            taken.refused().forEach(row -> console.say("  refused " + row));
            if (taken.tally().refused() > taken.refused().size()) {
                console.say(
                        "  and " + (taken.tally().refused() - taken.refused().size()) + " more");
            }
        }

        private void fail(String label, String clause) {
            String sentence = label + ": " + clause + ".";
            failures.add(sentence);
            console.say(sentence);
        }
    }
}
