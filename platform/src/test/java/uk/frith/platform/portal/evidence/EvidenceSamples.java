package uk.frith.platform.portal.evidence;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.portal.report.PublicWords;
import uk.frith.platform.portal.report.Words;

/** The samples of this chapter's pages. */
public final class EvidenceSamples implements SamplePages {

    @Override
    public Stream<Sample> samples() {
        return of(PublicWords.english());
    }

    static Stream<Sample> of(Words w) {
        return Stream.of(
                page("none", files(w, List.of(), List.of())),
                page(
                        "some",
                        files(
                                w,
                                List.of(
                                        new FilesPages.Line("1", w.of("files.PHOTO"), "1.2 MB", "1"),
                                        new FilesPages.Line("2", w.of("files.VIDEO"), "0.1 MB", "")),
                                List.of())),
                page("wrong", files(w, List.of(), List.of(ErrorLink.at("file", w.of("files.lies"))))));
    }

    private static Sample page(String name, Object page) {
        return Sample.of(name, "portal/evidence/files", Map.of("page", page, "chrome", SamplePages.stranger()));
    }

    private static FilesPages.FilesPage files(Words w, List<FilesPages.Line> lines, List<ErrorLink> errors) {
        return new FilesPages.FilesPage(PublicWords.frame(w, "/tell"), lines, "/tell/view", errors);
    }
}
