package uk.frith.platform.portal.signs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Rounds;
import uk.frith.platform.foundation.identity.ServiceActor;
import uk.frith.platform.foundation.identity.ServiceDesk;
import uk.frith.platform.foundation.places.Places;

/** A code with a grid reference that was made before its area was looked up, or was known, gets it. */
@Component
class SignRounds extends Rounds {

    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    private final SignRepository repository;
    private final Places places;
    private final ServiceDesk services;
    private final Desk desk;

    SignRounds(
            SignRepository repository, Places places, ServiceDesk services, Desk desk, ApplicationContext application) {
        super("signs", LOOK_EVERY, application);
        this.repository = repository;
        this.places = places;
        this.services = services;
        this.desk = desk;
    }

    @Override
    protected void look() {
        services.as(ServiceActor.BACKGROUND, "signs", () -> {
            Map<UUID, String> areas = desk.unaudited("where a code lies shows nothing of anybody", this::areas);
            return areas.isEmpty()
                    ? areas
                    : desk.audited(
                            Entry.of(Act.ALTERATION, "sign", "to say in which area a code lies")
                                    .about(areas.keySet().stream()
                                            .map(UUID::toString)
                                            .toList()),
                            () -> {
                                areas.forEach(repository::liesIn);
                                return areas;
                            });
        });
    }

    private Map<UUID, String> areas() {
        Map<UUID, String> areas = new HashMap<>();
        repository
                .withoutArea()
                .forEach((sign, grid) -> places.ofGridReference(grid).ifPresent(area -> areas.put(sign, area.code())));
        return areas;
    }
}
