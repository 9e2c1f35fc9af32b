package uk.frith.platform.reports.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.commands.Arguments;
import uk.frith.platform.foundation.commands.Command;
import uk.frith.platform.foundation.commands.Console;
import uk.frith.platform.foundation.commands.ExitStatus;
import uk.frith.platform.foundation.commands.WrongArguments;
import uk.frith.platform.foundation.files.IncomingFiles;

/** {@code ./frith import police-uk}. */
@Component
class ImportPoliceUk implements Command {

    private static final long TELL_EVERY_MILLIS = 2_000;

    private final PoliceImport imports;

    ImportPoliceUk(PoliceImport imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "import police-uk";
    }

    @Override
    public String usage() {
        return "PATH…  takes in street and stop-and-search files of data.police.uk: files, folders, zip, gz";
    }

    @Override
    public ExitStatus run(Arguments arguments, Console console) {
        arguments.allowOnly(Set.of());
        if (arguments.positions().isEmpty()) {
            throw new WrongArguments("Say which files or folders to import: ./frith import police-uk PATH…");
        }
        try (IncomingFiles found = IncomingFiles.behind(
                arguments.positions().stream().map(Path::of).toList())) {
            Progress progress = imports.progress(found);
            PoliceImport.Account account;
            try (ScheduledExecutorService telling = Executors.newSingleThreadScheduledExecutor()) {
                var _ = telling.scheduleAtFixedRate(
                        () -> console.say(line(progress.state())),
                        TELL_EVERY_MILLIS,
                        TELL_EVERY_MILLIS,
                        TimeUnit.MILLISECONDS);
                try {
                    account = imports.take(found, progress, (label, outcome) -> tell(label, outcome, console));
                } finally {
                    telling.shutdownNow();
                }
            }
            console.say(line(progress.state()));
            console.data(account.line());
            if (account.failed() > 0) {
                return ExitStatus.FAILED;
            }
            return account.refused() > 0 ? ExitStatus.SOME_ROWS_REFUSED : ExitStatus.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Progress.State state) {
        return state.rows() + " rows, " + state.rowsPerSecond() + " rows/s, " + state.refused() + " refused"
                + state.left()
                        .filter(Duration::isPositive)
                        .map(left -> ", about " + left.toSeconds() + " s left")
                        .orElse("");
    }

    /** Says in sentences what isn't plain sailing. */
    private static void tell(String label, Outcome outcome, Console console) {
        switch (outcome) {
            case Outcome.Stored stored -> {
                stored.monthWritten()
                        .ifPresent(written -> console.say(label + ": the month stands there as \"" + written
                                + "\" and was read as "
                                + FieldRules.rewrittenMonth(written)
                                        .map(Object::toString)
                                        .orElse(written)
                                + "."));
                if (stored.refused() > 0) {
                    console.say(label + ": " + stored.refused() + " of " + stored.rows()
                            + " rows refused; ./frith import refused " + stored.version() + " says why.");
                }
            }
            case Outcome.Unchanged _ -> console.say(label + ": already there, nothing changed.");
            case Outcome.LeftAlone left -> console.say(label + ": left alone: " + left.sentence() + ".");
            case Outcome.Failed failed -> console.say(label + ": not imported: " + failed.sentence() + ".");
        }
    }
}
