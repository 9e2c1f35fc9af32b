package uk.frith.narrative;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in one account, by number of the concept and in the order of the text. Most concepts aren't mentioned. */
final class Mentions {

    private final @Nullable Mention[] byConcept;
    private final BitSet concepts;

    /** What was found of one concept, and those that are plain once somebody asked for them. */
    private static final class Mention {
        private final List<Hit> all;
        private @Nullable List<Hit> plain;

        Mention(List<Hit> all) {
            this.all = all;
        }

        List<Hit> plain() {
            List<Hit> known = plain;
            if (known == null) {
                known = plainOf(all);
                plain = known;
            }
            return known;
        }
    }

    Mentions(int concepts) {
        this.byConcept = new Mention[concepts];
        this.concepts = new BitSet(concepts);
    }

    /** Adds the next hit; one that overlaps the last of the same concept is the same thing said in more words. */
    void put(Hit hit) {
        Mention mention = byConcept[hit.concept()];
        if (mention == null) {
            mention = add(hit.concept(), new ArrayList<>(2));
        }
        List<Hit> hits = mention.all;
        Hit last = hits.isEmpty() ? null : hits.getLast();
        if (last == null || hit.first() > last.last()) {
            hits.add(hit);
            return;
        }
        hits.set(
                hits.size() - 1,
                new Hit(
                        hit.concept(),
                        last.first(),
                        Math.max(last.last(), hit.last()),
                        last.sentence(),
                        last.scopes() & hit.scopes()));
    }

    /** Adds what a rule established, beside what was found; lists that were given out before stay as they are. */
    void establish(int concept, List<Hit> carriers) {
        List<Hit> hits = new ArrayList<>(all(concept));
        add(concept, hits);
        if (carriers.isEmpty() && hits.isEmpty()) {
            hits.add(new Hit(concept, -1, -1, Integer.MIN_VALUE / 2, 0));
        }
        for (Hit carrier : carriers) {
            hits.add(new Hit(concept, carrier.first(), carrier.last(), carrier.sentence(), 0));
        }
    }

    private Mention add(int concept, List<Hit> hits) {
        Mention mention = new Mention(hits);
        byConcept[concept] = mention;
        concepts.set(concept);
        return mention;
    }

    /** In whatever way they are meant; the list is shared and must not be changed. */
    List<Hit> all(int concept) {
        Mention mention = byConcept[concept];
        return mention == null ? List.of() : mention.all;
    }

    /** What is said plainly; the list is shared and must not be changed. */
    List<Hit> plain(int concept) {
        Mention mention = byConcept[concept];
        return mention == null ? List.of() : mention.plain();
    }

    /** The next concept from this one on that is mentioned in whatever way, or -1. */
    int next(int concept) {
        return concepts.nextSetBit(concept);
    }

    /** Whether any of these concepts is mentioned in whatever way. */
    boolean any(int[] any) {
        for (int concept : any) {
            if (byConcept[concept] != null) {
                return true;
            }
        }
        return false;
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
}
