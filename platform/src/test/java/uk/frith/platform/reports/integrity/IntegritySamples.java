package uk.frith.platform.reports.integrity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.foundation.sheets.SheetForm;
import uk.frith.platform.foundation.training.Training;

/** The samples of this chapter's pages. */
public final class IntegritySamples implements SamplePages {

    private static final FilmPart FILM = new FilmPart(
            "7", "Look for the crime", "video/webm", "A call handler asks what happened before.", "/learning-films/7");
    private static final SheetForm EMPTY =
            new SheetForm("/oversight/categories", "force,period,category,count", "", "", List.of());
    private static final List<Choice> SOME = List.of(Choice.of("", "Any"), Choice.of("ONE", "One"));

    @Override
    public Stream<Sample> samples() {
        return Stream.of(audits(), readings(), results(), findings(), learning(), films(), mixes(), parts())
                .flatMap(each -> each);
    }

    private static Stream<Sample> audits() {
        RecordingAuditPages.Line open = new RecordingAuditPages.Line(
                "/recording-audits/1",
                "Personal, March",
                "incidents of March",
                "At random",
                "1 Apr",
                "3 of 9 read",
                false);
        RecordingAuditPages.Line closed = new RecordingAuditPages.Line(
                "/recording-audits/2", "Personal, May", "incidents of May", "By risk", "1 Jun", "9 of 9 read", true);
        AuditForm.Typed typed = AuditForm.Typed.suggested(LocalDate.of(2026, 4, 1));
        return Stream.of(
                Sample.page("none", "reports/integrity/audits", new RecordingAuditPages.ListPage(List.of(), false)),
                Sample.page(
                        "some",
                        "reports/integrity/audits",
                        new RecordingAuditPages.ListPage(List.of(open, closed), true)),
                Sample.page(
                        "new",
                        "reports/integrity/new",
                        new RecordingAuditPages.NewPage(typed, SOME, SOME, SOME, SOME, SOME, List.of())),
                Sample.page(
                        "refused",
                        "reports/integrity/new",
                        new RecordingAuditPages.NewPage(
                                typed, SOME, SOME, SOME, SOME, SOME, List.of(ErrorLink.at("title", "Give it a name")))),
                Sample.page("reading", "reports/integrity/audit", one(false, true)),
                Sample.page("done", "reports/integrity/audit", one(false, false)),
                Sample.page("closed", "reports/integrity/audit", one(true, false)));
    }

    private static RecordingAuditPages.OnePage one(boolean closed, boolean anyLeft) {
        return new RecordingAuditPages.OnePage(
                "Personal, March",
                "/recording-audits/1",
                "incidents reported 1 Mar 2026 to 31 Mar 2026",
                "At random",
                "1 Apr 2026, 10:00",
                "2 drawn of 40 that could be",
                "1 of 2 read",
                closed,
                anyLeft,
                "Read the next account",
                List.of(
                        new RecordingAuditPages.QueueLine(1, "/recording-audits/1/items/1", "Read by you", true),
                        new RecordingAuditPages.QueueLine(2, "/recording-audits/1/items/2", "To read", false)));
    }

    private static Stream<Sample> readings() {
        ReadingForm.Typed typed = new ReadingForm.Typed(
                        "PERSONAL", List.of(new ReadingForm.Row(1, "8L", "1", "every night")), "")
                .withRows(2);
        ReadingPages.Compared right = new ReadingPages.Compared("Category", "Personal", "Personal", true);
        ReadingPages.Compared wrong =
                new ReadingPages.Compared("Crime missing", "8L Harassment, 1 victim", "Nothing", false);
        return Stream.of(
                Sample.page("fresh", "reports/integrity/reading", reading(typed, null, List.of())),
                Sample.page(
                        "refused",
                        "reports/integrity/reading",
                        reading(
                                typed,
                                "/recording-audits/1/items/1",
                                List.of(ErrorLink.at("offence-1", "Choose an offence class")))),
                Sample.page("differs", "reports/integrity/compared", compared(false, true, List.of(right, wrong))),
                Sample.page("agrees", "reports/integrity/compared", compared(true, false, List.of(right))));
    }

