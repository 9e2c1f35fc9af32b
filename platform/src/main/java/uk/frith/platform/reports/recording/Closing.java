package uk.frith.platform.reports.recording;

/** How an incident ends. */
enum Closing {
    ASB_DEALT_WITH("Antisocial behaviour, dealt with"),
    CRIME_RECORDED("Crime recorded"),
    NOT_ASB("Not antisocial behaviour"),
    DUPLICATE("Same event as another incident"),
    NO_TRACE("Nobody and nothing found"),
    ADVICE_GIVEN("Advice given"),
    REFERRED("Passed to another agency"),
    HOAX("False report"),
    OTHER_FORCE("Passed to another force");

    private final String words;

    Closing(String words) {
        this.words = words;
    }

    /** As people say it. */
    String words() {
        return words;
    }
}
