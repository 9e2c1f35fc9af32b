package uk.frith.platform.reports.exchange;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.reports.exchange.KeyRepository.Arrival;
import uk.frith.platform.reports.exchange.KeyRepository.Standing;

/** Lets partners' systems in by their keys, and no faster than was agreed. */
@Component
class Doorkeeper {

    private static final String BEARER = "Bearer ";
    private static final Pattern FORM = Pattern.compile(Secrets.PREFIX + "[A-Za-z0-9_-]{43}");
    private static final String NO_KEY = "There is no such key. Ask the force's administrator for one";

    private final KeyRepository keys;
    private final ServiceDesk services;
    private final Desk desk;
    private final ExchangeSettings settings;
    private final boolean behindTls;

    Doorkeeper(
            KeyRepository keys,
            ServiceDesk services,
            Desk desk,
            ExchangeSettings settings,
            @Value("${frith.identity.tls-in-front:false}") boolean behindTls) {
        this.keys = keys;
        this.services = services;
        this.desk = desk;
        this.settings = settings;
        this.behindTls = behindTls;
    }

    /** Whether a system may come in. */
    sealed interface Answer {
        record Admitted(Caller caller) implements Answer {}

        /**
         * It may not.
         *
         * @param retryAfterSeconds when it may come again; nought when waiting doesn't help
         */
        record Refused(int status, String sentence, int retryAfterSeconds) implements Answer {}
    }

    /** The key of a request's headers; empty when they have none. */
    static String keyOf(HttpServletRequest request) {
        String authorisation = request.getHeader("Authorization");
        if (authorisation != null && authorisation.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorisation.substring(BEARER.length()).strip();
        }
        String key = request.getHeader("X-Api-Key");
        return key == null ? "" : key.strip();
    }

    Answer admit(HttpServletRequest request, String key, Scope wanted) {
        if (behindTls && !request.isSecure()) {
            return new Answer.Refused(
                    403, "Send it by https; this key has been seen by others and must be replaced", 0);
        }
        if (!FORM.matcher(key).matches()) {
            return new Answer.Refused(403, key.isEmpty() ? "No key was sent" : NO_KEY, 0);
        }
        Optional<Arrival> arrival =
                desk.unaudited("whose key it is shows nothing of anybody", () -> keys.arrive(Secrets.digest(key)));
        return arrival.map(found -> judge(found, wanted)).orElse(new Answer.Refused(403, NO_KEY, 0));
    }

    private Answer judge(Arrival arrival, Scope wanted) {
        String wrong = switch (arrival.standing()) {
            case GOOD -> "";
            case REVOKED -> "This key was revoked";
            case EXPIRED -> "This key has expired";
            case ENDED -> "The partnership that this key was made for has ended";
        };
        if (arrival.standing() == Standing.GOOD && !arrival.caller().scopes().contains(wanted)) {
            wrong = "This key isn't for that";
        }
        if (!wrong.isEmpty()) {
            enter(arrival.caller(), arrival.standing());
            return new Answer.Refused(403, wrong, 0);
        }
        if (arrival.requests() > settings.requestsPerMinute()) {
            return new Answer.Refused(
                    429,
                    "More than " + settings.requestsPerMinute() + " requests in a minute. Nothing of this one was"
                            + " kept; send it again later",
                    Math.max(1, arrival.secondsLeft()));
        }
        return new Answer.Admitted(arrival.caller());
    }

    private void enter(Caller caller, Standing standing) {
        services.confined(
                ServiceActor.EXCHANGE,
                caller.onBehalf(),
                caller.organisation(),
                () -> desk.audited(
                        Entry.of(Act.REFUSAL, "key", "to answer a partner's system")
                                .about(java.util.List.of(caller.key().toString()))
                                .with("standing", standing.name()),
                        () -> standing));
    }
}
