package uk.frith.narrative;

/**
 * A phrase that was found: what it says, which words carry it, and how it is meant.
 *
 * @param concept number of the concept in the lexicon
 * @param first place of its first word
 * @param last place of its last word
 * @param sentence number of its sentence
 * @param scopes bits of {@link Scope}: none when it is said plainly
 */
record Hit(int concept, int first, int last, int sentence, int scopes) {

    boolean denied() {
        return (scopes & Scope.DENIED.bit()) != 0;
    }

    /** Said to come, as a threat or a supposition is, and not denied, feared or asked. */
    boolean toCome() {
        return scopes == Scope.SUPPOSED.bit();
    }

    boolean plain() {
        return scopes == 0;
    }
}
