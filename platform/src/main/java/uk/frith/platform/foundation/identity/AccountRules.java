package uk.frith.platform.foundation.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What an administrator may do to an account. Each answer is the sentence that refuses it, or nothing. */
final class AccountRules {

    private AccountRules() {}

    /** A change that can be asked for. */
    enum Change {
        DISABLE,
        ENABLE,
        NEW_LINK,
        DROP_FACTOR
    }

    static Optional<String> refusal(Change change, UUID asker, Account account) {
        return switch (change) {
            case DISABLE -> disabling(asker, account);
            case ENABLE ->
                account.state() == AccountState.DISABLED
                        ? Optional.empty()
                        : Optional.of("This account is not disabled");
            case NEW_LINK ->
                account.state() == AccountState.DISABLED
                        ? Optional.of("Enable the account before you make a link for it")
                        : Optional.empty();
            case DROP_FACTOR ->
                account.secondFactor() ? Optional.empty() : Optional.of("This account has no authenticator app");
        };
    }

    /** Roles must be some, and an administrator can't end being one: somebody must be left who can undo mistakes. */
    static Optional<String> refusal(UUID asker, UUID account, Set<Role> roles) {
        if (roles.isEmpty()) {
            return Optional.of("Choose at least one role");
        }
        if (asker.equals(account) && !roles.contains(Role.ADMINISTRATOR)) {
            return Optional.of("You cannot stop being an administrator yourself. Ask another administrator");
        }
        return Optional.empty();
    }

    /** Where an account goes on from when it is enabled again. */
    static AccountState enabled(Account account) {
        return account.hasPassword() ? AccountState.ACTIVE : AccountState.INVITED;
    }

    private static Optional<String> disabling(UUID asker, Account account) {
        if (asker.equals(account.id())) {
            return Optional.of("You cannot disable your own account. Ask another administrator");
        }
        return account.state() == AccountState.DISABLED
                ? Optional.of("This account is disabled already")
                : Optional.empty();
    }
}
