package uk.frith.narrative;

/** A phrase of the lexicon, ready to be looked for: elements by number, and how many words may stand between them. */
final class Phrase {

    /** What the phrase says. */
    final int concept;

    private final int length;

    /**
     * The word sets that must appear, in this order, and before each, how many words of any kind, but of the same clause,
     * may stand before it. One row, because most phrases are looked at once in an account and far apart in memory.
     */
    private final int[] steps;

    /** The words that mustn't follow, as an element by number; -1 when any word may. */
    final int barred;

    /** The place of the element that is looked for first: the rarest. */
    final int anchor;

    /** The element, by number, that is most seldom in a sentence after the anchor: what else must stand there. */
    final int second;

    /** The place of the verb that somebody else than the one who tells must have done; -1 when it doesn't matter. */
    final int done;

    /** The place of the verb that must stand in a form of the past, as in "was smashed"; -1 when any form will do. */
    final int past;

    Phrase(int concept, int[] elements, int[] gaps, int barred, int anchor, int second, int done, int past) {
        this.concept = concept;
        this.length = elements.length;
        this.steps = new int[2 * length];
        for (int place = 0; place < length; place++) {
            steps[2 * place] = gaps[place];
            steps[2 * place + 1] = elements[place];
        }
        this.barred = barred;
        this.anchor = anchor;
        this.second = second;
        this.done = done;
        this.past = past;
    }

    int length() {
        return length;
    }

    int element(int place) {
        return steps[2 * place + 1];
    }

    int gap(int place) {
        return steps[2 * place];
    }
}
