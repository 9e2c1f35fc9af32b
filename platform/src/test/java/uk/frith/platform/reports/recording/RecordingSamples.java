package uk.frith.platform.reports.recording;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.Gate;
import uk.frith.platform.foundation.pages.PageLink;
import uk.frith.platform.foundation.pages.SamplePages;

/** The samples of this chapter's pages. */
public final class RecordingSamples implements SamplePages {

    private static final List<Choice> ANY = List.of(Choice.of("", "Any"));

    @Override
    public Stream<Sample> samples() {
        ListPage.Line line = new ListPage.Line(
                "/incidents/1",
                "ASB-1",
                "Priority",
                "1 Mar 2026, 20:10",
                "High Street (E01025631)",
                "Nuisance",
                "Noise",
                "Open",
                "Nobody");
        return Stream.of(
                Sample.page("some", "reports/recording/incidents", list(List.of(line, line), "120", null)),
                Sample.page("none", "reports/recording/incidents", list(List.of(), "0", "A month looks like 2026-03")),
                Sample.page("some", "reports/recording/linked", linked(true)),
                Sample.page("none", "reports/recording/linked", linked(false)),
                Sample.page("asked", "reports/recording/history", history(null, "2 Mar 2026, 10:00")),
                Sample.page("wrong", "reports/recording/history", history("Give a day", null)),
                Sample.of(
                        "full",
                        "reports/recording/today",
                        Map.of(
                                "page",
                                new TodayIncidents.TodayPage(
                                        List.of(new TodayIncidents.Line("Mine, open", 3, "/incidents?owner=ME")),
                                        List.of(new TodayIncidents.Day("Mon 2 Mar", 2))))),
                Sample.of(
                        "short",
                        "reports/recording/today",
                        Map.of("page", new TodayIncidents.TodayPage(List.of(), List.of()))),
                urgent("some", urgent(List.of(urgentLine(1, true), urgentLine(2, false)), false)),
                urgent("none", urgent(List.of(), false)),
                Sample.of(
                        "news",
                        "reports/recording/urgent-list",
                        Map.of("page", urgent(List.of(urgentLine(1, true)), false), "told", true)),
                Sample.of(
                        "more",
                        "reports/recording/urgent-list",
                        Map.of("page", urgent(List.of(urgentLine(1, true)), true), "told", false)),
                Sample.page("some", "reports/recording/where", where(List.of(), List.of())),
                Sample.page(
                        "several",
                        "reports/recording/where",
                        where(
                                List.of(Choice.of("E05000001", "Long Row").withHint("ward")),
                                List.of(ErrorLink.at("choice", "Choose which of these it is")))),
                Sample.page("clean", "reports/recording/sorting", sorting(List.of(), List.of())),
                Sample.page(
                        "changed",
                        "reports/recording/sorting",
                        sorting(
                                List.of(new Difference("Category", "Personal", "Nuisance")),
                                List.of(ErrorLink.at("category", "Somebody else changed it")))),
                Sample.page(
                        "some",
                        "reports/recording/allocation",
                        new RulePages.AllocationPage(
                                List.of(new CodeRepository.Allocation(
                                        new UUID(0, 1), "E05000001", "Long Row ward", "North")),
                                ANY,
                                "",
                                List.of())),
                Sample.page(
                        "none",
                        "reports/recording/allocation",
                        new RulePages.AllocationPage(
                                List.of(), ANY, "x", List.of(ErrorLink.at("area", "Give the code of an area")))),
                Sample.page(
                        "some",
                        "reports/recording/codes",
                        new RulePages.CodesPage(List.of(code()), ANY, ANY, "", "", List.of())),
                Sample.page(
                        "none",
                        "reports/recording/codes",
                        new RulePages.CodesPage(
                                List.of(), ANY, ANY, "", "x", List.of(ErrorLink.at("code", "A code is missing")))),
                Sample.page("worked", "reports/recording/incident", incident(true, RecordPage.Typed.NOTHING)),
                Sample.page(
                        "refused",
                        "reports/recording/incident",
                        incident(
                                true,
                                new RecordPage.Typed(
                                        Map.of("done", "NFA"),
                                        List.of(ErrorLink.at("done", "Say what was done")),
                                        false))),
                Sample.page(
                        "asked",
                        "reports/recording/incident",
                        incident(
                                true,
                                new RecordPage.Typed(
                                        Map.of("done", "It was just ASB"),
                                        List.of(ErrorLink.at("done", "It may make it smaller than it is")),
                                        true))),
                Sample.page("closed", "reports/recording/incident", incident(false, RecordPage.Typed.NOTHING)),
                Sample.page("decides", "reports/recording/correction", correction(true, true, List.of())),
                Sample.page(
                        "refused",
                        "reports/recording/correction",
                        correction(false, true, List.of(ErrorLink.at("victims", RecordRules.WRONG_VICTIMS)))),
                Sample.page("cancelled", "reports/recording/correction", correction(false, false, List.of())),
                Sample.of(
                        "one",
                        "reports/recording/keep-case",
                        Map.of("page", new KeepCasePanel.KeepCase("/rules/cases/new?incident=1"))));
    }

