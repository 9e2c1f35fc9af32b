package uk.frith.platform.foundation.identity;

import java.util.Optional;
import uk.frith.platform.foundation.pages.Panel;

/**
 * A part of the start page that a later chapter brings, as what waits for the reader. The chapter gives a bean; identity
 * shows it without knowing it. Called within the page's piece of work at the desk.
 */
public interface TodayPanel {

    /** Its place among the panels, from the top. */
    int order();

    /** What stands on this reader's start page; empty when there is nothing for them. */
    Optional<Panel> of(Actor reader);
}
