package uk.frith.narrative;

/** A phrase of the lexicon, ready to be looked for: elements by number, and how many words may stand between them. */
final class Phrase {

    /** What the phrase says. */
    final int concept;

    /** The word sets that must appear, in this order. */
    private final int[] elements;

    /** How many words of any kind may stand before the element of the same place. */
    private final int[] gaps;

    /** The words that mustn't follow, as an element by number; -1 when any word may. */
    final int barred;

    /** The place of the element that is looked for first: the rarest. */
    final int anchor;

    Phrase(int concept, int[] elements, int[] gaps, int barred, int anchor) {
        this.concept = concept;
        this.elements = elements.clone();
        this.gaps = gaps.clone();
        this.barred = barred;
        this.anchor = anchor;
    }

    int length() {
        return elements.length;
    }

    int element(int place) {
        return elements[place];
    }

    int gap(int place) {
        return gaps[place];
    }
}
