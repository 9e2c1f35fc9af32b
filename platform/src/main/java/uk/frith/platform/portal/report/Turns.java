package uk.frith.platform.portal.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The lines at the public's door, one for each address. They stand in the memory of one node: with several nodes an address
 * has that many times as many turns, and whoever is sent to another node begins at the end.
 */
@Component
class Turns {

    /** Addresses that are remembered; those that have been quiet for longest are forgotten first. */
    private static final int MOST_ADDRESSES = 50_000;

    private static final Duration QUIET = Duration.ofMinutes(30);

    private final TurnRules rules;
    private final Codes codes;
    private final InstantSource clock;
    private final Map<String, TurnRules.Line> lines = new LinkedHashMap<>(16, 0.75f, true);

    Turns(PortalSettings settings, Codes codes, InstantSource clock) {
        this.rules = new TurnRules(settings.beginsAtOnce(), settings.beginsAMinute());
        this.codes = codes;
        this.clock = clock;
    }

    /** A turn for whoever asks from this address, or their place in its line. */
    synchronized TurnRules.Turn take(String address, String ticket) {
        Instant now = clock.instant();
        forget(now);
        TurnRules.Line line = lines.computeIfAbsent(network(address), unknown -> rules.line(now));
        return rules.take(line, ticket, codes.token(), now);
    }

    private void forget(Instant now) {
        var oldest = lines.values().iterator();
        while (oldest.hasNext()) {
            TurnRules.Line line = oldest.next();
            boolean quiet = line.used().plus(QUIET).isBefore(now);
            if (!quiet && lines.size() <= MOST_ADDRESSES) {
                return;
            }
            oldest.remove();
        }
    }

    /** Of an IPv6 address the half that names a household's network: it has the other half to itself. */
    private static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length < 5 ? address : String.join(":", parts[0], parts[1], parts[2], parts[3]);
    }
}
