package uk.frith.platform.reports.exchange;

import java.util.Set;
import java.util.UUID;

/**
 * A partner's system that has shown a good key.
 *
 * @param partnerName the partner's name
 * @param word the partner's word, by which its reports are told from another's
 * @param organisation whose incidents they become
 */
record Caller(UUID key, UUID partner, String partnerName, String word, UUID organisation, Set<Scope> scopes) {

    Caller {
        scopes = Set.copyOf(scopes);
    }

    /** As it stands with the session, where the database reads whose rows may be seen. */
    String onBehalf() {
        return "key=" + key;
    }

    /** The source under which recording knows this partner's reports. */
    String source() {
        return "partner-" + word;
    }
}
