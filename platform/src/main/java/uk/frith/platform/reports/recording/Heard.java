package uk.frith.platform.reports.recording;

import java.util.List;
import uk.frith.narrative.Findings;

/**
 * What the reader finds in an account, and what that means for the answer to it.
 *
 * @param findings everything that was found, each with the words that carry it
 * @param grade how soon somebody should go, by what was found and not by the way in which it was told
 * @param reasons why, at least one sentence
 * @param rulesVersion the version of the rules it was read with
 */
public record Heard(Findings findings, Grade grade, List<String> reasons, String rulesVersion) {
    public Heard {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("A grade has a reason.");
        }
    }

    /** What isn't recorded beside a crime that was found, in words; empty when it takes in nothing. */
    public String takesIn(Findings.Crime crime) {
        return RecordWords.takesIn(crime.offence().code(), findings.takenIn());
    }

    @Override
    public String toString() {
        return "Heard[" + grade + "]";
    }
}
