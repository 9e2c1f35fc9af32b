package uk.frith.town;

import java.util.Locale;

/** How a report reached the force. */
public enum Channel {
    /** By telephone. */
    CALL,
    /** By a form on the web. */
    ONLINE,
    /** Seen or heard by an officer. */
    OFFICER,
    /** Passed on by a council, landlord or other partner. */
    PARTNER;

    /** The word in the incident file: {@code call}, {@code online}, {@code officer} or {@code partner}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
