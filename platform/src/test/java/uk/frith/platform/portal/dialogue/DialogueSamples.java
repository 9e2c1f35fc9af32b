package uk.frith.platform.portal.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.portal.evidence.EvidenceFile;
import uk.frith.platform.portal.report.PublicWords;
import uk.frith.platform.portal.report.Words;
import uk.frith.platform.reports.recording.NewReport.EvidenceKind;

/** The samples of this chapter's pages. */
public final class DialogueSamples implements SamplePages {

    private static final Instant NOW = Instant.parse("2026-03-02T20:10:00Z");
    private static final List<Choice> SOME = List.of(Choice.of("NONE", "Anonymous"), Choice.of("SEEN", "Met"));

    @Override
    public Stream<Sample> samples() {
        return Stream.concat(ofThePublic(PublicWords.english()), ofStaff());
    }

    static Stream<Sample> ofThePublic(Words w) {
        return Stream.of(
                page("code", "reply", reply(w, ReplyPages.Stage.CODE, "", "", List.of())),
                page(
                        "closed",
                        "reply",
                        reply(w, ReplyPages.Stage.CODE, "", "1", List.of(ErrorLink.at("code", w.of("reply.wrong"))))),
                page("put", "reply", reply(w, ReplyPages.Stage.WRITE, "1", "", List.of())),
                page(
                        "nothing",
                        "reply",
                        reply(w, ReplyPages.Stage.WRITE, "1", "2", List.of(ErrorLink.at("text", w.of("reply.empty"))))),
                page("thanks", "reply", reply(w, ReplyPages.Stage.THANKS, "", "", List.of())),
                page("open", "mine", mine(w, List.of())),
                page("wrong", "mine", mine(w, List.of(ErrorLink.at("text", w.of("mine.empty"))))),
                page(
                        "new",
                        "mine",
                        new MinePages.MinePage(
                                PublicWords.frame(w, null),
                                "",
                                w.of("mine.soon"),
                                true,
                                "",
                                List.of(),
                                List.of(),
                                "",
                                List.of())),
                page(
                        "masked",
                        "view",
                        new MinePages.ViewPage(
                                PublicWords.frame(w, "/tell"),
                                List.of(
                                        new MinePages.Piece("1 2", false),
                                        new MinePages.Piece(w.of("mask.NAME"), true)),
                                "1",
                                "/tell/check",
                                List.of())),
                page(
                        "wrong",
                        "view",
                        new MinePages.ViewPage(
                                PublicWords.frame(w, "/tell"),
                                List.of(new MinePages.Piece("1 2", false)),
                                "1",
                                "/tell/check",
                                List.of(ErrorLink.at("hidden", w.of("view.many", 1))))));
    }

    private static ReplyPages.ReplyPage reply(
            Words w, ReplyPages.Stage stage, String put, String typed, List<ErrorLink> errors) {
        return new ReplyPages.ReplyPage(
                PublicWords.frame(w, "/tell"), stage, "", put, w.of("reply.by", "1", "2/3/2026"), false, typed, errors);
    }

    private static InvitationPages.InvitePage invite(String put, List<ErrorLink> errors) {
        return new InvitationPages.InvitePage(
                "/online-reports/1",
                "26-000000001",
                "They shout",
                new InvitationRules.Typed("The man at number 9", put, "ONCE", "FOUR_WEEKS"),
                Choice.of(InvitationRules.Use.values(), InvitationRules.Use::words),
                Choice.of(InvitationRules.Term.values(), InvitationRules.Term::words),
                !errors.isEmpty(),
                errors);
    }

    private static MinePages.MinePage mine(Words w, List<ErrorLink> errors) {
        return new MinePages.MinePage(
                PublicWords.frame(w, null),
                "26-000000001",
                w.of("mine.open"),
                false,
                "1",
                List.of(
                        new MinePages.Sent("1", w.of("mine.late", "1/3/2026, 20:10"), true),
                        new MinePages.Sent("2", w.of("mine.opened", "1/3/2026, 20:10"), false)),
                List.of(new MinePages.Said(true, "1/3/2026", "1?"), new MinePages.Said(false, "2/3/2026", "2")),
                "",
                errors);
    }

