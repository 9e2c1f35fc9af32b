package uk.frith.platform.reports.calls;

import java.util.Optional;
import java.util.UUID;

/**
 * Where the telling goes on while it is taken down. A later chapter gives a bean; calls asks it within the piece of work that
 * records a draft, so that nothing which was told by then is missing from the record.
 */
public interface ToldMeanwhile {

    /** Of a draft that the chapter knows nothing of. */
    Meanwhile NOTHING = new Meanwhile("", Optional.empty());

    /**
     * What happened since a draft was begun.
     *
     * @param words what was told since; empty when nothing was
     * @param incident what was told has become by itself; what is taken down follows it
     */
    record Meanwhile(String words, Optional<UUID> incident) {
        @Override
        public String toString() {
            return "Meanwhile";
        }
    }

    Meanwhile since(UUID draft);
}
