package uk.frith.platform.reports.calls;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.reports.calls.CallPage.Ask;
import uk.frith.platform.reports.calls.CallPage.BeforePart;
import uk.frith.platform.reports.calls.CallPage.Beside;
import uk.frith.platform.reports.calls.CallPage.FollowKey;
import uk.frith.platform.reports.calls.CallPage.Found;
import uk.frith.platform.reports.calls.CallPage.Notice;

/** The samples of this chapter's pages. */
public final class CallsSamples implements SamplePages {

    private static final List<Choice> SOME =
            List.of(Choice.of("", "As the rules say"), Choice.of("ONE", "One").withHint("The first"));
    private static final Typed TYPED =
            Typed.of(Map.of("account", "Music until four.", "location", "High Street", "reported", "2026-03-01 20:10"));
    private static final FirstContact.Part FIRST = new FirstContact.Part(
            "Risk to the victim",
            List.of(
                    new FirstContact.Asked("1", "How often?", List.of(Choice.of("6", "Daily")), null),
                    new FirstContact.Asked(
                            "7",
                            "Who is targeted?",
                            List.of(Choice.of("4", "They themselves")),
                            new FirstContact.Suggestion("4", "They themselves", "Noticed: “at me”"))),
            List.of("Not assessed yet."));
    private static final Ask ASK = new Ask("place", "Where is it happening?", "Who else is affected?", 2, "/calls/1");
    private static final Ask LAST = new Ask("", "Is there anything else that I should know?", "", 1, "/calls/1");

    @Override
    public Stream<Sample> samples() {
        Beside nothing = beside(LAST, null);
        Beside much = new Beside(
                ASK,
                "ASB - Personal",
                "Aimed at somebody",
                "Priority",
                "1 Mar, 21:10",
                List.of("It has happened before."),
                List.of(new Found(
                        "8L Harassment",
                        "every point is told",
                        "every night",
                        "Rules",
                        "Takes in: 3B Threats to Kill")),
                List.of(new Found("sleep", "", "cannot sleep", "Rules", "")),
                List.of(new CallPrompts.Prompt("May be a course of conduct", "Ask.", "The Act")),
                List.of(FIRST),
                List.of("Read the number back."),
                List.of("Ben Example, no number: not spoken to yet"),
                "Testham 001A (E01000001)",
                "20:10:11",
                3,
                "danger",
                null);
        Notice elsewhere = new Notice(
                "Changed in another window",
                "Compare.",
                List.of(new Typed.Differing("Place", "High Street", "")),
                "/calls/1",
                4,
                3);
        Notice over = new Notice("This call is recorded", "Add a note.", List.of(), "/incidents/1", 0, 3);
        BeforePart none = new BeforePart("/calls/1", 1, null, List.of(), "", SOME, new FollowKey("", ""), 0, false);
        BeforePart sought = new BeforePart("/calls/1", 1, null, List.of(), "", SOME, new FollowKey("", ""), 0, true);
        BeforePart some = new BeforePart(
                "/calls/1",
                2,
                new CallPrompts.Prompt("Part of a run of 4 reports", "High harm together.", "HMICFRS"),
                List.of(new CallPage.Before("/incidents/1", "26-000000001", "1 Mar, 20:10", "Noise", "same place")),
                "Reports about the house come first.",
                SOME,
                new FollowKey("FOLLOW_UP:1", "Follow-up of 26-000000001"),
                2,
                true);
        return Stream.of(
                Sample.page("none", "reports/calls/calls", new CallPages.ListPage(List.of(), "", List.of())),
                Sample.page(
                        "some",
                        "reports/calls/calls",
                        new CallPages.ListPage(
                                List.of(new CallPages.Line("/calls/1", "1 Mar, 20:10", "1 Mar, 20:11", "Music")),
                                "FOLLOW_UP:1",
                                List.of())),
                Sample.page("new", "reports/calls/call", page(Typed.of(Map.of()), nothing, none, List.of())),
                Sample.page("told", "reports/calls/call", page(TYPED, much, some, List.of())),
                Sample.page(
                        "changed elsewhere",
                        "reports/calls/call",
                        page(TYPED, beside(ASK, elsewhere), some, List.of())),
                Sample.page(
                        "refused",
                        "reports/calls/call",
                        page(TYPED, much, none, List.of(ErrorLink.at("account", "Say what happened")))),
                Sample.of("alone", "reports/calls/beside", Map.of("page", much)),
                Sample.of("alone", "reports/calls/ask", Map.of("page", ASK)),
                Sample.of("alone", "reports/calls/notice", Map.of("page", elsewhere)),
                Sample.of(
                        "alone",
                        "reports/calls/first-contact",
                        Map.of("part", FIRST, "answers", Map.of("1", "6"), "first", true)),
                Sample.of("kept", "reports/calls/kept", Map.of("page", much)),
                Sample.of("over", "reports/calls/kept", Map.of("page", beside(LAST, over))),
                Sample.of("sought", "reports/calls/before", Map.of("page", sought)),
                Sample.of("alone", "reports/calls/before", Map.of("page", some)),
                Sample.of(
                        "alone",
                        "reports/calls/follow-up",
                        Map.of("page", new FollowUpPanel.Link("/calls?follows=1"))));
    }

    private static Beside beside(Ask ask, @Nullable Notice notice) {
        return new Beside(
                ask,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                "20:10:11",
                1,
                "",
                notice);
    }

    private static CallPage page(Typed typed, Beside beside, BeforePart before, List<ErrorLink> errors) {
        return new CallPage(
                "/calls/1",
                "one",
                new Mark("one", 3, 2),
                typed,
                beside,
                before,
                SOME,
                SOME,
                SOME,
                SOME,
                List.of(FIRST),
                errors);
    }
}
