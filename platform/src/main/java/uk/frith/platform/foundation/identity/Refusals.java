package uk.frith.platform.foundation.identity;

import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;

/** Enters in the audit that somebody who is signed in was refused. */
@Component
class Refusals {

    private final Desk desk;

    Refusals(Desk desk) {
        this.desk = desk;
    }

    /**
     * Enters a refusal; of somebody who isn't signed in there is nothing to enter.
     *
     * @param what the route, by the name of its code, since an address may carry identifiers
     */
    void enter(String what, String purpose) {
        if (desk.actor().isPresent()) {
            desk.audited(Entry.of(Act.REFUSAL, "page", purpose).with("page", what), () -> what);
        }
    }
}
