package uk.frith.narrative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must have been found in an account for a condition to have any chance of holding: sets of concepts, of each of which at
 * least one must be mentioned, in whatever way. Most conditions fail here, in a step or two.
 */
final class Needs {

    private final int[][] sets;

    private Needs(Stream<int[]> sets) {
        this.sets = sets.sorted(Comparator.comparingInt(set -> set.length)).toArray(int[][]::new);
    }

    static Needs of(Condition condition) {
        return new Needs(sets(condition).stream());
    }

    /** The smallest of the sets; empty when nothing is needed. */
    int[] first() {
        return sets.length == 0 ? new int[0] : sets[0].clone();
    }

    /** False when the condition can't hold. */
    boolean met(Evidence evidence) {
        for (int[] set : sets) {
            if (!evidence.mentionsAny(set)) {
                return false;
            }
        }
        return true;
    }

    private static List<int[]> sets(Condition condition) {
        return switch (condition) {
            case Condition.Said said -> List.of(said.concepts().numbers());
            case Condition.Mentioned mentioned -> List.of(mentioned.concepts().numbers());
            case Condition.ToCome toCome -> List.of(toCome.concepts().numbers());
            case Condition.Denied denied -> List.of(denied.concepts().numbers());
            case Condition.Often often -> List.of(often.concepts().numbers());
            case Condition.Near near -> all(near.one(), near.other());
            case Condition.Lone lone -> sets(lone.one());
            case Condition.Close close -> all(close.one(), close.other());
            case Condition.Nearest nearest -> all(nearest.deed(), nearest.mark());
            case Condition.Both both -> all(both.one(), both.other());
            case Condition.Either either -> any(List.of(either.one(), either.other()));
            case Condition.Least least -> any(least.conditions());
            case Condition.To to -> {
                List<int[]> sets = new ArrayList<>(sets(to.deed()));
                sets.add(to.people().numbers());
                yield sets;
            }
            case Condition.Score score ->
                score.least() <= 0
                        ? List.of()
                        : any(score.points().stream()
                                .filter(point -> point.worth() > 0)
                                .map(Condition.Point::condition)
                                .toList());
            case Condition.Not _,
                    Condition.Earlier _,
                    Condition.EarlierCrime _,
                    Condition.EarlierReports _,
                    Condition.Found _,
                    Condition.Brief _ -> List.of();
        };
    }

    private static List<int[]> all(Condition one, Condition other) {
        List<int[]> sets = new ArrayList<>(sets(one));
        sets.addAll(sets(other));
        return sets;
    }

    /** One set of what the smallest sets of the alternatives hold; none when an alternative needs nothing. */
    private static List<int[]> any(List<Condition> alternatives) {
        IntStream union = IntStream.empty();
        for (Condition alternative : alternatives) {
            List<int[]> sets = sets(alternative);
            if (sets.isEmpty()) {
                return List.of();
            }
            int[] smallest = sets.stream()
                    .min(Comparator.comparingInt(set -> set.length))
                    .orElseThrow();
            union = IntStream.concat(union, IntStream.of(smallest));
        }
        return List.of(union.distinct().toArray());
    }
}
