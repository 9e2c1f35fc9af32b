package uk.frith.platform.reports.recording;

/** How soon somebody goes there or answers; each has a duty of its own, whose time a force sets. */
public enum Grade {
    IMMEDIATE("Immediate"),
    PRIORITY("Priority"),
    ROUTINE("Routine"),
    SCHEDULED("By appointment"),
    WITHOUT_DEPLOYMENT("Without deployment");

    private final String words;

    Grade(String words) {
        this.words = words;
    }

    /** As people say it. */
    public String words() {
        return words;
    }

    /** The kind of duty that it brings. */
    String duty() {
        return "RESPOND_" + name();
    }
}
