package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.deadlines.Duty;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.reports.recording.CorrectionRepository.Recorded;
import uk.frith.platform.reports.recording.CorrectionRules.Standing;
import uk.frith.platform.reports.recording.HandlingRepository.Handling;

/** Corrects recorded crimes, and sees to it that what such a crime had taken in is decided on. */
@Component
class Corrections {

    private final CorrectionRepository repository;
    private final CrimeRepository crimes;
    private final HandlingRepository handlings;
    private final RecordRepository records;
    private final IncidentRepository incidents;
    private final Deadlines deadlines;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Corrections(
            CorrectionRepository repository,
            CrimeRepository crimes,
            HandlingRepository handlings,
            RecordRepository records,
            IncidentRepository incidents,
            Deadlines deadlines,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.crimes = crimes;
        this.handlings = handlings;
        this.records = records;
        this.incidents = incidents;
        this.deadlines = deadlines;
        this.clock = clock;
        this.events = events;
    }

    /** Who corrects a crime of which incident, and whether that is open. */
    record Of(Actor actor, UUID incident, boolean open) {}

    /** Nobody else changes the incident until this piece of work is done; gives whether it is open. */
    boolean lock(UUID incident) {
        return handlings.lock(incident).orElse(false);
    }

    /** The moment it was recorded and the clock that ended then stay; what it had taken in gets a clock of its own. */
    void correct(Of of, Recorded recorded, Standing after, String reason) {
        Instant now = clock.instant();
        repository.correct(recorded.id(), after, reason, now, of.actor().account());
        if (crimes.suggestAgain(of.incident())) {
            if (!of.open() && handlings.reopen(of.incident())) {
                records.addNote(
                        of.actor().organisation(),
                        of.incident(),
                        now,
                        of.actor().account(),
                        "Opened again: what crime " + recorded.reference() + " had taken in is to be decided.");
            }
            begin(of, now);
        }
        if (after.cancelled().isEmpty()) {
            events.publishEvent(
                    new CrimeRecorded(recorded.id(), of.incident(), of.actor().organisation()));
        }
    }

    private void begin(Of of, Instant now) {
        Optional<Handling> handling = handlings.handling(of.incident());
        incidents
                .find(of.incident())
                .ifPresent(whole -> deadlines.begin(new Duty(
                        Recorder.RECORD_CRIME,
                        of.actor().organisation(),
                        of.incident(),
                        whole.incident().reference(),
                        "/incidents/" + of.incident(),
                        handling.flatMap(Handling::owner),
                        handling.flatMap(Handling::team),
                        now)));
    }
}
