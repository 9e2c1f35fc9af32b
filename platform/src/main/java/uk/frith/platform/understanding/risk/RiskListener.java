package uk.frith.platform.understanding.risk;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.IncidentClosed;
import uk.frith.platform.reports.recording.IncidentRecorded;
import uk.frith.platform.reports.recording.Incidents;

/** An assessment is owed for each personal incident as soon as it is recorded, by whatever way it came; its clocks end with it. */
@Component
class RiskListener {

    private final Incidents incidents;
    private final RiskClocks clocks;

    RiskListener(Incidents incidents, RiskClocks clocks) {
        this.incidents = incidents;
        this.clocks = clocks;
    }

    @EventListener
    void on(IncidentRecorded event) {
        incidents
                .incident(event.incident())
                .filter(incident -> incident.category()
                        .filter(category -> category == AsbCategory.PERSONAL)
                        .isPresent())
                .ifPresent(incident -> clocks.owed(event.organisation(), incident));
    }

    @EventListener
    void on(IncidentClosed event) {
        clocks.closed(event.incident());
    }
}
