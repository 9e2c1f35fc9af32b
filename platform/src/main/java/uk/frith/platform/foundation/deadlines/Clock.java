package uk.frith.platform.foundation.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A duty's clock, running or stopped.
 *
 * @param kind its kind's code
 * @param title what must be done, as people say it
 * @param subject the record that it is about
 * @param reference how people call the record
 * @param path where it is done
 * @param account whose it is, if it is one person's
 * @param team which team's it is, if it is one team's
 * @param began from when it runs
 * @param warns from when on it is close
 * @param due by when it must be done
 * @param escalated when it went to others, if it did
 * @param ended when it was met or cancelled, if it was
 * @param cancelled why it no longer had to be done, if so
 */
public record Clock(
        String kind,
        String title,
        UUID subject,
        String reference,
        String path,
        Optional<UUID> account,
        Optional<UUID> team,
        Instant began,
        Instant warns,
        Instant due,
        Optional<Instant> escalated,
        Optional<Instant> ended,
        Optional<String> cancelled) {

    /** How a clock stands. */
    public enum State {
        RUNNING("In time"),
        CLOSE("Due soon"),
        LATE("Late"),
        MET("Done in time"),
        MET_LATE("Done late"),
        CANCELLED("No longer due");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** As people say it. */
        public String words() {
            return words;
        }
    }

    /** How it stands at a moment. */
    public State at(Instant now) {
        if (cancelled.isPresent()) {
            return State.CANCELLED;
        }
        if (ended.isPresent()) {
            return ended.get().isAfter(due) ? State.MET_LATE : State.MET;
        }
        if (now.isAfter(due)) {
            return State.LATE;
        }
        return now.isBefore(warns) ? State.RUNNING : State.CLOSE;
    }

    /** The time that is left, or since when it is late, in words: {@code 3 hours left}, {@code 2 days late}. */
    public String left(Instant now) {
        Duration left = Duration.between(now, due);
        return inWords(left.abs()) + (left.isNegative() ? " late" : " left");
    }

    /** A length of time as people say it, in whole minutes, hours or days: {@code 12 minutes}. */
    public static String inWords(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " days";
        }
        if (time.toHours() >= 2) {
            return time.toHours() + " hours";
        }
        long minutes = Math.max(1, time.toMinutes());
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
