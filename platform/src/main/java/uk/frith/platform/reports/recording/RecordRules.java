package uk.frith.platform.reports.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.frith.platform.reports.recording.Taken.Fault;

/** What a report and what is done with it must be, before anything is stored. */
final class RecordRules {

    /** Each victim is one crime, and no street has more of them; a larger number is a slip of the hand. */
    static final int MOST_VICTIMS = 99;

    static final String WRONG_VICTIMS = "A number of victims from 1 to " + MOST_VICTIMS + ": each is one crime";

    static final String TOO_MANY_TICKED = "More people are ticked than there are victims";

    /** Clocks of other systems may be a little ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 50;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_WISHES = 2_000;
    private static final int MOST_PEOPLE = 50;
    private static final int MOST_EVIDENCE = 50;
    static final int SHORTEST_DONE = 20;
    static final int LONGEST_DONE = 5_000;
    static final int SHORTEST_REASON = 10;
    static final int LONGEST_REASON = 2_000;

    /** Controls that no person types, save line break and tab; PostgreSQL refuses the first, browsers hide the others. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}\\uFFFE\\uFFFF]");

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");

    /** What is written when nothing is said; alone, each says nothing of what was done. */
    private static final Set<String> BARE_WORDS = Set.of(Pattern.compile("\\s+").split("""
            a action actioned actions advice advised all and any appropriate arrival arrived as asb at attend
            attended attending been but by call caller calls close closed comment complete completed correct
            date dealt details do done ended enquiries file finalised finished for from further given has have
            if in incident informed into is it job just left log logged matter moment n need needed nfa no none
            not note noted nothing now of off officer officers ok okay on only or order out per please police
            present previous ref report reported required resolved result resulted results scene see seen sorted
            spoken stage still such system taken that the there this time to today unit update updated us was we
            were will with words yet
            """.strip()));

    private RecordRules() {}

