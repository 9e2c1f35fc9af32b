package uk.frith.platform.reports.recording;

import java.util.UUID;

/**
 * What a later chapter's pretend people do with an incident of the demonstration while somebody deals with it. The chapter
 * gives a bean; it is called within work at the desk, and does nothing a second time.
 */
public interface DemonstrationStep {

    /**
     * Somebody deals with an incident.
     *
     * @param closes whether they want to close it next
     * @param turn a number that the incident keeps, for variety
     */
    void on(UUID incident, boolean closes, int turn);
}