    private static ReadingPages.ReadPage reading(
            ReadingForm.Typed typed, @org.jspecify.annotations.Nullable String previous, List<ErrorLink> errors) {
        return new ReadingPages.ReadPage(
                "Personal, March",
                "/recording-audits/1",
                "/recording-audits/1/items/2",
                2,
                9,
                previous,
                "1 Mar 2026, 20:10",
                "1 Mar 2026, 20:00",
                "High Street",
                "He shouts at me every night.",
                List.of(new ReadingPages.Before("1 Feb 2026, 10:00", "He shouted at me.")),
                typed,
                SOME,
                SOME,
                true,
                errors);
    }

    private static ReadingPages.ComparedPage compared(
            boolean right, boolean anyLeft, List<ReadingPages.Compared> lines) {
        return new ReadingPages.ComparedPage(
                "Personal, March",
                "/recording-audits/1",
                "/recording-audits/1/items/2",
                2,
                9,
                "/recording-audits/1/items/1",
                null,
                "/incidents/1",
                right,
                right,
                lines,
                "Look at the second page.",
                anyLeft);
    }

    private static Stream<Sample> results() {
        ResultPages.Row row = new ResultPages.Row(
                "North",
                "40",
                "30",
                "17",
                "57 % (49 to 64)",
                "60 % (52 to 67)",
                "90 % (80 to 95)",
                "50 % (42 to 58)",
                "0.80 (0.60 to 1.00)");
        ResultPages.Table table = new ResultPages.Table("By team", "Team", List.of(row, row));
        Share share = EstimateRules.share(List.of(new EstimateRules.Unit(1, 17, 30)), 20);
        return Stream.of(Sample.page(
                "closed",
                "reports/integrity/results",
                new ResultPages.ResultPage(
                        "Personal, March",
                        "/recording-audits/1",
                        "Of 30 crimes expected in 40 accounts read again, 17 were recorded.",
                        List.of(table, new ResultPages.Table("By month", "Month", List.of(row))),
                        SharesDrawing.svg(
                                "shares",
                                "Shares",
                                List.of(
                                        new SharesDrawing.Bar("North", share),
                                        new SharesDrawing.Bar(
                                                "A team of a very long name <b>",
                                                new Share(1, 2, 20, Optional.empty())))),
                        List.of(new ResultPages.End("Right the first time", "20")),
                        "20 of 22 expected victims",
                        "too few",
                        List.of("Covers March."),
                        "42",
                        SampleRules.METHOD,
                        "0011aabb",
                        true)));
    }

    private static Stream<Sample> findings() {
        FindingPages.Line open = new FindingPages.Line(
                "/recording-findings/1",
                "26-000000001",
                "A crime is missing",
                "8L Harassment, 1 victim",
                "1 Apr",
                "To answer",
                false);
        FindingPages.Line disputed = new FindingPages.Line(
                "/recording-findings/2",
                "26-000000002",
                "The category is wrong",
                "Personal",
                "2 Apr",
                "Disputed",
                true);
        return Stream.of(
                Sample.page("none", "reports/integrity/findings", new FindingPages.ListPage(List.of(), false)),
                Sample.page(
                        "some", "reports/integrity/findings", new FindingPages.ListPage(List.of(disputed, open), true)),
                Sample.page("open", "reports/integrity/finding", finding("", "", true, true, false, null)),
                Sample.page(
                        "refused",
                        "reports/integrity/finding",
                        finding("", "", true, true, false, "Give the reason in 10 to 2,000 characters")),
                Sample.page(
                        "disputed",
                        "reports/integrity/finding",
                        finding("He was not there", "", false, false, true, null)),
                Sample.page(
                        "too-late",
                        "reports/integrity/finding",
                        finding("He was not there", "It stands", false, false, false, "Somebody else was faster")));
    }

