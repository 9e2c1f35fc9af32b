package uk.frith.platform.understanding.prevalence;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.AreaKind;
import uk.frith.platform.foundation.places.DeprivationIndex;
import uk.frith.platform.foundation.places.Outline;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.foundation.places.SmallArea;
import uk.frith.platform.foundation.places.Vintage;
import uk.frith.platform.reports.intake.AreaMonthCount;
import uk.frith.platform.reports.intake.OpenData;
import uk.frith.platform.reports.intake.SeriesCoverage;

/** Asks the doors to the left for what a question needs, and puts the answer together. */
@Component
class Material {

    private final Places places;
    private final OpenData openData;

    Material(Places places, OpenData openData) {
        this.places = places;
        this.openData = openData;
    }

    /** Something in the address that doesn't exist; the message is a sentence for its reader. */
    static final class Unknown extends RuntimeException {
        Unknown(String sentence) {
            super(sentence);
        }
    }

    long latestDataVersion() {
        return openData.latestDataVersion();
    }

    String placesVersion() {
        return places.placesVersion();
    }

    List<SeriesCoverage> series(long dataVersion) {
        return openData.coverage(dataVersion);
    }

    List<Category> categories(long dataVersion) {
        return openData.crimeTypes(dataVersion).stream().map(Category::of).toList();
    }

    /**
     * The version that an address asks for, or the latest.
     *
     * @throws Unknown when there is no such version yet
     */
    static long version(Asked asked, long latest) {
        long version = asked.dataVersion().orElse(latest);
        if (version > latest) {
            throw new Unknown("This link names data version " + version + ", but the latest here is " + latest + ".");
        }
        return version;
    }

    /**
     * Fills in what an address leaves open.
     *
     * @throws Unknown when it names a force, category, month or version that isn't there
     */
    Question question(
            Asked asked, long version, String placesVersion, List<SeriesCoverage> known, List<Category> categories) {
        SeriesCoverage series = known.stream()
                .filter(each -> each.series().equals(asked.series()))
                .findFirst()
                .orElseThrow(() -> new Unknown("There are no open data of a force \"" + asked.series() + "\""
                        + (known.isEmpty()
                                ? ": none have been imported."
                                : ". There are data of "
                                        + Words.list(known.stream()
                                                .map(SeriesCoverage::series)
                                                .toList())
                                        + ".")));
        Category category = categories.stream()
                .filter(each -> each.slug().equals(asked.category()))
                .findFirst()
                .or(() -> Optional.of(Category.ASB).filter(asb -> asb.slug().equals(asked.category())))
                .orElseThrow(() -> new Unknown("There is no category \"" + asked.category() + "\" in the data."));
        YearMonth to = asked.to()
                .orElse(asked.from()
                        .map(from -> min(series.lastMonth(), from.plusMonths(11)))
                        .filter(month ->
                                asked.from().map(from -> !month.isBefore(from)).orElse(true))
                        .orElse(series.lastMonth()));
        YearMonth from = asked.from().orElse(max(series.firstMonth(), to.minusMonths(11)));
        if (to.isBefore(series.firstMonth()) || from.isAfter(series.lastMonth()) || to.isBefore(from)) {
            throw new Unknown("There are no data for that time. The data of " + series.forceName() + " run from "
                    + Period.words(series.firstMonth()) + " to " + Period.words(series.lastMonth()) + ".");
        }
        return new Question(
                asked.series(),
                asked.within(),
                category,
                new Period(from, to),
                asked.unit(),
                asked.heatOn(),
                version,
                placesVersion);
    }

