package uk.frith.platform.reports.intake;

import java.time.InstantSource;
import java.util.Locale;
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

        /** As a person reads it. */
        String sentence() {
            return String.format(
                    Locale.UK,
                    "%,d rows read in %,d %s; %,d stored, %,d refused.%s",
                    rows,
                    files,
                    files == 1 ? "file" : "files",
                    stored,
                    refused,
                    failed == 0 ? "" : failed == 1 ? " One file failed." : " " + failed + " files failed.");
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

    /** Hears what becomes of each file, as it becomes it. */
    interface Listener {
        void done(String label, Outcome outcome);
    }

    /**
     * Takes in what was found.
     *
     * @throws CommandFailed when the database is at fault: the files behind it would fail as well
     */
    Account take(IncomingFiles found, Progress progress, Listener listener) {
        Account account = Account.NOTHING;
        for (Trouble trouble : found.troubles()) {
            Outcome outcome = trouble.failure()
                    ? new Outcome.Failed(trouble.sentence())
                    : new Outcome.LeftAlone(trouble.sentence());
            listener.done(trouble.label(), outcome);
            account = account.and(outcome);
        }
        for (IncomingFile file : found.files()) {
            Outcome outcome = take(file, progress);
            progress.fileDone(file.size());
            listener.done(file.label(), outcome);
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
}
