package uk.frith.platform.understanding.risk;

/** Why a risk is assessed now. */
enum Trigger {
    INITIAL("First contact"),
    ATTENDANCE("Somebody visited"),
    CHANGE("Something changed: a new report, a new vulnerability, an offender released, a measure that failed"),
    POST_ACTION("Police or partners began to act"),
    PERIODIC("It was time to assess again"),
    CLOSURE("Before closing");

    private final String words;

    Trigger(String words) {
        this.words = words;
    }

    /** As people say it. */
    String words() {
        return words;
    }
}
