package uk.frith.platform.reports.recording;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.deadlines.Clock;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.deadlines.Duty;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.reports.recording.CrimeRepository.Decision;
import uk.frith.platform.reports.recording.CrimeRepository.NewCrime;
import uk.frith.platform.reports.recording.HandlingRepository.Closed;
import uk.frith.platform.reports.recording.HandlingRepository.Opening;
import uk.frith.platform.reports.recording.HandlingRepository.Others;
import uk.frith.platform.reports.recording.HandlingRepository.Owner;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;
import uk.frith.platform.reports.recording.RecordRepository.Known;
import uk.frith.platform.reports.recording.RecordRepository.Sought;

/** Takes reports down and keeps their clocks true through everything that is done with them. */
@Component
class Recorder {

    static final String RECORD_CRIME = "RECORD_CRIME";
    static final String FIND_OWNER = "FIND_OWNER";
    static final String SPEAK = "SPEAK_TO_AFFECTED";

    /** A handler reads no more while somebody waits, and the reader needs no more to see a course of conduct. */
    static final int MOST_EARLIER = 20;

    /** Somebody who was harmed more than once in a year is a repeat victim by the usual definition of forces. */
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final RecordRepository repository;
    private final HandlingRepository handlings;
    private final CrimeRepository crimes;
    private final ConcernedRepository concerned;
    private final Reading reading;
    private final Allocation allocation;
    private final Deadlines deadlines;
    private final Desk desk;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Recorder(
            RecordRepository repository,
            HandlingRepository handlings,
            CrimeRepository crimes,
            ConcernedRepository concerned,
            Reading reading,
            Allocation allocation,
            Deadlines deadlines,
            Desk desk,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.handlings = handlings;
        this.crimes = crimes;
        this.concerned = concerned;
        this.reading = reading;
        this.allocation = allocation;
        this.deadlines = deadlines;
        this.desk = desk;
        this.clock = clock;
        this.events = events;
    }

    Taken record(UUID organisation, NewReport report) {
        Instant now = clock.instant();
        List<Taken.Fault> faults = RecordRules.faults(report, now);
        if (!faults.isEmpty()) {
            return new Taken.Refused(faults);
        }
        Optional<Known> before = already(organisation, report);
        if (before.isPresent()) {
            return new Taken.Recorded(before.get().id(), before.get().reference(), true);
        }
        String text = RecordRules.clean(report.account());
        Heard heard = hear(organisation, text, told(organisation, report));
        long number = repository.nextNumber();
        Sorting sorted = Sorting.found(report.chosen(), heard.findings());
        Placed placed = allocation.placed(report.place());
        Optional<Known> added = repository.add(organisation, number, report, placed, text, sorted);
        if (added.isEmpty()) {
            Known other = already(organisation, report)
                    .orElseThrow(() -> new IllegalStateException("A report stood in its own way."));
            return new Taken.Recorded(other.id(), other.reference(), true);
        }
        open(organisation, number, added.get(), report, placed.area(), heard, sorted);
        events.publishEvent(new IncidentRecorded(added.get().id(), organisation));
        return new Taken.Recorded(added.get().id(), added.get().reference(), false);
    }

    private Optional<Known> already(UUID organisation, NewReport report) {
        return report.sourceReference()
                .flatMap(reference -> repository.already(organisation, report.source(), reference));
    }

    /** A caller's earlier reports, the first caller's and those about the place; a victim who isn't the caller counts too. */
    private List<Earlier> told(UUID organisation, NewReport report) {
        Optional<Person> person = report.people().stream()
                .filter(each -> each.part() != NewReport.Part.NAMED && each.part() != NewReport.Part.WITNESS)
                .findFirst();
        Sought sought = new Sought(
                person.map(Person::phone).orElse(""), person.map(Person::name).orElse(""), "");
        return sought.phone().isBlank() && sought.name().isBlank() ? List.of() : before(organisation, sought);
    }

    List<Earlier> before(UUID organisation, Sought sought) {
        return repository.earlier(organisation, sought, clock.instant().minus(A_YEAR), MOST_EARLIER);
    }

    Optional<Earlier> earlier(UUID organisation, UUID incident) {
        return repository.earlier(organisation, incident);
    }

    Instant answerBy(UUID organisation, Grade grade, Instant told) {
        return deadlines.due(grade.duty(), organisation, told);
    }

    /** Earlier reports of the caller speak for a course of conduct; what others told about the place doesn't. */
    Heard hear(String account, List<Earlier> before) {
        Actor actor = desk.actor().orElseThrow(() -> new IllegalStateException("Somebody hears an account."));
        return hear(actor.organisation(), account, before);
    }

