package uk.frith.platform.reports.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.files.IncomingFiles;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Jobs;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;

/**
 * Imports that go on behind the browser: the file lies in the data folder, the job in the database, so that any start of
 * the service takes up what the last one left.
 */
@Component
class ImportJobs extends Jobs {

    private static final Plan PLAN = new Plan(
            "import",
            "intake.scheduled_task",
            2,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            20,
            Duration.ofSeconds(20),
            1,
            Optional.empty());

    private static final long TELL_EVERY_MILLIS = 500;
    private static final int LONGEST_NAME = 200;

    private final PoliceImport imports;
    private final JobRepository jobs;
    private final ServiceDesk services;
    private final Desk desk;
    private final Path uploads;

    ImportJobs(
            PoliceImport imports,
            JobRepository jobs,
            ServiceDesk services,
            Desk desk,
            InstantSource clock,
            DataSource dataSource,
            ApplicationContext application,
            @Value("${frith.data-folder}") String folder) {
        super(PLAN, clock, dataSource, application);
        this.imports = imports;
        this.jobs = jobs;
        this.services = services;
        this.desk = desk;
        this.uploads = Path.of(folder).resolve("uploads");
    }

    /** A file as a browser sends it. */
    interface Sent {
        String givenName();

        InputStream content() throws IOException;
    }

    /**
     * Takes a file and begins to import it.
     *
     * @throws UncheckedIOException when it can't be put into the data folder
     */
    UUID begin(Sent sent) {
        UUID id = desk.unaudited("only numbers what is about to come", jobs::nextId);
        String storedAs = id + ".upload";
        long size = keep(sent, uploads.resolve(storedAs));
        desk.audited(
                Entry.of(Act.COLLECTION, "import", "to take in open data")
                        .about(List.of(id.toString()))
                        .with("bytes", Long.toString(size)),
                () -> {
                    jobs.add(id, name(sent.givenName()), storedAs, size);
                    schedule(id);
                    return id;
                });
        look();
        return id;
    }

    /** The last part of the name that the sender's machine gave it; it is shown and read, never used as a path. */
    private static String name(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        String named = last.isBlank() ? "unnamed" : last;
        return named.length() <= LONGEST_NAME ? named : named.substring(named.length() - LONGEST_NAME);
    }

    private static long keep(Sent sent, Path place) {
        try (InputStream in = sent.content();
                FileChannel channel =
                        FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = in.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
            return size;
        } catch (IOException e) {
            forget(place);
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(Path place) {
        try {
            Files.deleteIfExists(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void take(UUID id) {
        services.as(ServiceActor.BACKGROUND, "import", () -> {
            Optional<JobRepository.Job> job =
                    desk.unaudited("takes up a job that was entered when it was sent", () -> jobs.begin(id));
            // A job that is over may have left its file, when its node died between the two.
            job.ifPresentOrElse(this::work, () -> forget(uploads.resolve(id + ".upload")));
            return id;
        });
    }

    private void work(JobRepository.Job job) {
        Path upload = uploads.resolve(job.storedAs());
        try (IncomingFiles found = IncomingFiles.sent(upload, job.givenName())) {
            Progress progress = imports.progress(found);
            PoliceImport.Account account;
            try (Telling telling = new Telling(job.id(), progress)) {
                account = imports.take(found, progress, new Keeping(job.id()));
            }
            JobRepository.State state = account.failed() > 0 ? JobRepository.State.FAILED : JobRepository.State.DONE;
            desk.unaudited(
                    "each file has its own entry",
                    () -> jobs.end(job.id(), state, account.rows(), account.refused(), account.sentence()));
        } catch (CommandFailed e) {
            String sentence = e.getMessage() + " Frith tries again by itself.";
            desk.unaudited("says why a job waits", () -> jobs.say(job.id(), sentence));
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        forget(upload);
    }

    @Override
    protected void giveUp(UUID id) {
        services.as(
                ServiceActor.BACKGROUND,
                "import",
                () -> desk.unaudited("ends a job that can't be done", () -> jobs.giveUp(id)));
    }

    /** Keeps what becomes of each file with the job. */
    private final class Keeping implements PoliceImport.Listener {
        private final UUID job;

        Keeping(UUID job) {
            this.job = job;
        }

        @Override
        public void done(String label, Outcome outcome) {
            desk.unaudited("the file has its own entry", () -> jobs.putFile(job, label, outcome));
        }
    }

    /** Tells the database how far a job is, from a thread with a session of its own. */
    private final class Telling implements AutoCloseable {
        private final UUID job;
        private final Progress progress;
        private final CountDownLatch over = new CountDownLatch(1);
        private final Thread thread;

        Telling(UUID job, Progress progress) {
            this.job = job;
            this.progress = progress;
            this.thread = Thread.ofVirtual().name("tell-" + job).start(this::tell);
        }

        private void tell() {
            services.as(ServiceActor.BACKGROUND, "import progress", () -> {
                boolean ended = false;
                while (!ended) {
                    desk.unaudited(
                            "the progress of a job shows nothing of anybody", () -> jobs.tell(job, progress.state()));
                    ended = isOver();
                }
                return job;
            });
        }

        private boolean isOver() {
            try {
                return over.await(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }

        @Override
        public void close() {
            over.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