    private static CorrectionPages.CorrectionPage correction(boolean decides, boolean open, List<ErrorLink> errors) {
        return new CorrectionPages.CorrectionPage(
                "/incidents/1",
                "ASB-1",
                "/incidents/1/crimes/1",
                "CR/1",
                "8L Harassment",
                "2 Mar 2026, 10:00",
                open ? "" : "3 Mar 2026, 10:00, A. Example: It was recorded twice",
                decides,
                open,
                "",
                "2",
                ANY,
                ANY,
                ANY,
                "",
                decides,
                "",
                errors);
    }

    private static ListPage list(List<ListPage.Line> lines, String total, @Nullable String wrong) {
        return new ListPage(
                ListQuery.of(Map.of("order", "place")).columns(),
                lines,
                total,
                ListQuery.of(Map.of()).choices(true),
                "",
                "",
                "",
                "place",
                "/incidents/list.csv?",
                wrong,
                lines.isEmpty() ? List.of() : PageLink.around(2, 3, n -> "/incidents?page=" + n),
                lines.isEmpty() ? null : "/incidents?page=1",
                lines.isEmpty() ? null : "/incidents?page=3");
    }

    private static WherePages.WherePage where(List<Choice> found, List<ErrorLink> errors) {
        return new WherePages.WherePage(
                "/incidents/1",
                "26-000000001",
                "Not known",
                "1a",
                new WherePages.Sent("Long Row", found.isEmpty() ? "" : "Long", "", "", ""),
                found,
                found.isEmpty() ? List.of() : ANY,
                found.isEmpty() ? List.of() : List.of(new Difference("Place", "Long Row", "Short Row")),
                errors);
    }

    private static Sample urgent(String name, UrgentPage page) {
        return Sample.of(name, "reports/recording/urgent", Map.of("page", page));
    }

    private static UrgentPage urgent(List<UrgentPage.Line> lines, boolean more) {
        return new UrgentPage(
                "Immediate and priority, not responded to yet",
                "Waiting for a response: 1 immediate, 1 priority.",
                lines,
                more ? "/incidents?flag=WAITING" : "");
    }

    private static UrgentPage.Line urgentLine(int id, boolean immediate) {
        return new UrgentPage.Line(
                new UUID(0, id).toString(),
                "26-00000000" + id,
                immediate ? "Immediate" : "Priority",
                immediate,
                "4 minutes ago (Mon 20:10)",
                "Long Row, Long Row ward",
                "Online",
                "Nobody",
                immediate);
    }

    private static LinkedPages.LinkedPage linked(boolean any) {
        return new LinkedPages.LinkedPage(
                "What belongs together",
                "/incidents/1",
                "26-000000001",
                "2 reports over 40 days.",
                List.of(new LinkedPages.From("The place", "/incidents/1/place")),
                any
                        ? List.of(new LinkedPages.Line(
                                "/incidents/2",
                                "26-000000002",
                                "1 Mar 2026",
                                "Long Row",
                                "Personal",
                                List.of("Same place", "Same number as A. Example, there: victim"),
                                "B. Example (named)"))
                        : List.of());
    }

    private static HistoryPages.HistoryPage history(@Nullable String wrong, @Nullable String stoodAt) {
        return new HistoryPages.HistoryPage(
                "/incidents/1",
                "26-000000001",
                "2026-03-02",
                "10:00",
                wrong,
                stoodAt,
                wrong == null
                        ? List.of(new HistoryPages.Part(
                                "What happened", List.of(new RecordPage.Part("Category", "PERSONAL"))))
                        : List.of(),
                wrong == null
                        ? List.of(new HistoryPages.Line(
                                "2 Mar 2026, 10:00", "C. Example", "What happened: category", "NUISANCE", "PERSONAL"))
                        : List.of());
    }

