package uk.frith.platform.foundation.training;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Rounds;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;

/** Looks every hour whose course has come due meanwhile, whoever was given a role, and whoever has left one. */
@Component
class TrainingRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingRounds.class);
    private static final Duration LOOK_EVERY = Duration.ofHours(1);
    private static final String WHY = "to have required courses taken in time";

    private final Training training;
    private final TrainingRepository repository;
    private final ServiceDesk services;
    private final Desk desk;

    TrainingRounds(
            Training training,
            TrainingRepository repository,
            ServiceDesk services,
            Desk desk,
            ApplicationContext application) {
        super("training", LOOK_EVERY, application);
        this.training = training;
        this.repository = repository;
        this.services = services;
        this.desk = desk;
    }

    @Override
    protected void look() {
        services.as(ServiceActor.BACKGROUND, "training", () -> {
            List<UUID> organisations = desk.unaudited(
                    "which organisations require courses shows nothing of anybody", repository::organisations);
            organisations.forEach(this::keepClocks);
            return organisations.size();
        });
    }

    /** One organisation's fault leaves the others their clocks. */
    private void keepClocks(UUID organisation) {
        try {
            desk.audited(
                    () -> training.keepClocks(organisation),
                    changed -> Entry.of(Act.ALTERATION, "training", WHY)
                            .about(List.of(organisation.toString()))
                            .with("clocks", Integer.toString(changed)));
        } catch (RuntimeException e) {
            LOG.warn(
                    "training of organisation={} has to wait: cause={}",
                    organisation,
                    e.getClass().getSimpleName());
        }
    }
}
