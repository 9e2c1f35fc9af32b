package uk.frith.platform.reports.victims;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationFile;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.sheets.Sheets;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.Involved;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.victims.EqualityRepository.Characteristics;
import uk.frith.platform.reports.victims.VictimTerms.Age;
import uk.frith.platform.reports.victims.VictimTerms.Answer;
import uk.frith.platform.reports.victims.VictimTerms.Cuckooing;
import uk.frith.platform.reports.victims.VictimTerms.Disability;
import uk.frith.platform.reports.victims.VictimTerms.Ethnicity;
import uk.frith.platform.reports.victims.VictimTerms.Harm;
import uk.frith.platform.reports.victims.VictimTerms.Risk;
import uk.frith.platform.reports.victims.VictimTerms.Sex;
import uk.frith.platform.reports.victims.VictimTerms.Support;
import uk.frith.platform.reports.victims.VictimTerms.Tenure;

/**
 * What victims of the demonstration say about themselves, beside who lives in the pretend town and what a survey says; and homes
 * that its officers think taken over.
 */
@Component
class DemonstrationVictims implements DemonstrationPart {

    private static final int AFTER_THE_INCIDENTS = 25;

    /** Enough for most groups to be shown, and done in a moment. */
    private static final int ASKED = 90;

    private static final List<Age> AGES = List.of(Age.A18_24, Age.A25_44, Age.A45_64, Age.A65_OR_OVER);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The pretend town's 394,000 people; the survey is invented. */
    private static final String FIGURES = """
            characteristic,group,people,survey_percent
            age,18 to 24,31000,44.1
            age,25 to 44,101400,38.6
            age,45 to 64,96500,33.2
            age,65 or over,82600,24.9
            sex,Female,200100,36.8
            sex,Male,193800,33.0
            ethnicity,Asian or Asian British,38200,35.4
            ethnicity,White,318500,34.6
            disability,Disabled,70100,41.7
            disability,Not disabled,323800,33.4
            """;

    private final DemonstrationDesk people;
    private final Desk desk;
    private final Incidents incidents;
    private final EqualityRepository equality;
    private final GroupRepository groups;
    private final VictimRepository victims;
    private final Sheets sheets;
    private final InstantSource clock;

    DemonstrationVictims(
            DemonstrationDesk people,
            Desk desk,
            Incidents incidents,
            EqualityRepository equality,
            GroupRepository groups,
            VictimRepository victims,
            Sheets sheets,
            InstantSource clock) {
        this.people = people;
        this.desk = desk;
        this.incidents = incidents;
        this.equality = equality;
        this.groups = groups;
        this.victims = victims;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_THE_INCIDENTS;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        people.as(
                Role.SUPERVISOR,
                () -> desk.audited(
                        Entry.of(Act.COLLECTION, "equality", EqualityPages.TO_COMPARE)
                                .with("taken", "figures"),
                        this::bring));
        people.as(
                Role.NEIGHBOURHOOD_OFFICER,
                () -> desk.audited(
                        () -> ask(told),
                        asked -> Entry.of(Act.ALTERATION, "victim", EqualityPages.TO_ASK)
                                .about(asked.stream().map(UUID::toString).toList())
                                .showing(List.of("age", "sex", "ethnicity", "disability"))));
        people.as(
                Role.NEIGHBOURHOOD_OFFICER,
                () -> desk.audited(
                        () -> suspect(told),
                        noted -> Entry.of(Act.ALTERATION, "victim", VictimPages.TO_DEAL)
                                .about(noted.stream().map(UUID::toString).toList())
                                .showing(List.of("cuckooing"))));
    }

    private boolean bring() {
        boolean none = groups.current(people.actor().organisation()).isEmpty();
        if (none) {
            Sheets.Sent sent = new Sheets.Sent(
                    new DemonstrationFile("groups.csv", FIGURES.getBytes(StandardCharsets.UTF_8)),
                    "Census and residents' survey of Frithshire",
                    LocalDate.ofInstant(clock.instant(), LONDON).minusMonths(2).toString());
            Sheets.Outcome<GroupRules.Figure> outcome =
                    sheets.take(people.actor(), EqualityPages.SHEET, sent, new GroupRules.Reader()::read);
            if (outcome instanceof Sheets.Outcome.Taken<GroupRules.Figure> taken) {
                groups.add(taken.id(), people.actor().organisation(), taken.rows());
            }
        }
        return none;
    }

    private List<UUID> ask(List<Told> told) {
        List<UUID> asked = new ArrayList<>();
        told.stream()
                .limit(ASKED)
                .flatMap(one -> harmed(one).stream().limit(1))
                .map(Involved::id)
                .distinct()
                .forEach(person -> {
                    equality.put(people.actor().organisation(), person, said(asked.size()));
                    asked.add(person);
                });
        return asked;
    }

    /** Those who are harmed by what somebody told. */
    private List<Involved> harmed(Told told) {
        return incidents.before(people.actor().organisation(), told.phone(), told.name(), "").stream()
                .filter(earlier -> earlier.reported().equals(told.at()))
                .flatMap(earlier -> incidents.people(earlier.incident()).stream())
                .filter(person -> person.person().part().isHarmed())
                .toList();
    }

    /** By turns, in shares that a town has; some don't want to say. */
    private static Characteristics said(int turn) {
        Age age = turn % 11 == 0 ? Age.NOT_SAID : AGES.get(turn % AGES.size());
        Sex sex = turn % 13 == 0 ? Sex.NOT_SAID : turn % 5 < 3 ? Sex.FEMALE : Sex.MALE;
        Ethnicity ethnicity = turn % 7 == 0 ? Ethnicity.NOT_SAID : turn % 5 == 1 ? Ethnicity.ASIAN : Ethnicity.WHITE;
        Disability disability = turn % 6 == 0 ? Disability.NOT_SAID : turn % 4 == 1 ? Disability.YES : Disability.NO;
        return new Characteristics(age, sex, ethnicity, disability);
    }

    /** Whoever is named beside the caller, where the reader of accounts saw that somebody is made use of. */
    private List<UUID> suspect(List<Told> told) {
        List<UUID> noted = new ArrayList<>();
        for (Told one : told) {
            harmed(one).stream()
                    .filter(person -> person.open() && person.person().part() == Part.AFFECTED)
                    .filter(person -> victims.victim(person.id()).isEmpty())
                    .filter(person -> VictimRules.cuckooing(incidents.remarks(person.incident())) != Cuckooing.NO)
                    .findFirst()
                    .ifPresent(person -> {
                        victims.put(people.actor().organisation(), person.incident(), takenOver(person.id()));
                        noted.add(person.id());
                    });
        }
        return noted;
    }

    private static Victim takenOver(UUID person) {
        return new Victim(
                person,
                0,
                "To have the flat to himself again, and nobody to know that he spoke to us",
                Set.of(Harm.FEAR, Harm.SLEEP),
                "He goes out only when the two are away.",
                Answer.YES,
                Set.of(Risk.EXPLOITED, Risk.DISABILITY, Risk.ALONE),
                Answer.YES,
                Answer.YES,
                Cuckooing.SUSPECTED,
                Tenure.COUNCIL_RENT,
                "Frithshire Council",
                Optional.empty(),
                Support.NOT_OFFERED);
    }
}
