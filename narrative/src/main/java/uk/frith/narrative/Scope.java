package uk.frith.narrative;

/** How a phrase is meant when it isn't said plainly as something that happened. */
enum Scope {
    /** "No damage", "never touched him", "injuries nil". */
    DENIED(0),
    /** "I heard that …", "there's a rumour". */
    HEARSAY(1),
    /** "If he had …", "it could have". */
    SUPPOSED(2),
    /** "She is worried that they will …". */
    FEARED(3),
    /** A question of the one who takes the call, not affirmed by the answer. */
    ASKED(4);

    private final int place;

    Scope(int place) {
        this.place = place;
    }

    /** Its place in tables. */
    int place() {
        return place;
    }

    int bit() {
        return 1 << place;
    }
}
