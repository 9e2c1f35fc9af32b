package uk.frith.narrative;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read from an account.
 *
 * @param asb whether it is antisocial behaviour
 * @param category the opening category; null when it isn't ASB
 * @param type the type; may be set for an incident that isn't ASB but came in as such; null when none fits
 * @param incident the opening label of NSIR 2011, as {@code ASB - Personal} or {@code PSW - Domestic Incident}
 * @param decision what is to be done with it
 * @param crimes those to record, most serious first as the rules order them
 * @param takenIn those that the principal crime rule leaves out beside one of them, and that come back when it falls away
 * @param hate hostility that somebody perceives, by strand in the order of the alphabet
 * @param vulnerability of everyone mentioned
 * @param repeat whether it happened before
 * @param immediateDanger whether somebody is at risk now
 * @param goingOn whether it goes on as it is told, or somebody says that they aren't safe; weaker than danger
 * @param questions to ask next, the one that decides first
 * @param remarks everything else that was seen: qualifiers, impact, words that write ASB off, …
 */
public record Findings(
        boolean asb,
        @Nullable AsbCategory category,
        @Nullable AsbType type,
        String incident,
        Decision decision,
        List<Crime> crimes,
        List<TakenIn> takenIn,
        List<Hate> hate,
        List<Vulnerability> vulnerability,
        boolean repeat,
        boolean immediateDanger,
        boolean goingOn,
        List<String> questions,
        List<Remark> remarks) {

    public Findings {
        crimes = List.copyOf(crimes);
        takenIn = List.copyOf(takenIn);
        hate = List.copyOf(hate);
        vulnerability = List.copyOf(vulnerability);
        questions = List.copyOf(questions);
        remarks = List.copyOf(remarks);
    }

    /** What is to be done with a report. */
    public enum Decision {
        RECORD_CRIME,
        CRIME_RELATED_INCIDENT,
        ASB_INCIDENT,
        OTHER_INCIDENT,
        NO_CRIME,
        NOT_INCIDENT_INFORMATION
    }

    /**
     * A crime that should be recorded.
     *
     * @param offence its class
     * @param victims how many crimes of it: one for each victim
     * @param certainty how sure
     * @param span a literal piece of the text
     * @param rule id of the rule
     * @param source the official text behind the rule
     */
    public record Crime(
            OffenceClass offence, int victims, Certainty certainty, String span, String rule, String source) {

        /** What the id of a rule begins with when no rule but a scorecard found it: the class follows. */
        public static final String SUGGESTED = "S-";

        public Crime {
            if (victims < 1) {
                throw new IllegalArgumentException("a crime has at least one victim or offender: " + victims);
            }
        }

        /** Without the span, which is personal. */
        @Override
        public String toString() {
            return "Crime[" + offence.code() + " x" + victims + " " + certainty + " by " + rule + "]";
        }
    }

    /**
     * A crime that isn't recorded beside a principal one of the same account.
     *
     * @param crime as it would be recorded if none of those took it in
     * @param by the classes of the account that take it in; each is suggested or taken in itself
     */
    public record TakenIn(Crime crime, Set<String> by) {
        public TakenIn {
            by = Set.copyOf(by);
            if (by.isEmpty()) {
                throw new IllegalArgumentException("a crime is taken in by another: " + crime);
            }
        }
    }

    /**
     * Hostility that the victim or anybody else perceives.
     *
     * @param strand {@code race}, {@code religion}, {@code disability}, {@code sexual_orientation}, {@code transgender} …
     * @param span a literal piece of the text
     * @param rule id of the rule
     * @param source the official text behind the rule
     */
    public record Hate(String strand, String span, String rule, String source) {
        @Override
        public String toString() {
            return "Hate[" + strand + " by " + rule + "]";
        }
    }

    /**
     * A vulnerability.
     *
     * @param who {@code caller}, {@code victim}, {@code suspect} or {@code other}
     * @param factor as {@code older}
     * @param kind {@code personal}, {@code situational} or {@code incidental}
     * @param span a literal piece of the text
     * @param rule id of the rule
     * @param source the official text behind the rule
     */
    public record Vulnerability(String who, String factor, String kind, String span, String rule, String source) {
        @Override
        public String toString() {
            return "Vulnerability[" + who + " " + factor + " " + kind + "]";
        }
    }

    /**
     * Anything else that a rule saw.
     *
     * @param kind {@code qualifier}, {@code impact}, {@code writeoff}, {@code limb}, {@code exploitation} …
     * @param what in the rule's words
     * @param span a literal piece of the text, or empty when no words carry it
     * @param rule id of the rule
     * @param source the official text behind the rule
     */
    public record Remark(String kind, String what, String span, String rule, String source) {
        @Override
        public String toString() {
            return "Remark[" + kind + " " + what + " by " + rule + "]";
        }
    }
}
