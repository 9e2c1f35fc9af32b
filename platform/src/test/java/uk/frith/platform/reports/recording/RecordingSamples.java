package uk.frith.platform.reports.recording;

import java.util.List;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.PageLink;
import uk.frith.platform.foundation.pages.SamplePages;

/** The samples of this chapter's pages. */
public final class RecordingSamples implements SamplePages {

    private static final List<Choice> ANY = List.of(Choice.of("", "Any"));

    @Override
    public Stream<Sample> samples() {
        IncidentPages.Line line = new IncidentPages.Line(
                "/incidents/1", "ASB-1", "1 Mar 2026, 20:10", "High Street (E01025631)", "Nuisance", "Noise");
        return Stream.of(
                Sample.page(
                        "some",
                        "reports/recording/incidents",
                        new IncidentPages.ListPage(
                                List.of(line, line),
                                "120",
                                ANY,
                                ANY,
                                "",
                                "",
                                "",
                                null,
                                PageLink.around(2, 3, n -> "/incidents?page=" + n),
                                "/incidents?page=1",
                                "/incidents?page=3")),
                Sample.page(
                        "none",
                        "reports/recording/incidents",
                        new IncidentPages.ListPage(
                                List.of(),
                                "0",
                                ANY,
                                ANY,
                                "",
                                "x",
                                "",
                                "A month looks like 2026-03",
                                List.of(),
                                null,
                                null)),
                Sample.page(
                        "told",
                        "reports/recording/incident",
                        new IncidentPages.OnePage(
                                "ASB-1",
                                List.of(new IncidentPages.Part("Category", "Nuisance")),
                                "Music until four.\nAgain.")),
                Sample.page(
                        "untold",
                        "reports/recording/incident",
                        new IncidentPages.OnePage(
                                "ASB-2", List.of(new IncidentPages.Part("Category", "Personal")), "")));
    }
}
