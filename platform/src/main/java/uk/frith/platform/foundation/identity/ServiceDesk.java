package uk.frith.platform.foundation.identity;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Lets the system work under its own name: a session is opened for the service actor and ends with the work. */
@Service
public class ServiceDesk {

    /** A service's session outlives the longest import; it ends when the work does. */
    private static final Duration LONGEST_WORK = Duration.ofHours(12);

    private final SessionRepository sessions;
    private final CurrentSession current;
    private final Tokens tokens;

    ServiceDesk(SessionRepository sessions, CurrentSession current, Tokens tokens) {
        this.sessions = sessions;
        this.current = current;
        this.tokens = tokens;
    }

    /**
     * Does the work as a service actor.
     *
     * @param onBehalf for whom, as the operating-system user's name; stands with the session
     */
    public <T> T as(ServiceActor service, String onBehalf, Supplier<T> work) {
        String token = tokens.make();
        sessions.open(token, service.account(), onBehalf, LONGEST_WORK, LONGEST_WORK);
        return during(token, work);
    }

    /**
     * Does the work as a service actor that sees one organisation alone: the database keeps it there, whatever the work
     * asks for, and lets it do what the roles of its account allow. Its entries stand in the audit of that organisation.
     *
     * @param onBehalf for whom, as {@code key=} and an id; stands with the session
     */
    public <T> T confined(ServiceActor service, String onBehalf, UUID organisation, Supplier<T> work) {
        String token = tokens.make();
        sessions.open(token, service.account(), onBehalf, LONGEST_WORK, LONGEST_WORK, organisation);
        return during(token, work);
    }

    private <T> T during(String token, Supplier<T> work) {
        try {
            Actor actor = sessions.arrive(token)
                    .orElseThrow(() -> new IllegalStateException("A service's session didn't open."));
            return current.working(new CurrentSession.Holder(token, actor), work);
        } finally {
            sessions.end(token);
        }
    }
}
