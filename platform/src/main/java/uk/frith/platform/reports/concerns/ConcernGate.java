package uk.frith.platform.reports.concerns;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.pages.Gate;
import uk.frith.platform.reports.recording.ClosingGate;

/** No incident is closed while nobody has looked behind the repeated reports that it belongs to. */
@Component
class ConcernGate implements ClosingGate {

    private final ConcernRepository repository;

    ConcernGate(ConcernRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Gate> of(UUID incident) {
        return repository.ofIncident(incident).stream()
                .filter(ConcernRepository.Concern::isOpen)
                .findFirst()
                .map(concern ->
                        new Gate("Nobody has looked behind the repeated reports yet.", "/concerns/" + concern.id()));
    }
}
