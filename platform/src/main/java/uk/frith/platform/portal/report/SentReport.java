package uk.frith.platform.portal.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A report that was sent, as its force sees it.
 *
 * @param incident the incident that it is, once recording has it
 * @param language in which it was written
 * @param why what brought somebody to the portal, as the page asks it
 * @param verification how far anybody knows who told it, in words
 * @param refused the fields that recording didn't take; empty when it did
 * @param grade the incident's, in words; empty until there is one
 * @param answerBy by when somebody should respond; empty when nobody has to any more, or there is no incident yet
 * @param label what the incident opened as; empty until there is one
 */
public record SentReport(
        UUID id,
        UUID organisation,
        Instant sent,
        Optional<UUID> incident,
        Optional<String> reference,
        Optional<UUID> sign,
        String language,
        String why,
        Verification verification,
        List<String> hidden,
        String refused,
        String account,
        Optional<String> grade,
        Optional<Instant> answerBy,
        String label) {

    /** How far anybody knows who told it; the same values as the database's list. */
    public enum Verification {
        NONE("Anonymous: nobody knows who told it"),
        CONTACT_GIVEN("A number or address was given; nobody has tried it"),
        CONTACT_WORKS("Somebody was reached at the number or address given"),
        SEEN("Somebody of ours has met the reporter");

        private final String words;

        Verification(String words) {
            this.words = words;
        }

        /** As staff say it. */
        public String words() {
            return words;
        }
    }

    public SentReport {
        hidden = List.copyOf(hidden);
    }

    @Override
    public String toString() {
        return "SentReport[" + id + "]";
    }
}
