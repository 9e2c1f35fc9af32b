package uk.frith.platform.understanding.prevalence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.frith.patterns.Concentration;
import uk.frith.patterns.Overdispersion;
import uk.frith.platform.foundation.pages.Choice;

/** Turns an answer into a page's words. */
final class PageMaker {

    static final String PATH = "/patterns/prevalence";

    private PageMaker() {}

    /**
     * What can be chosen at this data version.
     *
     * @param forces slugs and names of series
     * @param parts of the series shown
     */
    record Choices(Map<String, String> forces, Map<String, String> parts, List<Category> categories) {}

    static PrevalencePage page(
            Answer answer, Asked asked, Choices choices, List<Annotation> annotations, List<SurveyEstimate> surveys) {
        Figures figures = answer.figures();
        Category category = answer.question().category();
        FunnelDrawing.Limits limits = limits(asked, figures);
        return new PrevalencePage(
                answer.title(),
                PrevalenceSentences.headline(figures, category, asked.unit()),
                stats(answer),
                form(answer, asked, choices),
                AreaTableMaker.table(answer, asked),
                map(answer, asked, List.of()),
                mapLinks(asked),
                FunnelDrawing.svg(figures, limits, "Funnel plot: " + answer.title(), List.of()),
                funnelSays(figures, limits, asked.unit()),
                otherLimits(asked, figures, limits),
                months(answer, annotations, List.of()),
                notes(annotations),
                years(figures),
                deciles(answer),
                category.isAsb() ? surveys(surveys) : List.of(),
                answer.coverage().label(category),
                answer.coverage().shortLabel(category),
                answer.coverage().sentences(category, figures),
                downloads(answer, asked, limits),
                asked.address(PATH));
    }

    static FunnelDrawing.Limits limits(Asked asked, Figures figures) {
        boolean beyond = figures.dispersion().map(Overdispersion::beyondChance).orElse(false);
        return asked.limits().orElse(beyond ? FunnelDrawing.Limits.WIDENED : FunnelDrawing.Limits.CHANCE);
    }

    static Optional<String> map(Answer answer, Asked asked, List<String> foot) {
        if (answer.shapes().paths().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(MapDrawing.svg(
                answer.figures(),
                answer.shapes(),
                asked.colours(),
                asked.colours().words() + ": " + answer.title(),
                foot));
    }

    static String months(Answer answer, List<Annotation> annotations, List<String> foot) {
        return MonthsDrawing.svg(answer.figures(), annotations, "By month: " + answer.title(), foot);
    }

    private static List<PrevalencePage.Stat> stats(Answer answer) {
        Figures figures = answer.figures();
        Category category = answer.question().category();
        List<PrevalencePage.Stat> stats = new ArrayList<>();
        stats.add(new PrevalencePage.Stat(
                category.plural() + " in " + figures.period().words(),
                Words.count(figures.total()),
                figures.missing().isEmpty() ? "" : figures.missing().size() + " months without data"));
        figures.rate()
                .ifPresent(rate -> stats.add(new PrevalencePage.Stat(
                        "per 1,000 residents",
                        Words.rate(rate.perThousand()),
                        "95 % interval " + Words.rate(rate.lower()) + " to " + Words.rate(rate.upper()))));
        String interval = PrevalenceSentences.changeInterval(figures.change());
        stats.add(new PrevalencePage.Stat(
                "on " + figures.period().yearBefore().words(),
                PrevalenceSentences.changeInShort(figures.change()),
                interval.isEmpty() ? "" : "95 % interval " + interval));
        if (figures.heat() instanceof HeatFinding.Judged judged) {
            stats.add(new PrevalencePage.Stat(
                    "of " + Words.count(judged.areas()) + " areas are hot",
                    Integer.toString(judged.hot()),
                    "Gi* on " + judged.on().words() + ", false discovery rate 5 %"));
        }
        if (figures.concentration() instanceof Concentration found) {
            stats.add(new PrevalencePage.Stat(
                    "areas hold half of it all",
                    Words.count(found.placesHolding(0.5)),
                    "Gini " + Words.fine(found.gini()) + " of " + Words.count(found.places()) + " areas"));
        }
        return stats;
    }

    private static PrevalencePage.Form form(Answer answer, Asked asked, Choices choices) {
        List<Choice> parts = new ArrayList<>();
        parts.add(Choice.of("", "All of " + answer.forceName()));
        choices.parts().forEach((name, code) -> parts.add(Choice.of(code, name)));
        List<Choice> units = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            units.add(Choice.of(unit.slug(), unit.plural()));
        }
        List<Choice> heats = new ArrayList<>();
        for (HeatOn on : HeatOn.values()) {
            heats.add(Choice.of(on.slug(), on.words()));
        }
        List<Choice> forces = new ArrayList<>();
        choices.forces().forEach((slug, name) -> forces.add(Choice.of(slug, name)));
        return new PrevalencePage.Form(
                forces,
                asked.series(),
                parts,
                asked.within().orElse(""),
                answer.question().period().from().toString(),
                answer.question().period().to().toString(),
                choices.categories().stream()
                        .map(each -> Choice.of(each.slug(), each.title()))
                        .toList(),
                asked.category(),
                units,
                asked.unit().slug(),
                heats,
                asked.heatOn().slug());
    }

