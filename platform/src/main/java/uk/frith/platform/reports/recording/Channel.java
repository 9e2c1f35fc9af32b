package uk.frith.platform.reports.recording;

import java.util.Locale;

/** How a report reached the force. */
public enum Channel {
    CALL("By telephone"),
    ONLINE("Online"),
    OFFICER("Seen by an officer"),
    PARTNER("From a partner"),
    TEXT("By text message");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    /** As people say it. */
    public String words() {
        return words;
    }

    /** As the incident CSV has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
