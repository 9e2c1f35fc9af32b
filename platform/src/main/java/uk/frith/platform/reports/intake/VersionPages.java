package uk.frith.platform.reports.intake;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Months;
import uk.frith.platform.foundation.pages.PageLink;
import uk.frith.platform.reports.intake.OpenDataRepository.Version;

/** What was taken in: versions of files, the rows that were refused, and how good each source is. */
@Controller
@RequestMapping("/imports")
class VersionPages {

    private static final String TO_SEE_FILES = "to see which files were taken in";
    private static final String TO_SEE_REFUSED = "to see why rows were refused";
    private static final String TO_JUDGE = "to judge how good a source is";
    private static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 10_000;
    private static final int ROWS_SHOWN = 200;

    private final Desk desk;
    private final OpenDataRepository repository;

    VersionPages(Desk desk, OpenDataRepository repository) {
        this.desk = desk;
        this.repository = repository;
    }

    /** A version; {@code refusedPath} is null when nothing of it was refused. */
    record Line(
            String file,
            String kind,
            String series,
            String month,
            String stored,
            String refused,
            @Nullable String refusedPath,
            String imported,
            boolean current) {}

    /** The versions, latest first. */
    record FilesPage(
            String total,
            List<Line> versions,
            List<PageLink> pages,
            @Nullable String previous,
            @Nullable String next) {}

    /** The refused rows of a version. */
    record RefusedPage(String file, String refused, boolean all, String downloadPath, List<Refused> rows) {}

    /** How good one source is. */
    record Source(
            String series,
            String force,
            boolean wholeForce,
            String months,
            String missing,
            String rows,
            String refusedShare,
            String withArea,
            String withPoint,
            String identicalAsb) {}

    /** How good each source is. */
    record SourcesPage(List<Source> sources) {}

    private record Versions(List<Version> versions, long total) {}

    private record RefusedOf(Version version, List<Refused> rows) {}

    @GetMapping("/files")
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_SEE_FILES)
    String files(@RequestParam(defaultValue = "1") int page, Model model) {
        int shown = Math.clamp(page, 1, MOST_PAGES);
        Versions found = desk.audited(
                Entry.of(Act.CONSULTATION, "open data files", TO_SEE_FILES).with("page", Integer.toString(shown)),
                () -> new Versions(
                        repository.versions(PAGE_SIZE, (long) (shown - 1) * PAGE_SIZE), repository.countVersions()));
        int pages = Math.clamp((found.total() + PAGE_SIZE - 1) / PAGE_SIZE, 1, MOST_PAGES);
        model.addAttribute(
                "page",
                new FilesPage(
                        ImportPages.number(found.total()),
                        found.versions().stream().map(VersionPages::line).toList(),
                        pages > 1 && shown <= pages
                                ? PageLink.around(shown, pages, n -> "/imports/files?page=" + n)
                                : List.of(),
                        shown > 1 ? "/imports/files?page=" + (shown - 1) : null,
                        shown < pages ? "/imports/files?page=" + (shown + 1) : null));
        return "reports/intake/files";
    }

    private static Line line(Version version) {
        return new Line(
                version.file(),
                version.kind() == FileKind.STREET ? "Street" : "Stop and search",
                version.series(),
                Months.inWords(version.month()),
                ImportPages.number(version.stored()),
                ImportPages.number(version.refused()),
                version.refused() == 0 ? null : "/imports/files/" + version.id() + "/refused",
                ImportPages.MOMENT.format(version.importedAt()),
                version.current());
    }

    @GetMapping("/files/{version}/refused")
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_SEE_REFUSED)
    String refused(@PathVariable long version, Model model) {
        RefusedOf found = refusedOf(version, ROWS_SHOWN);
        model.addAttribute(
                "page",
                new RefusedPage(
                        found.version().file(),
                        ImportPages.number(found.version().refused()),
                        found.version().refused() <= ROWS_SHOWN,
                        "/imports/files/" + version + "/refused.csv",
                        found.rows()));
        return "reports/intake/refused";
    }

    @GetMapping("/files/{version}/refused.csv")
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_SEE_REFUSED)
    ResponseEntity<byte[]> download(@PathVariable long version) {
        byte[] csv =
                ImportRefused.csv(refusedOf(version, Tally.MOST_REFUSED).rows()).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("refused-rows-" + version + "-OFFICIAL.csv")
                                .build()
                                .toString())
                .body(csv);
    }

    private RefusedOf refusedOf(long version, int rows) {
        return desk.audited(
                Entry.of(Act.CONSULTATION, "refused rows", TO_SEE_REFUSED).about(List.of(Long.toString(version))),
                () -> new RefusedOf(
                        repository
                                .version(version)
                                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                        repository.refusedRows(version, rows)));
    }

    @GetMapping("/sources")
    @Allows(value = Permission.IMPORT_DATA, purpose = TO_JUDGE)
    String sources(Model model) {
        List<SeriesCoverage> coverage = desk.audited(
                Entry.of(Act.CONSULTATION, "open data sources", TO_JUDGE),
                () -> repository.coverage(repository.latestDataVersion()));
        model.addAttribute(
                "page",
                new SourcesPage(coverage.stream().map(VersionPages::source).toList()));
        return "reports/intake/sources";
    }

    private static Source source(SeriesCoverage series) {
        return new Source(
                series.series(),
                series.forceName(),
                series.wholeForce(),
                Months.inWords(series.firstMonth()) + " to " + Months.inWords(series.lastMonth()),
                series.missingMonths().isEmpty()
                        ? "None"
                        : series.missingMonths().stream()
                                .map(YearMonth::toString)
                                .collect(Collectors.joining(", ")),
                ImportPages.number(series.rows()),
                share(series.refused(), series.rows()),
                share(series.stored() - series.noLsoa(), series.stored()),
                share(series.stored() - series.noCoordinates(), series.stored()),
                share(series.asbIdenticalRepeats(), series.asbRows()));
    }

    /** A part of a whole in per cent; a dash when there is no whole. */
    private static String share(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.UK, "%.1f%%", 100.0 * part / whole);
    }
}
