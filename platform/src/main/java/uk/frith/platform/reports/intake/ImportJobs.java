package uk.frith.platform.reports.intake;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
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
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.commands.CommandFailed;
import uk.frith.platform.foundation.files.IncomingFiles;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;

/**
 * Imports that go on behind the browser: the file lies in the data folder, the job in the database, so that any start of
 * the service takes up what the last one left.
 */
@Component
class ImportJobs implements SmartLifecycle {

    private static final String TABLE = "intake.scheduled_task";
    private static final int THREADS = 2;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    /** A job whose node died is taken up after four of these. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(20);
    private static final int TRIES = 20;
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);
    private static final long TELL_EVERY_MILLIS = 500;
    private static final int LONGEST_NAME = 200;

    private final PoliceImport imports;
    private final JobRepository jobs;
    private final ServiceDesk services;
    private final Desk desk;
    private final InstantSource clock;
    private final Path uploads;
    private final boolean serves;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private final SchedulerClient client;

    ImportJobs(
            PoliceImport imports,
            JobRepository jobs,
            ServiceDesk services,
            Desk desk,
            InstantSource clock,
            DataSource dataSource,
            ApplicationContext application,
            @Value("${frith.data-folder}") String folder) {
        this.imports = imports;
        this.jobs = jobs;
        this.services = services;
        this.desk = desk;
        this.clock = clock;
        this.uploads = Path.of(folder).resolve("uploads");
        this.serves = application instanceof WebApplicationContext;
        this.task = Tasks.oneTime("import")
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        TRIES,
                        new FailureHandler.OnFailureRetryLater<>(TRY_AGAIN_AFTER),
                        (complete, operations) -> giveUp(UUID.fromString(
                                complete.getExecution().taskInstance.getId()))))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(UUID.fromString(instance.getId())));
        this.scheduler = Scheduler.create(dataSource, task)
                .tableName(TABLE)
                .threads(THREADS)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE_AT_THE_END)
                .build();
        // Schedules in the transaction of the job's row: either both are there or neither.
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .tableName(TABLE)
                .build();
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
                    client.scheduleIfNotExists(task.instance(id.toString()), clock.instant());
                    return id;
                });
        if (scheduler.getSchedulerState().isStarted()) {
            scheduler.triggerCheckForDueExecutions();
        }
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

    private void run(UUID id) {
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

    private void giveUp(UUID id) {
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

    @Override
    public void start() {
        scheduler.start();
    }

    @Override
    public void stop() {
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return scheduler.getSchedulerState().isStarted();
    }

    @Override
    public boolean isAutoStartup() {
        return serves;
    }
}
