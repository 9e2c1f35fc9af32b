package uk.frith.platform.portal.signs;

/** What a code is fixed to; the same values as the database's list. */
enum SignKind {
    GATE("Gate"),
    STILE("Stile"),
    BUS_SHELTER("Bus shelter"),
    PARK("Park"),
    STAIRS("Stairs or landing"),
    SHOP("Shop"),
    OTHER("Something else");

    private final String words;

    SignKind(String words) {
        this.words = words;
    }

    /** As staff say it. */
    String words() {
        return words;
    }
}