    private static CodeRepository.Code code() {
        return new CodeRepository.Code(
                new UUID(0, 2), CodeRepository.Scheme.COUNCIL, AsbType.NUISANCE_NOISE, "ENV-7", "Noise, domestic");
    }

    private static SortingPages.SortingPage sorting(List<Difference> differences, List<ErrorLink> errors) {
        List<Choice> some = List.of(Choice.of("ONE", "One").withHint("What it means"), Choice.of("OTHER", "Another"));
        return new SortingPages.SortingPage(
                "/incidents/1",
                "26-000000001",
                3,
                some,
                some,
                some,
                some,
                errors.isEmpty() ? List.of() : List.of(code()),
                differences,
                errors);
    }

    /** An incident with one of everything that its page can show. */
    private static RecordPage incident(boolean open, RecordPage.Typed typed) {
        UUID id = new UUID(0, 7);
        List<Choice> some = List.of(Choice.of("ONE", "One"), Choice.of("OTHER", "Another"));
        return new RecordPage(
                "/incidents/1",
                "26-000000001",
                true,
                open,
                true,
                List.of(new RecordPage.Part("Category", "Personal"), new RecordPage.Part("Owner", "Nobody yet.")),
                List.of(
                        List.of(
                                new RecordPage.Piece("He said he would ", null, false),
                                new RecordPage.Piece("burn the house down", "Threat", true),
                                new RecordPage.Piece(" and I ", null, false),
                                new RecordPage.Piece("cannot sleep", "Sleep", false)),
                        List.of(new RecordPage.Piece("It goes on.", null, false))),
                List.of(
                        new RecordPage.Clock("Respond", "2 Mar 2026, 09:00", "Late", "2 hours late", "late"),
                        new RecordPage.Clock(
                                "Give it an owner", "2 Mar 2026, 09:00", "Due soon", "9 minutes left", "close"),
                        new RecordPage.Clock("Decide", "2 Mar 2026, 09:00", "Done in time", "", "over")),
                List.of("It is aimed at somebody."),
                List.of(
                        new RecordPage.Suggested(
                                id,
                                1,
                                "59 Threat",
                                1,
                                "Every point is told",
                                "burn the house down",
                                "r1",
                                "/rules/rule/r1?version=v1",
                                "Rules",
                                "Takes in: 3B Threats to Kill",
                                open,
                                ""),
                        new RecordPage.Suggested(
                                id,
                                2,
                                "8L Harassment",
                                2,
                                "More likely than not",
                                "",
                                "r2",
                                "/rules/rule/r2?version=v1",
                                "Rules",
                                "",
                                false,
                                "Recorded as 1")),
                List.of(
                        new RecordPage.Crime(
                                "/incidents/1/crimes/1",
                                "8L Harassment",
                                "CR/1",
                                "2",
                                "A. Example",
                                "2 Mar 2026, 10:00",
                                ""),
                        new RecordPage.Crime(
                                "/incidents/1/crimes/2",
                                "59 Threat",
                                "CR/2",
                                "1",
                                "",
                                "2 Mar 2026, 10:00",
                                Cancelling.ERROR.words())),
                !open,
                List.of(new RecordPage.Remark("Harm", "sleep", "cannot sleep", "/rules/rule/r3?version=v1", "Rules")),
                open,
                List.of(
                        new RecordPage.Concerned(
                                id, "Victim", "A. Example", "0113 496 0000", "“Never ring.”", "Spoken to", false),
                        new RecordPage.Concerned(
                                id, "Also affected", "B. Example", "No contact known", "", "Not spoken to yet", true)),
                List.of(
                        new RecordPage.Offered(id, "Video", "the door", "A. Example", "Offered", true),
                        new RecordPage.Offered(id, "Diary", "dates", "Not known", "Secured", false)),
                List.of(new RecordPage.Link("Follow-up of", "/incidents/2", "26-000000002")),
                List.of(new RecordPage.Note("2 Mar 2026, 10:00", "C. Example", "Spoke to both.")),
                open ? List.of(new Gate("A suggested crime is open.", "/incidents/1#crimes")) : List.of(),
                List.of(),
                new RecordPage.Choices(some, some, some, some, some, some, some, some, some),
                typed);
    }
}
