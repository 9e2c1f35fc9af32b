package uk.frith.narrative;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What was found in one account so far: phrases, facts, earlier reports, crimes. Rules add to it in their order. */
final class Evidence {

    private static final Comparator<Hit> BY_PLACE =
            Comparator.comparingInt(Hit::first).thenComparingInt(Hit::last);

    private final Mentions mentions;
    private final BitSet earlier;
    private final Set<String> earlierCrimes;
    private final int words;
    private final int earlierReports;
    private final ToIntFunction<Hit> sufferer;
    private final Set<String> found = new HashSet<>();

    /**
     * @param mentions what was found; what rules establish is added
     * @param earlier the concepts said plainly in earlier reports
     * @param sufferer the place of the word that names whom a deed was done to, or -1
     */
    Evidence(
            Mentions mentions,
            BitSet earlier,
            Set<String> earlierCrimes,
            int earlierReports,
            int words,
            ToIntFunction<Hit> sufferer) {
        this.sufferer = sufferer;
        this.mentions = mentions;
        this.earlier = earlier;
        this.earlierCrimes = earlierCrimes;
        this.earlierReports = earlierReports;
        this.words = words;
    }

    /** What is said plainly; the list is shared and must not be changed. */
    List<Hit> plain(Concepts concepts) {
        if (concepts.count() == 1) {
            return plain(concepts.number(0));
        }
        List<Hit> hits = null;
        for (int place = 0; place < concepts.count(); place++) {
            List<Hit> some = plain(concepts.number(place));
            if (!some.isEmpty()) {
                if (hits == null) {
                    hits = new ArrayList<>();
                }
                hits.addAll(some);
            }
        }
        if (hits == null) {
            return List.of();
        }
        hits.sort(BY_PLACE);
        return hits;
    }

    /** Whether any of them is said plainly. */
    boolean says(Concepts concepts) {
        for (int place = 0; place < concepts.count(); place++) {
            if (!plain(concepts.number(place)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    List<Hit> plain(int concept) {
        return mentions.plain(concept);
    }

    /** True when the word that names whom this was done to belongs to one of the concepts. */
    boolean suffered(Hit deed, Concepts people) {
        int place = sufferer.applyAsInt(deed);
        return place >= 0
                && mentioned(people).stream().anyMatch(hit -> hit.first() <= place && place <= hit.last() + 1);
    }

    /** Whether any of these concepts is mentioned, in whatever way. */
    boolean mentionsAny(int[] concepts) {
        return mentions.any(concepts);
    }

    /** The next concept from this one on that is mentioned, in whatever way, or -1. */
    int next(int concept) {
        return mentions.next(concept);
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
            List<Hit> all = mentions.all(concepts.number(place));
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
        return among(earlierCrimes, classes);
    }

    boolean found(List<String> classes) {
        return among(found, classes);
    }

    private static boolean among(Set<String> crimes, List<String> classes) {
        for (int i = 0; i < classes.size() && !crimes.isEmpty(); i++) {
            if (classes.get(i).equals("any") || crimes.contains(classes.get(i))) {
                return true;
            }
        }
        return false;
    }

    int earlierReports() {
        return earlierReports;
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
        mentions.establish(concept, carriers);
    }
}
