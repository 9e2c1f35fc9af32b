package uk.frith.platform.reports.rulebook;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.web.context.WebApplicationContext;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;

/** Runs trials behind the browser: a trial that a node left unfinished is begun again by another. */
@Component
class TrialJobs implements SmartLifecycle {

    private static final String TABLE = "rulebook.scheduled_task";

    /** One at a time on each node: calls come first. */
    private static final int THREADS = 1;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(20);
    private static final int TRIES = 5;
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);

    private final TrialRun run;
    private final TrialRepository trials;
    private final ServiceDesk services;
    private final Desk desk;
    private final InstantSource clock;
    private final boolean serves;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private final SchedulerClient client;

    TrialJobs(
            TrialRun run,
            TrialRepository trials,
            ServiceDesk services,
            Desk desk,
            InstantSource clock,
            DataSource dataSource,
            ApplicationContext application) {
        this.run = run;
        this.trials = trials;
        this.services = services;
        this.desk = desk;
        this.clock = clock;
        this.serves = application instanceof WebApplicationContext;
        this.task = Tasks.oneTime("trial")
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        TRIES,
                        new FailureHandler.OnFailureRetryLater<>(TRY_AGAIN_AFTER),
                        (complete, operations) -> giveUp(UUID.fromString(
                                complete.getExecution().taskInstance.getId()))))
                .onDeadExecutionRevive()
                .execute((instance, context) -> work(UUID.fromString(instance.getId())));
        this.scheduler = Scheduler.create(dataSource, task)
                .tableName(TABLE)
                .threads(THREADS)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE_AT_THE_END)
                .build();
        // Schedules in the transaction of the trial's row: either both are there or neither.
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .tableName(TABLE)
                .build();
    }

    /** Puts a trial on the list; called within the piece of work that adds it. */
    void schedule(UUID trial) {
        client.scheduleIfNotExists(task.instance(trial.toString()), clock.instant());
    }

    /** Looks at the list now; called when that work has been committed. */
    void look() {
        if (scheduler.getSchedulerState().isStarted()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private void work(UUID trial) {
        services.as(ServiceActor.BACKGROUND, "trial of rules", () -> {
            run.run(trial);
            return trial;
        });
    }

    private void giveUp(UUID trial) {
        services.as(
                ServiceActor.BACKGROUND,
                "trial of rules",
                () -> desk.unaudited("ends a trial that can't be run", () -> {
                    trials.end(trial, Trial.State.FAILED, "The trial failed again and again.", 0, 0, clock.instant());
                    return trial;
                }));
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
