package uk.frith.platform.portal.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    static final String SOURCE_BY_TEXT = "portal-text";
    static final String SOURCE_BY_CHAT = "portal-chat";

    /** Shorter parts of names are words of their own: a text may say "an" without naming An. */
    private static final int SHORTEST_NAME = 3;
    /** What stays of a number without its country's code and without the nought in its stead. */
    private static final int TELLING_DIGITS = 9;

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");

    private TellingRules() {}

    /**
     * The report that recording is given.
     *
     * @param account what happened, as it was told
     * @param place where it is, as the answers have it
     * @param evidence what was sent along
     */
    static NewReport compose(
            Report report,
            Answers answers,
            String account,
            NewReport.Place place,
            List<NewReport.Evidence> evidence,
            Instant now) {
        boolean texted = report.why().equals(ToldByText.WHY);
        return new NewReport(
                source(report),
                Optional.of(report.id().toString()),
                texted ? Channel.TEXT : Channel.ONLINE,
                account,
                report.sent().orElse(now),
                occurred(answers, report.sent().orElse(now)),
                place,
                NewReport.Chosen.NOTHING,
                people(answers),
                evidence,
                wishes(answers),
                Optional.empty());
    }

    private static String source(Report report) {
        return switch (report.why()) {
            case ToldByText.WHY -> SOURCE_BY_TEXT;
            case ToldByChat.WHY -> SOURCE_BY_CHAT;
            default -> report.sign().isPresent() ? SOURCE_AT_A_SIGN : SOURCE;
        };
    }

    /** What happened, and what makes it worse, as they were written. */
    static String account(Answers answers) {
        return answers.has("harm") ? answers.of("what") + "\n\n" + answers.of("harm") : answers.of("what");
    }

    /**
     * Whether a text holds the name, number or address of whoever told it or of the one it happened to. A part of a name that
     * stands alone may be a word as any other, such as Will or May: whoever wrote it is asked.
     */
    static Naming naming(Answers answers, String text) {
        List<String> words = parts(text);
        List<List<String>> names = Stream.of("name", "other")
                .map(field -> parts(answers.of(field)))
                .toList();
        if (names.stream().anyMatch(name -> holds(words, name)) || holdsNumber(text, answers.of("phone"))) {
            return Naming.CERTAIN;
        }
        if (answers.has("email")
                && text.toLowerCase(Locale.UK).contains(answers.of("email").toLowerCase(Locale.UK))) {
            return Naming.CERTAIN;
        }
        return names.stream()
                        .flatMap(List::stream)
                        .anyMatch(part -> part.length() >= SHORTEST_NAME && words.contains(part))
                ? Naming.POSSIBLE
                : Naming.NONE;
    }

    private static List<String> parts(String text) {
        return NO_LETTER
                .splitAsStream(text.toLowerCase(Locale.UK))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Whether two parts of a name stand next to each other, in whichever order. */
    private static boolean holds(List<String> words, List<String> name) {
        for (int i = 1; i < words.size(); i++) {
            String one = words.get(i - 1);
            String other = words.get(i);
            if (!one.equals(other)
                    && name.contains(one)
                    && name.contains(other)
                    && Math.max(one.length(), other.length()) >= SHORTEST_NAME) {
                return true;
            }
        }
        return false;
    }

    /** Numbers are compared by their last digits: +44 7700 900123 is 07700 900123. */
    private static boolean holdsNumber(String text, String phone) {
        String number = NO_DIGIT.matcher(phone).replaceAll("");
        return !number.isEmpty()
                && NO_DIGIT.matcher(text)
                        .replaceAll("")
                        .contains(number.substring(Math.max(0, number.length() - TELLING_DIGITS)));
    }

    private static Optional<Interval> occurred(Answers answers, Instant sent) {
        if (StepRules.isNow(answers)) {
            return StepRules.scanned(answers).map(scanned -> new Interval(scanned, scanned));
        }
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
            wishes.add(NewReport.SAFELY + answers.of("safe"));
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
