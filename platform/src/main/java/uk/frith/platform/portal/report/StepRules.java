package uk.frith.platform.portal.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.frith.platform.foundation.places.GridPoint;

/**
 * Which question comes next, which can be reached, and what is wrong with an answer. What comes next depends on what was
 * answered; what can be reached is everything up to the first needed question without an answer.
 */
final class StepRules {

    static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** What recording takes at most of each; the portal refuses no less and no more. */
    static final int LONGEST_WHAT = 20_000;

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_PLACE = 400;
    private static final int LONGEST_PHONE = 50;
    private static final int LONGEST_HARM = 4_000;
    private static final int LONGEST_WISHES = 1_400;

    private static final Map<String, Integer> LONGEST = Map.ofEntries(
            Map.entry("what", LONGEST_WHAT),
            Map.entry("time", LONGEST_LINE),
            Map.entry("postcode", LONGEST_LINE),
            Map.entry("point", LONGEST_LINE),
            Map.entry("place", LONGEST_PLACE),
            Map.entry("harm", LONGEST_HARM),
            Map.entry("name", LONGEST_LINE),
            Map.entry("phone", LONGEST_PHONE),
            Map.entry("email", LONGEST_LINE),
            Map.entry("safe", LONGEST_LINE),
            Map.entry("other", LONGEST_LINE),
            Map.entry("wishes", LONGEST_WISHES),
            Map.entry("speak", LONGEST_LINE));

    /** What each question of choices can be answered with, in the order in which they are shown. */
    static final Map<String, List<String>> CHOICES = Map.of(
            "now", List.of("YES", "NO"),
            "who", List.of("SELF", "SAW", "OTHER", "WORK"),
            "when", List.of("ONCE", "OFTEN", "NOW"),
            "where", List.of("POSTCODE", "MAP", "WORDS", "LIST"),
            "contact", List.of("YES", "NO"),
            "otherKnows", List.of("YES", "NO"));

    /** A code can have been read so long before the report about it begins. */
    private static final Duration SCAN_HOLDS = Duration.ofHours(24);

