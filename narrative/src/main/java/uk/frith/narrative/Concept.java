package uk.frith.narrative;

/**
 * What phrases of the lexicon say, or what a rule establishes.
 *
 * @param name as rules call it
 * @param ignores the scopes, as bits, that don't touch it: a threat is a threat although it is about the future
 * @param opens the scope that its phrases open, or null when they open none
 * @param reach how many words its scope covers forward
 * @param back how many words its scope covers backward
 */
record Concept(
        String name,
        int ignores,
        @org.jspecify.annotations.Nullable Scope opens,
        int reach,
        int back) {

    /** A reach up to the end of the sentence. */
    static final int SENTENCE = Integer.MAX_VALUE;

    boolean ignores(Scope scope) {
        return (ignores & scope.bit()) != 0;
    }

    static Concept fact(String name) {
        return new Concept(name, 0, null, 0, 0);
    }
}
