package uk.frith.platform.reports.rulebook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is asked before a draft is published, and whether the answers will do. */
final class PublishRules {

    static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;

    private PublishRules() {}

    /**
     * What somebody typed.
     *
     * @param day from which day; empty for at once
     * @param time of that day; empty for its beginning
     * @param broken why kept cases may be broken
     */
    record Asked(String day, String time, String reason, String broken) {
        static final Asked NOTHING = new Asked("", "", "", "");
    }

    /**
     * What stands in the way.
     *
     * @param faults how many faults the book has
     * @param same whether it is the book that holds already
     * @param brokenCases how many kept cases read otherwise than they should
     */
    record Standing(int faults, boolean same, int brokenCases) {}

    /** The moment that was asked for; empty for at once, or when it can't be read. */
    static Optional<Instant> moment(Asked asked) {
        if (asked.day().isBlank()) {
            return Optional.empty();
        }
        try {
            LocalTime time = asked.time().isBlank()
                    ? LocalTime.MIDNIGHT
                    : LocalTime.parse(asked.time().strip());
            return Optional.of(ZonedDateTime.of(LocalDate.parse(asked.day().strip()), time, HERE)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What is wrong, each at its field; nothing when the draft can be published. */
    static Map<String, String> faults(Asked asked, Standing standing, Instant now) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (standing.faults() > 0) {
            wrong.put("publish", "Mend the faults first: a book with faults can't be read with");
        } else if (standing.same()) {
            wrong.put("publish", "This is what holds already. There is nothing to publish");
        }
        if (!asked.day().isBlank() || !asked.time().isBlank()) {
            Optional<Instant> moment = moment(asked);
            if (moment.isEmpty()) {
                wrong.put("day", "A day looks like 2027-03-31 and a time like 06:00");
            } else if (moment.get().isBefore(now)) {
                wrong.put("day", "Rules can't begin in the past: what was read then was read with others");
            }
        }
        int length = asked.reason().strip().length();
        if (length < SHORTEST_REASON || length > LONGEST_REASON) {
            wrong.put("reason", "Say in 10 to 2,000 characters why the rules change");
        }
        int excuse = asked.broken().strip().length();
        if (standing.brokenCases() > 0 && (excuse < SHORTEST_REASON || excuse > LONGEST_REASON)) {
            wrong.put(
                    "broken",
                    (standing.brokenCases() == 1 ? "1 kept case reads" : standing.brokenCases() + " kept cases read")
                            + " otherwise than it should. Say in 10 to 2,000 characters why that is right");
        }
        return wrong;
    }
}