    /** What was written, with line breaks as one sign and without signs that can't be shown. */
    static String clean(String text) {
        return CONTROL.matcher(text.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll(" ")
                .strip();
    }

    /** Everything that is wrong with a report; empty when it can be recorded. */
    static List<Fault> faults(NewReport report, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (clean(report.account()).isEmpty()) {
            faults.add(new Fault("account", "Say what happened"));
        }
        longest(faults, "account", report.account(), NewReport.LONGEST_ACCOUNT);
        longest(faults, "location", report.place().location(), IncidentRules.LONGEST_LOCATION);
        longest(faults, "wishes", report.wishes(), LONGEST_WISHES);
        if (!report.place().lsoaCode().orElse("").matches("[A-Z0-9]{0,20}")) {
            faults.add(new Fault("lsoa_code", "It isn't the code of an area"));
        }
        if (report.place()
                .areaCode()
                .filter(code -> !code.matches("[A-Z][0-9]{8}")
                        || report.place().lsoaCode().isPresent())
                .isPresent()) {
            faults.add(new Fault("area_code", "It isn't the code of a ward or district, or a small area is known"));
        }
        if (!report.source().matches("[a-z0-9-]{1,40}") || report.source().equals("extract")) {
            faults.add(new Fault("source", "A source is a word in small letters"));
        }
        report.sourceReference().ifPresent(reference -> {
            if (reference.isBlank() || reference.length() > LONGEST_NAME) {
                faults.add(new Fault("source_reference", "A reference has 1 to " + LONGEST_NAME + " characters"));
            }
        });
        moments(faults, report, now);
        people(faults, report.people());
        evidence(faults, report.evidence());
        return faults;
    }

    private static void moments(List<Fault> faults, NewReport report, Instant now) {
        Instant latest = now.plus(AHEAD);
        if (report.reportedAt().isAfter(latest) || report.reportedAt().isBefore(IncidentRules.EARLIEST)) {
            faults.add(new Fault("reported_at", "It isn't a moment from 1990 until now"));
        }
        report.occurred().ifPresent(occurred -> {
            if (occurred.from().isBefore(IncidentRules.EARLIEST)
                    || occurred.to().isAfter(latest)) {
                faults.add(new Fault("occurred", "It isn't between 1990 and now"));
            }
        });
    }

    private static void people(List<Fault> faults, List<NewReport.Person> people) {
        if (people.size() > MOST_PEOPLE) {
            faults.add(new Fault("people", "At most " + MOST_PEOPLE + " people can be named at once"));
        }
        for (int i = 0; i < people.size(); i++) {
            addPerson(faults, people.get(i), "people[" + i + "].");
        }
    }

    /** The first thing that is wrong with somebody who is concerned. */
    static Optional<Fault> faultOf(NewReport.Person person) {
        List<Fault> faults = new ArrayList<>();
        addPerson(faults, person, "");
        return faults.stream().findFirst();
    }

    private static void addPerson(List<Fault> faults, NewReport.Person person, String field) {
        if ((person.name() + person.phone() + person.email() + person.address()).isBlank()) {
            faults.add(new Fault(field + "name", "Give a name, a number, an e-mail address or an address"));
        }
        longest(faults, field + "name", person.name(), LONGEST_NAME);
        longest(faults, field + "phone", person.phone(), LONGEST_PHONE);
        longest(faults, field + "email", person.email(), LONGEST_NAME);
        longest(faults, field + "address", person.address(), LONGEST_ADDRESS);
    }

    private static void evidence(List<Fault> faults, List<NewReport.Evidence> evidence) {
        if (evidence.size() > MOST_EVIDENCE) {
            faults.add(new Fault("evidence", "At most " + MOST_EVIDENCE + " pieces can be named at once"));
        }
        for (int i = 0; i < evidence.size(); i++) {
            addEvidence(faults, evidence.get(i), "evidence[" + i + "].");
        }
    }

    /** The first thing that is wrong with evidence that is offered. */
    static Optional<Fault> faultOf(NewReport.Evidence evidence) {
        List<Fault> faults = new ArrayList<>();
        addEvidence(faults, evidence, "");
        return faults.stream().findFirst();
    }

    private static void addEvidence(List<Fault> faults, NewReport.Evidence evidence, String field) {
        if (evidence.description().isBlank()) {
            faults.add(new Fault(field + "description", "Say what it shows"));
        }
        longest(faults, field + "description", evidence.description(), LONGEST_ADDRESS);
        longest(faults, field + "heldBy", evidence.heldBy(), LONGEST_NAME);
    }

    private static void longest(List<Fault> faults, String field, String text, int most) {
        if (text.length() > most) {
            faults.add(new Fault(field, String.format(Locale.UK, "It is longer than %,d characters", most)));
        }
    }

    /** What is wrong with the words on what was done; empty when they say it. */
    static Optional<String> faultOfDone(String done) {
        String said = clean(done);
        if (said.length() < SHORTEST_DONE) {
            return Optional.of(
                    "Say what was done, by whom and with what result, in at least " + SHORTEST_DONE + " characters");
        }
        if (said.length() > LONGEST_DONE) {
            return Optional.of(String.format(Locale.UK, "It is longer than %,d characters", LONGEST_DONE));
        }
        boolean bare = NOT_A_LETTER
                .splitAsStream(said.toLowerCase(Locale.UK))
                .filter(word -> !word.isEmpty())
                .allMatch(BARE_WORDS::contains);
        return bare
                ? Optional.of("That doesn't say what was done: who did what, and what came of it?")
                : Optional.empty();
    }

    /** The number of victims of a crime; empty when it is no number or more than one crime has. */
    static Optional<Integer> victims(String typed) {
        try {
            int victims = Integer.parseInt(typed.strip());
            return victims >= 1 && victims <= MOST_VICTIMS ? Optional.of(victims) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with the reason why a suggested crime isn't recorded. */
    static Optional<String> faultOfReason(String reason) {
        String said = clean(reason);
        if (said.length() < SHORTEST_REASON) {
            return Optional.of("Say why in at least " + SHORTEST_REASON + " characters");
        }
        return said.length() > LONGEST_REASON
                ? Optional.of(String.format(Locale.UK, "It is longer than %,d characters", LONGEST_REASON))
                : Optional.empty();
    }
}
