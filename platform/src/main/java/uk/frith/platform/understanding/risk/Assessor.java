package uk.frith.platform.understanding.risk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.InRun;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.understanding.risk.RiskRepository.Place;

/** Makes assessments. Within the caller's piece of work at the desk. */
@Component
class Assessor {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Desk desk;
    private final Incidents incidents;
    private final MatrixRepository matrices;
    private final RiskRepository repository;
    private final RiskClocks clocks;
    private final InstantSource clock;

    Assessor(
            Desk desk,
            Incidents incidents,
            MatrixRepository matrices,
            RiskRepository repository,
            RiskClocks clocks,
            InstantSource clock) {
        this.desk = desk;
        this.incidents = incidents;
        this.matrices = matrices;
        this.repository = repository;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** The version of the matrix that holds today. */
    Matrix matrix() {
        return matrices.inForce(actor().organisation(), LocalDate.ofInstant(clock.instant(), LONDON));
    }

    /** The assessment from which another begins: the household's last, or the last of the incident that this follows up. */
    Optional<Assessment> before(UUID incident, int household) {
        return repository
                .latest(incident, household)
                .or(() -> household == 1 ? incidents.followed(incident).flatMap(this::highest) : Optional.empty());
    }

    /** The latest assessment of an incident's household whose risk is highest. */
    Optional<Assessment> highest(UUID incident) {
        return repository.latest(incident).stream()
                .max(Comparator.comparing(Assessment::band)
                        .thenComparingInt(each -> each.found().soFar()));
    }

    /** Whose household it most likely is: a victim's, or else whoever told it. */
    Optional<UUID> victim(UUID incident) {
        List<Incidents.Involved> people = incidents.people(incident);
        return people.stream()
                .filter(each -> each.person().part() == Part.VICTIM)
                .findFirst()
                .or(() -> people.stream()
                        .filter(each -> each.person().part() != Part.NAMED
                                && each.person().part() != Part.WITNESS)
                        .findFirst())
                .map(Incidents.Involved::id);
    }

    /** Adds an assessment that has no faults; the household's clocks follow it. */
    UUID assess(InRun incident, int household, Given given) {
        repository.lock(incident.incident());
        Matrix matrix = matrix();
        int turn = repository
                .latest(incident.incident(), household)
                .map(each -> each.turn() + 1)
                .orElse(1);
        UUID made = repository.add(
                new Place(
                        actor().organisation(),
                        incident.incident(),
                        household,
                        turn,
                        clock.instant(),
                        actor().account()),
                matrix.id(),
                before(incident.incident(), household).map(Assessment::id),
                given,
                RiskRules.score(matrix, given.answers(), given.overrides()));
        clocks.assessed(actor().organisation(), incident, household);
        return made;
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Somebody assesses a risk."));
    }
}
