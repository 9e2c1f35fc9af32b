package uk.frith.platform.reports.recording;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.frith.narrative.OffenceClass;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.pages.Panel;

/**
 * The door of recording: takes a report down, says what is heard in an account, finds what was told before, and counts an
 * organisation's incidents. Called within the caller's piece of work at the desk, which enters in the audit what was shown
 * or taken; whoever may not see an organisation's incidents finds and counts none.
 */
@Service
public class Incidents {

    /** More reports than a household makes in a year, save the one that everybody knows. */
    public static final int LONGEST_RUN = 100;

    /** What is said of a number of victims that {@link #victims} refuses. */
    public static final String WRONG_VICTIMS = RecordRules.WRONG_VICTIMS;

    private final IncidentRepository repository;
    private final ConcernedRepository concerned;
    private final CrimeRepository crimes;
    private final LinkedRepository linked;
    private final Recorder recorder;
    private final Reading reading;
    private final UrgentIncidents urgent;

    Incidents(
            IncidentRepository repository,
            ConcernedRepository concerned,
            CrimeRepository crimes,
            LinkedRepository linked,
            Recorder recorder,
            Reading reading,
            UrgentIncidents urgent) {
        this.repository = repository;
        this.concerned = concerned;
        this.crimes = crimes;
        this.linked = linked;
        this.recorder = recorder;
        this.reading = reading;
        this.urgent = urgent;
    }

    /**
     * Somebody who is concerned in an incident.
     *
     * @param reference how people call the incident
     * @param open whether somebody deals with the incident and it isn't closed
     */
    public record Involved(UUID id, UUID incident, String reference, boolean open, NewReport.Person person) {

        /** Their name, or that it isn't known. */
        public String name() {
            return person.name().isEmpty() ? "somebody whose name isn't known" : person.name();
        }

        @Override
        public String toString() {
            return "Involved[" + id + "]";
        }
    }

    /** What the reader saw in an account beside crimes: its kind, what it is, and the words that carry it. */
    public record Seen(String kind, String what, String words) {

        /** What it is, as people say it. */
        public String inWords() {
            return RecordWords.shown(kind, what).what();
        }

        /** What it is, under its heading. */
        public String says() {
            return RecordWords.shown(kind, what).says();
        }

        @Override
        public String toString() {
            return "Seen[" + kind + "]";
        }
    }

    /** Everybody who is concerned in an incident; nobody for whoever may not see them. */
    public List<Involved> people(UUID incident) {
        return concerned.involved(incident);
    }

    /** Somebody by their id; empty for whoever may not see them. */
    public Optional<Involved> person(UUID id) {
        return concerned.involvedOne(id);
    }

    /**
     * How whoever told an incident can be reached safely, as they said it; empty when they said nothing of it.
     *
     * @param wishes what is known besides of what somebody wants
     */
    public List<String> safely(UUID incident, String wishes) {
        String account =
                repository.find(incident).map(whole -> whole.incident().text()).orElse("");
        return SafeContact.said(wishes, concerned.wishes(incident), account);
    }

    /** What the reader saw in an incident's account when it was taken down. */
    public List<Seen> remarks(UUID incident) {
        return crimes.remarks(incident).stream()
                .map(remark -> new Seen(remark.kind(), remark.what(), remark.span()))
                .toList();
    }

    /** What must be responded to at once, as a part of a page; empty for whoever sends nobody. */
    public Optional<Panel> urgent(Actor reader) {
        return urgent.of(reader);
    }

    /** Whether a crime is recorded under an incident. */
    public boolean hasCrime(UUID incident) {
        return crimes.anyStands(incident);
    }

    /** A report of a run: the same people, or the same home. */
    public record InRun(
            UUID incident,
            String reference,
            Instant reported,
            Optional<AsbCategory> category,
            String account,
            boolean crime) {
        @Override
        public String toString() {
            return "InRun[" + incident + "]";
        }
    }

    /**
     * The other reports of the same people, or about the same home, since a moment; latest first, at most {@value
     * #LONGEST_RUN}. A place without a number in it is a street, and not a home.
     */
    public List<InRun> run(UUID incident, Instant since) {
        return linked.household(incident, since, LONGEST_RUN);
    }

