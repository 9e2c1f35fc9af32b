package uk.frith.narrative;

/** How a phrase is meant when it isn't said plainly as something that somebody else did. */
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
    ASKED(4),
    /** Done by the one who tells: "I banged on the wall". */
    OWN(5),
    /** Told before and recorded then: "you crimed that under reference 12". */
    RECORDED(6),
    /** A song, a film, a game, a joke. */
    JEST(7);

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
