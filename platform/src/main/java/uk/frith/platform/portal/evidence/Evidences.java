package uk.frith.platform.portal.evidence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.deadlines.Clock;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.deadlines.Duty;
import uk.frith.platform.portal.report.PublicReports;
import uk.frith.platform.portal.report.ReportTaken;
import uk.frith.platform.portal.report.SentAlong;
import uk.frith.platform.portal.report.SentReport;
import uk.frith.platform.reports.recording.NewReport;

/**
 * The door of evidence: the files of a report, and the promise that somebody opens them. Called within the caller's piece of
 * work at the desk; whoever doesn't see a report sees none of its files.
 */
@Service
public class Evidences implements SentAlong {

    static final String OPEN_EVIDENCE = "OPEN_EVIDENCE";
    private static final String HELD_BY = "Frith: see the online report";

    private final EvidenceRepository repository;
    private final PublicReports reports;
    private final Deadlines deadlines;
    private final InstantSource clock;

    Evidences(EvidenceRepository repository, PublicReports reports, Deadlines deadlines, InstantSource clock) {
        this.repository = repository;
        this.reports = reports;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** A report's files in the order in which they came. */
    public List<EvidenceFile> of(UUID report) {
        return repository.of(report);
    }

    @Override
    public List<NewReport.Evidence> alongWith(UUID report) {
        return repository.of(report).stream()
                .map(file -> new NewReport.Evidence(
                        file.kind(),
                        String.format(
                                Locale.UK,
                                "Sent online: %s, %,d bytes, SHA-256 %s",
                                file.mediaType(),
                                file.bytes(),
                                file.sha256()),
                        HELD_BY))
                .toList();
    }

    /** The report is with its force: from when it was sent on somebody must open what came with it. */
    @EventListener
    void taken(ReportTaken taken) {
        promise(taken.report());
    }

    /** Starts the clock for files that have none yet. */
    void promise(UUID report) {
        Optional<SentReport> sent = reports.find(report);
        if (sent.isEmpty() || sent.get().incident().isEmpty() || repository.unopened(report) == 0) {
            return;
        }
        UUID incident = sent.get().incident().get();
        List<Clock> clocks = deadlines.of(incident);
        Optional<Clock> leading =
                clocks.stream().filter(each -> each.ended().isEmpty()).findFirst();
        Instant from = repository.of(report).stream()
                .filter(file -> file.opened().isEmpty() && file.due().isEmpty())
                .map(EvidenceFile::received)
                .max(Instant::compareTo)
                .orElse(clock.instant());
        deadlines.begin(new Duty(
                OPEN_EVIDENCE,
                sent.get().organisation(),
                incident,
                sent.get().reference().orElse(""),
                "/incidents/" + incident,
                leading.flatMap(Clock::account),
                leading.flatMap(Clock::team),
                from.isBefore(sent.get().sent()) ? sent.get().sent() : from));
        deadlines.of(incident).stream()
                .filter(each ->
                        each.kind().equals(OPEN_EVIDENCE) && each.ended().isEmpty())
                .findFirst()
                .ifPresent(running -> repository.promised(report, running.due()));
    }

    /** Somebody opens a file; when it was the last of the report, the promise is kept. */
    void opened(EvidenceFile file, UUID by) {
        repository.opened(file.id(), by, clock.instant());
        if (repository.unopened(file.report()) == 0) {
            reports.find(file.report())
                    .flatMap(SentReport::incident)
                    .ifPresent(incident -> deadlines.meet(OPEN_EVIDENCE, incident));
        }
    }
}
