package uk.frith.platform.reports.integrity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.frith.platform.reports.integrity.CompareRules.Comparison;

/** From a comparison to findings, whose slip each is, and what may be done with one. */
final class FindingRules {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 2_000;

    private FindingRules() {}

    /**
     * A finding before it is kept.
     *
     * @param classCode the class that it is about; empty for the category
     * @param victims how many were expected; nought for the category
     * @param category the expected one; empty for a crime
     * @param by whose decision it was, if that is known
     */
    record Draft(
            FindingKind kind,
            String classCode,
            int victims,
            Optional<Sorting> category,
            String expected,
            String recorded,
            String words,
            Optional<UUID> by) {
        @Override
        public String toString() {
            return "Draft[" + kind + " " + classCode + "]";
        }
    }

    /**
     * Who decided what in an incident.
     *
     * @param refuser who refused a suggested crime of a class
     * @param recorder who recorded a crime of a class
     * @param checker who confirmed the crime check
     * @param closer who closed it
     * @param taker who took it down
     */
    record Deciders(
            Function<String, Optional<UUID>> refuser,
            Function<String, Optional<UUID>> recorder,
            Optional<UUID> checker,
            Optional<UUID> closer,
            Optional<UUID> taker) {

        /** Who would have had to see a missing crime: whoever refused it, else whoever looked last. */
        Optional<UUID> missed(String classCode) {
            return Stream.of(refuser.apply(classCode), checker, closer, taker)
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        Optional<UUID> categorised() {
            return closer.or(() -> taker);
        }
    }

    static List<Draft> findings(Comparison comparison, Deciders deciders) {
        List<Draft> drafts = new ArrayList<>();
        if (!comparison.categoryRight()) {
            drafts.add(new Draft(
                    FindingKind.CATEGORY_WRONG,
                    "",
                    0,
                    Optional.of(comparison.expectedCategory()),
                    comparison.expectedCategory().words(),
                    comparison.recordedCategory().words(),
                    "",
                    deciders.categorised()));
        }
        comparison
                .missing()
                .forEach(crime ->
                        drafts.add(crime(FindingKind.CRIME_MISSING, crime, "Nothing", deciders.missed(crime.code()))));
        comparison
                .otherClass()
                .forEach(pair -> drafts.add(crime(
                        FindingKind.OTHER_CLASS,
                        pair.expected(),
                        words(pair.recorded()),
                        deciders.recorder().apply(pair.recorded().code()))));
        comparison
                .victimsMissed()
                .forEach(pair -> drafts.add(crime(
                        FindingKind.VICTIMS_MISSING,
                        pair.expected(),
                        words(pair.recorded()),
                        deciders.recorder().apply(pair.recorded().code()))));
        return List.copyOf(drafts);
    }

    private static Draft crime(FindingKind kind, Crime expected, String recorded, Optional<UUID> by) {
        return new Draft(
                kind,
                expected.code(),
                expected.victims(),
                Optional.empty(),
                words(expected),
                recorded,
                expected.words(),
                by);
    }

    static String words(Crime crime) {
        return crime.title() + ", " + Words.count(crime.victims(), "victim");
    }

    /** What somebody can do with a finding. */
    enum Step {
        NOTE,
        DISPUTE,
        UPHOLD,
        WITHDRAW
    }

    /**
     * What may be done with a finding as it stands.
     *
     * @param answers whether the asker is one of those who have to answer it
     * @param registrar whether the asker is the registrar
     */
    static Set<Step> steps(FindingKind kind, FindingState state, boolean answers, boolean registrar) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        if (answers && state == FindingState.OPEN) {
            steps.add(Step.DISPUTE);
        }
        if (answers && !state.isEnd() && kind.mayBeNoted()) {
            steps.add(Step.NOTE);
        }
        if (registrar && state == FindingState.DISPUTED) {
            steps.add(Step.UPHOLD);
            steps.add(Step.WITHDRAW);
        }
        return steps;
    }

    /** What is wrong with a reason; empty when nothing is. */
    static Optional<String> faultOfReason(String reason) {
        int length = reason.strip().length();
        return length < SHORTEST_REASON || length > LONGEST_REASON
                ? Optional.of("Give the reason in 10 to 2,000 characters")
                : Optional.empty();
    }
}
