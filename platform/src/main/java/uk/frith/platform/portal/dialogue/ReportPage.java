package uk.frith.platform.portal.dialogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.report.SentReport;

/**
 * A report as its force sees it.
 *
 * @param incidentPath where its incident is; empty while it has none
 * @param language in which its reporter reads the pages
 * @param refused the fields that recording didn't take; empty when it did
 * @param shown the account as others see it
 */
record ReportPage(
        String path,
        String reference,
        String incidentPath,
        String sent,
        String refused,
        String verification,
        String language,
        String account,
        String shown,
        List<FileLine> files,
        List<Said> messages,
        List<Said> markings,
        List<Said> replies,
        List<Asked> asked,
        List<Choice> verifications,
        List<Choice> marks,
        Answer answer,
        List<ErrorLink> errors) {

    /** What was typed to the reporter and not sent; {@code keepable} when it was only asked about, and one press sends it. */
    record Answer(String text, boolean keepable) {
        static final Answer NONE = new Answer("", false);

        @Override
        public String toString() {
            return "Answer";
        }
    }

    /** Something that somebody wrote; {@code read} is when the other side read it, empty until then. */
    record Said(String who, String when, String text, String read) {
        @Override
        public String toString() {
            return "Said";
        }
    }

    /** Somebody who was reported was given a code; {@code path} closes it, and is empty once it is closed or has run out. */
    record Asked(String who, String put, String state, String path) {
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /** A report in the list. */
    record Line(
            String id,
            String sent,
            String reference,
            String grade,
            String waits,
            String glimpse,
            String verification,
            String marking,
            String files) {

        /** By when somebody should respond, in words. */
        static String waits(SentReport report, Instant now) {
            if (report.incident().isEmpty()) {
                return "Waits to be recorded";
            }
            return report.answerBy()
                    .map(due -> (now.isAfter(due) ? "Late since " : "Due by ") + ReportPages.MOMENT.format(due))
                    .orElse("Waits no longer");
        }

        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }

    /** How many had a grade, by the way of telling. */
    record Share(String grade, long online, long call) {}

    /** What waits first, then the newest of the rest; and the grades side by side. */
    record ListPage(List<Line> lines, List<Share> shares) {
        ListPage {
            lines = List.copyOf(lines);
            shares = List.copyOf(shares);
        }
    }

    /** What stands on the incident's page. */
    record PanelPage(String path, String verification, String marking, int unread, int answers, List<FileLine> files) {
        PanelPage {
            files = List.copyOf(files);
        }
    }

    /** What is wrong with a field; null when nothing is. */
    @Nullable
    String wrong(String field) {
        return ErrorLink.textAt(field, errors);
    }

    @Override
    public String toString() {
        return "ReportPage";
    }
}
