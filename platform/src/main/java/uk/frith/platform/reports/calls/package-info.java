/**
 * Sixty-second mode: one screen, by keyboard alone, on which a call is taken down while somebody tells it.
 *
 * <p><em>a call begins → its draft is kept as it is typed → what was told before, what the reader finds, how soon to go and
 * the next question stand beside it → it is recorded as an incident</em>
 *
 * <p>Promises that what was typed is never lost, whatever happens to the session or the server; that a field which isn't
 * known stops nobody; that nothing is decided by the screen itself: it records through the door of recording, as a form or
 * a partner's system does. Refuses to show anybody the draft of somebody else.
 *
 * <p>Source: HMICFRS, The policing response to antisocial behaviour (October 2024), on recording at source.
 */
@ApplicationModule(
        id = "calls",
        displayName = "Calls",
        allowedDependencies = {"audit", "pages", "identity", "places", "recording", "concerns"})
@NullMarked
package uk.frith.platform.reports.calls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
