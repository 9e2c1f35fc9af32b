package uk.frith.platform.reports.recording;

import java.time.Instant;

/**
 * Some time between two moments: antisocial behaviour often has no exact time.
 *
 * @param from the earliest that it can have been
 * @param to the latest; the same when the moment is known
 */
public record Interval(Instant from, Instant to) {

    public Interval {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("An interval doesn't end before it begins.");
        }
    }

    /** A moment that is known. */
    public static Interval at(Instant moment) {
        return new Interval(moment, moment);
    }

    public boolean isMoment() {
        return from.equals(to);
    }
}
