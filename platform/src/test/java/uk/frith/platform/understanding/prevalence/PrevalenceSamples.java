package uk.frith.platform.understanding.prevalence;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import uk.frith.platform.foundation.pages.Crumb;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.foundation.pages.WrittenPart;
import uk.frith.platform.foundation.places.GeoPoint;
import uk.frith.platform.foundation.places.Outline;

/** The chapter's pages, with invented figures. */
public final class PrevalenceSamples implements SamplePages {

    private static final Period PERIOD = new Period(YearMonth.of(2021, 1), YearMonth.of(2021, 12));

    static Answer answer() {
        int areas = 40;
        Basis basis = PrevalenceRulesTest.row(areas, OptionalInt.of(1500));
        List<Long> now = new ArrayList<>();
        List<Long> before = new ArrayList<>();
        Map<String, List<Outline>> outlines = new LinkedHashMap<>();
        for (int i = 0; i < areas; i++) {
            now.add(i >= 20 && i < 24 ? 80L : 5L + i % 4);
            before.add(8L);
            String code = basis.areas().get(i).code();
            double west = i * 0.01;
            outlines.put(
                    code,
                    List.of(new Outline(
                            code,
                            List.of(List.of(List.of(
                                    new GeoPoint(west, 52),
                                    new GeoPoint(west + 0.01, 52),
                                    new GeoPoint(west, 52.01),
                                    new GeoPoint(west, 52)))))));
        }
        TreeMap<YearMonth, Long> months = new TreeMap<>();
        for (YearMonth month = YearMonth.of(2020, 1);
                month.isBefore(YearMonth.of(2022, 1));
                month = month.plusMonths(1)) {
            months.put(month, 40L + month.getMonthValue());
        }
        Tally tally = new Tally(now, before, 3, 2, 1, 0, months, months, months.navigableKeySet());
        Question question =
                new Question("frithshire", Optional.empty(), Category.ASB, PERIOD, Unit.LSOA, HeatOn.COUNT, 3, "5");
        Figures figures = PrevalenceRules.figures(PERIOD, HeatOn.COUNT, basis, tally);
        return new Answer(
                question,
                "Frithshire",
                "Frithshire",
                figures,
                new Coverage(
                        "Frithshire Police",
                        true,
                        "frithshire",
                        12,
                        9000,
                        12,
                        figures.missing(),
                        3,
                        "5",
                        "census of 2021",
                        "an invented index",
                        3,
                        2,
                        1),
                MapShapes.of(outlines, MapDrawing.WIDTH, MapDrawing.MOST_HEIGHT),
                outlines);
    }

    static PrevalencePage page(Map<String, String> given) {
        Answer answer = answer();
        Asked asked = AddressRules.read(given).pinned(answer.question());
        return PageMaker.page(
                answer,
                asked,
                new PageMaker.Choices(Map.of("frithshire", "Frithshire Police"), Map.of(), List.of(Category.ASB)),
                List.of(new Annotation(new UUID(0, 1), YearMonth.of(2020, 3), "Something changed.", "Somebody")),
                List.of(new SurveyEstimate(
                        "experienced it", 34, YearMonth.of(2022, 10), YearMonth.of(2023, 9), "A survey")));
    }

    @Override
    public Stream<Sample> samples() {
        PrevalencePage figures = page(Map.of("force", "frithshire"));
        ShownPage shown = new ShownPage(
                figures.title(),
                List.of(Crumb.to("Patterns", "/patterns"), Crumb.here("2021")),
                new WrittenPart(("<h1>" + figures.title() + "</h1>").getBytes(StandardCharsets.UTF_8)),
                "There are newer data.",
                "/patterns/prevalence?force=frithshire",
                true);
        return Stream.of(
                Sample.of("choices", "understanding/prevalence/choose", Map.of("form", figures.form())),
                Sample.of("figures", "understanding/prevalence/figures", Map.of("page", figures)),
                Sample.of(
                        "every column",
                        "understanding/prevalence/figures",
                        Map.of("page", page(Map.of("force", "frithshire", "columns", "all", "map", "rate")))),
                Sample.of(
                        "an area's own",
                        "understanding/prevalence/panel",
                        Map.of(
                                "page",
                                new AreaFiguresPanel.PanelPage(
                                        "Antisocial behaviour, 2021",
                                        PrevalenceSentences.ofOne(
                                                answer().figures().areas().get(21), answer().figures(), Category.ASB),
                                        "a source",
                                        "/patterns/prevalence?force=frithshire"))),
                Sample.page("figures", "understanding/prevalence/prevalence", shown),
                Sample.page(
                        "forces",
                        "understanding/prevalence/landing",
                        new LandingPage(
                                List.of(new LandingPage.Line(
                                        "Frithshire Police",
                                        "/patterns/prevalence?force=frithshire",
                                        24,
                                        "January 2020",
                                        "December 2021",
                                        "9,000",
                                        "12",
                                        "0")),
                                "",
                                3)),
                Sample.page("no force", "understanding/prevalence/landing", new LandingPage(List.of(), "", 0)),
                Sample.page(
                        "unknown",
                        "understanding/prevalence/refused",
                        new RefusedPage("That isn’t here", "There are no open data of a force \"x\".")),
                Sample.page(
                        "wrong",
                        "understanding/prevalence/annotations",
                        new AnnotationsPage(
                                List.of(new AnnotationsPage.Line(
                                        "March 2020",
                                        "Something changed.",
                                        "Somebody",
                                        "/patterns/annotations/1/remove")),
                                "",
                                "",
                                "",
                                AnnotationPages.wrong("", "", ""))));
    }
}
