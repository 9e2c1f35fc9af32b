package uk.frith.platform.portal.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.frith.platform.reports.recording.Channel;
import uk.frith.platform.reports.recording.Interval;
import uk.frith.platform.reports.recording.NewReport;
import uk.frith.platform.reports.recording.NewReport.Part;
import uk.frith.platform.reports.recording.NewReport.Person;
import uk.frith.platform.reports.recording.NewReport.SpokenTo;

/**
 * From answers to the record that every way of telling brings. What is read and graded is what somebody wrote and nothing of
 * how they came to write it.
 */
final class TellingRules {

    static final String SOURCE = "portal";
    static final String SOURCE_AT_A_SIGN = "portal-code";

    private TellingRules() {}

    /**
     * The report that recording is given.
     *
     * @param place where it is, in words, as the answers have it
     * @param evidence what was sent along
     */
    static NewReport compose(
            Report report, Answers answers, String place, List<NewReport.Evidence> evidence, Instant now) {
        return new NewReport(
                report.sign().isPresent() ? SOURCE_AT_A_SIGN : SOURCE,
                Optional.of(report.id().toString()),
                Channel.ONLINE,
                account(answers),
                report.sent().orElse(now),
                occurred(answers, report.sent().orElse(now)),
                new NewReport.Place(place, report.lsoa()),
                NewReport.Chosen.NOTHING,
                people(answers),
                evidence,
                wishes(answers),
                Optional.empty());
    }

    /** What happened, and what makes it worse, as they were written. */
    static String account(Answers answers) {
        return answers.has("harm") ? answers.of("what") + "\n\n" + answers.of("harm") : answers.of("what");
    }

    private static Optional<Interval> occurred(Answers answers, Instant sent) {
        if (!answers.is("when", "ONCE")) {
            return Optional.empty();
        }
        return StepRules.day(answers).flatMap(day -> ofDay(day, sent));
    }

    /** The whole day: the words for the time of day stand with the account's place and are the reader's to weigh. */
    private static Optional<Interval> ofDay(LocalDate day, Instant sent) {
        Instant from = day.atStartOfDay(StepRules.LONDON).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(StepRules.LONDON).toInstant();
        Instant to = end.isAfter(sent) ? sent : end;
        return from.isAfter(to) ? Optional.empty() : Optional.of(new Interval(from, to));
    }

    private static List<Person> people(Answers answers) {
        List<Person> people = new ArrayList<>();
        if (answers.is("contact", "YES")) {
            Part part = switch (answers.of("who")) {
                case "SELF" -> Part.VICTIM;
                case "SAW" -> Part.WITNESS;
                default -> Part.CALLER;
            };
            people.add(new Person(
                    part, answers.of("name"), answers.of("phone"), answers.of("email"), "", SpokenTo.NOT_YET));
        }
        if (answers.is("who", "OTHER") && answers.has("other")) {
            people.add(new Person(Part.VICTIM, answers.of("other"), "", "", "", SpokenTo.NOT_YET));
        }
        return people;
    }

    private static String wishes(Answers answers) {
        List<String> wishes = new ArrayList<>();
        if (answers.has("wishes")) {
            wishes.add(answers.of("wishes"));
        }
        if (answers.has("safe")) {
            wishes.add("How to be in touch safely: " + answers.of("safe"));
        }
        if (answers.has("speak")) {
            wishes.add("Best language: " + answers.of("speak"));
        }
        if (answers.is("otherKnows", "NO")) {
            wishes.add("The person it happened to doesn't know of this report.");
        }
        if (answers.has("time")) {
            wishes.add("Time of day: " + answers.of("time"));
        }
        return String.join("\n", wishes);
    }
}