    private static Stream<Sample> ofStaff() {
        List<FileLine> files = List.of(
                FileLine.of(file(EvidenceFile.Scan.NOT_SCANNED, Optional.empty()), NOW),
                FileLine.of(file(EvidenceFile.Scan.FOUND, Optional.empty()), NOW),
                FileLine.of(file(EvidenceFile.Scan.NOTHING_FOUND, Optional.of(NOW)), NOW));
        return Stream.of(
                Sample.page("whole", "portal/dialogue/staff-report", report(files, "", List.of())),
                Sample.page(
                        "refused",
                        "portal/dialogue/staff-report",
                        report(List.of(), "account", List.of(ErrorLink.at("text", "Write what you ask")))),
                Sample.page(
                        "some",
                        "portal/dialogue/staff-list",
                        new ReportPage.ListPage(
                                List.of(new ReportPage.Line(
                                        "1",
                                        "1 Mar 2026, 20:10",
                                        "26-000000001",
                                        "Routine",
                                        "Due by 2 Mar 2026, 20:10",
                                        "They shout …",
                                        "Anonymous",
                                        "It may be malicious",
                                        "1 late")),
                                List.of(new ReportPage.Share("Routine", 3, 40)))),
                Sample.page("none", "portal/dialogue/staff-list", new ReportPage.ListPage(List.of(), List.of())),
                Sample.of(
                        "some",
                        "portal/dialogue/staff-panel",
                        Map.of(
                                "page",
                                new ReportPage.PanelPage(
                                        "/online-reports/1", "Anonymous", "It is genuine", 2, 1, files))),
                Sample.page("empty", "portal/dialogue/staff-invite", invite("", List.of())),
                Sample.page(
                        "wrong",
                        "portal/dialogue/staff-invite",
                        invite("Short", List.of(ErrorLink.at("put", "Write what you put to them")))),
                Sample.page(
                        "once",
                        "portal/dialogue/staff-letter",
                        new InvitationPages.LetterPage(
                                "/online-reports/1",
                                "Testshire Police",
                                "1 March 2026",
                                "There was noise",
                                "https://tell.example/tell/reply",
                                "0000-0000-0000-0000",
                                "29 March 2026",
                                true)));
    }

    private static EvidenceFile file(EvidenceFile.Scan scan, Optional<Instant> opened) {
        return new EvidenceFile(
                new UUID(0, 1),
                new UUID(0, 2),
                EvidenceKind.PHOTO,
                "image/jpeg",
                "door.jpg",
                1_000,
                "ab".repeat(32),
                NOW,
                scan,
                Optional.of(NOW.minusSeconds(60)),
                opened);
    }

    private static ReportPage report(List<FileLine> files, String refused, List<ErrorLink> errors) {
        ReportPage.Said said = new ReportPage.Said("The reporter", "1 Mar 2026, 20:10", "Words", "2 Mar 2026, 09:00");
        return new ReportPage(
                "/online-reports/1",
                "26-000000001",
                "/incidents/1",
                "1 Mar 2026, 20:10",
                refused,
                "Anonymous",
                "Welsh",
                "They shout",
                "They shout",
                files,
                List.of(said),
                List.of(said),
                List.of(said),
                List.of(
                        new ReportPage.Asked(
                                "The man at number 9", "There was noise", "can answer until 5 May 2026", "/1"),
                        new ReportPage.Asked("His wife", "There was noise", "code has run out", "")),
                SOME,
                SOME,
                new ReportPage.Answer("", !errors.isEmpty()),
                errors);
    }

    private static Sample page(String name, String template, Object page) {
        return Sample.of(name, "portal/dialogue/" + template, Map.of("page", page, "chrome", SamplePages.stranger()));
    }
}
