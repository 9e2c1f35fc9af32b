package uk.frith.platform.portal.report;

import java.util.UUID;

/**
 * What a later chapter's pretend reporters send along with an online report of the demonstration. The chapter gives a bean; it
 * is called within the work in which the report is sent.
 */
public interface DemonstrationAlong {

    /**
     * Somebody sends a report.
     *
     * @param turn its place among those that are sent, for variety
     */
    void along(UUID report, int turn);
}
