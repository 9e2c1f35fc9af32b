package uk.frith.platform.reports.rulebook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Jobs;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;

/** Runs trials behind the browser: a trial that a node left unfinished is begun again by another. */
@Component
class TrialJobs extends Jobs {

    /** One at a time on each node: calls come first. */
    private static final Plan PLAN = new Plan(
            "trial",
            "rulebook.scheduled_task",
            1,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            5,
            Duration.ofSeconds(20),
            1,
            Optional.empty());

    private final TrialRun run;
    private final TrialRepository trials;
    private final ServiceDesk services;
    private final Desk desk;
    private final InstantSource clock;

    TrialJobs(
            TrialRun run,
            TrialRepository trials,
            ServiceDesk services,
            Desk desk,
            InstantSource clock,
            DataSource dataSource,
            ApplicationContext application) {
        super(PLAN, clock, dataSource, application);
        this.run = run;
        this.trials = trials;
        this.services = services;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    protected void take(UUID trial) {
        services.as(ServiceActor.BACKGROUND, "trial of rules", () -> {
            run.run(trial);
            return trial;
        });
    }

    @Override
    protected void giveUp(UUID trial) {
        services.as(
                ServiceActor.BACKGROUND,
                "trial of rules",
                () -> desk.unaudited("ends a trial that can't be run", () -> {
                    trials.end(trial, Trial.State.FAILED, "The trial failed again and again.", 0, 0, clock.instant());
                    return trial;
                }));
    }
}