    /** Works the answer out. */
    Answer answer(Question question) {
        SeriesCoverage series = openData.coverage(question.dataVersion()).stream()
                .filter(each -> each.series().equals(question.series()))
                .findFirst()
                .orElseThrow(() -> new Unknown("There are no open data of \"" + question.series() + "\"."));
        List<AreaMonthCount> counted = openData.counts(
                series.series(),
                series.firstMonth(),
                series.lastMonth(),
                Optional.of(question.category().crimeType()),
                question.dataVersion());
        List<AreaMonthCount> all = openData.counts(
                series.series(), series.firstMonth(), series.lastMonth(), Optional.empty(), question.dataVersion());
        NavigableSet<YearMonth> present = new TreeSet<>(series.months());
        Optional<Area> force = series.wholeForce() ? places.forceBySlug(series.series()) : Optional.empty();
        Vintage vintage = places.vintageOf(TallyRules.codes(all));
        List<SmallArea> inForce =
                force.map(area -> places.smallAreas(area.code(), vintage)).orElse(List.of());
        if (inForce.isEmpty()) {
            return withoutPlaces(question, series, counted, all, present);
        }
        List<SmallArea> chosen = within(question, inForce);
        Frame frame = Frame.of(chosen, places.neighbours(force.orElseThrow().code(), vintage), question.unit());
        UnaryOperator<String> carrying = TallyRules.carrying(
                inForce.stream().map(SmallArea::code).collect(Collectors.toSet()), places.soleCounterparts(vintage));
        boolean onlyInside = question.within().isPresent();
        Tally tally = TallyRules.tally(question.period(), frame, counted, all, present, onlyInside, carrying);
        Figures figures = PrevalenceRules.figures(question.period(), question.heatOn(), frame.basis(), tally);
        Map<String, List<Outline>> outlines = outlines(force.orElseThrow(), vintage, frame);
        String forceName = force.orElseThrow().name();
        return new Answer(
                question,
                question.within().map(code -> nameOf(code, inForce)).orElse(forceName),
                forceName,
                figures,
                coverage(
                        question,
                        series,
                        figures,
                        residents(chosen, vintage),
                        deprivation(chosen, question.unit()),
                        TallyRules.rows(question.period(), all),
                        TallyRules.carriedOver(question.period(), counted, carrying)),
                MapShapes.of(outlines, MapDrawing.WIDTH, MapDrawing.MOST_HEIGHT),
                outlines);
    }

    private Answer withoutPlaces(
            Question question,
            SeriesCoverage series,
            List<AreaMonthCount> counted,
            List<AreaMonthCount> all,
            NavigableSet<YearMonth> present) {
        question.within().ifPresent(code -> {
            throw new Unknown("No area \"" + code + "\" is on record for " + question.series() + ".");
        });
        if (question.unit() != Unit.LSOA) {
            throw new Unknown("Only small areas are known for " + question.series() + ".");
        }
        List<String> codes = TallyRules.codes(all);
        Map<String, String> names = new HashMap<>();
        codes.forEach(code -> places.find(code).ifPresent(area -> names.put(code, area.name())));
        Frame frame = Frame.ofWhatOccurs(codes, names);
        Tally tally =
                TallyRules.tally(question.period(), frame, counted, all, present, false, UnaryOperator.identity());
        Figures figures = PrevalenceRules.figures(question.period(), question.heatOn(), frame.basis(), tally);
        return new Answer(
                question,
                series.wholeForce() ? series.forceName() : series.series() + " (part of " + series.forceName() + ")",
                series.forceName(),
                figures,
                coverage(question, series, figures, "", "", TallyRules.rows(question.period(), all), 0),
                new MapShapes(Map.of(), Map.of(), 0, 0),
                Map.of());
    }

    private static List<SmallArea> within(Question question, List<SmallArea> inForce) {
        if (question.within().isEmpty()) {
            return inForce;
        }
        String code = question.within().get();
        List<SmallArea> chosen = inForce.stream()
                .filter(area -> area.districtCode().equals(Optional.of(code))
                        || area.partnershipCode().equals(Optional.of(code)))
                .toList();
        if (chosen.isEmpty()) {
            throw new Unknown("No district or partnership \"" + code + "\" lies in the area of this force.");
        }
        return chosen;
    }

