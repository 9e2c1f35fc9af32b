package uk.frith.platform.understanding.risk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.deadlines.Clock;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.deadlines.Duty;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.InRun;
import uk.frith.platform.reports.recording.Incidents.Owned;

/**
 * The clocks of an incident's risk. One until every question is answered, one until the risk has to be assessed again, which
 * is that of the household whose turn comes first; both are the owner's. One for each household until a supervisor reviews.
 */
@Component
class RiskClocks {

    static final String ASSESS = "ASSESS_RISK";
    private static final String REASSESS = "REASSESS_";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Deadlines deadlines;
    private final Incidents incidents;
    private final RiskRepository repository;
    private final InstantSource clock;

    RiskClocks(Deadlines deadlines, Incidents incidents, RiskRepository repository, InstantSource clock) {
        this.deadlines = deadlines;
        this.incidents = incidents;
        this.repository = repository;
        this.clock = clock;
    }

    /** An assessment is owed. */
    void owed(UUID organisation, InRun incident) {
        begin(ASSESS, organisation, incident, 1, clock.instant());
    }

    /** After a household was assessed. */
    void assessed(UUID organisation, InRun incident, int household) {
        List<Assessment> latest = repository.latest(incident.incident());
        latest.stream()
                .filter(each -> !each.isComplete())
                .findFirst()
                .ifPresentOrElse(
                        open -> begin(ASSESS, organisation, incident, open.household(), open.made()),
                        () -> deadlines.meet(ASSESS, incident.incident()));
        again(organisation, incident, household, latest);
        latest.stream()
                .filter(each -> each.household() == household)
                .forEach(each -> review(organisation, incident, each));
    }

    private void again(UUID organisation, InRun incident, int household, List<Assessment> latest) {
        Optional<Clock> running = deadlines.of(incident.incident()).stream()
                .filter(each -> each.kind().startsWith(REASSESS) && each.ended().isEmpty())
                .findFirst();
        Optional<Assessment> next = latest.stream()
                .filter(Assessment::isComplete)
                .min(Comparator.comparing(each -> dueAgain(organisation, each)));
        boolean stays = running.isPresent()
                && next.isPresent()
                && next.get().household() != household
                && running.get().kind().equals(next.get().band().reassess())
                && running.get()
                        .path()
                        .equals(RiskPage.placeOf(incident.incident(), next.get().household()));
        if (!stays) {
            running.ifPresent(each -> deadlines.meet(each.kind(), incident.incident()));
            next.ifPresent(
                    each -> begin(each.band().reassess(), organisation, incident, each.household(), each.made()));
        }
    }

    /** By when a complete assessment has to be made again; far away when nothing says so. */
    Instant dueAgain(UUID organisation, Assessment assessment) {
        return deadlines
                .allowed(assessment.band().reassess(), organisation, LocalDate.ofInstant(assessment.made(), LONDON))
                .map(assessment.made()::plus)
                .orElse(assessment.made().plus(Duration.ofDays(36_500)));
    }

    private void review(UUID organisation, InRun incident, Assessment assessment) {
        UUID subject = repository.first(incident.incident(), assessment.household());
        for (Band band : Band.values()) {
            if (band.isReviewed() && band != assessment.band()) {
                deadlines.cancel(band.review(), subject, "the risk is another now");
            }
        }
        beginReview(organisation, incident, assessment, subject);
    }

    private void beginReview(UUID organisation, InRun incident, Assessment assessment, UUID subject) {
        if (assessment.band().isReviewed()) {
            deadlines.begin(new Duty(
                    assessment.band().review(),
                    organisation,
                    subject,
                    incident.reference(),
                    RiskPage.placeOf(incident.incident(), assessment.household()),
                    Optional.empty(),
                    Optional.empty(),
                    clock.instant()));
        }
    }

    /** A supervisor reviewed it: the next review is due from now on. */
    void reviewed(UUID organisation, InRun incident, Assessment assessment) {
        if (assessment.band().isReviewed()) {
            UUID subject = repository.first(incident.incident(), assessment.household());
            deadlines.meet(assessment.band().review(), subject);
            beginReview(organisation, incident, assessment, subject);
        }
    }

    /** The incident was closed. */
    void closed(UUID incident) {
        String why = "the incident was closed";
        deadlines.cancel(ASSESS, incident, why);
        for (Band band : Band.values()) {
            deadlines.cancel(band.reassess(), incident, why);
        }
        for (Assessment each : repository.latest(incident)) {
            if (each.band().isReviewed()) {
                deadlines.cancel(each.band().review(), repository.first(incident, each.household()), why);
            }
        }
    }

    private void begin(String kind, UUID organisation, InRun incident, int household, Instant began) {
        Owned owned = incidents.owned(incident.incident());
        deadlines.begin(new Duty(
                kind,
                organisation,
                incident.incident(),
                incident.reference(),
                RiskPage.placeOf(incident.incident(), household),
                owned.account(),
                owned.team(),
                began));
    }
}
