package uk.frith.narrative;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The points of scorecards that weigh categories and types against each other: the heaviest holds, the first of equals. */
final class Weights {

    private final Map<AsbCategory, Integer> categories = new EnumMap<>(AsbCategory.class);
    private final Map<AsbType, Integer> types = new EnumMap<>(AsbType.class);

    /** True for what a scorecard may weigh. */
    static boolean names(String name) {
        return category(name) != null || type(name) != null;
    }

    void add(String name, int points) {
        AsbCategory category = category(name);
        AsbType type = type(name);
        if (category != null) {
            categories.merge(category, points, Integer::sum);
        }
        if (type != null) {
            types.merge(type, points, Integer::sum);
        }
    }

    @Nullable
    AsbCategory heaviestCategory() {
        return heaviest(categories);
    }

    @Nullable
    AsbType heaviestType() {
        return heaviest(types);
    }

    private static <K> @Nullable K heaviest(Map<K, Integer> weights) {
        K heaviest = null;
        int most = Integer.MIN_VALUE;
        for (Map.Entry<K, Integer> entry : weights.entrySet()) {
            if (entry.getValue() > most) {
                heaviest = entry.getKey();
                most = entry.getValue();
            }
        }
        return heaviest;
    }

    private static @Nullable AsbCategory category(String name) {
        for (AsbCategory category : AsbCategory.values()) {
            if (category.name().equals(name)) {
                return category;
            }
        }
        return null;
    }

    private static @Nullable AsbType type(String name) {
        for (AsbType type : AsbType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }
}
