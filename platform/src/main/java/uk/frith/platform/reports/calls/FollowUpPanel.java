package uk.frith.platform.reports.calls;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.reports.recording.IncidentPanel;

/** On an incident's page, the way to take down that somebody calls about it again. */
@Component
class FollowUpPanel implements IncidentPanel {

    private final Desk desk;

    FollowUpPanel(Desk desk) {
        this.desk = desk;
    }

    /** The incident that the next call will belong to. */
    record Link(String path) {}

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Optional<Panel> of(UUID incident) {
        return desk.actor()
                .filter(actor -> actor.may(Permission.RECORD_INCIDENTS))
                .map(actor -> new Panel("reports/calls/follow-up", new Link("/calls?follows=" + incident)));
    }
}
