package uk.frith.platform.reports.recording;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many people several reports tell of: the same number or the same name is one person, also where one report has the
 * number, another the name, and a third one both.
 */
final class PeopleRules {

    /** What is written where somebody has no name. */
    private static final Set<String> NO_NAMES = Set.of(
            "unknown",
            "notknown",
            "notgiven",
            "none",
            "anonymous",
            "anon",
            "caller",
            "victim",
            "resident",
            "residents",
            "neighbour",
            "neighbours",
            "tenant",
            "man",
            "woman",
            "male",
            "female",
            "child",
            "lady",
            "person");

    /** One letter is no name. */
    private static final int SHORTEST_NAME = 2;

    private PeopleRules() {}

    /** What is known of somebody, as it is compared: digits of a number, letters of a name; either may be empty. */
    record Told(String number, String name) {
        @Override
        public String toString() {
            return "Told";
        }
    }

    /** Cost: one pass, and in each step the way to the first of the same person. */
    static int count(List<Told> told) {
        int[] first = IntStream.range(0, told.size()).toArray();
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> names = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            Told each = told.get(i);
            if (!each.number().isEmpty()) {
                join(first, i, numbers.computeIfAbsent(each.number(), indexOf(i)));
            }
            if (each.name().length() >= SHORTEST_NAME && !NO_NAMES.contains(each.name())) {
                join(first, i, names.computeIfAbsent(each.name(), indexOf(i)));
            }
        }
        return (int) IntStream.range(0, first.length).filter(i -> first[i] == i).count();
    }

    private static java.util.function.Function<String, Integer> indexOf(int i) {
        return key -> i;
    }

    private static void join(int[] first, int one, int other) {
        int a = root(first, one);
        int c = root(first, other);
        first[Math.max(a, c)] = Math.min(a, c);
    }

    private static int root(int[] first, int of) {
        int at = of;
        while (first[at] != at) {
            at = first[at];
        }
        return at;
    }
}
