package uk.frith.platform.reports.concerns;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.frith.platform.reports.recording.AsbCategory;
import uk.frith.platform.reports.recording.Incidents.InRun;
import uk.frith.platform.reports.recording.Incidents.Seen;

/** How heavily a run of reports weighs, taken as one: each sign adds its weight and says why. */
final class RunRules {

    /** More reports or people than this say the same again. */
    private static final int MOST_OF_A_SIGN = 5;

    /** Pace is judged by the last thirty days beside the thirty before. */
    private static final Duration MONTH = Duration.ofDays(30);

    /** Fewer reports in a month show no pace. */
    private static final int FEWEST_FOR_PACE = 3;

    private RunRules() {}

    /** What a sign weighs or where a grade begins; the same values as the database's list. */
    enum Code {
        REPORTS("Each further report"),
        HARM("Each kind of harm told of"),
        HARMED("Each further person harmed"),
        VULNERABLE("Somebody vulnerable"),
        HATE("Perceived as hate"),
        CRIME("Each report with a crime recorded"),
        FASTER("Reports come faster"),
        WORSE("It has become worse"),
        MEDIUM("Medium from"),
        HIGH("High from, and somebody must look behind it"),
        DAYS("Days looked back over");

        private final String words;

        Code(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The weights that hold on a day. */
    interface Weights {
        int of(Code code);
    }

    /** Whether medium still begins above nought and high above medium, were a value set. */
    static boolean graded(Code code, int value, Weights weights) {
        return switch (code) {
            case MEDIUM -> value > 0 && value < weights.of(Code.HIGH);
            case HIGH -> value > weights.of(Code.MEDIUM);
            default -> true;
        };
    }

    /** How heavily a run weighs. */
    enum Level {
        STANDARD("Standard"),
        MEDIUM("Medium"),
        HIGH("High");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A report of the run and what the reader saw in it. */
    record Told(InRun report, List<Seen> seen) {
        Stream<String> seen(String kind) {
            return seen.stream().filter(each -> each.kind().equals(kind)).map(Seen::inWords);
        }

        Stream<String> vulnerable() {
            return seen.stream()
                    .filter(each ->
                            each.kind().equals("vulnerability") && !each.what().startsWith("suspect"))
                    .map(Seen::inWords);
        }

        @Override
        public String toString() {
            return "Told[" + report.incident() + "]";
        }
    }

    /** The run as one, with a sentence for each sign that it shows. */
    record Weighed(Level level, int points, List<String> reasons) {
        Weighed {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Weighs a run.
     *
     * @param run all reports, the one that was started from included
     * @param harmed how many people are harmed in any of them
     */
    static Weighed weigh(List<Told> run, int harmed, Instant now, Weights weights) {
        List<Told> inOrder = run.stream()
                .sorted(Comparator.comparing(each -> each.report().reported()))
                .toList();
        Tally tally = new Tally(weights);
        if (run.size() > 1) {
            long days = Duration.between(
                            inOrder.getFirst().report().reported(),
                            inOrder.getLast().report().reported())
                    .toDays();
            tally.add(
                    Code.REPORTS,
                    run.size() - 1,
                    run.size() + " reports over " + (days == 1 ? "1 day" : days + " days"));
        }
        List<String> harms = distinct(run.stream().flatMap(each -> each.seen("impact")));
        tally.add(Code.HARM, harms.size(), "Harm told of: " + String.join(", ", harms));
        tally.add(Code.HARMED, harmed - 1, harmed + " people are harmed");
        List<String> factors = distinct(run.stream().flatMap(Told::vulnerable));
        tally.add(Code.VULNERABLE, Math.min(1, factors.size()), "Vulnerable: " + String.join("; ", factors));
        List<String> hate = distinct(run.stream().flatMap(each -> each.seen("hate")));
        tally.add(Code.HATE, Math.min(1, hate.size()), "Perceived as hate: " + String.join(", ", hate));
        int crimes = (int) run.stream().filter(each -> each.report().crime()).count();
        tally.add(Code.CRIME, crimes, "Crimes are recorded under " + crimes + (crimes == 1 ? " report" : " reports"));
        faster(run, now).ifPresent(words -> tally.add(Code.FASTER, 1, words));
        worse(inOrder).ifPresent(words -> tally.add(Code.WORSE, 1, words));
        return tally.weighed();
    }

    private static final class Tally {
        private final Weights weights;
        private final List<String> reasons = new ArrayList<>();
        private int points;

        Tally(Weights weights) {
            this.weights = weights;
        }

        void add(Code code, int times, String words) {
            int weight = Math.clamp(times, 0, MOST_OF_A_SIGN) * weights.of(code);
            if (weight > 0) {
                points += weight;
                reasons.add(words + " (" + weight + ").");
            }
        }

        Weighed weighed() {
            Level level = points >= weights.of(Code.HIGH)
                    ? Level.HIGH
                    : points >= weights.of(Code.MEDIUM) ? Level.MEDIUM : Level.STANDARD;
            return new Weighed(level, points, reasons);
        }
    }

    private static List<String> distinct(Stream<String> words) {
        return words.distinct().sorted().toList();
    }

    private static Optional<String> faster(List<Told> run, Instant now) {
        long lately = between(run, now.minus(MONTH), now);
        long before = between(run, now.minus(MONTH).minus(MONTH), now.minus(MONTH));
        return lately >= FEWEST_FOR_PACE && lately > before
                ? Optional.of(lately + " reports in the last 30 days, " + before + " in the 30 before")
                : Optional.empty();
    }

    private static long between(List<Told> run, Instant from, Instant to) {
        return run.stream()
                .map(each -> each.report().reported())
                .filter(moment -> moment.isAfter(from) && !moment.isAfter(to))
                .count();
    }

    /** A crime after reports without one, or aimed at somebody after reports that weren't. */
    private static Optional<String> worse(List<Told> inOrder) {
        List<InRun> reports = inOrder.stream().map(Told::report).toList();
        int crime = firstOf(reports.stream().map(InRun::crime).toList());
        if (crime > 0) {
            return Optional.of("It became crime with " + reports.get(crime).reference());
        }
        int personal = firstOf(reports.stream()
                .map(each ->
                        each.category().filter(AsbCategory.PERSONAL::equals).isPresent())
                .toList());
        return personal > 0
                ? Optional.of("It became personal with " + reports.get(personal).reference())
                : Optional.empty();
    }

    private static int firstOf(List<Boolean> signs) {
        return signs.indexOf(true);
    }

    /** What a report tells of, in a line. */
    static String impact(Told told) {
        String words = Stream.of(
                        told.seen("impact"),
                        told.vulnerable(),
                        told.seen("hate").map(each -> "hate: " + each))
                .flatMap(each -> each)
                .distinct()
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "Nothing told" : words;
    }
}
