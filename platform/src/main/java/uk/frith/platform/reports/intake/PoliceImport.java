package uk.frith.platform.reports.intake;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.files.IncomingFile;
import uk.frith.platform.foundation.files.IncomingFiles;
import uk.frith.platform.foundation.files.Trouble;

/** Takes in file after file and keeps the account. */
@Component
class PoliceImport {

    private final FileImport files;
    private final InstantSource clock;

    PoliceImport(FileImport files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    /**
     * What an import came to.
     *
     * @param files files that are now current, whether or not they were before
     * @param rows data rows of these
     * @param stored rows stored by this run
     * @param replaced versions that lost their place in this run
     * @param refused rows of these files that are refused
     * @param failed files that couldn't be read
     */
    record Account(int files, long rows, long stored, int replaced, long refused, int failed) {

        static final Account NOTHING = new Account(0, 0, 0, 0, 0, 0);

        Account and(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Stored s ->
                    new Account(
                            files + 1,
                            rows + s.rows(),
                            stored + s.stored(),
                            replaced + (s.replaced() ? 1 : 0),
                            refused + s.refused(),
                            failed);
                case Outcome.Unchanged u ->
                    new Account(files + 1, rows + u.rows(), stored, replaced, refused + u.refused(), failed);
                case Outcome.LeftAlone _ -> this;
                case Outcome.Failed _ -> new Account(files, rows, stored, replaced, refused, failed + 1);
            };
        }

        /** As the command line promises it. */
        String line() {
            return "files=" + files + " rows=" + rows + " stored=" + stored + " replaced=" + replaced + " refused="
                    + refused;
        }
    }

    Progress progress(IncomingFiles found) {
        return new Progress(
                clock, found.files().stream().mapToLong(IncomingFile::size).sum());
    }

    /**
     * Takes in what was found.
     *
     * @param news told, in sentences, of everything that isn't plain sailing
     * @throws CommandFailed when the database is at fault: the files behind it would fail as well
     */
    Account take(IncomingFiles found, Progress progress, Consumer<String> news) {
        Account account = Account.NOTHING;
        for (Trouble trouble : found.troubles()) {
            news.accept(trouble.label() + ": " + (trouble.failure() ? "not imported: " : "left alone: ")
                    + trouble.sentence() + ".");
            if (trouble.failure()) {
                account = account.and(new Outcome.Failed(trouble.sentence()));
            }
        }
        for (IncomingFile file : found.files()) {
            Outcome outcome = take(file, progress);
            progress.fileDone(file.size());
            tell(file, outcome, news);
            account = account.and(outcome);
        }
        return account;
    }

    private Outcome take(IncomingFile file, Progress progress) {
        try {
            return files.take(file, progress);
        } catch (StoringFailed | DataAccessException | TransactionException e) {
            throw new CommandFailed(file.label() + ": " + StoringFailed.sentence(e), e);
        }
    }

    private static void tell(IncomingFile file, Outcome outcome, Consumer<String> news) {
        switch (outcome) {
            case Outcome.Stored stored -> {
                stored.monthWritten()
                        .ifPresent(written -> news.accept(file.label() + ": the month stands there as \"" + written
                                + "\" and was read as "
                                + FieldRules.rewrittenMonth(written)
                                        .map(Object::toString)
                                        .orElse(written)
                                + "."));
                if (stored.refused() > 0) {
                    news.accept(file.label() + ": " + stored.refused() + " of " + stored.rows()
                            + " rows refused; version " + stored.version() + " keeps them with the reason.");
                }
            }
            case Outcome.Unchanged _ -> news.accept(file.label() + ": already there, nothing changed.");
            case Outcome.LeftAlone left -> news.accept(file.label() + ": left alone: " + left.sentence() + ".");
            case Outcome.Failed failed -> news.accept(file.label() + ": not imported: " + failed.sentence() + ".");
        }
    }
}
