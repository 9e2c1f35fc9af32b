package uk.frith.platform.reports.intake;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.PageLink;
import uk.frith.platform.foundation.pages.SamplePages;

/** The samples of this chapter's pages. */
public final class IntakeSamples implements SamplePages {

    private static final String FILE = "2021-03-kent-street.csv";

    @Override
    public Stream<Sample> samples() {
        ImportPages.ProgressPart going = new ImportPages.ProgressPart(
                "/imports/1", "Importing", false, "12,000", "250,000", "4 seconds", "0", "");
        ImportPages.ProgressPart over = new ImportPages.ProgressPart(
                "/imports/1", "Done", true, "12,000", "0", "", "2", "12,000 rows read in 1 file.");
        return Stream.of(
                Sample.page(
                        "some",
                        "reports/intake/imports",
                        new ImportPages.ListPage(
                                List.of(new ImportPages.Line(
                                        "/imports/1", FILE, "1 Mar 2026, 20:10", "Done", "12,000", "2")),
                                null)),
                Sample.page(
                        "wrong",
                        "reports/intake/imports",
                        new ImportPages.ListPage(List.of(), "Choose a file to import")),
                Sample.page(
                        "going",
                        "reports/intake/import",
                        new ImportPages.JobPage(FILE, "1 Mar 2026, 20:10", going, List.of())),
                Sample.page(
                        "over",
                        "reports/intake/import",
                        new ImportPages.JobPage(
                                FILE,
                                "1 Mar 2026, 20:10",
                                over,
                                List.of(
                                        new ImportPages.FileLine(
                                                FILE, "Stored", "12,000", "2", "/imports/files/1/refused"),
                                        new ImportPages.FileLine("x.csv", "Left alone: why", "0", "0", null)))),
                Sample.of("going", "reports/intake/progress", Map.of("page", going)),
                Sample.page(
                        "some",
                        "reports/intake/files",
                        new VersionPages.FilesPage(
                                "2",
                                List.of(version("2", "/imports/files/1/refused", true), version("0", null, false)),
                                PageLink.around(1, 2, n -> "/imports/files?page=" + n),
                                null,
                                "/imports/files?page=2")),
                Sample.page(
                        "none",
                        "reports/intake/files",
                        new VersionPages.FilesPage("0", List.of(), List.of(), null, null)),
                Sample.page(
                        "some",
                        "reports/intake/refused",
                        new VersionPages.RefusedPage(
                                FILE,
                                "2",
                                true,
                                "/imports/files/1/refused.csv",
                                List.of(
                                        new Refused(3, "Month", "2021-13", "there is no such month"),
                                        new Refused(4, "", "a,b", "it has 2 fields instead of 12")))),
                Sample.page(
                        "some",
                        "reports/intake/sources",
                        new VersionPages.SourcesPage(List.of(source(true), source(false)))),
                Sample.page("none", "reports/intake/sources", new VersionPages.SourcesPage(List.of())));
    }

    private static VersionPages.Line version(
            String refused, @org.jspecify.annotations.Nullable String path, boolean current) {
        return new VersionPages.Line(
                FILE, "Street", "kent", "March 2021", "12,000", refused, path, "1 Mar 2026, 20:10", current);
    }

    private static VersionPages.Source source(boolean whole) {
        return new VersionPages.Source(
                whole ? "kent" : "dover",
                "Kent Police",
                whole,
                "March 2021 to May 2021",
                "2021-04",
                "24,000",
                "0.1%",
                "98.0%",
                "98.1%",
                "31.2%");
    }
}
