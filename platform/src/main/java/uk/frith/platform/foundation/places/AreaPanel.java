package uk.frith.platform.foundation.places;

import java.util.Optional;

/**
 * A part of an area's page that a later chapter brings, as its figures of antisocial behaviour. The chapter gives a bean;
 * places shows it without knowing it.
 */
public interface AreaPanel {

    /**
     * A rendered part.
     *
     * @param template its template, as {@code understanding/prevalence/panel}, which takes {@code page}
     * @param page the template's record
     */
    record Panel(String template, Object page) {}

    /** Its place among the panels, from the top. */
    int order();

    /** What stands on the page of this area for whoever asks; empty when there is nothing to show to them. */
    Optional<Panel> of(Area area);
}