    private static FindingPages.OnePage finding(
            String answer,
            String decision,
            boolean open,
            boolean mayNote,
            boolean mayDecide,
            @org.jspecify.annotations.Nullable String wrong) {
        return new FindingPages.OnePage(
                "/recording-findings/1",
                "26-000000001",
                "/incidents/1",
                "A crime is missing",
                "8L Harassment, 1 victim",
                "Nothing",
                open ? "every night" : "",
                "1 Apr 2026, 10:00",
                "To answer",
                open ? "Due 2 Apr 2026, 10:00, 20 hours left" : "",
                answer,
                decision,
                open,
                mayNote,
                open,
                mayDecide,
                "",
                wrong);
    }

    private static Stream<Sample> mixes() {
        List<MixRules.Count> counts = Stream.of("force", "way", "team")
                .flatMap(group -> Stream.of(
                        new MixRules.Count(group, "One " + group, Sorting.PERSONAL, 90),
                        new MixRules.Count(group, "One " + group, Sorting.NUISANCE, 110),
                        new MixRules.Count(group, "Another " + group, Sorting.ENVIRONMENTAL, 3)))
                .toList();
        return Stream.of(
                Sample.page(
                        "none",
                        "reports/integrity/categories",
                        MixPages.page(List.of(), List.of(), MixRulesTest.NATIONAL, EMPTY)),
                Sample.page(
                        "some",
                        "reports/integrity/categories",
                        MixPages.page(
                                MixRules.lines(counts, MixRulesTest.NATIONAL),
                                ForceRules.beside(
                                        List.of(90L, 110L, 3L), ForceRulesTest.forces(), MixRulesTest.NATIONAL),
                                MixRulesTest.NATIONAL,
                                new SheetForm(
                                        "/oversight/categories",
                                        "force,period,category,count",
                                        "",
                                        "x",
                                        List.of(ErrorLink.at("file", "Choose a file"))))),
                Sample.page(
                        "set",
                        "reports/integrity/national",
                        NationalPages.page(
                                List.of(new MixRepository.Written(MixRulesTest.NATIONAL, Instant.EPOCH, true)),
                                LocalDate.of(2026, 4, 1),
                                new NationalRules.Typed("18", "74", "9", "", ""),
                                List.of(ErrorLink.at("personal", "The three shares must add up to 100")))));
    }

