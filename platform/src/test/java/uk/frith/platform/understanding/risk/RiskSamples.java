package uk.frith.platform.understanding.risk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.Difference;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;

/** The samples of this chapter's pages. */
public final class RiskSamples implements SamplePages {

    private static final String PLACE = "understanding/risk/";
    private static final RiskPage.MatrixNote NOTE =
            new RiskPage.MatrixNote("RAM-D1, version 1", "A source", false, "Medium from 13, high from 24");
    private static final RiskPage.Past PAST = new RiskPage.Past(
            "2 Mar 2026, 10:00",
            "Ada Example",
            "First contact",
            "High, score 30",
            "12 → 30",
            List.of("Judged high instead of medium: she is alone"),
            List.of(new RiskRules.Change("How often?", "Monthly (2)", "Daily (5)")),
            List.of("3 Mar 2026, 10:00, Ben Example: agreed"),
            "RAM-D1, version 1 (not verified)");

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.of("owed", PLACE + "panel", Map.of("page", panel(List.of(), true))),
                Sample.of(
                        "assessed",
                        PLACE + "panel",
                        Map.of("page", panel(List.of(household(false), household(true)), false))),
                Sample.page("first", PLACE + "risk", risk(true, "", List.of(), List.of(), List.of())),
                Sample.page("again", PLACE + "risk", risk(true, "High", List.of(PAST), List.of(), List.of())),
                Sample.page("closed", PLACE + "risk", risk(false, "Standard", List.of(PAST), List.of(), List.of())),
                Sample.page(
                        "refused",
                        PLACE + "risk",
                        risk(
                                true,
                                "Medium",
                                List.of(PAST),
                                List.of(),
                                List.of(
                                        ErrorLink.at("judged", "Only a supervisor may judge it lower"),
                                        ErrorLink.at("words", "Say what you think of it")))),
                Sample.page(
                        "meanwhile",
                        PLACE + "risk",
                        risk(
                                true,
                                "Medium",
                                List.of(PAST),
                                List.of(new Difference("How often?", "Monthly (2)", "Daily (5)")),
                                List.of(ErrorLink.at("trigger", "Somebody else assessed this")))),
                Sample.page("shipped", PLACE + "matrix", matrix(false, List.of())),
                Sample.page(
                        "refused",
                        PLACE + "matrix",
                        matrix(true, List.of(ErrorLink.at("s1-1", "Give a whole number from 0 to 100")))),
                Sample.page("none", PLACE + "oversight", oversight(List.of())),
                Sample.page(
                        "some",
                        PLACE + "oversight",
                        oversight(List.of(line("", "Not assessed yet", ""), line("High", "Score 30", "3 Mar 2026")))));
    }

    private static RiskPage.PanelPage panel(List<RiskPage.Household> households, boolean owed) {
        return new RiskPage.PanelPage(households, owed, "/incidents/1/risk/1", true);
    }

    private static RiskPage.Household household(boolean unfinished) {
        return new RiskPage.Household(
                "/incidents/1/risk/1",
                "Household of Ada Example",
                "High",
                "High, score 30",
                "2 Mar 2026, 10:00, Ben Example",
                unfinished);
    }

    private static RiskPage risk(
            boolean open,
            String band,
            List<RiskPage.Past> history,
            List<Difference> differences,
            List<ErrorLink> errors) {
        List<Choice> some = List.of(
                Choice.of("1", "One (0)").withSelected(true),
                Choice.of("2", "Two (1)").withHint("A hint"));
        return new RiskPage(
                "/incidents/1/risk/1",
                "/incidents/1",
                "26-000000001",
                1,
                history.isEmpty() ? "" : "1",
                open,
                "How it stands.",
                band,
                history.isEmpty() ? "" : "How often?",
                history.isEmpty() ? "" : "The form holds the answers of 2 Mar 2026, 10:00.",
                new RiskPage.Form(
                        some,
                        some,
                        List.of(new RiskPage.Part(
                                "History",
                                List.of(
                                        new RiskPage.Asked(1, "1. How often?", false, true, "Noticed", some, "Words"),
                                        new RiskPage.Asked(14, "14. Who else?", true, false, null, some, "")))),
                        some,
                        "",
                        some,
                        ""),
                history,
                open && !history.isEmpty(),
                "",
                NOTE,
                differences,
                errors);
    }

    private static MatrixPages.MatrixPage matrix(boolean verified, List<ErrorLink> errors) {
        return new MatrixPages.MatrixPage(
                new RiskPage.MatrixNote("RAM-D1, version 1", "A source", verified, "Medium from 13, high from 24"),
                List.of(new MatrixPages.Version(
                        "RAM-D1, version 1", "As shipped", "2000-01-01", "As shipped", "A source", verified)),
                List.of(new MatrixPages.Line("1. How often?", true, List.of(new MatrixPages.Weighed("s1-1", "Daily")))),
                Map.of("s1-1", "5"),
                errors);
    }

    private static RiskOversightPages.OversightPage oversight(List<RiskOversightPages.Line> lines) {
        return new RiskOversightPages.OversightPage(
                List.of(new RiskOversightPages.Count("High", lines.size())), lines, !lines.isEmpty());
    }

    private static RiskOversightPages.Line line(String band, String says, String due) {
        return new RiskOversightPages.Line(
                "/incidents/1/risk/1", "/incidents/1", "26-000000001", band, says, "", due, !due.isEmpty());
    }
}
