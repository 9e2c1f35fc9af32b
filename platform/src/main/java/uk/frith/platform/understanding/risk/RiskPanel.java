package uk.frith.platform.understanding.risk;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Panel;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.IncidentPanel;
import uk.frith.platform.reports.recording.Incidents;

/** On an incident's page: the risk to each household, or that an assessment is owed. */
@Component
class RiskPanel implements IncidentPanel {

    private static final int BEFORE_THE_VICTIMS = 5;

    private final Desk desk;
    private final Incidents incidents;
    private final RiskPageMaker maker;

    RiskPanel(Desk desk, Incidents incidents, RiskPageMaker maker) {
        this.desk = desk;
        this.incidents = incidents;
        this.maker = maker;
    }

    @Override
    public int order() {
        return BEFORE_THE_VICTIMS;
    }

    @Override
    public Optional<Panel> of(UUID incident) {
        if (desk.actor().filter(actor -> actor.may(Permission.RECORD_INCIDENTS)).isEmpty()) {
            return Optional.empty();
        }
        return incidents
                .incident(incident)
                .map(found -> maker.panel(
                        found,
                        found.category()
                                .filter(category -> category == AsbCategory.PERSONAL)
                                .isPresent()))
                .filter(page -> page.open() || !page.households().isEmpty())
                .map(page -> new Panel("understanding/risk/panel", page));
    }
}
