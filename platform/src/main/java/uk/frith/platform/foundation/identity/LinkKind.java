package uk.frith.platform.foundation.identity;

import java.time.Duration;

/** What a one-time link lets its holder do, and for how long; the same values as the database's list. */
enum LinkKind {
    /** Choose the first password. */
    INVITATION(Duration.ofDays(7)),
    /** Choose a new password. */
    RESET(Duration.ofDays(1)),
    /** Name the organisation and become its administrator. */
    FIRST_ADMINISTRATOR(Duration.ofDays(1));

    private final Duration valid;

    LinkKind(Duration valid) {
        this.valid = valid;
    }

    Duration valid() {
        return valid;
    }
}
