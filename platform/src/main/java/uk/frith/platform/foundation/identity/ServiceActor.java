package uk.frith.platform.foundation.identity;

import java.util.UUID;

/** The system's own actors, each with an account that stands in the audit; the same values as the database's rows. */
public enum ServiceActor {
    COMMAND_LINE("00000000-0000-7000-8000-000000000011"),
    BACKGROUND("00000000-0000-7000-8000-000000000012"),
    SIGN_IN("00000000-0000-7000-8000-000000000013");

    private final UUID account;

    ServiceActor(String account) {
        this.account = UUID.fromString(account);
    }

    UUID account() {
        return account;
    }
}
