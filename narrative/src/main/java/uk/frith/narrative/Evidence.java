package uk.frith.narrative;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What was found in one account so far: phrases, facts, earlier reports, crimes. Rules add to it in their order. */
final class Evidence {

    private static final Comparator<Hit> BY_PLACE =
            Comparator.comparingInt(Hit::first).thenComparingInt(Hit::last);

    private final List<List<Hit>> byConcept;
    private final List<@Nullable List<Hit>> plainly;
    private final boolean[] mentioned;
    private final BitSet earlier;
    private final Set<String> earlierCrimes;
    private final int words;
    private final int earlierReports;
    private final ToIntFunction<Hit> sufferer;
    private final Set<String> found = new HashSet<>();

    /**
     * @param byConcept by number of the concept, what was found, in the order of the text
     * @param earlier the concepts said plainly in earlier reports
     * @param sufferer the place of the word that names whom a deed was done to, or -1
     */
    Evidence(
            List<List<Hit>> byConcept,
            BitSet earlier,
            Set<String> earlierCrimes,
            int earlierReports,
            int words,
            ToIntFunction<Hit> sufferer) {
        this.sufferer = sufferer;
        this.byConcept = byConcept;
        this.plainly = new ArrayList<>(Collections.nCopies(byConcept.size(), null));
        this.mentioned = new boolean[byConcept.size()];
        for (int concept = 0; concept < mentioned.length; concept++) {
            mentioned[concept] = !byConcept.get(concept).isEmpty();
        }
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
        List<Hit> known = plainly.get(concept);
        if (known == null) {
            List<Hit> all = byConcept.get(concept);
            known = all.isEmpty() ? List.of() : plainOf(all);
            plainly.set(concept, known);
        }
        return known;
    }

    /** Those of them that are plain; the very list when all are. */
    private static List<Hit> plainOf(List<Hit> all) {
        int plain = 0;
        for (int i = 0; i < all.size(); i++) {
            plain += all.get(i).plain() ? 1 : 0;
        }
        if (plain == all.size() || plain == 0) {
            return plain == 0 ? List.of() : all;
        }
        List<Hit> kept = new ArrayList<>(plain);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).plain()) {
                kept.add(all.get(i));
            }
        }
        return kept;
    }

    /** True when the word that names whom this was done to belongs to one of the concepts. */
    boolean suffered(Hit deed, Concepts people) {
        int place = sufferer.applyAsInt(deed);
        return place >= 0
                && mentioned(people).stream().anyMatch(hit -> hit.first() <= place && place <= hit.last() + 1);
    }

    /** Whether any of these concepts is mentioned, in whatever way. */
    boolean mentionsAny(int[] concepts) {
        for (int concept : concepts) {
            if (mentioned[concept]) {
                return true;
            }
        }
        return false;
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
        List<Hit> hits = new ArrayList<>(byConcept.get(concept));
        byConcept.set(concept, hits);
        plainly.set(concept, null);
        mentioned[concept] = true;
        if (carriers.isEmpty() && hits.isEmpty()) {
            hits.add(new Hit(concept, -1, -1, Integer.MIN_VALUE / 2, 0));
        }
        for (Hit carrier : carriers) {
            hits.add(new Hit(concept, carrier.first(), carrier.last(), carrier.sentence(), 0));
        }
    }
}
