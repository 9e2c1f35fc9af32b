package uk.frith.platform.reports.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.frith.narrative.Account;
import uk.frith.narrative.Findings;

/**
 * The accounts of the past, on which a change of the rules is tried before it holds. A later chapter that keeps accounts
 * gives a bean; this one asks it without knowing it, always within a piece of work at the desk.
 */
public interface PastAccounts {

    /**
     * Which accounts are wanted.
     *
     * @param from the first moment at which they were told
     * @param to the first moment that is too late
     * @param most how many at most
     * @param seed the same seed draws the same accounts
     */
    record Wanted(UUID organisation, Instant from, Instant to, int most, long seed) {}

    /**
     * One account.
     *
     * @param reference what people call it
     * @param path where it is shown, within the service
     * @param account with what was told before
     */
    record PastAccount(UUID id, String reference, String path, Account account) {
        @Override
        public String toString() {
            return "PastAccount[" + id + "]";
        }
    }

    /** A random sample; everything when there isn't more. */
    List<UUID> sample(Wanted wanted);

    /** Accounts of an organisation by their ids, in no order; those that aren't there are left out. */
    List<PastAccount> accounts(UUID organisation, List<UUID> ids);

    /** How soon somebody would go, in words, by what was found. */
    String grade(Findings findings);
}