    private Heard hear(UUID organisation, String account, List<Earlier> before) {
        return reading.hear(
                organisation,
                account,
                before.stream()
                        .filter(Earlier::isOfCaller)
                        .sorted(Comparator.comparing(Earlier::reported))
                        .map(Earlier::told)
                        .toList());
    }

    private void open(
            UUID organisation,
            long number,
            Known incident,
            NewReport report,
            Optional<String> area,
            Heard heard,
            Sorting sorted) {
        Instant now = clock.instant();
        Optional<Actor> actor = desk.actor().filter(each -> !each.service());
        Grade grade = report.chosen().grade().orElse(heard.grade());
        List<String> reasons = new ArrayList<>(heard.reasons());
        if (grade != heard.grade()) {
            reasons.addFirst("Chosen by whoever took the report down; the rules say "
                    + heard.grade().words().toLowerCase(java.util.Locale.UK) + ".");
        }
        Owner owner = ownerOf(organisation, area, actor);
        String label = report.chosen()
                .category()
                .map(category -> "ASB - " + category.words())
                .orElse(heard.findings().incident());
        handlings.addHandling(new Opening(
                incident,
                number,
                organisation,
                label,
                grade,
                reasons,
                owner,
                actor.map(Actor::account),
                RecordRules.clean(report.wishes()),
                heard,
                sorted,
                report.people().stream().anyMatch(person -> person.part() == NewReport.Part.AFFECTED)
                        ? Others.SOMEBODY
                        : Others.NOT_ASKED,
                now));
        concerned.addPeople(organisation, incident.id(), report.people());
        concerned.addEvidence(organisation, incident.id(), report.evidence(), now);
        crimes.addSuggestions(organisation, incident.id(), heard.findings());
        crimes.addRemarks(organisation, incident.id(), RecordWords.remarks(heard.findings()));
        report.follows()
                .ifPresent(follows -> repository.addLink(
                        organisation,
                        incident.id(),
                        follows.incident(),
                        follows.kind(),
                        now,
                        actor.map(Actor::account)));
        Clocks clocks = new Clocks(organisation, incident, owner, report.reportedAt());
        clocks.begin(grade.duty());
        if (owner.isNobody()) {
            clocks.begin(FIND_OWNER);
        }
        if (!heard.findings().crimes().isEmpty()) {
            clocks.begin(RECORD_CRIME);
        }
        boolean unspoken = report.people().stream()
                .anyMatch(person -> person.part().isHarmed() && person.spokenTo() == SpokenTo.NOT_YET);
        if (unspoken) {
            clocks.begin(SPEAK);
        }
    }

    private Owner ownerOf(UUID organisation, Optional<String> area, Optional<Actor> actor) {
        Optional<UUID> officer = actor.filter(each -> each.roles().contains(Role.NEIGHBOURHOOD_OFFICER))
                .map(Actor::account);
        if (officer.isPresent()) {
            return new Owner(officer, Optional.empty(), "The officer who took it down");
        }
        return allocation.of(organisation, area);
    }

    /** Starts the clocks of one incident. */
    private final class Clocks {
        private final UUID organisation;
        private final Known incident;
        private final Owner owner;
        private final Instant began;

        Clocks(UUID organisation, Known incident, Owner owner, Instant began) {
            this.organisation = organisation;
            this.incident = incident;
            this.owner = owner;
            this.began = began;
        }

        void begin(String kind) {
            deadlines.begin(new Duty(
                    kind,
                    organisation,
                    incident.id(),
                    incident.reference(),
                    "/incidents/" + incident.id(),
                    owner.account(),
                    owner.team(),
                    began));
        }
    }

    /** Records a crime, and with it the suggestion that it comes from; false when its reference stands already. */
    boolean recordCrime(UUID organisation, UUID incident, NewCrime crime, Optional<UUID> suggestion, UUID by) {
        Instant now = clock.instant();
        Optional<UUID> recorded = crimes.addCrime(organisation, incident, crime, now, by);
        if (recorded.isEmpty()) {
            return false;
        }
        suggestion.ifPresent(from -> crimes.decide(incident, new Decision(from, recorded.get(), null), now, by));
        afterDecision(incident);
        events.publishEvent(new CrimeRecorded(recorded.get(), incident, organisation));
        return true;
    }

    /** Says why a suggested crime isn't recorded; false when it was decided already. */
    boolean refuseCrime(UUID incident, UUID suggestion, String reason, UUID by) {
        boolean refused = crimes.decide(incident, new Decision(suggestion, null, reason), clock.instant(), by);
        afterDecision(incident);
        return refused;
    }

    private void afterDecision(UUID incident) {
        crimes.suggestAgain(incident);
        if (crimes.openSuggestions(incident) == 0) {
            deadlines.meet(RECORD_CRIME, incident);
        }
    }