    /** An incident as it stands in a run; empty when there is none, or none that the asker may see. */
    public Optional<InRun> incident(UUID id) {
        return repository
                .find(id)
                .map(whole -> new InRun(
                        id,
                        whole.incident().reference(),
                        whole.incident().reportedAt(),
                        whole.incident().category(),
                        whole.incident().text(),
                        hasCrime(id)));
    }

    /** What the reader saw in each of these incidents' accounts when they were taken down. */
    public Map<UUID, List<Seen>> seen(List<UUID> incidents) {
        return linked.seen(incidents);
    }

    /** How many people are harmed in any of these incidents; the same number or name is one person. */
    public int harmed(List<UUID> incidents) {
        return PeopleRules.count(linked.harmed(incidents));
    }

    /** Whose an incident is: a person's or a team's; both are empty when it is nobody's. */
    public record Owned(Optional<UUID> account, Optional<UUID> team) {}

    /** Whose an incident is. */
    public Owned owned(UUID incident) {
        return linked.owned(incident);
    }

    /** Whether somebody deals with an incident and it isn't closed. */
    public boolean isOpen(UUID incident) {
        return linked.isOpen(incident);
    }

    /** The earlier incident that this one follows up; empty when it stands alone. */
    public Optional<UUID> followed(UUID incident) {
        return linked.followed(incident);
    }

    /** What the victim was heard to want when the report was taken down; may be empty. */
    public String wishes(UUID incident) {
        return concerned.wishes(incident);
    }

    /** What was written, with line breaks as one sign and without signs that can't be shown. */
    public static String cleaned(String text) {
        return RecordRules.clean(text);
    }

    /**
     * Records a report as an incident of an organisation: reads it, grades it, gives it an owner, starts its clocks. The
     * same reference of the same source gives the incident that stands already.
     */
    public Taken record(UUID organisation, NewReport report) {
        return recorder.record(organisation, report);
    }

    /** What is heard in an account, without recording anything. */
    public Heard hear(String account, List<Earlier> before) {
        return recorder.hear(account, before);
    }

    /** The number of victims of a crime as it was typed; empty when it is no number or more than one crime has. */
    public static Optional<Integer> victims(String typed) {
        return RecordRules.victims(typed);
    }

    /**
     * Whether words say that it goes on as they are written, or that somebody is in danger: whoever wrote them is told of 999.
     * Read by the rules that come with Frith, which no organisation's own can silence.
     */
    public boolean isGoingOn(String words) {
        return reading.isGoingOn(words);
    }

    /** The current offence classes, in the order of the offence list. */
    public List<OffenceClass> offences() {
        return List.copyOf(reading.offences());
    }

    /** An offence class by its code; empty when the list doesn't have it. */
    public Optional<OffenceClass> offence(String code) {
        return reading.offence(code);
    }

    /**
     * What was told in the last year by a caller, about a place or, last, about its street; latest first, at most {@value Recorder#MOST_EARLIER}.
     * Numbers and names are compared as digits and letters, however they were written.
     *
     * @param phone the caller's number; empty when it isn't known
     * @param name the caller's name; empty when it isn't known
     * @param place where it is, in words; empty when it isn't known
     */
    public List<Earlier> before(UUID organisation, String phone, String name, String place) {
        return recorder.before(organisation, new RecordRepository.Sought(phone, name, place));
    }

    /** One earlier report, as it is shown to whoever takes a later one down; empty when the asker may not see it. */
    public Optional<Earlier> earlier(UUID organisation, UUID incident) {
        return recorder.earlier(organisation, incident);
    }

    /** By when somebody should go or answer, were a report of this grade told of at this moment. */
    public Instant answerBy(UUID organisation, Grade grade, Instant told) {
        return recorder.answerBy(organisation, grade, told);
    }

    /**
     * Counts by area and month; sorted by both, without lines of nought.
     *
     * @param from first month, inclusive
     * @param to last month, inclusive
     */
    public List<IncidentCount> counts(UUID organisation, YearMonth from, YearMonth to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The last month is before the first.");
        }
        return repository.counts(organisation, from, to);
    }

    /** What there is of an organisation's incidents; empty when there is nothing, or nothing that the asker may see. */
    public Optional<IncidentCoverage> coverage(UUID organisation) {
        return repository.coverage(organisation);
    }
}
