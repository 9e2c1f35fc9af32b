package uk.frith.platform.reports.recording;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.Gate;

/**
 * An incident with everything that belongs to it, as its page shows it.
 *
 * @param path where it stands
 * @param worked whether somebody deals with it; an incident of an extract is only shown until it is taken up
 * @param open whether it can still be changed
 * @param mayWork whether the reader may change it
 * @param parts what, where and when, line by line
 * @param told the account, paragraph by paragraph, with the words that carry a finding
 * @param askForOthers whether nobody has asked yet who else is affected
 * @param typed what a form held that was refused
 */
record RecordPage(
        String path,
        String reference,
        boolean worked,
        boolean open,
        boolean mayWork,
        List<Part> parts,
        List<List<Piece>> told,
        List<Clock> clocks,
        List<String> reasons,
        List<Suggested> suggestions,
        List<Crime> crimes,
        boolean crimeChecked,
        List<Remark> remarks,
        boolean askForOthers,
        List<Concerned> people,
        List<Offered> evidence,
        List<Link> links,
        List<Note> notes,
        List<Gate> gates,
        List<Content> panels,
        Choices choices,
        Typed typed) {

    /** How somebody who is concerned can be reached safely, as it was told; empty when nothing was said. */
    String safely() {
        return people.stream()
                .map(Concerned::safely)
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** A field's name and its value. */
    record Part(String name, String value) {
        @Override
        public String toString() {
            return "Part";
        }
    }

    /**
     * A piece of the account.
     *
     * @param carries what these words carry; null for words that carry nothing
     * @param crime whether that is a crime
     */
    record Piece(String text, @Nullable String carries, boolean crime) {
        @Override
        public String toString() {
            return "Piece";
        }
    }

    /** A clock: {@code urgency} is {@code late}, {@code close}, {@code running} or {@code over}. */
    record Clock(String title, String due, String state, String left, String urgency) {}

    /** A suggested crime; {@code takesIn} says what isn't recorded beside it, {@code decision} what became of it and is empty while it is open. */
    record Suggested(
            UUID id,
            int number,
            String title,
            int victims,
            String certainty,
            String words,
            String rule,
            String why,
            String source,
            String takesIn,
            boolean open,
            String decision) {
        @Override
        public String toString() {
            return "Suggested[" + id + "]";
        }
    }

    /** A crime that was recorded; {@code cancelled} says why it counts no more and is empty while it stands. */
    record Crime(
            String path,
            String title,
            String reference,
            String victims,
            String whom,
            String recorded,
            String cancelled) {
        @Override
        public String toString() {
            return "Crime";
        }
    }

    /** Something else that the reader saw. */
    record Remark(String kind, String what, String words, String why, String source) {
        @Override
        public String toString() {
            return "Remark[" + kind + "]";
        }
    }

    /**
     * Somebody who is concerned.
     *
     * @param safely how they can be reached safely, as it was told; empty when nothing was said
     * @param ask whether somebody still has to speak to them
     */
    record Concerned(UUID id, String part, String name, String contact, String safely, String spoken, boolean ask) {
        @Override
        public String toString() {
            return "Concerned[" + id + "]";
        }
    }

    /** Evidence; {@code ask} while it has only been offered. */
    record Offered(UUID id, String kind, String description, String heldBy, String state, boolean ask) {
        @Override
        public String toString() {
            return "Offered[" + id + "]";
        }
    }

    /** An incident that this one hangs together with. */
    record Link(String words, String path, String reference) {}

    /** A note. */
    record Note(String when, String writer, String text) {
        @Override
        public String toString() {
            return "Note";
        }
    }

    /** What there is to choose from in the page's forms. */
    record Choices(
            List<Choice> parts,
            List<Choice> evidenceKinds,
            List<Choice> owners,
            List<Choice> grades,
            List<Choice> links,
            List<Choice> closings,
            List<Choice> categories,
            List<Choice> offences,
            List<Choice> victims) {}

    /**
     * What was typed into the form that was refused, and why; nothing when none was.
     *
     * @param keepable whether it may be kept as it is
     */
    record Typed(Map<String, String> values, List<ErrorLink> errors, boolean keepable) {
        static final Typed NOTHING = new Typed(Map.of(), List.of(), false);

        @Override
        public String toString() {
            return "Typed";
        }
    }

    /** What was typed into a field, by its id. */
    String value(String field) {
        return typed.values().getOrDefault(field, "");
    }

    /** What was ticked in a field, by its id. */
    List<String> ticked(String field) {
        return List.of(value(field).split(" "));
    }

    /** What is wrong with a field, by its id; null when nothing is. */
    @Nullable
    String wrong(String field) {
        return ErrorLink.textAt(field, typed.errors());
    }

    /** Whether what was typed into a field was only asked about, and one press keeps it. */
    boolean mayKeep(String field) {
        return typed.keepable() && wrong(field) != null;
    }

    @Override
    public String toString() {
        return "RecordPage[" + path + "]";
    }
}
