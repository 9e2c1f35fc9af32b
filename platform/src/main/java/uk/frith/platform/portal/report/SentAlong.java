package uk.frith.platform.portal.report;

import java.util.List;
import java.util.UUID;
import uk.frith.platform.reports.recording.NewReport;

/** What came along with a report. A later chapter keeps it; called within the piece of work that records the report. */
public interface SentAlong {

    List<NewReport.Evidence> alongWith(UUID report);
}
