package uk.frith.platform.understanding.prevalence;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was counted, before anything is worked out from it.
 *
 * @param now each area's count in the period, in the order of the basis
 * @param before each area's count in the same months a year before
 * @param nowhere in the period, without any place
 * @param elsewhere in the period, with a place that is none of these areas
 * @param nowhereBefore as {@code nowhere}, a year before
 * @param elsewhereBefore as {@code elsewhere}, a year before
 * @param months all that was counted in each month of the series that has data, place or none
 * @param others all other recorded crime of each such month; empty when it isn't known for these areas
 * @param present the months that the series has data for
 */
record Tally(
        List<Long> now,
        List<Long> before,
        long nowhere,
        long elsewhere,
        long nowhereBefore,
        long elsewhereBefore,
        NavigableMap<YearMonth, Long> months,
        NavigableMap<YearMonth, Long> others,
        NavigableSet<YearMonth> present) {

    Tally {
        now = List.copyOf(now);
        before = List.copyOf(before);
        if (now.size() != before.size()) {
            throw new IllegalArgumentException("Each area has a count now and a count before.");
        }
        months = Collections.unmodifiableNavigableMap(new TreeMap<>(months));
        others = Collections.unmodifiableNavigableMap(new TreeMap<>(others));
        present = Collections.unmodifiableNavigableSet(new TreeSet<>(present));
    }

    long placed() {
        return sum(now);
    }

    long total() {
        return placed() + nowhere + elsewhere;
    }

    long totalBefore() {
        return sum(before) + nowhereBefore + elsewhereBefore;
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
