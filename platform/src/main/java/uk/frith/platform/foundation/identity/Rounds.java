package uk.frith.platform.foundation.identity;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.context.WebApplicationContext;

/**
 * Work that is looked for again and again while Frith serves pages, and never by a command. Every node looks; a round that
 * fails says so in the log and is made up by the next one, so a round must be able to come twice.
 */
public abstract class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration every;
    private final boolean serves;
    private @Nullable ScheduledExecutorService timer;

    /**
     * Begins with the service and ends with it.
     *
     * @param name of the work, for the log and its thread
     * @param every the pause between two rounds, and before the first
     */
    protected Rounds(String name, Duration every, ApplicationContext application) {
        this.name = name;
        this.every = every;
        this.serves = application instanceof WebApplicationContext;
    }

    /** One round: does whatever is there to be done now. */
    protected abstract void look();

    private void guarded() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("{} has to wait: cause={}", name, e.getClass().getSimpleName());
        }
    }

    @Override
    public final void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        var _ = started.scheduleWithFixedDelay(
                this::guarded, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    public final void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public final boolean isRunning() {
        return timer != null;
    }

    @Override
    public final boolean isAutoStartup() {
        return serves;
    }
}
