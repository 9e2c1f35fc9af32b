package uk.frith.narrative;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Whether it holds, when nobody asks for the phrases: the same answer sooner. */
    default boolean holds(Evidence evidence) {
        return carriedBy(evidence) != null;
    }

    /** Said plainly. */
    record Said(Concepts concepts) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return some(evidence.plain(concepts));
        }

        @Override
        public boolean holds(Evidence evidence) {
            return evidence.says(concepts);
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

    /** One within so many words of the other, in whatever sentences. */
    record Close(Condition one, Condition other, int words) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            List<Hit> hits = one.carriedBy(evidence);
            List<Hit> others = hits == null ? null : other.carriedBy(evidence);
            if (hits == null || others == null) {
                return null;
            }
            List<Hit> kept = new ArrayList<>();
            for (Hit hit : hits) {
                if (others.stream().anyMatch(there -> apart(hit, there) <= words)) {
                    kept.add(hit);
                }
            }
            return some(kept);
        }

        private static int apart(Hit one, Hit other) {
            if (one.first() > other.last()) {
                return one.first() - other.last();
            }
            return other.first() > one.last() ? other.first() - one.last() : 0;
        }
    }

    /**
     * The deeds whose nearest mark is of one kind rather than of the other, within so many words: who was hurt, and who
     * wasn't. What follows a deed is told of it sooner than what comes before.
     */
    record Nearest(Condition deed, Condition mark, Condition other, int words) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            List<Hit> deeds = deed.carriedBy(evidence);
            List<Hit> marks = deeds == null ? null : mark.carriedBy(evidence);
            if (deeds == null || marks == null) {
                return null;
            }
            List<Hit> others = other.carriedBy(evidence);
            List<Hit> kept = new ArrayList<>();
            for (Hit hit : deeds) {
                int nearest = nearest(hit, marks);
                if (nearest <= words && (others == null || nearest <= nearest(hit, others))) {
                    kept.add(hit);
                }
            }
            return some(kept);
        }

        private static int nearest(Hit deed, List<Hit> marks) {
            int least = Integer.MAX_VALUE;
            for (Hit there : marks) {
                int apart = there.last() >= deed.first()
                        ? Math.max(0, there.first() - deed.last())
                        : 2 * (deed.first() - there.last());
                least = Math.min(least, apart);
            }
            return least;
        }
    }

    /** So many of these conditions hold, whichever. */
    record Least(int least, List<Condition> conditions) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            List<Hit> hits = new ArrayList<>();
            int held = 0;
            for (Condition condition : conditions) {
                List<Hit> carried = condition.carriedBy(evidence);
                if (carried != null) {
                    held++;
                    hits.addAll(carried);
                }
            }
            return held >= least ? hits : null;
        }
    }

    /** A deed done to somebody whom the text names by one of these words, or by a pronoun after one of them. */
    record To(Condition deed, Concepts people) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            List<Hit> deeds = deed.carriedBy(evidence);
            if (deeds == null) {
                return null;
            }
            List<Hit> kept = new ArrayList<>();
            for (Hit hit : deeds) {
                if (evidence.suffered(hit, people)) {
                    kept.add(hit);
                }
            }
            return some(kept);
        }
    }

    /** One line of a scorecard: what it says and how many points that is worth, for or against. */
    record Point(int worth, Condition condition, Needs needs) {
        Point(int worth, Condition condition) {
            this(worth, condition, Needs.of(condition));
        }
    }

    /** A scorecard: every point that holds is added up, and enough of them carry it. */
    record Score(List<Point> points, int least) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            if (sum(evidence) < least) {
                return null;
            }
            List<Hit> hits = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                Point point = points.get(i);
                List<Hit> carried = point.worth() > 0 && point.needs().met(evidence)
                        ? point.condition().carriedBy(evidence)
                        : null;
                if (carried != null) {
                    hits.addAll(carried);
                }
            }
            return hits;
        }

        /** What the points that hold add up to. */
        int sum(Evidence evidence) {
            int sum = 0;
            for (int i = 0; i < points.size(); i++) {
                Point point = points.get(i);
                if (point.needs().met(evidence) && point.condition().holds(evidence)) {
                    sum += point.worth();
                }
            }
            return sum;
        }

        @Override
        public boolean holds(Evidence evidence) {
            return sum(evidence) >= least;
        }
    }

    /** At least so many reports were made before. */
    record EarlierReports(int least) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return evidence.earlierReports() >= least ? List.of() : null;
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

        @Override
        public boolean holds(Evidence evidence) {
            return one.holds(evidence) && other.holds(evidence);
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

        @Override
        public boolean holds(Evidence evidence) {
            return one.holds(evidence) || other.holds(evidence);
        }
    }

    record Not(Condition condition) implements Condition {
        @Override
        public @Nullable List<Hit> carriedBy(Evidence evidence) {
            return condition.holds(evidence) ? null : List.of();
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
        if (others == null) {
            return near ? null : some(hits);
        }
        int[] places = new int[others.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = others.get(i).sentence();
        }
        Arrays.sort(places);
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : hits) {
            if (within(hit.sentence(), places, sentences) == near) {
                kept.add(hit);
            }
        }
        return some(kept);
    }

    private static boolean within(int sentence, int[] places, int apart) {
        int found = Arrays.binarySearch(places, sentence - apart);
        int next = found < 0 ? -found - 1 : found;
        return next < places.length && places[next] <= sentence + apart;
    }
}
