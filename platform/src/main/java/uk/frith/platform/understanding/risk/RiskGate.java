package uk.frith.platform.understanding.risk;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Gate;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.ClosingGate;
import uk.frith.platform.reports.recording.Incidents;

/**
 * No personal incident is closed, and none whose risk is above standard, until the risk of each household that was assessed
 * has been assessed again for closing, with every question answered, and not longer ago than it would have to be repeated.
 */
@Component
class RiskGate implements ClosingGate {

    private final Desk desk;
    private final Incidents incidents;
    private final RiskRepository repository;
    private final RiskClocks clocks;
    private final InstantSource clock;

    RiskGate(Desk desk, Incidents incidents, RiskRepository repository, RiskClocks clocks, InstantSource clock) {
        this.desk = desk;
        this.incidents = incidents;
        this.repository = repository;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Nothing for whoever can neither assess nor close: they don't see what was assessed. */
    @Override
    public Optional<Gate> of(UUID incident) {
        if (desk.actor().filter(actor -> actor.may(Permission.RECORD_INCIDENTS)).isEmpty()) {
            return Optional.empty();
        }
        boolean personal = incidents
                .incident(incident)
                .flatMap(Incidents.InRun::category)
                .filter(category -> category == AsbCategory.PERSONAL)
                .isPresent();
        List<Assessment> latest = repository.latest(incident);
        if (latest.isEmpty()) {
            return personal
                    ? Optional.of(new Gate("The risk to the victim hasn't been assessed.", closing(incident, 1)))
                    : Optional.empty();
        }
        boolean needed = personal || latest.stream().anyMatch(each -> each.band() != Band.STANDARD);
        return latest.stream()
                .filter(each -> needed && !isEnough(each))
                .findFirst()
                .map(each -> new Gate(
                        "The risk to the victim hasn't been assessed for closing, with every question answered.",
                        closing(incident, each.household())));
    }

    private boolean isEnough(Assessment latest) {
        Optional<UUID> organisation = desk.actor().map(Actor::organisation);
        return latest.isForClosing()
                && organisation
                        .map(of -> clocks.dueAgain(of, latest).isAfter(clock.instant()))
                        .orElse(false);
    }

    private static String closing(UUID incident, int household) {
        return RiskPage.pathOf(incident, household) + "?trigger=" + Trigger.CLOSURE;
    }
}
