package uk.frith.narrative;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must stand in an account for a rule to apply. The answer is the list of phrases that carry it, empty when
 * nothing needs to carry it (as for a denial), or null when it doesn't hold.
 */
sealed interface Condition {

    /** The phrases that make it true, or null. */
    @Nullable
    List<Hit> carriedBy(Evidence evidence);

    /** Said plainly. */
    record Said(Concepts concepts) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return some(evidence.plain(concepts));
        }
    }

    /** Said in any way: plainly, denied, feared, supposed. */
    record Mentioned(Concepts concepts) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return some(evidence.mentioned(concepts));
        }
    }

    /** Said to come: what somebody will, would or is going to do. */
    record ToCome(Concepts concepts) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return some(evidence.toCome(concepts));
        }
    }

    /** Said to be not so. */
    record Denied(Concepts concepts) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return some(evidence.denied(concepts));
        }
    }

    /** Said plainly at least so often, in different places. */
    record Often(Concepts concepts, int least) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            List<Hit> hits = evidence.plain(concepts);
            int apart = 0;
            int last = -1;
            for (Hit hit : hits) {
                if (hit.first() > last) {
                    apart++;
                    last = hit.last();
                }
            }
            return apart >= least ? hits : null;
        }
    }

    /** One within so many sentences of the other. */
    record Near(Condition one, Condition other, int sentences) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return split(one, other, sentences, evidence, true);
        }
    }

    /** One without the other within so many sentences. */
    record Lone(Condition one, Condition other, int sentences) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return split(one, other, sentences, evidence, false);
        }
    }

    /** Said in the account of an earlier report. */
    record Earlier(Concepts concepts) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return evidence.earlier(concepts) ? List.of() : null;
        }
    }

    /** An earlier report was recorded as one of these classes. */
    record EarlierCrime(List<String> classes) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return evidence.earlierCrime(classes) ? List.of() : null;
        }
    }

    /** A crime of one of these classes was found by a rule before this one. */
    record Found(List<String> classes) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return evidence.found(classes) ? List.of() : null;
        }
    }

    /** The account has at most so many words. */
    record Brief(int words) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return evidence.words() <= words ? List.of() : null;
        }
    }

    record Both(Condition one, Condition other) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            List<Hit> left = one.carriedBy(evidence);
            if (left == null) {
                return null;
            }
            List<Hit> right = other.carriedBy(evidence);
            if (right == null) {
                return null;
            }
            return left.isEmpty() ? right : left;
        }
    }

    record Either(Condition one, Condition other) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            List<Hit> left = one.carriedBy(evidence);
            List<Hit> right = other.carriedBy(evidence);
            if (left == null || right == null) {
                return left == null ? right : left;
            }
            List<Hit> all = new ArrayList<>(left);
            all.addAll(right);
            return all;
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return condition.carriedBy(evidence) == null ? List.of() : null;
        }
    }

    private static @Nullable List<Hit> some(List<Hit> hits) {
        return hits.isEmpty() ? null : hits;
    }

    private static @Nullable List<Hit> split(
            Condition one, Condition other, int sentences, Evidence evidence, boolean near) {
        List<Hit> hits = one.carriedBy(evidence);
        if (hits == null) {
            return null;
        }
        List<Hit> others = other.carriedBy(evidence);
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : hits) {
            if (within(hit, others, sentences) == near) {
                kept.add(hit);
            }
        }
        return some(kept);
    }

    private static boolean within(Hit hit, @Nullable List<Hit> others, int sentences) {
        if (others == null) {
            return false;
        }
        for (Hit other : others) {
            if (Math.abs(hit.sentence() - other.sentence()) <= sentences) {
                return true;
            }
        }
        return false;
    }
}
