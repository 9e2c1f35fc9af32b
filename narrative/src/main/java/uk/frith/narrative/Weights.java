package uk.frith.narrative;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The points of scorecards that weigh categories and types against each other: the heaviest holds, the first of equals. */
final class Weights {

    private static final AsbCategory[] CATEGORIES = AsbCategory.values();
    private static final AsbType[] TYPES = AsbType.values();

    private final Map<String, Integer> points = new HashMap<>();

    /** True for what a scorecard may weigh. */
    static boolean names(String name) {
        return Stream.concat(Stream.of(CATEGORIES), Stream.of(TYPES))
                .anyMatch(one -> one.name().equals(name));
    }

    void add(String name, int more) {
        points.merge(name, more, Integer::sum);
    }

    void add(Weights more) {
        more.points.forEach(this::add);
    }

    @Nullable
    AsbCategory heaviestCategory() {
        return heaviest(CATEGORIES);
    }

    @Nullable
    AsbType heaviestType() {
        return heaviest(TYPES);
    }

    private <K extends Enum<K>> @Nullable K heaviest(K[] all) {
        K heaviest = null;
        int most = Integer.MIN_VALUE;
        for (K one : all) {
            Integer weight = points.get(one.name());
            if (weight != null && weight > most) {
                heaviest = one;
                most = weight;
            }
        }
        return heaviest;
    }
}
