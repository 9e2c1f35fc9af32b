package uk.frith.platform.foundation.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a chapter adds to the demonstration, so that a newcomer sees a force at work. The chapter gives a bean; the launcher
 * has each of them play once, from the left to the right, and nobody else does. A part works as the pretend people do, at
 * their desks, and can be played again: what stands already stays as it is.
 */
public interface DemonstrationPart {

    /** Its place among the parts, the first one first. */
    int order();

    /**
     * Plays it.
     *
     * @param told what people of the town told in the last weeks, the earliest first
     * @param news takes a sentence for whoever started the demonstration
     */
    void play(List<Told> told, Consumer<String> news);

    /**
     * What somebody of the town told.
     *
     * @param id the town's own number of it, once only
     * @param follows the number of what the same person told before about the same trouble
     * @param channel {@code call}, {@code online}, {@code officer} or {@code partner}
     * @param at when they told it
     * @param lsoaCode the small area
     * @param name who told it; invented, as the telephone number is
     */
    record Told(
            String id,
            Optional<String> follows,
            String channel,
            Instant at,
            String lsoaCode,
            String location,
            String text,
            String name,
            String phone) {
        @Override
        public String toString() {
            return "Told[" + id + "]";
        }
    }
}
