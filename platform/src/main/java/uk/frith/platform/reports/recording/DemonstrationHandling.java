package uk.frith.platform.reports.recording;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.reports.recording.ConcernedRepository.Concerned;
import uk.frith.platform.reports.recording.CrimeRepository.NewCrime;
import uk.frith.platform.reports.recording.CrimeRepository.Suggestion;
import uk.frith.platform.reports.recording.DemonstrationIncidents.Stage;
import uk.frith.platform.reports.recording.HandlingRepository.Closed;
import uk.frith.platform.reports.recording.HandlingRepository.Handling;
import uk.frith.platform.reports.recording.HandlingRepository.Owner;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/** What the demonstration's people do with an incident, by what the forms of its page do. Within work at the desk. */
@Component
class DemonstrationHandling {

    /** Three in ten suggested crimes turn out to be none. */
    private static final int OF_TEN_RECORDED = 7;

    private final DemonstrationDesk people;
    private final Recorder recorder;
    private final RecordRepository repository;
    private final HandlingRepository handlings;
    private final ConcernedRepository concerned;
    private final CrimeRepository crimes;
    private final IncidentRepository incidents;
    private final RecordPageMaker maker;
    private final List<DemonstrationStep> steps;
    private final InstantSource clock;

    DemonstrationHandling(
            DemonstrationDesk people,
            Recorder recorder,
            RecordRepository repository,
            HandlingRepository handlings,
            ConcernedRepository concerned,
            CrimeRepository crimes,
            IncidentRepository incidents,
            RecordPageMaker maker,
            ObjectProvider<DemonstrationStep> steps,
            InstantSource clock) {
        this.people = people;
        this.recorder = recorder;
        this.repository = repository;
        this.handlings = handlings;
        this.concerned = concerned;
        this.crimes = crimes;
        this.incidents = incidents;
        this.maker = maker;
        this.steps = steps.stream().toList();
        this.clock = clock;
    }

    /** Brings an open incident as far as a stage, through every gate; what was done before isn't done again. */
    boolean deal(UUID incident, Stage stage, int turn) {
        if (!handlings.lock(incident).orElse(false)) {
            return false;
        }
        own(incident, turn);
        if (repository.notes(incident).isEmpty()) {
            repository.addNote(
                    people.actor().organisation(),
                    incident,
                    clock.instant(),
                    people.actor().account(),
                    DemonstrationWords.note(turn));
            recorder.responded(incident);
        }
        // Whoever goes on with it has decided on the crimes, or spoken to everybody, but not yet both.
        boolean closes = stage == Stage.CLOSED;
        if (closes || turn % 2 == 0) {
            speak(incident);
        }
        if (closes || turn % 2 == 1) {
            decide(incident, turn);
        }
        steps.forEach(step -> step.on(incident, closes, turn));
        if (closes) {
            close(incident, turn);
        }
        return true;
    }

    /** Whoever deals with it makes it theirs, unless a team has it and goes on having it. */
    private void own(UUID incident, int turn) {
        Optional<Handling> handling = handlings.handling(incident);
        boolean nobodys = handling.filter(each -> each.owner().isEmpty())
                .filter(each -> each.team().isEmpty() || turn % 3 != 0)
                .isPresent();
        if (nobodys) {
            recorder.give(
                    incident, new Owner(Optional.of(people.actor().account()), Optional.empty(), "Given by hand"));
        }
    }

    private void speak(UUID incident) {
        for (Concerned each : concerned.people(incident)) {
            if (each.person().part().isHarmed() && each.person().spokenTo() == SpokenTo.NOT_YET) {
                recorder.spoken(incident, each.id(), SpokenTo.SPOKEN_TO);
            }
        }
    }

    private void decide(UUID incident, int turn) {
        List<UUID> harmed = concerned.people(incident).stream()
                .filter(each -> each.person().part().isHarmed())
                .map(Concerned::id)
                .toList();
        int number = 0;
        // What a refused crime had taken in is suggested once it is refused.
        for (Suggestion suggestion = open(incident); suggestion != null; suggestion = open(incident)) {
            number++;
            if ((turn + number) % 10 < OF_TEN_RECORDED) {
                int victims = Math.max(1, suggestion.victims());
                recorder.recordCrime(
                        people.actor().organisation(),
                        incident,
                        new NewCrime(
                                suggestion.classCode(),
                                suggestion.className(),
                                "CR" + turn + "/" + number,
                                victims,
                                harmed.subList(0, Math.min(victims, harmed.size()))),
                        Optional.of(suggestion.id()),
                        people.actor().account());
            } else {
                recorder.refuseCrime(
                        incident,
                        suggestion.id(),
                        DemonstrationWords.reason(turn + number),
                        people.actor().account());
            }
        }
    }

    private @Nullable Suggestion open(UUID incident) {
        return crimes.suggestions(incident).stream()
                .filter(Suggestion::isOpen)
                .findFirst()
                .orElse(null);
    }

    private void close(UUID incident, int turn) {
        handlings.crimeChecked(incident, clock.instant(), people.actor().account());
        if (!maker.gates(incident).isEmpty()) {
            // Somebody has to look behind the repeated reports first; the newcomer can.
            return;
        }
        Optional<AsbCategory> category =
                incidents.find(incident).flatMap(whole -> whole.incident().category());
        Closing closing = crimes.anyStands(incident)
                ? Closing.CRIME_RECORDED
                : category.isEmpty() ? Closing.NOT_ASB : DemonstrationWords.ending(turn);
        recorder.close(
                people.actor().organisation(),
                incident,
                new Closed(closing, category, DemonstrationWords.done(turn)),
                people.actor().account());
    }
}
