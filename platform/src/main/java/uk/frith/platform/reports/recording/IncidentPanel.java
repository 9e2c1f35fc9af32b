package uk.frith.platform.reports.recording;

import java.util.Optional;
import java.util.UUID;
import uk.frith.platform.foundation.pages.Panel;

/** A part of an incident's page that a later chapter brings. Called within the page's piece of work at the desk. */
public interface IncidentPanel {

    /** Its place among the panels, from the top. */
    int order();

    /** What stands on the page of this incident for whoever asks; empty when there is nothing to show to them. */
    Optional<Panel> of(UUID incident);
}
