package uk.frith.platform.reports.integrity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.reports.recording.IncidentPanel;

/** What audits found about an incident, on its own page: it stays there for ever, ended or not. */
@Component
class FindingsPanel implements IncidentPanel {

    private static final int LATE = 90;

    private final FindingRepository repository;

    FindingsPanel(FindingRepository repository) {
        this.repository = repository;
    }

    /** The findings. */
    record FindingsPage(List<FindingPages.Line> findings) {}

    @Override
    public int order() {
        return LATE;
    }

    @Override
    public Optional<Panel> of(UUID incident) {
        List<Finding> found = repository.ofIncident(incident);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(
                        "reports/integrity/panel",
                        new FindingsPage(found.stream().map(FindingPages::line).toList())));
    }
}
