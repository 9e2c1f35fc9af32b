package uk.frith.platform.foundation.deadlines;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;

/** The samples of this chapter's parts. */
public final class DeadlinesSamples implements SamplePages {

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.page(
                        "some",
                        "foundation/deadlines/clocks",
                        new ClockPages.ClocksPage(
                                List.of(new ClockPages.Late(
                                        "Respond",
                                        "26-000000001",
                                        "/incidents/1",
                                        "Mon 2 Mar",
                                        "2 hours late",
                                        "Not yet")),
                                true)),
                Sample.page("none", "foundation/deadlines/clocks", new ClockPages.ClocksPage(List.of(), false)),
                Sample.page("some", "foundation/deadlines/periods", periods(List.of())),
                Sample.page(
                        "refused",
                        "foundation/deadlines/periods",
                        periods(List.of(ErrorLink.at("minutes", "Give the time in minutes")))),
                worklist("empty", new Worklist.WorklistPage(List.of(), false)),
                worklist(
                        "full",
                        new Worklist.WorklistPage(List.of(line("late"), line("close"), line("running")), true)));
    }

    private static ClockPages.PeriodsPage periods(List<ErrorLink> errors) {
        List<Choice> some = List.of(Choice.of("ONE", "One"), Choice.of("OTHER", "Another"));
        return new ClockPages.PeriodsPage(
                List.of(new ClockPages.Line(
                        "Respond", "As shipped", "2000-01-01", "1 day", "4 hours", "Supervisor", "A source")),
                some,
                some,
                new ClockPages.Typed("ONE", "", "x", "", "", ""),
                errors);
    }

    private static Sample worklist(String name, Worklist.WorklistPage page) {
        return Sample.of(name, "foundation/deadlines/worklist", Map.of("page", page));
    }

    private static Worklist.Line line(String urgency) {
        return new Worklist.Line(
                "Respond", "26-000000001", "/incidents/1", "Mon 2 Mar, 09:00", "2 hours late", "Late", urgency);
    }
}
