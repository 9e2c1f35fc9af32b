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
