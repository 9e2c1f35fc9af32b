package uk.frith.platform.reports.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sets what a reader expects against what was recorded. The unit is a class of crime in one incident, as the inspectorate
 * counts crimes; victims are compared apart. A crime of another class is not the one that was expected.
 */
final class CompareRules {

    private CompareRules() {}

    /** An expected crime and what was recorded for it. */
    record Pair(Crime expected, Crime recorded) {}

    /**
     * What a comparison shows.
     *
     * @param same recorded under the class that was expected
     * @param otherClass a crime was recorded, under another class: one expected beside one recorded, in order
     * @param missing expected, and nothing recorded that could be it
     * @param unexpected recorded, and not expected
     */
    record Comparison(
            Sorting expectedCategory,
            Sorting recordedCategory,
            List<Pair> same,
            List<Pair> otherClass,
            List<Crime> missing,
            List<Crime> unexpected) {

        boolean categoryRight() {
            return expectedCategory == recordedCategory;
        }

        int expected() {
            return same.size() + otherClass.size() + missing.size();
        }

        /** Those of the same class that stand with fewer victims than were expected. */
        List<Pair> victimsMissed() {
            return same.stream()
                    .filter(pair -> pair.recorded().victims() < pair.expected().victims())
                    .toList();
        }

        /** Whether everything stands as it should: the category, each expected crime, and each victim of it. */
        boolean right() {
            return categoryRight()
                    && otherClass.isEmpty()
                    && missing.isEmpty()
                    && victimsMissed().isEmpty();
        }
    }

    static Comparison compare(
            Sorting expectedCategory, List<Crime> expected, Sorting recordedCategory, List<Crime> recorded) {
        Map<String, Crime> stands = recorded.stream()
                .collect(Collectors.toMap(
                        Crime::code, Function.identity(), CompareRules::together, java.util.TreeMap::new));
        List<Pair> same = new ArrayList<>();
        List<Crime> without = new ArrayList<>();
        for (Crime each : expected) {
            Crime found = stands.remove(each.code());
            if (found == null) {
                without.add(each);
            } else {
                same.add(new Pair(each, found));
            }
        }
        List<Crime> others = new ArrayList<>(stands.values());
        int paired = Math.min(without.size(), others.size());
        List<Pair> otherClass = new ArrayList<>();
        for (int i = 0; i < paired; i++) {
            otherClass.add(new Pair(without.get(i), others.get(i)));
        }
        return new Comparison(
                expectedCategory,
                recordedCategory,
                same,
                otherClass,
                List.copyOf(without.subList(paired, without.size())),
                List.copyOf(others.subList(paired, others.size())));
    }

    /** Several crimes of one class in one incident are one line with the victims of all. */
    private static Crime together(Crime one, Crime other) {
        return new Crime(one.code(), one.name(), one.victims() + other.victims(), one.words());
    }
}
