package uk.frith.platform.foundation.identity;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.web.context.WebApplicationContext;

/**
 * Jobs that lie in the database until a node takes each up, while Frith serves pages and never by a command. What a node
 * that died left unfinished is begun again by another, so a job must be able to come twice.
 */
public abstract class Jobs implements SmartLifecycle {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;

    private final InstantSource clock;
    private final boolean serves;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private final SchedulerClient client;

    /**
     * How jobs of a kind are worked off.
     *
     * @param name of the kind, as its rows have it
     * @param table where they lie, with its schema
     * @param threads how many at once on each node
     * @param heartbeat how often a node says that it is still at work; after four missed ones another takes over
     * @param patience how long the end of the service waits for what is being done
     * @param tries how often a job that fails is begun before it is given up
     * @param pause before the second try
     * @param growth how many times as long each further pause is as the one before; 1 for always the same
     * @param again what comes again and again in the same table, if anything does
     */
    public record Plan(
            String name,
            String table,
            int threads,
            Duration heartbeat,
            Duration patience,
            int tries,
            Duration pause,
            double growth,
            Optional<Again> again) {}

    /** @param every the pause between two */
    public record Again(String name, Duration every) {}

    /** Begins with the service and ends with it; no job is taken up before. */
    @SuppressWarnings("this-escape")
    protected Jobs(Plan plan, InstantSource clock, DataSource dataSource, ApplicationContext application) {
        this.clock = clock;
        this.serves = application instanceof WebApplicationContext;
        this.task = Tasks.oneTime(plan.name())
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        plan.tries(),
                        new FailureHandler.ExponentialBackoffFailureHandler<>(plan.pause(), plan.growth()),
                        (complete, operations) -> giveUp(UUID.fromString(
                                complete.getExecution().taskInstance.getId()))))
                .onDeadExecutionRevive()
                .execute((instance, context) -> take(UUID.fromString(instance.getId())));
        this.scheduler = Scheduler.create(dataSource, task)
                .startTasks(plan.again().map(this::recurring).stream().toList())
                .tableName(plan.table())
                .threads(plan.threads())
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(plan.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(plan.patience())
                .build();
        // Schedules in the transaction of what is to be worked off: either both are there or neither.
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .tableName(plan.table())
                .build();
    }

    private RecurringTask<Void> recurring(Again again) {
        return Tasks.recurring(again.name(), FixedDelay.of(again.every())).execute((instance, context) -> round());
    }

    /** Does one job; what it throws has it begun again later. */
    protected abstract void take(UUID job);

    /** Ends a job that failed in every try. */
    protected abstract void giveUp(UUID job);

    /** What comes again and again, for kinds of jobs whose plan has rounds. */
    protected void round() {}

    /** Puts a job on the list; called in the transaction that makes what it is about. */
    public final void schedule(UUID job) {
        client.scheduleIfNotExists(task.instance(job.toString()), clock.instant());
    }

    /** Looks at the list now; called when that transaction is over. */
    public final void look() {
        if (isRunning()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    @Override
    public final void start() {
        scheduler.start();
    }

    @Override
    public final void stop() {
        scheduler.stop();
    }

    @Override
    public final boolean isRunning() {
        return scheduler.getSchedulerState().isStarted();
    }

    @Override
    public final boolean isAutoStartup() {
        return serves;
    }
}
