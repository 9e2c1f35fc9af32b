package uk.frith.platform.reports.wording;

import java.util.List;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.SamplePages;

/** The samples of this chapter's pages. */
public final class WordingSamples implements SamplePages {

    private static final String PAGE = "reports/wording/wording";

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.page("none", PAGE, new WordingPages.Page("1 Mar 2026", List.of(), List.of())),
                Sample.page(
                        "some",
                        PAGE,
                        new WordingPages.Page(
                                "1 Mar 2026",
                                List.of(new WordingPages.Team("North", "12", "30", "Less often", "Fewer than 10")),
                                List.of(new WordingPages.Line("2 Mar 2026", "Note", "/incidents/1", "just ASB")))));
    }
}
