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
import uk.frith.platform.reports.concerns.RunRules.Code;
import uk.frith.platform.reports.concerns.RunRules.Level;
import uk.frith.platform.reports.recording.IncidentRecorded;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.InRun;
import uk.frith.platform.reports.recording.Incidents.Owned;

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
    private final Runs runs;
    private final Deadlines deadlines;
    private final InstantSource clock;

    ConcernListener(
            Incidents incidents, ConcernRepository repository, Runs runs, Deadlines deadlines, InstantSource clock) {
        this.incidents = incidents;
        this.repository = repository;
        this.runs = runs;
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
            raise(organisation, report, raised, new Owned(Optional.empty(), Optional.empty()));
        }
        heavy(organisation, report)
                .ifPresent(raised -> raise(organisation, report, raised, incidents.owned(report.incident())));
    }

    /** A run that weighs heavily is for whoever owns the report that made it so; once, until it is answered. */
    private Optional<Raised> heavy(UUID organisation, InRun report) {
        return runs.run(organisation, report.incident())
                .filter(run -> run.reports().size() > 1 && run.weighed().level() == Level.HIGH)
                .filter(run -> !repository.isOpenInAny(
                        ConcernKind.RUN,
                        run.reports().stream()
                                .map(each -> each.report().incident())
                                .toList()))
                .map(run -> new Raised(
                        ConcernKind.RUN,
                        run.weighed().reasons(),
                        run.weighed().points() + " points; high from "
                                + run.weights().of(Code.HIGH)
                                + ". HMICFRS, The policing response to antisocial behaviour (October 2024): victims may be"
                                + " affected by a series of related incidents"));
    }

    private void raise(UUID organisation, InRun report, Raised raised, Owned owned) {
        Instant now = clock.instant();
        Optional<UUID> added = repository.add(organisation, report.incident(), raised, now);
        if (added.isPresent() && raised.kind().asks()) {
            deadlines.begin(new Duty(
                    LOOK_BEHIND,
                    organisation,
                    added.get(),
                    report.reference(),
                    "/concerns/" + added.get(),
                    owned.account(),
                    owned.team(),
                    now));
        }
    }
}
