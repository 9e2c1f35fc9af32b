package uk.frith.platform.understanding.prevalence;

/** How an area and its neighbours stand against all areas, after allowing for chance. */
enum Heat {
    HOT("hot"),
    COLD("cold"),
    NEITHER("not"),
    /** Too few areas, or no figures, to judge by. */
    UNJUDGED("–");

    private final String word;

    Heat(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
