package uk.frith.platform.foundation.places;

import java.util.Optional;
import uk.frith.platform.foundation.pages.Panel;

/**
 * A part of an area's page that a later chapter brings, as its figures of antisocial behaviour. The chapter gives a bean;
 * places shows it without knowing it.
 */
public interface AreaPanel {

    /** Its place among the panels, from the top. */
    int order();

    /** What stands on the page of this area for whoever asks; empty when there is nothing to show to them. */
    Optional<Panel> of(Area area);
}
