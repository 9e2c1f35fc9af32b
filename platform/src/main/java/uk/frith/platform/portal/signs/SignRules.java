package uk.frith.platform.portal.signs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a sign must be, and how it fares by how it is used. */
final class SignRules {

    static final int MOST_QUESTIONS = 5;
    static final int LONGEST_QUESTION = 200;
    static final int LONGEST_WORDS = 1_000;
    /** Below this nobody outside is told how many reports there were: one of few can be guessed. */
    static final int SMALLEST_SHOWN = 3;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PLACE = 300;
    /** A code that somebody reads now and then, and nobody for so long, may be gone. */
    private static final Duration SILENT = Duration.ofDays(60);
    /** More than this in an hour is a crowd at the gate or somebody's machine. */
    private static final int FLOOD_AN_HOUR = 60;
    /** And more than so many times what is usual at its busiest before. */
    private static final int FLOOD_TIMES_USUAL = 5;

    private static final Pattern GRID = Pattern.compile("[A-HJ-Z]{2}(?:[0-9]{4}|[0-9]{6}|[0-9]{8}|[0-9]{10})");

    private SignRules() {}

    /** A sign as it was typed. */
    record Typed(String name, String kind, String place, String grid, String postcode, String questions) {
        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** What is wrong with a field. */
    record Fault(String field, String sentence) {}

    static List<Fault> faults(Typed typed) {
        List<Fault> faults = new ArrayList<>();
        if (typed.name().isBlank() || typed.name().length() > LONGEST_NAME) {
            faults.add(new Fault("name", "Name it as people there call it, in at most 120 characters"));
        }
        if (typed.place().isBlank() || typed.place().length() > LONGEST_PLACE) {
            faults.add(new Fault("place", "Say where it is, in at most 300 characters"));
        }
        if (Arrays.stream(SignKind.values()).noneMatch(kind -> kind.name().equals(typed.kind()))) {
            faults.add(new Fault("kind", "Choose what it is fixed to"));
        }
        if (!typed.grid().isBlank() && grid(typed.grid()).isEmpty()) {
            faults.add(new Fault("grid", "Write a grid reference such as SK 587 043, or leave it empty"));
        }
        List<String> questions = questions(typed.questions());
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            faults.add(new Fault("questions", "Write one to five questions, each on a line of its own"));
        } else if (questions.stream().anyMatch(question -> question.length() > LONGEST_QUESTION)) {
            faults.add(new Fault("questions", "A question has at most 200 characters"));
        }
        return faults;
    }

    /** The questions that were typed, a line each. */
    static List<String> questions(String typed) {
        return Arrays.stream(typed.replace('\r', '\n').split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A grid reference as it is written without gaps; empty when it can't be one. */
    static Optional<String> grid(String typed) {
        String close = typed.toUpperCase(Locale.UK).replaceAll("\\s+", "");
        return GRID.matcher(close).matches() ? Optional.of(close) : Optional.empty();
    }

    /**
     * How a sign is used.
     *
     * @param lastHour how often it was read in this hour
     * @param busiest how often in its busiest hour before
     * @param last when it was last read
     * @param damaged whether somebody said that it is damaged
     */
    record Use(long lastHour, long busiest, Optional<Instant> last, Instant made, boolean damaged) {}

    /** How a sign fares, worst first; empty when there is nothing to say. */
    static List<String> health(Use use, Instant now) {
        List<String> health = new ArrayList<>();
        if (use.damaged()) {
            health.add("Reported damaged");
        }
        if (use.lastHour() > FLOOD_AN_HOUR && use.lastHour() > FLOOD_TIMES_USUAL * Math.max(1, use.busiest())) {
            health.add("Flood: read " + use.lastHour() + " times this hour");
        }
        Instant heard = use.last().orElse(use.made());
        if (heard.plus(SILENT).isBefore(now)) {
            health.add("Silent: nobody has read it for "
                    + Duration.between(heard, now).toDays() + " days");
        }
        return health;
    }
}
