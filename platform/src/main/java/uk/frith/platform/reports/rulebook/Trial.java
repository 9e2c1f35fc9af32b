package uk.frith.platform.reports.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A run of a draft beside the rules that hold.
 *
 * @param from the first day of the accounts
 * @param to the last
 * @param most how many at most
 * @param total how many there were
 * @param done how many have been read
 * @param changed how many would be read otherwise
 * @param cases how many cases were kept then
 * @param broken how many of them would be read otherwise than they should
 */
record Trial(
        UUID id,
        UUID organisation,
        UUID draft,
        LocalDate from,
        LocalDate to,
        int most,
        long seed,
        State state,
        String liveLabel,
        String draftDigest,
        int total,
        int done,
        int changed,
        int cases,
        int broken,
        int perSecond,
        String sentence,
        Instant begunAt) {

    /** The states, which are also the database's. */
    enum State {
        QUEUED("Waiting"),
        RUNNING("Reading"),
        DONE("Done"),
        FAILED("Failed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isOver() {
            return this == DONE || this == FAILED;
        }
    }

    @Override
    public String toString() {
        return "Trial[" + id + "]";
    }
}
