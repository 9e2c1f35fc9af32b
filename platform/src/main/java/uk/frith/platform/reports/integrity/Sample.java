package uk.frith.platform.reports.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import uk.frith.platform.reports.recording.Channel;

/**
 * A sample as it was drawn.
 *
 * @param team which team's incidents, if not everybody's
 * @param category incidents recorded under which heading, if not under any
 * @param channel by which way they came, if not by any
 * @param wanted how many were to be drawn
 * @param frameSize how many could have been drawn
 * @param closed whether its reading is over and what it shows may be seen
 */
record Sample(
        UUID id,
        String title,
        SampleKind kind,
        Spread spread,
        LocalDate first,
        LocalDate last,
        Optional<UUID> team,
        String teamName,
        Optional<Sorting> category,
        Optional<Channel> channel,
        int wanted,
        long seed,
        String method,
        int frameSize,
        String frameDigest,
        Instant drawn,
        String drawnBy,
        boolean closed) {

    /** What is asked of a new sample. */
    record Question(
            String title,
            SampleKind kind,
            Spread spread,
            LocalDate first,
            LocalDate last,
            Optional<UUID> team,
            Optional<Sorting> category,
            Optional<Channel> channel,
            int wanted) {}

    String path() {
        return "/recording-audits/" + id;
    }

    /** What it covers, in words. */
    String covers() {
        return "incidents reported " + Words.days(first, last)
                + category.map(each -> ", recorded as " + each.words().toLowerCase(java.util.Locale.UK))
                        .orElse("")
                + channel.map(each -> ", " + each.words().toLowerCase(java.util.Locale.UK))
                        .orElse("")
                + (teamName.isEmpty() ? "" : ", of " + teamName);
    }
}
