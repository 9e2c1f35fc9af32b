package uk.frith.platform.foundation.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The system's own actors, each with an account that stands in the audit; the same values as the database's rows. */
public enum ServiceActor {
    COMMAND_LINE("00000000-0000-7000-8000-000000000011", "Command line"),
    BACKGROUND("00000000-0000-7000-8000-000000000012", "Background work"),
    SIGN_IN("00000000-0000-7000-8000-000000000013", "Sign-in"),
    /** Works for a partner's system; always confined to the organisation that gave the partner its key. */
    EXCHANGE("00000000-0000-7000-8000-000000000015", "Exchange with partners");

    private final UUID account;
    private final String title;

    ServiceActor(String account, String title) {
        this.account = UUID.fromString(account);
        this.title = title;
    }

    static Optional<ServiceActor> of(UUID account) {
        return Arrays.stream(values())
                .filter(one -> one.account.equals(account))
                .findFirst();
    }

    /** As it stands in the auditor's view. */
    String title() {
        return title;
    }

    UUID account() {
        return account;
    }
}
