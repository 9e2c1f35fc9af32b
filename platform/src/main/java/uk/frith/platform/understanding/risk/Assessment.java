package uk.frith.platform.understanding.risk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An assessment, as stored.
 *
 * @param household which of the incident's households of victims it is about, from 1 on
 * @param turn counts the assessments of that household on that incident, from 1 on
 * @param matrix the version that it was made with
 * @param previous the one from whose answers it began; on this incident or on the one that this follows up
 * @param found what score and overrides say, before anybody judged otherwise
 * @param maker who made it, by name
 */
record Assessment(
        UUID id,
        UUID incident,
        int household,
        int turn,
        UUID matrix,
        Optional<UUID> previous,
        Given given,
        RiskRules.Scored found,
        Instant made,
        String maker) {

    /** The band that counts: what was judged, or else what was found. */
    Band band() {
        return given.judged().orElse(found.band());
    }

    boolean isComplete() {
        return found.isComplete();
    }

    /** Whether it lets an incident be closed. */
    boolean isForClosing() {
        return isComplete() && given.trigger() == Trigger.CLOSURE;
    }

    /** The band with the score, as people say it. */
    String says() {
        return isComplete()
                ? band().words() + ", score " + found.soFar()
                : "At least " + band().inSentence() + ", provisional: " + found.soFar() + " so far, "
                        + found.unanswered() + (found.unanswered() == 1 ? " question" : " questions") + " unanswered";
    }

    @Override
    public String toString() {
        return "Assessment[" + id + "]";
    }
}
