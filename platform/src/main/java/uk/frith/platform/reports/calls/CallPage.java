package uk.frith.platform.reports.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;

/**
 * The screen.
 *
 * @param window the name of the window that it is shown in
 * @param kept which window's words the draft holds
 * @param first the questions that later chapters have asked
 */
record CallPage(
        String path,
        String window,
        Mark kept,
        Typed typed,
        Beside beside,
        BeforePart before,
        List<Choice> parts,
        List<Choice> evidenceKinds,
        List<Choice> categories,
        List<Choice> grades,
        List<FirstContact.Part> first,
        List<ErrorLink> errors) {

    /** What is wrong with a field; null when nothing is. */
    @Nullable
    String wrong(String field) {
        return ErrorLink.textAt(field, errors);
    }

    @Override
    public String toString() {
        return "CallPage";
    }

    /** A finding beside the account; {@code takesIn} says what isn't recorded beside a crime. */
    record Found(String title, String certainty, String words, String source, String takesIn) {
        @Override
        public String toString() {
            return "Found";
        }
    }

    /** An earlier report beside the account; {@code near} says that it is about the place, and is empty for the caller's. */
    record Before(String path, String reference, String when, String what, String near) {
        @Override
        public String toString() {
            return "Before";
        }
    }

    /**
     * What to ask next.
     *
     * @param id the question's, which the key sends once it was asked; empty when nothing is left to ask
     * @param then the one after it; empty when there is none
     * @param left how many are left, this one included
     */
    record Ask(String id, String question, String then, int left, String path) {
        @Override
        public String toString() {
            return "Ask";
        }
    }

    /**
     * Why what was typed isn't kept.
     *
     * @param path where the call is dealt with now, or the draft itself while it is one
     * @param now the version that was kept in the meantime; 0 when the draft is one no longer
     * @param seen the version that this window saw
     */
    record Notice(String title, String words, List<Typed.Differing> differing, String path, int now, int seen) {
        @Override
        public String toString() {
            return "Notice[" + title + "]";
        }
    }

    /**
     * What stands beside the account and changes as it is typed.
     *
     * @param label how the incident would open
     * @param definition what the standard means by its category; empty when it has none
     * @param grade how soon somebody would go, with the reasons
     * @param target by when
     * @param area the small area of the place; empty while it isn't known
     * @param first what there is to say to the questions of later chapters
     * @param understood how the lines on others and on evidence were understood
     * @param version of the draft that this window has seen
     * @param asked the ids of the questions that were asked
     */
    record Beside(
            Ask ask,
            String label,
            String definition,
            String grade,
            String target,
            List<String> reasons,
            List<Found> crimes,
            List<Found> noticed,
            List<CallPrompts.Prompt> prompts,
            List<FirstContact.Part> first,
            List<String> checks,
            List<String> understood,
            String area,
            String saved,
            int version,
            String asked,
            @Nullable Notice notice) {
        @Override
        public String toString() {
            return "Beside";
        }
    }

    /**
     * What was told before by this caller or about this place.
     *
     * @param follows what this call may be said to belong to
     * @param version of the draft
     * @param run what to say of the run that this call goes on with; null when there is nothing
     * @param places what to say of reports about the street; empty when there are none
     * @param key makes this call a follow-up of the latest report
     * @param more how many are not shown
     */
    record BeforePart(
            String path,
            int version,
            CallPrompts.@Nullable Prompt run,
            List<Before> reports,
            String places,
            List<Choice> follows,
            FollowKey key,
            int more,
            boolean sought) {
        @Override
        public String toString() {
            return "BeforePart";
        }
    }

    /**
     * The key that makes this call a follow-up of the latest report, or takes that back.
     *
     * @param value what it sends
     * @param words what it says; empty when there is nothing to follow
     */
    record FollowKey(String value, String words) {}
}