    void spoken(UUID incident, UUID person, SpokenTo spoken) {
        concerned.spoken(incident, person, spoken);
        if (concerned.unspoken(incident) == 0) {
            deadlines.meet(SPEAK, incident);
        }
    }

    void addPerson(UUID organisation, Known incident, Person person) {
        concerned.addPeople(organisation, incident.id(), List.of(person));
        if (person.part() == NewReport.Part.AFFECTED) {
            handlings.others(incident.id(), Others.SOMEBODY);
        }
        if (person.part().isHarmed() && person.spokenTo() == SpokenTo.NOT_YET) {
            new Clocks(organisation, incident, ownerNow(incident.id()), clock.instant()).begin(SPEAK);
        }
    }

    private Owner ownerNow(UUID incident) {
        return handlings
                .handling(incident)
                .map(handling -> new Owner(handling.owner(), handling.team(), handling.allocatedBy()))
                .orElse(new Owner(Optional.empty(), Optional.empty(), "Nobody"));
    }

    /** Says anew what kind of incident it is; what it was before stays in its history. */
    void sort(UUID incident, Sorting sorting) {
        repository.sort(incident, sorting);
        handlings.sort(incident, sorting);
    }

    void nobodyElse(UUID incident) {
        handlings.others(incident, Others.NOBODY);
    }

    void give(UUID incident, Owner owner) {
        handlings.own(incident, owner);
        deadlines.handOver(incident, owner.account(), owner.team());
        if (!owner.isNobody()) {
            deadlines.meet(FIND_OWNER, incident);
        }
    }

    void responded(UUID incident) {
        handlings
                .handling(incident)
                .ifPresent(handling -> deadlines.meet(handling.grade().duty(), incident));
    }

    void regrade(UUID organisation, Known incident, Grade grade, String reason) {
        HandlingRepository.Handling handling = handlings
                .handling(incident.id())
                .orElseThrow(() -> new IllegalStateException("Only an incident that is handled has a grade."));
        if (handling.grade() != grade) {
            handlings.regrade(incident.id(), grade, List.of(reason));
            deadlines.cancel(handling.grade().duty(), incident.id(), "graded anew");
            new Clocks(organisation, incident, ownerNow(incident.id()), begun(incident.id(), grade))
                    .begin(grade.duty());
        }
    }

    /** Now, but for a grade that it had before: what was late by then stays late. */
    private Instant begun(UUID incident, Grade grade) {
        return deadlines.of(incident).stream()
                .filter(each -> each.kind().equals(grade.duty()))
                .map(Clock::began)
                .min(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }

    /** Takes up an incident of an extract: from now on it has an owner, clocks and a closing. */
    void takeUp(UUID organisation, Known incident, String account, NewReport.Chosen chosen, UUID by) {
        Heard heard = hear(organisation, account, List.of());
        Sorting sorted = Sorting.found(chosen, heard.findings());
        Owner owner = new Owner(Optional.of(by), Optional.empty(), "Whoever took it up");
        Instant now = clock.instant();
        handlings.addHandling(new Opening(
                incident,
                repository.nextNumber(),
                organisation,
                chosen.category()
                        .map(each -> "ASB - " + each.words())
                        .orElse(heard.findings().incident()),
                heard.grade(),
                heard.reasons(),
                owner,
                Optional.of(by),
                "",
                heard,
                sorted,
                Others.NOT_ASKED,
                now));
        crimes.addSuggestions(organisation, incident.id(), heard.findings());
        crimes.addRemarks(organisation, incident.id(), RecordWords.remarks(heard.findings()));
        Clocks clocks = new Clocks(organisation, incident, owner, now);
        clocks.begin(heard.grade().duty());
        if (!heard.findings().crimes().isEmpty()) {
            clocks.begin(RECORD_CRIME);
        }
    }

    /**
     * Closes an incident through which no gate stands any more; its clocks stop. A response that nobody said was made isn't
     * said to have been made in time; one that is late by then stays late.
     */
    boolean close(UUID organisation, UUID incident, Closed closed, UUID by) {
        handlings.handling(incident).ifPresent(handling -> {
            String respond = handling.grade().duty();
            if (deadlines.of(incident).stream()
                    .anyMatch(each -> each.kind().equals(respond) && each.at(clock.instant()) == Clock.State.LATE)) {
                deadlines.meet(respond, incident);
            } else {
                deadlines.cancel(respond, incident, "the incident was closed, and nobody said that somebody went");
            }
        });
        boolean done = handlings.close(incident, closed, clock.instant(), by);
        if (done) {
            deadlines.cancel(FIND_OWNER, incident, "the incident was closed");
            deadlines.cancel(SPEAK, incident, "the incident was closed");
            events.publishEvent(new IncidentClosed(incident, organisation));
        }
        return done;
    }
}