    private static String nameOf(String code, List<SmallArea> inForce) {
        return inForce.stream()
                .flatMap(area -> area.districtCode().equals(Optional.of(code))
                        ? area.districtName().stream()
                        : area.partnershipCode().equals(Optional.of(code))
                                ? area.partnershipName().stream()
                                : java.util.stream.Stream.empty())
                .findFirst()
                .orElse(code);
    }

    /** Districts and partnerships of a force by name, each with its code: what a reader can narrow down to. */
    Map<String, String> parts(SeriesCoverage series) {
        Map<String, String> parts = new TreeMap<>();
        Optional<Area> force = series.wholeForce() ? places.forceBySlug(series.series()) : Optional.empty();
        force.ifPresent(area -> places.smallAreas(area.code(), Vintage.LSOA_2021)
                .forEach(small -> {
                    small.districtName()
                            .ifPresent(
                                    name -> parts.put(name, small.districtCode().orElseThrow()));
                    small.partnershipName()
                            .filter(name -> !parts.containsKey(name))
                            .ifPresent(name -> parts.put(
                                    name + " (partnership)",
                                    small.partnershipCode().orElseThrow()));
                }));
        return parts;
    }

    /** Whose reports are about an area: the whole force's whose small areas lie in it, or of which it is one. */
    Optional<SeriesCoverage> seriesAbout(Area area, List<SeriesCoverage> known) {
        Vintage vintage = area.kind() == AreaKind.LSOA_2011 ? Vintage.LSOA_2011 : Vintage.LSOA_2021;
        return known.stream()
                .filter(SeriesCoverage::wholeForce)
                .filter(series -> places.forceBySlug(series.series())
                        .filter(force -> force.code().equals(area.code())
                                || places.smallAreas(force.code(), vintage).stream()
                                        .anyMatch(small -> small.code().equals(area.code())
                                                || small.districtCode().equals(Optional.of(area.code()))
                                                || small.partnershipCode().equals(Optional.of(area.code()))))
                        .isPresent())
                .findFirst();
    }

    private Map<String, List<Outline>> outlines(Area force, Vintage vintage, Frame frame) {
        Map<String, Outline> known = places.outlines(force.code(), vintage).stream()
                .collect(Collectors.toMap(Outline::code, Function.identity(), (one, other) -> one));
        Map<String, List<Outline>> outlines = new TreeMap<>();
        frame.members().forEach((code, members) -> {
            List<Outline> its = members.stream()
                    .filter(known::containsKey)
                    .map(member -> java.util.Objects.requireNonNull(known.get(member)))
                    .toList();
            if (!its.isEmpty()) {
                outlines.put(code, its);
            }
        });
        return outlines;
    }

    private static String residents(List<SmallArea> areas, Vintage vintage) {
        Set<Integer> years = areas.stream()
                .flatMapToInt(area -> area.populationYear().stream())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        return years.isEmpty()
                ? ""
                : (vintage == Vintage.LSOA_2011 ? "ONS estimate of mid-" : "census of ")
                        + Words.list(years.stream().map(String::valueOf).toList());
    }

    private static String deprivation(List<SmallArea> areas, Unit unit) {
        if (unit != Unit.LSOA) {
            return "";
        }
        return Words.list(areas.stream()
                .flatMap(area -> area.deprivationIndex().stream())
                .distinct()
                .map(DeprivationIndex::words)
                .toList());
    }

    private static Coverage coverage(
            Question question,
            SeriesCoverage series,
            Figures figures,
            String residents,
            String deprivation,
            long rows,
            long carriedOver) {
        int files =
                (int) series.months().stream().filter(question.period()::holds).count();
        return new Coverage(
                series.forceName(),
                series.wholeForce(),
                series.series(),
                files,
                rows,
                question.period().length(),
                figures.missing(),
                question.dataVersion(),
                question.placesVersion(),
                residents,
                deprivation,
                figures.nowhere(),
                figures.elsewhere(),
                carriedOver);
    }

    private static YearMonth min(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }

    private static YearMonth max(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }
}