    private static Stream<Sample> learning() {
        LearningPages.TextPart toRead = new LearningPages.TextPart(
                "11",
                "Look for the crime",
                "Which crimes to record",
                "Ask first.",
                "Rules",
                "Not read yet",
                true,
                "/my-recording/texts/11",
                FILM);
        LearningPages.TextPart read = new LearningPages.TextPart(
                "12",
                "Whom it is aimed at",
                "The category",
                "Ask whom.",
                "NSIR",
                "You read it on 1 Apr",
                false,
                "/my-recording/texts/12",
                null);
        LearningPages.SlipLine slip =
                new LearningPages.SlipLine("/recording-findings/1", "8L Harassment, 1 victim", "1 Apr", "To answer");
        LearningPages.PatternPart repeated = new LearningPages.PatternPart(
                "pattern-1", "A crime is missing: 8L", "2 times", true, List.of(slip, slip), toRead);
        LearningPages.PatternPart once = new LearningPages.PatternPart(
                "pattern-2", "The category is wrong", "1 time", false, List.of(slip), null);
        LearningPages.TextPage text = new LearningPages.TextPage(
                "/recording-learning/texts/CRIME_FIRST",
                "Which crimes to record",
                "8L",
                "Look",
                "Ask first.",
                "Rules",
                "365",
                "2026-04-01",
                List.of());
        return Stream.of(
                Sample.page(
                        "none",
                        "reports/integrity/own",
                        new LearningPages.OwnPage(List.of(), List.of(read), List.of(), false)),
                Sample.page(
                        "some",
                        "reports/integrity/own",
                        new LearningPages.OwnPage(
                                List.of(repeated, once),
                                List.of(read),
                                List.of(new Training.Own(
                                        "Recording crime", "1 Mar 2026", "1 Mar 2028", "Current", false, false)),
                                true)),
                Sample.page(
                        "some",
                        "reports/integrity/learning",
                        new LearningPages.OverviewPage(
                                "1 of 2 people who record have read every text in time.",
                                List.of(
                                        new LearningPages.PersonLine(
                                                "A. Example", "North", "3", "2", "1 of 5", "1 Apr", false),
                                        new LearningPages.PersonLine(
                                                "B. Example", "", "0", "0", "5 of 5", "2 Apr", true)),
                                List.of(
                                        new LearningPages.TextLine(
                                                "Look",
                                                "Crimes",
                                                "1 Apr 2026",
                                                "Came with Frith",
                                                "/recording-learning/texts/CRIME_FIRST",
                                                "/recording-learning/texts/CRIME_FIRST/film"),
                                        new LearningPages.TextLine(
                                                "Ask", "Category", "1 Apr 2026", "Your own", null, null)),
                                true)),
                Sample.page("fresh", "reports/integrity/text", text),
                Sample.page(
                        "refused",
                        "reports/integrity/text",
                        new LearningPages.TextPage(
                                text.path(),
                                text.field(),
                                "",
                                "x",
                                "",
                                "",
                                "",
                                "",
                                List.of(ErrorLink.at("title", "Give a title")))));
    }

    private static Stream<Sample> films() {
        return Stream.of(
                Sample.page("none", "reports/integrity/films", new FilmPages.FilmsPage(List.of())),
                Sample.page("some", "reports/integrity/films", new FilmPages.FilmsPage(List.of(FILM))),
                Sample.page("one", "reports/integrity/film-page", new FilmPages.FilmPage(FILM)),
                Sample.page(
                        "none",
                        "reports/integrity/film-form",
                        new FilmPages.FormPage(
                                "/recording-learning/texts/CLASS/film", "Look", null, "", "", List.of())),
                Sample.page(
                        "refused",
                        "reports/integrity/film-form",
                        new FilmPages.FormPage(
                                "/recording-learning/texts/CLASS/film",
                                "Look",
                                FILM,
                                "x",
                                "",
                                List.of(ErrorLink.at("film", "Choose a film")))));
    }

    private static Stream<Sample> parts() {
        FindingPages.Line line = new FindingPages.Line(
                "/recording-findings/1",
                "26-000000001",
                "A crime is missing",
                "8L Harassment",
                "1 Apr",
                "Disputed",
                true);
        Meter.Row row = new Meter.Row("North", "182", "103", "30", "49", "57 % (49 to 64)", "10 of 12", "too few");
        return Stream.of(
                Sample.of(
                        "alone",
                        "reports/integrity/panel",
                        Map.of("page", new FindingsPanel.FindingsPage(List.of(line)))),
                Sample.of(
                        "alone",
                        "reports/integrity/meter",
                        Map.of("page", new Meter.MeterPage("Accounts suggest 182 crimes.", "No audit.", List.of(row)))),
                Sample.of(
                        "alone",
                        "reports/integrity/own-today",
                        Map.of("page", new Learning.TodayPage("Audits found 2 slips of yours.", "Look for the crime"))),
                Sample.of(
                        "nothing-urgent",
                        "reports/integrity/own-today",
                        Map.of("page", new Learning.TodayPage("Audits found 1 slip of yours.", null))),
                Sample.of(
                        "alone",
                        "reports/integrity/text-panel",
                        Map.of("page", new TextPanel.PanelPage("Crimes", "Look", "Ask first.", "Rules", FILM))));
    }
}
