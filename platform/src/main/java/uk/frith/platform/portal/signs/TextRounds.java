package uk.frith.platform.portal.signs;

import java.time.Duration;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Rounds;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;

/** What is kept of texts is forgotten when no gateway hands them over any more. */
@Component
class TextRounds extends Rounds {

    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    private final TextRepository repository;
    private final ServiceDesk services;
    private final Desk desk;

    TextRounds(TextRepository repository, ServiceDesk services, Desk desk, ApplicationContext application) {
        super("texts", LOOK_EVERY, application);
        this.repository = repository;
        this.services = services;
        this.desk = desk;
    }

    @Override
    protected void look() {
        services.as(ServiceActor.BACKGROUND, "texts", () -> {
            boolean any = desk.unaudited("whether a text is old shows nothing of anybody", repository::anyToForget);
            return any
                    ? desk.audited(
                            repository::forget,
                            gone -> Entry.of(Act.ERASURE, "text message", "to forget texts that were answered long ago")
                                    .with("texts", String.valueOf(gone)))
                    : 0;
        });
    }
}
