package uk.frith.platform.reports.victims;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.reports.victims.VictimRepository.Service;

/** Who helps victims in the pretend town; named by its supervisor. */
@Component
class DemonstrationServices implements DemonstrationPart {

    private static final int AFTER_THE_TEAMS = 12;
    private static final UUID NEW = new UUID(0, 0);
    private static final List<Service> SERVICES = List.of(
            new Service(NEW, "Frithshire Victim Support", "01632 960 900, every day from 8 to 8", true),
            new Service(
                    NEW, "Good Neighbours, for whoever is harmed without a crime", "help@neighbours.example", false));

    private final DemonstrationDesk people;
    private final Desk desk;
    private final VictimRepository repository;

    DemonstrationServices(DemonstrationDesk people, Desk desk, VictimRepository repository) {
        this.people = people;
        this.desk = desk;
        this.repository = repository;
    }

    @Override
    public int order() {
        return AFTER_THE_TEAMS;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        people.as(
                Role.SUPERVISOR,
                () -> desk.audited(Entry.of(Act.ADMINISTRATION, "service", ServicePages.TO_SETTLE), () -> {
                    UUID organisation = desk.actor().map(Actor::organisation).orElseThrow();
                    SERVICES.forEach(service -> repository.addService(organisation, service));
                    return SERVICES;
                }));
    }
}
