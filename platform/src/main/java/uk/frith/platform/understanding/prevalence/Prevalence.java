package uk.frith.platform.understanding.prevalence;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.pages.WrittenPart;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.AreaKind;
import uk.frith.platform.reports.intake.SeriesCoverage;

/**
 * The door of prevalence. Called within the caller's piece of work at the desk.
 *
 * <p>Versions make answers immutable, so they are worked out once and kept.
 */
@Service
public class Prevalence {

    /** An answer of a large force takes about a megabyte; a station looks at a few dozen pictures a day. */
    private static final int MOST_ANSWERS = 64;

    /** A written page takes about a quarter of a megabyte. */
    private static final int MOST_BODIES = 64;

    /** Those of the latest version and of links to a few older ones. */
    private static final int MOST_CATALOGUES = 8;

    private final Material material;
    private final PrevalenceRepository repository;
    private final TemplateEngine templates;
    private final Kept<Question, Answer> answers = new Kept<>(MOST_ANSWERS);
    private final Kept<Written, WrittenPart> bodies = new Kept<>(MOST_BODIES);
    private final Kept<Versions, Catalogue> catalogues = new Kept<>(MOST_CATALOGUES);
    private final Kept<String, List<SurveyEstimate>> surveys = new Kept<>(1);

    Prevalence(Material material, PrevalenceRepository repository, TemplateEngine templates) {
        this.material = material;
        this.repository = repository;
        this.templates = templates;
    }

    private record Versions(long data, String places) {}

    private record Written(Asked asked, List<Annotation> annotations) {}

    /** What there is to ask about at some version. */
    private record Catalogue(
            List<SeriesCoverage> series, List<Category> categories, Map<String, Map<String, String>> parts) {}

    /**
     * What a reader gets.
     *
     * @param asked with months and versions filled in
     * @param newerData whether newer data have come since
     * @param newerPlaces whether the link is of other areas and residents than these
     */
    record Found(Answer answer, Asked asked, List<Annotation> annotations, boolean newerData, boolean newerPlaces) {}

    /** Finds the answer to an address; {@link Material.Unknown} when it names what isn't there. */
    Found find(Asked asked) {
        long latest = material.latestDataVersion();
        String places = material.placesVersion();
        // First, since what is said of a version that has yet to come must not be kept.
        long version = Material.version(asked, latest);
        Catalogue catalogue = catalogue(version, places);
        Question question = material.question(asked, version, places, catalogue.series(), catalogue.categories());
        return new Found(
                answers.of(question, () -> material.answer(question)),
                asked.pinned(question),
                repository.annotations(),
                question.dataVersion() < latest,
                asked.placesVersion().map(named -> !named.equals(places)).orElse(false));
    }

    /** The latest year of antisocial behaviour in or around an area; empty when no whole force's reports are about it. */
    Optional<Found> about(Area area) {
        return material.seriesAbout(area, series()).map(series -> {
            boolean part = area.kind() == AreaKind.DISTRICT || area.kind() == AreaKind.PARTNERSHIP;
            return find(AreaFiguresPanel.question(series.series(), part ? Optional.of(area.code()) : Optional.empty()));
        });
    }

    /** The figures of a page, written; the same for every reader. */
    WrittenPart body(Found found) {
        return bodies.of(new Written(found.asked(), found.annotations()), () -> {
            Question question = found.answer().question();
            Catalogue catalogue = catalogue(question.dataVersion(), question.placesVersion());
            PrevalencePage page = PageMaker.page(
                    found.answer(), found.asked(), choices(catalogue, question), found.annotations(), surveys());
            Utf8ByteOutput output = new Utf8ByteOutput();
            templates.render("understanding/prevalence/figures.jte", Map.of("page", page), output);
            return new WrittenPart(output.toByteArray());
        });
    }

    List<SeriesCoverage> series() {
        return catalogue(material.latestDataVersion(), material.placesVersion()).series();
    }

    long latestDataVersion() {
        return material.latestDataVersion();
    }

    List<Annotation> annotations() {
        return repository.annotations();
    }

    void annotate(YearMonth month, String text, String source) {
        repository.annotate(month, text, source);
    }

    boolean remove(UUID annotation) {
        return repository.remove(annotation);
    }

    private List<SurveyEstimate> surveys() {
        return surveys.of("latest", repository::surveys);
    }

    private Catalogue catalogue(long dataVersion, String placesVersion) {
        return catalogues.of(new Versions(dataVersion, placesVersion), () -> {
            List<SeriesCoverage> series = material.series(dataVersion);
            Map<String, Map<String, String>> parts = new LinkedHashMap<>();
            series.forEach(each -> parts.put(each.series(), material.parts(each)));
            return new Catalogue(series, material.categories(dataVersion), parts);
        });
    }

    private static PageMaker.Choices choices(Catalogue catalogue, Question question) {
        Map<String, String> forces = new LinkedHashMap<>();
        catalogue.series().forEach(each -> forces.put(each.series(), name(each)));
        return new PageMaker.Choices(
                forces, catalogue.parts().getOrDefault(question.series(), Map.of()), catalogue.categories());
    }

    /** A series as a reader knows it: a part of a force is never called the force. */
    static String name(SeriesCoverage series) {
        return series.wholeForce() ? series.forceName() : series.series() + " (part of " + series.forceName() + ")";
    }
}