    private static List<PrevalencePage.Switch> mapLinks(Asked asked) {
        return List.of(MapColours.values()).stream()
                .map(colours -> new PrevalencePage.Switch(
                        colours.words(), asked.coloured(colours).address(PATH) + "#map", colours == asked.colours()))
                .toList();
    }

    private static String funnelSays(Figures figures, FunnelDrawing.Limits limits, Unit unit) {
        FunnelDrawing.Outside outside = FunnelDrawing.outside(figures, limits);
        String words = "A dot is " + (unit == Unit.LSOA ? "an area" : "a " + unit.singular()) + ". "
                + Words.count(outside.above()) + " lie above and " + Words.count(outside.below())
                + " below the outer curves, within which 99.8 % would lie (the inner, dashed: 95 %). ";
        double factor = figures.dispersion().map(Overdispersion::factor).orElse(1.0);
        return words
                + (limits == FunnelDrawing.Limits.WIDENED
                        ? "The curves are widened, since areas vary " + Words.rate(factor)
                                + " times as much as chance alone would have them."
                        : "The curves allow for chance alone"
                                + (factor > 1.5
                                        ? ", though areas vary " + Words.rate(factor)
                                                + " times as much; so many outside "
                                                + "means that areas differ, not that each of them is exceptional."
                                        : "."));
    }

    private static Optional<PrevalencePage.Link> otherLimits(
            Asked asked, Figures figures, FunnelDrawing.Limits limits) {
        if (figures.dispersion().isEmpty() || figures.dispersion().get().factor() <= 1) {
            return Optional.empty();
        }
        FunnelDrawing.Limits other =
                limits == FunnelDrawing.Limits.CHANCE ? FunnelDrawing.Limits.WIDENED : FunnelDrawing.Limits.CHANCE;
        return Optional.of(new PrevalencePage.Link(
                other == FunnelDrawing.Limits.CHANCE
                        ? "Draw the curves for chance alone"
                        : "Widen the curves by how much areas vary",
                asked.limitedBy(other).address(PATH) + "#funnel"));
    }

    private static List<PrevalencePage.Note> notes(List<Annotation> annotations) {
        List<PrevalencePage.Note> notes = new ArrayList<>();
        for (Annotation each : annotations) {
            notes.add(
                    new PrevalencePage.Note(notes.size() + 1, Period.words(each.month()), each.text(), each.source()));
        }
        return notes;
    }

    private static List<PrevalencePage.YearRow> years(Figures figures) {
        return figures.years().stream()
                .map(year -> new PrevalencePage.YearRow(
                        "to " + Period.words(year.last()),
                        Words.count(year.count()),
                        year.others().isPresent() ? Words.count(year.others().getAsLong()) : "–",
                        year.share().isPresent() ? Words.percent(year.share().getAsDouble()) : "–",
                        year.whole() ? "" : year.present() + " of 12 months"))
                .toList();
    }

    private static Optional<PrevalencePage.Deciles> deciles(Answer answer) {
        if (answer.figures().deciles().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PrevalencePage.Deciles(
                DecilesDrawing.svg(answer.figures(), "By deprivation: " + answer.title(), List.of()),
                answer.figures().deciles().stream()
                        .map(decile -> new PrevalencePage.DecileRow(
                                Integer.toString(decile.decile()),
                                Words.count(decile.areas()),
                                Words.count(decile.count()),
                                Words.count(decile.people()),
                                decile.rate()
                                        .map(rate -> Words.rate(rate.perThousand()))
                                        .orElse("–"),
                                decile.rate()
                                        .map(rate -> Words.rate(rate.lower()) + " to " + Words.rate(rate.upper()))
                                        .orElse("–")))
                        .toList()));
    }

    private static List<PrevalencePage.SurveyRow> surveys(List<SurveyEstimate> surveys) {
        return surveys.stream()
                .map(each -> new PrevalencePage.SurveyRow(
                        each.question(),
                        each.percent() + "" + Words.NO_BREAK + "%",
                        "year to " + Period.words(each.to()),
                        each.source()))
                .toList();
    }

    private static List<PrevalencePage.Link> downloads(Answer answer, Asked asked, FunnelDrawing.Limits limits) {
        List<PrevalencePage.Link> links = new ArrayList<>();
        links.add(new PrevalencePage.Link("Areas (CSV)", asked.address(PATH + "/areas.csv")));
        links.add(new PrevalencePage.Link("Months (CSV)", asked.address(PATH + "/months.csv")));
        if (!answer.outlines().isEmpty()) {
            links.add(new PrevalencePage.Link("Areas (GeoJSON)", asked.address(PATH + "/areas.geojson")));
            links.add(new PrevalencePage.Link("Map (SVG)", asked.address(PATH + "/map.svg")));
        }
        if (answer.figures().rate().isPresent()) {
            links.add(new PrevalencePage.Link(
                    "Funnel (SVG)", asked.limitedBy(limits).address(PATH + "/funnel.svg")));
        }
        links.add(new PrevalencePage.Link("Months (SVG)", asked.address(PATH + "/months.svg")));
        if (!answer.figures().deciles().isEmpty()) {
            links.add(new PrevalencePage.Link("Deprivation (SVG)", asked.address(PATH + "/deprivation.svg")));
        }
        return links;
    }
}
