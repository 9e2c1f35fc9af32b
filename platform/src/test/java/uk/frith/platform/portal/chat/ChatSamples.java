package uk.frith.platform.portal.chat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.portal.report.PublicWords;
import uk.frith.platform.portal.report.Words;

/** The samples of this chapter's pages. */
public final class ChatSamples implements SamplePages {

    private static final List<ChatPage.Row> ROWS = List.of(
            new ChatPage.Row("/chats/1", "Priority", "3 minutes", 1, true),
            new ChatPage.Row("/chats/2", "Scheduled", "1 minute", 0, false));

    private static final List<ChatPage.Row> MINE =
            List.of(new ChatPage.Row("/chats/3", "Priority", "1 minute", 1, false));
    private static final List<ChatPage.Row> OTHERS =
            List.of(new ChatPage.Row("/chats/4", "Scheduled", "1 minute", 0, false));

    @Override
    public Stream<Sample> samples() {
        return Stream.concat(ofThePublic(PublicWords.english()), ofStaff());
    }

    static Stream<Sample> ofThePublic(Words w) {
        return Stream.of(
                Sample.page("nobody", "portal/chat/begin", begin(w, List.of(), "", List.of())),
                Sample.page(
                        "gone",
                        "portal/chat/begin",
                        begin(w, List.of(), "1", List.of(ErrorLink.at("text", w.of("chat.nobodyAnyMore"))))),
                Sample.page("one", "portal/chat/begin", begin(w, List.of(Choice.of("1", "2")), "", List.of())),
                Sample.page(
                        "some",
                        "portal/chat/begin",
                        begin(
                                w,
                                List.of(Choice.of("1", "2"), Choice.of("3", "4")),
                                "",
                                List.of(
                                        ErrorLink.at("text", w.of("chat.empty")),
                                        ErrorLink.at("force", w.of("chat.choose"))))),
                Sample.page("waiting", "portal/chat/talk", talk(w, "chat.waiting", List.of())),
                Sample.page(
                        "wrong",
                        "portal/chat/talk",
                        talk(w, "chat.answered", List.of(ErrorLink.at("text", w.of("chat.empty"))))),
                Sample.of("over", "portal/chat/news", Map.of("page", talk(w, "chat.over", List.of()))));
    }

    private static ChatPage.BeginPage begin(Words w, List<Choice> forces, String typed, List<ErrorLink> errors) {
        boolean alone = forces.size() == 1;
        return new ChatPage.BeginPage(
                PublicWords.frame(w, "/tell"), forces, alone, alone ? "" : "3", "", typed, alone, errors);
    }

    private static ChatPage.TalkPage talk(Words w, String state, List<ErrorLink> errors) {
        return new ChatPage.TalkPage(
                PublicWords.frame(w, null),
                "1",
                "1-on",
                state.equals("chat.over"),
                w.of(state),
                List.of(
                        new ChatPage.Said(w.of("mine.you"), false, "20:10", "1"),
                        new ChatPage.Said(w.of("mine.us"), true, "20:11", "2?")),
                state.equals("chat.waiting"),
                "",
                errors);
    }

    private static Stream<Sample> ofStaff() {
        ChatPage.StaffTalk waiting = staff(false, false, "This chat waits for somebody to answer.", "", List.of());
        ChatPage.StaffTalk mine = staff(true, false, "", "", List.of());
        return Stream.of(
                Sample.page(
                        "none",
                        "portal/chat/staff-list",
                        new ChatPage.BoardPage(List.of(), List.of(), List.of(), false, false, List.of())),
                Sample.page(
                        "some",
                        "portal/chat/staff-list",
                        new ChatPage.BoardPage(
                                ROWS,
                                MINE,
                                OTHERS,
                                true,
                                true,
                                List.of(ErrorLink.at("next", "Nobody waits any more")))),
                Sample.page("waiting", "portal/chat/staff-talk", waiting),
                Sample.page("mine", "portal/chat/staff-talk", mine),
                Sample.page(
                        "wrong",
                        "portal/chat/staff-talk",
                        staff(true, false, "", "Just kids", List.of(ErrorLink.at("text", "Keep your words?")))),
                Sample.page(
                        "refused",
                        "portal/chat/staff-talk",
                        staff(
                                true,
                                true,
                                "This chat is over.",
                                "1",
                                List.of(ErrorLink.at("text", "This chat is over")))),
                Sample.page("over", "portal/chat/staff-talk", staff(true, true, "This chat is over.", "", List.of())),
                Sample.of("mine", "portal/chat/staff-news", Map.of("page", mine)),
                Sample.of("waiting", "portal/chat/staff-news", Map.of("page", waiting)),
                Sample.of(
                        "some",
                        "portal/chat/staff-board",
                        Map.of("page", new ChatPage.BoardPage(ROWS, List.of(), List.of(), false, true, List.of()))));
    }

    private static ChatPage.StaffTalk staff(
            boolean mine, boolean over, String state, String typed, List<ErrorLink> errors) {
        return new ChatPage.StaffTalk(
                "/chats/1",
                "2-on",
                mine,
                over,
                state,
                "Priority",
                "ASB - Personal",
                List.of("Somebody is threatened."),
                List.of(new ChatPage.Found("8L Harassment", "every night")),
                List.of(new ChatPage.Found("At risk (victim): older", "81")),
                over ? "" : "Where is it happening?",
                over ? "" : "What is your name?",
                over,
                List.of(
                        new ChatPage.Said("Reporter", false, "20:10", "They shout every night"),
                        new ChatPage.Said("PC Example", true, "20:11", "Where is it?")),
                typed,
                !errors.isEmpty(),
                errors);
    }
}
