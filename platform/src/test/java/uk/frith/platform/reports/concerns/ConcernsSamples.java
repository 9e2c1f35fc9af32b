package uk.frith.platform.reports.concerns;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;

/** The samples of this chapter's pages. */
public final class ConcernsSamples implements SamplePages {

    private static final String PLACE = "reports/concerns/";

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.of(
                        "one",
                        PLACE + "run-panel",
                        Map.of("page", new RunPages.RunLink("/concerns/runs/1", 5, "High", 14))),
                Sample.page("heavy", PLACE + "run", run(List.of("5 reports over 40 days (4)."))),
                Sample.page("light", PLACE + "run", run(List.of())),
                Sample.page("shipped", PLACE + "run-rules", rules(List.of())),
                Sample.page(
                        "refused",
                        PLACE + "run-rules",
                        rules(List.of(ErrorLink.at("value", "Give a whole number from 0 to 3650")))),
                Sample.of(
                        "some",
                        PLACE + "panel",
                        Map.of("page", new ConcernPages.PanelPage(List.of(line(true), line(false))))),
                Sample.page("some", PLACE + "concerns", new ConcernPages.ListPage(List.of(line(true)))),
                Sample.page("none", PLACE + "concerns", new ConcernPages.ListPage(List.of())),
                Sample.page("open", PLACE + "concern", concern(true, "", List.of())),
                Sample.page(
                        "refused",
                        PLACE + "concern",
                        concern(true, "", List.of(ErrorLink.at("found", "Choose what you found")))),
                Sample.page("answered", PLACE + "concern", concern(false, "Nothing more. Asked both.", List.of())));
    }

    private static RunPages.RunPage run(List<String> reasons) {
        return new RunPages.RunPage(
                "26-000000001",
                "/incidents/1",
                "High",
                14,
                6,
                12,
                reasons,
                2,
                List.of(new RunPages.Month("March 2026", 5)),
                List.of(new RunPages.Line(
                        "/incidents/1", "26-000000001", "2 Mar 2026, 10:00", "Personal", "Sleep", "No")));
    }

    private static RunPages.RulesPage rules(List<ErrorLink> errors) {
        return new RunPages.RulesPage(
                List.of(new RunPages.Set("Each further report", 1, "As shipped", "2000-01-01", "A source")),
                List.of(Choice.of("REPORTS", "Each further report")),
                RunPages.Typed.NOTHING,
                errors);
    }

    private static ConcernPages.Line line(boolean waits) {
        return new ConcernPages.Line(
                "A household that reports again and again",
                "/concerns/1",
                "26-000000001",
                "2 Mar 2026, 10:00",
                List.of("5 reports over 90 days."),
                waits);
    }

    private static ConcernPages.ConcernPage concern(boolean open, String answered, List<ErrorLink> errors) {
        return new ConcernPages.ConcernPage(
                line(open),
                "/incidents/1",
                "A source",
                open
                        ? List.of(new ConcernPages.Report(
                                "/incidents/2", "26-000000002", "1 Mar 2026, 10:00", "Personal", "No", "Shouting"))
                        : List.of(),
                List.of(Choice.of("ONE", "One"), Choice.of("OTHER", "Another")),
                answered,
                "",
                errors);
    }
}
