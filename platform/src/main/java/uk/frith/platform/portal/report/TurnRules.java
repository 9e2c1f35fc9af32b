package uk.frith.platform.portal.report;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whose turn it is at one address. A bucket of turns is refilled at a steady rate; who comes while it is empty is given a
 * ticket and waits in a line. A turn goes to the first in the line who is still there, so that whoever sends a thousand
 * reports and doesn't wait for them holds up nobody who does.
 */
final class TurnRules {

    /** Whoever hasn't asked for so long isn't waiting at the moment; they keep their place for when they ask again. */
    static final Duration STILL_THERE = Duration.ofSeconds(60);
    /** More can't be waiting at one address; who comes then is told so, and that their place isn't kept. */
    static final int LONGEST_LINE = 5_000;

    private static final double MINUTE_SECONDS = 60.0;

    private final int most;
    private final int aMinute;

    TurnRules(int most, int aMinute) {
        this.most = most;
        this.aMinute = aMinute;
    }

    /** How somebody stands. */
    sealed interface Turn {
        /** It is theirs. */
        record Now() implements Turn {}

        /**
         * They wait.
         *
         * @param ticket what keeps their place; empty when the line is too long for another
         * @param ahead how many are before them
         * @param seconds how long that takes at most
         */
        record Later(String ticket, int ahead, long seconds) implements Turn {}
    }

    /** One address. */
    static final class Line {
        private double turns;
        private Instant filled;
        private Instant used;
        private final Map<String, Instant> waiting = new LinkedHashMap<>();

        Line(double turns, Instant now) {
            this.turns = turns;
            this.filled = now;
            this.used = now;
        }

        Instant used() {
            return used;
        }

        boolean isIdle() {
            return waiting.isEmpty();
        }
    }

    Line line(Instant now) {
        return new Line(most, now);
    }

    /**
     * A turn, or a place in the line.
     *
     * @param ticket the ticket that somebody shows; empty for none
     * @param fresh a ticket that nobody has, for when one is needed
     */
    Turn take(Line line, String ticket, String fresh, Instant now) {
        refill(line, now);
        boolean known = line.waiting.containsKey(ticket);
        if (!known && line.turns >= 1 && here(line, "", now) == 0) {
            line.turns--;
            return new Turn.Now();
        }
        if (!known && line.waiting.size() >= LONGEST_LINE) {
            return new Turn.Later("", line.waiting.size(), seconds(line, LONGEST_LINE));
        }
        String place = known ? ticket : fresh;
        line.waiting.put(place, now);
        int ahead = here(line, place, now);
        if (line.turns >= ahead + 1) {
            line.waiting.remove(place);
            line.turns--;
            return new Turn.Now();
        }
        return new Turn.Later(place, ahead, seconds(line, ahead));
    }

    /** How many are there before a ticket; before nobody's, how many there are at all. */
    private static int here(Line line, String ticket, Instant now) {
        int ahead = 0;
        for (Map.Entry<String, Instant> other : line.waiting.entrySet()) {
            if (other.getKey().equals(ticket)) {
                return ahead;
            }
            if (!other.getValue().plus(STILL_THERE).isBefore(now)) {
                ahead++;
            }
        }
        return ahead;
    }

    private void refill(Line line, Instant now) {
        double seconds = Math.max(0, Duration.between(line.filled, now).toMillis() / 1000.0);
        line.turns = Math.min(most, line.turns + seconds * aMinute / MINUTE_SECONDS);
        line.filled = now;
        line.used = now;
    }

    private long seconds(Line line, int ahead) {
        return Math.max(1, (long) Math.ceil((ahead + 1 - line.turns) * MINUTE_SECONDS / aMinute));
    }
}