    private static final Set<String> LINES = Set.of("what", "harm", "wishes");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}\\uFFFE\\uFFFF]");
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
    /** Metres east and north of the national grid's origin. */
    private static final Pattern POINT = Pattern.compile("([0-9]{1,6}),([0-9]{1,7})");

    /** Figures of a year such as 26, which is that of the century. */
    private static final int SHORT_YEAR = 2;

    private static final int CENTURY = 2000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]+");
    private static final int FEWEST_DIGITS = 7;

    private StepRules() {}

    /** What is wrong with a field: its name, and the key of the sentence that says so. */
    record Fault(String field, String key, List<Object> gaps) {
        static Fault of(String field, String key, Object... gaps) {
            return new Fault(field, key, List.of(gaps));
        }
    }

    /** What a site can offer: whether areas can be chosen from a list, whether a force must be, and whether there is a map. */
    record Offer(boolean areas, boolean forces, boolean map) {}

    /** Whether a question is asked, by what was answered before it. */
    static boolean applies(Step step, Answers answers, Offer offer) {
        return switch (step) {
            case WHO, WHAT, WHERE, HARM, CONTACT, WISHES -> true;
            case NOW -> answers.has("scanned");
            case WHEN -> !isNow(answers);
            case DAY -> answers.is("when", "ONCE") && !isNow(answers);
            case POSTCODE -> answers.is("where", "POSTCODE");
            case MAP -> answers.is("where", "MAP") && offer.map();
            case PLACE -> answers.is("where", "WORDS") || answers.is("where", "MAP");
            case AREA -> answers.is("where", "LIST") && offer.areas();
            case FORCE -> offer.forces();
            case DETAILS -> answers.is("contact", "YES");
            case OTHER -> answers.is("who", "OTHER");
        };
    }

    /** Whether it was going on when a code was read: then nobody is asked when it was. */
    static boolean isNow(Answers answers) {
        return answers.has("scanned") && answers.is("now", "YES");
    }

    /** Whether it is going on now, by what was answered. */
    static boolean isGoingOn(Answers answers) {
        return isNow(answers) || answers.is("when", "NOW");
    }

    /** Whether a question comes right after the one that was answered by saying that it is going on now. */
    static boolean isAfterNow(Step step, Answers answers) {
        return isGoingOn(answers) && step == (isNow(answers) ? Step.WHO : Step.WHERE);
    }

    /** The moment at which a code was read, as it was kept when the report began; empty when none was. */
    static Optional<Instant> scanned(Answers answers) {
        try {
            return answers.has("scanned") ? Optional.of(Instant.parse(answers.of("scanned"))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The moment at which a code was read, as a page carried it along; now when that can't be. */
    static Instant scanned(String carried, Instant now) {
        try {
            Instant scanned = Instant.parse(carried);
            return scanned.isAfter(now) || scanned.isBefore(now.minus(SCAN_HOLDS)) ? now : scanned;
        } catch (DateTimeException e) {
            return now;
        }
    }

    /** The question after this one; empty when all are asked. */
    static Optional<Step> next(Step step, Answers answers, Offer offer) {
        return Arrays.stream(Step.values())
                .filter(other -> other.compareTo(step) > 0 && applies(other, answers, offer))
                .findFirst();
    }

    /** The question before this one; empty for the first. */
    static Optional<Step> previous(Step step, Answers answers, Offer offer) {
        return Arrays.stream(Step.values())
                .filter(other -> other.compareTo(step) < 0 && applies(other, answers, offer))
                .reduce((first, second) -> second);
    }

    /** The first needed question without a good answer; empty when the report can be sent. */
    static Optional<Step> missing(Answers answers, Offer offer, Instant now) {
        return Arrays.stream(Step.values())
                .filter(step -> step.isNeeded() && applies(step, answers, offer))
                .filter(step -> !faults(step, answers, now).isEmpty())
                .findFirst();
    }

    /** Whether a page may be opened: nothing that is needed before it is missing. */
    static boolean isReachable(Step step, Answers answers, Offer offer, Instant now) {
        return applies(step, answers, offer)
                && missing(answers, offer, now)
                        .map(gap -> gap.compareTo(step) >= 0)
                        .orElse(true);
    }

    /** What was typed on a page, without signs that can't be shown; every field of the page, empty ones as well. */
    static Map<String, String> typed(Step step, Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        for (String field : step.fields()) {
            String text = CONTROL.matcher(
                            sent.getOrDefault(field, "").replace("\r\n", "\n").replace('\r', '\n'))
                    .replaceAll(" ")
                    .strip();
            typed.put(field, LINES.contains(field) ? text : text.replace('\n', ' '));
        }
        return typed;
    }

    /** What is wrong with the answers to one question, in the order of its fields. */
    static List<Fault> faults(Step step, Answers answers, Instant now) {
        List<Fault> faults = new ArrayList<>();
        String first = step.fields().getFirst();
        List<String> choices = CHOICES.getOrDefault(first, List.of());
        if (step.isNeeded()
                && step != Step.DETAILS
                && step != Step.DAY
                && answers.of(first).isEmpty()) {
            faults.add(Fault.of(first, first + ".missing"));
        } else if (!choices.isEmpty() && answers.has(first) && !choices.contains(answers.of(first))) {
            faults.add(Fault.of(first, first + ".missing"));
        }
        for (String field : step.fields()) {
            int most = LONGEST.getOrDefault(field, LONGEST_LINE);
            if (answers.of(field).length() > most) {
                faults.add(Fault.of(field, "too.long", String.format(Locale.UK, "%,d", most)));
            }
        }
        switch (step) {
            case DAY -> when(faults, answers, now);
            case POSTCODE -> where(faults, answers);
            case MAP -> point(faults, answers);
            case DETAILS -> details(faults, answers);
            case NOW, WHO, WHAT, WHEN, WHERE, PLACE, AREA, FORCE, HARM, CONTACT, OTHER, WISHES -> {}
        }
        return faults;
    }

    private static void when(List<Fault> faults, Answers answers, Instant now) {
        Optional<LocalDate> day = day(answers);
        LocalDate today = LocalDate.ofInstant(now, LONDON);
        boolean otherCentury = answers.of("year").length() == SHORT_YEAR
                && day.filter(each -> each.getYear() > today.getYear() + 1).isPresent();
        if (day.isEmpty() || otherCentury) {
            faults.add(Fault.of("day", "day.wrong"));
        } else if (day.get().isAfter(today)) {
            faults.add(Fault.of("day", "day.ahead"));
        } else if (day.get().getYear() < today.getYear() - 10) {
            faults.add(Fault.of("day", "day.old"));
        }
    }

    /** The day that was given, a year of two figures in this century; empty when there is none or it isn't one. */
    static Optional<LocalDate> day(Answers answers) {
        String[] parts = {answers.of("year"), answers.of("month"), answers.of("day")};
        if (!Arrays.stream(parts).allMatch(part -> part.matches("[0-9]{1,4}"))) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(parts[0]) + (parts[0].length() == SHORT_YEAR ? CENTURY : 0);
            return Optional.of(LocalDate.of(year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void where(List<Fault> faults, Answers answers) {
        if (answers.has("postcode") && postcode(answers.of("postcode")).isEmpty()) {
            faults.add(Fault.of("postcode", "postcode.wrong"));
        }
    }

    private static void point(List<Fault> faults, Answers answers) {
        if (answers.has("point") && point(answers).isEmpty()) {
            faults.add(Fault.of("point", "point.missing"));
        }
    }

    /** The point that was picked; empty when there is none, or none on the grid. */
    static Optional<GridPoint> point(Answers answers) {
        Matcher point = POINT.matcher(answers.of("point"));
        return point.matches()
                ? Optional.of(new GridPoint(Integer.parseInt(point.group(1)), Integer.parseInt(point.group(2))))
                        .filter(MapRules::isOnGrid)
                : Optional.empty();
    }

    /** A point as it is kept among the answers. */
    static String point(GridPoint point) {
        return Math.round(point.eastingMetres()) + "," + Math.round(point.northingMetres());
    }

    /** A postcode as it is written; empty when the words can't be one. */
    static Optional<String> postcode(String words) {
        String close = words.toUpperCase(Locale.UK).replaceAll("[^A-Z0-9]", "");
        return POSTCODE.matcher(close).matches()
                ? Optional.of(close.substring(0, close.length() - 3) + " " + close.substring(close.length() - 3))
                : Optional.empty();
    }

    private static void details(List<Fault> faults, Answers answers) {
        if (answers.of("phone").isEmpty() && answers.of("email").isEmpty()) {
            faults.add(Fault.of("phone", "details.missing"));
        }
        if (answers.has("phone")
                && NOT_A_DIGIT.matcher(answers.of("phone")).replaceAll("").length() < FEWEST_DIGITS) {
            faults.add(Fault.of("phone", "phone.wrong"));
        }
        if (answers.has("email") && !EMAIL.matcher(answers.of("email")).matches()) {
            faults.add(Fault.of("email", "email.wrong"));
        }
    }
}
