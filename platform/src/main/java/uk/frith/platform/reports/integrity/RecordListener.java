package uk.frith.platform.reports.integrity;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.frith.platform.reports.recording.CrimeRecorded;
import uk.frith.platform.reports.recording.IncidentClosed;

/** Hears what is done with incidents, in the transaction in which it is done: a finding ends with what puts it right. */
@Component
class RecordListener {

    private final Findings findings;

    RecordListener(Findings findings) {
        this.findings = findings;
    }

    @EventListener
    void on(CrimeRecorded recorded) {
        findings.crimeRecorded(recorded.incident());
    }

    @EventListener
    void on(IncidentClosed closed) {
        findings.closed(closed.incident());
    }
}
