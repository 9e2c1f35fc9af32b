package uk.frith.platform.foundation.deadlines;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Rounds;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;

/**
 * Passes on what is late. Every node looks once a minute; which of them comes first doesn't matter, since a clock that
 * one has in hand the others leave alone, and none is escalated twice.
 */
@Component
class Escalation extends Rounds {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(60);
    private static final String WHY = "to pass on what is late";

    private final DeadlineRepository repository;
    private final ServiceDesk services;
    private final Desk desk;
    private final InstantSource clock;

    Escalation(
            DeadlineRepository repository,
            ServiceDesk services,
            Desk desk,
            InstantSource clock,
            ApplicationContext application) {
        super("escalation", LOOK_EVERY, application);
        this.repository = repository;
        this.services = services;
        this.desk = desk;
        this.clock = clock;
    }

    /** Passes on everything that is late now; gives how many duties that were. */
    int passOn() {
        int passed = 0;
        int last;
        do {
            last = services.as(ServiceActor.BACKGROUND, "escalation", this::passOnSome);
            passed += last;
        } while (last == Entry.MOST_IDS);
        return passed;
    }

    private int passOnSome() {
        boolean any = desk.unaudited(
                "whether anything is late shows nothing of anybody", () -> repository.anyToEscalate(clock.instant()));
        if (!any) {
            return 0;
        }
        return desk.audited(
                        () -> repository.escalate(clock.instant(), Entry.MOST_IDS),
                        ids -> Entry.of(Act.ALTERATION, "deadline", WHY)
                                .about(ids.stream().map(UUID::toString).toList())
                                .showing(List.of("escalated_at")))
                .size();
    }

    @Override
    protected void look() {
        passOn();
    }
}
