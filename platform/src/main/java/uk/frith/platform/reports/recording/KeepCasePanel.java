package uk.frith.platform.reports.recording;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Panel;

/** Lets a registrar keep an incident's account as a case that every change of the rules must read rightly. */
@Component
class KeepCasePanel implements IncidentPanel {

    private static final int ORDER = 90;

    private final Desk desk;

    KeepCasePanel(Desk desk) {
        this.desk = desk;
    }

    /** Where the case is kept. */
    record KeepCase(String path) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Panel> of(UUID incident) {
        return desk.actor()
                .filter(actor -> actor.may(Permission.KEEP_RULES))
                .map(actor -> new Panel(
                        "reports/recording/keep-case", new KeepCase("/rules/cases/new?incident=" + incident)));
    }
}
