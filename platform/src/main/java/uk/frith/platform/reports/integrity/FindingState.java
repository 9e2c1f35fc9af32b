package uk.frith.platform.reports.integrity;

/** How a finding stands. */
enum FindingState {
    OPEN("To answer"),
    DISPUTED("Disputed"),
    STANDS("Upheld by the registrar"),
    PUT_RIGHT("Put right"),
    ACCEPTED("Noted"),
    WITHDRAWN("Withdrawn by the registrar");

    private final String words;

    FindingState(String words) {
        this.words = words;
    }

    /** As people say it. */
    String words() {
        return words;
    }

    /** Whether nothing more is to be done. */
    boolean isEnd() {
        return switch (this) {
            case OPEN, DISPUTED, STANDS -> false;
            case PUT_RIGHT, ACCEPTED, WITHDRAWN -> true;
        };
    }
}
