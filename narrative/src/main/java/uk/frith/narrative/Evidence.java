package uk.frith.narrative;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What was found in one account so far: phrases, facts, earlier reports, crimes. Rules add to it in their order. */
final class Evidence {

    private static final Comparator<Hit> BY_PLACE =
            Comparator.comparingInt(Hit::first).thenComparingInt(Hit::last);

    private final List<List<Hit>> byConcept;
    private final BitSet earlier;
    private final Set<String> earlierCrimes;
    private final int words;
    private final Set<String> found = new HashSet<>();

    /**
     * @param byConcept by number of the concept, what was found, in the order of the text
     * @param earlier the concepts said plainly in earlier reports
     */
    Evidence(List<List<Hit>> byConcept, BitSet earlier, Set<String> earlierCrimes, int words) {
        this.byConcept = byConcept;
        this.earlier = earlier;
        this.earlierCrimes = earlierCrimes;
        this.words = words;
    }

    List<Hit> plain(Concepts concepts) {
        return collect(concepts, Hit::plain);
    }

    List<Hit> mentioned(Concepts concepts) {
        return collect(concepts, hit -> true);
    }

    List<Hit> denied(Concepts concepts) {
        return collect(concepts, Hit::denied);
    }

    List<Hit> toCome(Concepts concepts) {
        return collect(concepts, Hit::toCome);
    }

    private List<Hit> collect(Concepts concepts, Predicate<Hit> how) {
        List<Hit> hits = null;
        for (int place = 0; place < concepts.count(); place++) {
            List<Hit> all = byConcept.get(concepts.number(place));
            for (int i = 0; i < all.size(); i++) {
                Hit hit = all.get(i);
                if (how.test(hit)) {
                    if (hits == null) {
                        hits = new ArrayList<>();
                    }
                    hits.add(hit);
                }
            }
        }
        if (hits == null) {
            return List.of();
        }
        if (concepts.count() > 1) {
            hits.sort(BY_PLACE);
        }
        return hits;
    }

    boolean earlier(Concepts concepts) {
        for (int place = 0; place < concepts.count(); place++) {
            if (earlier.get(concepts.number(place))) {
                return true;
            }
        }
        return false;
    }

    boolean earlierCrime(List<String> classes) {
        return !earlierCrimes.isEmpty()
                && (classes.contains("any") || classes.stream().anyMatch(earlierCrimes::contains));
    }

    boolean found(List<String> classes) {
        return !found.isEmpty() && (classes.contains("any") || classes.stream().anyMatch(found::contains));
    }

    int words() {
        return words;
    }

    /** A rule found a crime of this class. */
    void crime(String offenceClass) {
        found.add(offenceClass);
    }

    /** A rule established this fact; facts without words stand at no place. */
    void fact(int concept, List<Hit> carriers) {
        List<Hit> hits = byConcept.get(concept);
        if (carriers.isEmpty() && hits.isEmpty()) {
            hits.add(new Hit(concept, -1, -1, Integer.MIN_VALUE / 2, 0));
        }
        for (Hit carrier : carriers) {
            hits.add(new Hit(concept, carrier.first(), carrier.last(), carrier.sentence(), 0));
        }
    }
}
