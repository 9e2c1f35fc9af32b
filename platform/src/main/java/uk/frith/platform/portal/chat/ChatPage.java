package uk.frith.platform.portal.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.portal.report.Frame;

/** What the templates of chat are given. */
final class ChatPage {

    private ChatPage() {}

    /** A talk in the list: no word of it. */
    record Row(String path, String grade, String waited, int unread, boolean late) {}

    /**
     * The list.
     *
     * @param full whether the asker has enough in hand for the one that is next
     * @param answering whether the asker can be written to
     */
    record BoardPage(
            List<Row> waiting,
            List<Row> mine,
            List<Row> others,
            boolean full,
            boolean answering,
            List<ErrorLink> errors) {

        /** Changes with anything that is shown. */
        String mark() {
            return Integer.toHexString(
                    List.of(waiting, mine, others, full, answering).hashCode());
        }
    }

    /** A line. */
    record Said(String who, boolean byStaff, String when, String text) {
        @Override
        public String toString() {
            return "Said";
        }
    }

    /** What is heard in what was told: a title, and in quotes the words that it goes by. */
    record Found(String title, String words) {
        @Override
        public String toString() {
            return "Found";
        }
    }

    /**
     * A talk as whoever answers sees it.
     *
     * @param mark to look for what is new since
     * @param state what there is to say of how it stands; empty while nothing is
     * @param ask the question that decides next; empty when none is left
     */
    record StaffTalk(
            String path,
            String mark,
            boolean mine,
            boolean over,
            String state,
            String grade,
            String label,
            List<String> reasons,
            List<Found> crimes,
            List<Found> noticed,
            String ask,
            String then,
            boolean taken,
            List<Said> said,
            String typed,
            boolean keepable,
            List<ErrorLink> errors) {

        @Nullable
        String wrong() {
            return ErrorLink.textAt("text", errors);
        }

        boolean answerable() {
            return mine && !over;
        }

        @Override
        public String toString() {
            return "StaffTalk";
        }
    }

    /**
     * The page on which the public begins a chat.
     *
     * @param forces who can be chatted with now; none when nobody is there
     * @param alone whether there is one force and nothing to choose
     * @param chosen the force that was chosen before
     * @param ticket keeps a place in the line at the door; empty when nobody has to wait
     * @param before whether an earlier chat, now over, is what is open in this browser
     */
    record BeginPage(
            Frame frame,
            List<Choice> forces,
            boolean alone,
            String chosen,
            String ticket,
            String typed,
            boolean before,
            List<ErrorLink> errors) {

        @Nullable
        String wrong() {
            return ErrorLink.textAt("text", errors);
        }

        @Nullable
        String wrongForce() {
            return ErrorLink.textAt("force", errors);
        }

        @Override
        public String toString() {
            return "BeginPage";
        }
    }

    /**
     * A chat as its reporter sees it.
     *
     * @param force who is written to
     * @param said everything, or where the page is there already, what is new
     * @param now whether its reporter said that it is going on now, or that somebody is in danger
     */
    record TalkPage(
            Frame frame,
            String force,
            String mark,
            boolean over,
            String state,
            List<Said> said,
            boolean now,
            String typed,
            List<ErrorLink> errors) {

        @Nullable
        String wrong() {
            return ErrorLink.textAt("text", errors);
        }

        @Override
        public String toString() {
            return "TalkPage";
        }
    }
}
