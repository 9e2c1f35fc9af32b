package uk.frith.platform.reports.concerns;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.deadlines.Duty;
import uk.frith.platform.reports.concerns.ConcernRules.Raised;
import uk.frith.platform.reports.concerns.ConcernRules.Thresholds;
import uk.frith.platform.reports.recording.IncidentRecorded;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.InRun;

/**
 * Looks behind each report as it is recorded, in the same transaction: what is found stands on the incident when it is
 * first looked at, and a crash loses neither without the other.
 */
@Component
class ConcernListener {

    static final String LOOK_BEHIND = "LOOK_BEHIND";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Incidents incidents;
    private final ConcernRepository repository;
    private final Deadlines deadlines;
    private final InstantSource clock;

    ConcernListener(Incidents incidents, ConcernRepository repository, Deadlines deadlines, InstantSource clock) {
        this.incidents = incidents;
        this.repository = repository;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @EventListener
    void on(IncidentRecorded event) {
        Optional<InRun> report = incidents.incident(event.incident());
        if (report.isPresent()) {
            lookBehind(event.organisation(), report.get());
        }
    }

    private void lookBehind(UUID organisation, InRun report) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, LONDON);
        Thresholds thresholds = new Thresholds(
                repository.threshold(ConcernKind.REPEAT, organisation, day),
                repository.threshold(ConcernKind.HOUSEHOLD, organisation, day),
                repository.threshold(ConcernKind.FAMILY, organisation, day));
        List<InRun> run =
                incidents.run(report.incident(), report.reported().minus(Duration.ofDays(thresholds.longestDays())));
        for (Raised raised : ConcernRules.raised(report, incidents.remarks(report.incident()), run, thresholds)) {
            Optional<UUID> added = repository.add(organisation, report.incident(), raised, now);
            if (added.isPresent() && raised.kind().asks()) {
                deadlines.begin(new Duty(
                        LOOK_BEHIND,
                        organisation,
                        added.get(),
                        report.reference(),
                        "/concerns/" + added.get(),
                        Optional.empty(),
                        Optional.empty(),
                        now));
            }
        }
    }
}
