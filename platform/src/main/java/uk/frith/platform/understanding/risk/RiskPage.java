package uk.frith.platform.understanding.risk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.understanding.risk.RiskRules.Change;

/**
 * The risk to a household of victims on an incident: how it stands, the form that assesses it, and what was said before.
 *
 * @param seen the id of the assessment that the form was shown over; empty when there was none
 * @param open whether it can be assessed: the incident is open
 * @param stands how it stands now, in a sentence
 * @param band {@code HIGH}, {@code MEDIUM}, {@code STANDARD}, or empty while it isn't assessed
 * @param unfinished what to say while questions are unanswered; empty otherwise
 * @param began where the answers in the form come from; empty when nothing was known
 * @param form what the form holds
 * @param review whether the reader may review the latest assessment
 * @param matrix the version it is assessed with, with its source
 */
record RiskPage(
        String path,
        String incidentPath,
        String reference,
        int household,
        String seen,
        boolean open,
        String stands,
        String band,
        String unfinished,
        String began,
        Form form,
        List<Past> history,
        boolean review,
        String typedReview,
        MatrixNote matrix,
        List<Difference> differences,
        List<ErrorLink> errors) {

    /**
     * What the form holds.
     *
     * @param parts the questions under their headings
     */
    record Form(
            List<Choice> triggers,
            List<Choice> people,
            List<Part> parts,
            List<Choice> overrides,
            String overrideReason,
            List<Choice> judged,
            String judgement) {
        @Override
        public String toString() {
            return "Form";
        }
    }

    /** Questions under a heading. */
    record Part(String title, List<Asked> questions) {}

    /**
     * A question with its answers.
     *
     * @param hint what was noticed, or was answered last; null when neither
     * @param words what is said beside the answer
     */
    record Asked(
            int number,
            String legend,
            boolean several,
            boolean asksWords,
            @Nullable String hint,
            List<Choice> options,
            String words) {

        /** The field's id and name. */
        String field() {
            return "q" + number;
        }

        @Override
        public String toString() {
            return "Asked[" + number + "]";
        }
    }

    /** An assessment that was made: what it said and what changed with it; {@code score} as {@code 12 → 20}. */
    record Past(
            String when,
            String maker,
            String trigger,
            String says,
            String score,
            List<String> reasons,
            List<Change> changes,
            List<String> reviews,
            String matrix) {
        @Override
        public String toString() {
            return "Past[" + when + "]";
        }
    }

    /** The version that is used, where it comes from, and whether anybody has verified it. */
    record MatrixNote(String title, String source, boolean verified, String bands) {}

    /** On an incident's page. */
    record PanelPage(List<Household> households, boolean owed, String another, boolean open) {}

    /** A household on an incident's page. */
    record Household(String path, String title, String band, String says, String when, boolean unfinished) {
        @Override
        public String toString() {
            return "Household[" + path + "]";
        }

        /** What {@link #placeOf} leads to. */
        public String anchor() {
            return "risk-" + path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** What is wrong with a field, by its id; null when nothing is. */
    @Nullable
    String wrong(String field) {
        return ErrorLink.textAt(field, errors);
    }

    static String pathOf(UUID incident, int household) {
        return "/incidents/" + incident + "/risk/" + household;
    }

    /** Where its risk stands on the incident's page, which more people may see than may assess. */
    static String placeOf(UUID incident, int household) {
        return "/incidents/" + incident + "#risk-" + household;
    }

    /** The colour of the tag of a band, which is given by its words. */
    static String tag(String band) {
        return switch (band) {
            case "High" -> "govuk-tag--red";
            case "Medium" -> "govuk-tag--orange";
            case "Standard" -> "govuk-tag--green";
            default -> "govuk-tag--grey";
        };
    }

    @Override
    public String toString() {
        return "RiskPage[" + path + "]";
    }
}
