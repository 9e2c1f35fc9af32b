package uk.frith.narrative;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which crime is recorded when several were done to the same victim by the same people: the table says which class
 * absorbs which. Offences against the state stand beside it, and so does a crime that has a victim of its own.
 */
final class PrincipalCrime {

    private final Map<String, Set<String>> absorbs;

    private PrincipalCrime(Map<String, Set<String>> absorbs) {
        this.absorbs = absorbs;
    }

    /** True when a crime of the first class leaves no room for one of the second with the same victim. */
    boolean absorbs(String principal, String lesser) {
        return absorbs.getOrDefault(principal, Set.of()).contains(lesser);
    }

    /** Reads lines {@code 8L over 105A 8N 58A}. No class may take itself in, neither by itself nor through others. */
    static final class Reader {
        private final Map<String, Set<String>> absorbs = new HashMap<>();

        void line(String line) {
            List<String> words = List.of(line.split("\\s+"));
            if (words.size() < 3 || !words.get(1).equals("over")) {
                throw new IllegalArgumentException("'class over class …' is expected");
            }
            String principal = words.getFirst();
            for (String lesser : words.subList(2, words.size())) {
                if (takenInBy(lesser).contains(principal)) {
                    throw new IllegalArgumentException(principal + " can't take in " + lesser + ", which takes it in");
                }
                absorbs.computeIfAbsent(principal, c -> new HashSet<>()).add(lesser);
            }
        }

        /** The class itself, what it takes in, what these take in, and so on. */
        private Set<String> takenInBy(String principal) {
            Set<String> taken = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(principal));
            while (!open.isEmpty()) {
                String next = open.pop();
                if (taken.add(next)) {
                    open.addAll(absorbs.getOrDefault(next, Set.of()));
                }
            }
            return taken;
        }

        PrincipalCrime read() {
            return new PrincipalCrime(absorbs);
        }
    }
}
