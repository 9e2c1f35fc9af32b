package uk.frith.platform.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountRulesTest {

    private static final UUID ASKER = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void nobody_disables_their_own_account() {
        assertThat(refusal(AccountRules.Change.DISABLE, ASKER, AccountState.ACTIVE))
                .isPresent();
        assertThat(refusal(AccountRules.Change.DISABLE, OTHER, AccountState.ACTIVE))
                .isEmpty();
    }

    @Test
    void only_what_is_disabled_is_enabled_and_only_what_is_not_is_disabled() {
        assertThat(refusal(AccountRules.Change.DISABLE, OTHER, AccountState.DISABLED))
                .isPresent();
        assertThat(refusal(AccountRules.Change.ENABLE, OTHER, AccountState.DISABLED))
                .isEmpty();
        assertThat(refusal(AccountRules.Change.ENABLE, OTHER, AccountState.ACTIVE))
                .isPresent();
    }

    @Test
    void a_disabled_account_is_given_no_link() {
        assertThat(refusal(AccountRules.Change.NEW_LINK, OTHER, AccountState.DISABLED))
                .isPresent();
        assertThat(refusal(AccountRules.Change.NEW_LINK, OTHER, AccountState.INVITED))
                .isEmpty();
    }

    @Test
    void an_app_can_be_removed_only_where_there_is_one() {
        assertThat(AccountRules.refusal(
                        AccountRules.Change.DROP_FACTOR, ASKER, account(OTHER, AccountState.ACTIVE, true)))
                .isEmpty();
        assertThat(refusal(AccountRules.Change.DROP_FACTOR, OTHER, AccountState.ACTIVE))
                .isPresent();
    }

    @Test
    void an_account_keeps_at_least_one_role_and_an_administrator_stays_one() {
        assertThat(AccountRules.refusal(ASKER, OTHER, Set.of())).isPresent();
        assertThat(AccountRules.refusal(ASKER, OTHER, Set.of(Role.ANALYST))).isEmpty();
        assertThat(AccountRules.refusal(ASKER, ASKER, Set.of(Role.ANALYST))).isPresent();
        assertThat(AccountRules.refusal(ASKER, ASKER, Set.of(Role.ANALYST, Role.ADMINISTRATOR)))
                .isEmpty();
    }

    @Test
    void an_account_without_a_password_is_enabled_as_invited() {
        assertThat(AccountRules.enabled(account(OTHER, AccountState.DISABLED, true)))
                .isEqualTo(AccountState.ACTIVE);
        Account never = new Account(
                OTHER,
                "N",
                "n@x.example",
                Optional.empty(),
                "",
                AccountState.DISABLED,
                Set.of(),
                false,
                false,
                Optional.empty(),
                Optional.empty());
        assertThat(AccountRules.enabled(never)).isEqualTo(AccountState.INVITED);
    }

    private static Optional<String> refusal(AccountRules.Change change, UUID account, AccountState state) {
        return AccountRules.refusal(change, ASKER, account(account, state, false));
    }

    private static Account account(UUID id, AccountState state, boolean factor) {
        return new Account(
                id,
                "Name",
                "name@police.example",
                Optional.empty(),
                "",
                state,
                Set.of(Role.ANALYST),
                true,
                factor,
                Optional.empty(),
                Optional.empty());
    }
}
