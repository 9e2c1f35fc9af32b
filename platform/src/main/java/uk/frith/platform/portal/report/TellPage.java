package uk.frith.platform.portal.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.DatePart;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SummaryRow;

/** The public's pages. */
final class TellPage {

    private TellPage() {}

    /** How a field is asked for. */
    enum Kind {
        LINE,
        TEXT,
        RADIOS,
        SELECT,
        DATE
    }

    /**
     * A field of a question.
     *
     * @param heading whether its label is the page's heading
     */
    record Field(
            Kind kind,
            String name,
            String label,
            @Nullable String hint,
            @Nullable String error,
            boolean heading,
            String value,
            List<Choice> choices,
            List<DatePart> dates,
            @Nullable String autocomplete,
            @Nullable String type) {
        Field {
            choices = List.copyOf(choices);
            dates = List.copyOf(dates);
        }

        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /**
     * A question.
     *
     * @param heading the page's heading when no field's label is; null otherwise
     * @param hidden what the form carries along
     * @param later whether somebody can stop here and come back
     * @param now whether they have just said that it is going on now
     */
    record Question(
            Frame frame,
            String title,
            @Nullable String heading,
            List<String> lead,
            String action,
            List<Field> fields,
            Map<String, String> hidden,
            String button,
            boolean later,
            boolean now,
            List<ErrorLink> errors) {
        Question {
            lead = List.copyOf(lead);
            fields = List.copyOf(fields);
            hidden = Map.copyOf(hidden);
            errors = List.copyOf(errors);
        }

        @Override
        public String toString() {
            return "Question[" + title + "]";
        }
    }

    /**
     * What went wrong, and what to do next.
     *
     * @param kind by which its words stand in the catalogue
     * @param back where the way on leads; empty where going back in the browser is best
     */
    record Failed(Frame frame, String kind, String back, String reference) {}

    /** The first page. */
    record Start(Frame frame) {}

    /** Who deals with something else; with the way to tell it here all the same. */
    record Elsewhere(Frame frame, String title, List<String> text, String why) {
        Elsewhere {
            text = List.copyOf(text);
        }
    }

    /**
     * The line at the door.
     *
     * @param why what they came for
     * @param sign the QR code that they came by; empty without one
     * @param scanned when they read it
     */
    record Wait(Frame frame, String why, String sign, String scanned, String ticket, int ahead, String minutes) {}

    /**
     * Code and secret.
     *
     * @param secret empty once it has been written down and forgotten here
     * @param next where the way on leads
     * @param later whether somebody wants to stop for now
     */
    record Keep(Frame frame, String code, Optional<String> secret, String next, boolean later) {
        @Override
        public String toString() {
            return "Keep";
        }
    }

    /** Whether all of it is to be deleted. */
    record Discard(Frame frame) {}

    /**
     * Everything that was answered, before it is sent.
     *
     * @param now whether it is going on now
     */
    record Check(Frame frame, boolean now, List<SummaryRow> rows, List<ErrorLink> errors) {
        Check {
            rows = List.copyOf(rows);
            errors = List.copyOf(errors);
        }

        @Override
        public String toString() {
            return "Check";
        }
    }

    /**
     * It was sent.
     *
     * @param now whether it is going on now
     */
    record Done(
            Frame frame,
            boolean now,
            boolean kept,
            String reference,
            String code,
            Optional<String> secret,
            String force) {
        @Override
        public String toString() {
            return "Done";
        }
    }
}
