package uk.frith.platform.portal.report;

import java.util.Optional;
import java.util.UUID;

/** What was told in a talk rather than in a form. A later chapter keeps it; called within a piece of work on that report. */
public interface SaidInATalk {

    /**
     * The whole talk, turn by turn; empty when the report didn't come by a talk.
     *
     * @param first what was told first
     */
    Optional<String> said(UUID report, String first);

    /** Whether somebody still talks with the reporter, at {@code /tell/chat}. */
    boolean goesOn(UUID report);
}
