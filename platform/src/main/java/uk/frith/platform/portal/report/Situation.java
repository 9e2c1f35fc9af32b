package uk.frith.platform.portal.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.AreaKind;
import uk.frith.platform.foundation.places.GridPoint;
import uk.frith.platform.foundation.places.NationalGrid;
import uk.frith.platform.foundation.places.Outline;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.foundation.places.PostcodePoint;
import uk.frith.platform.foundation.places.Postcodes;
import uk.frith.platform.foundation.places.SmallArea;
import uk.frith.platform.foundation.places.Vintage;
import uk.frith.platform.portal.report.ReportRepository.Force;
import uk.frith.platform.reports.recording.NewReport;

/** Where it is, by what was answered: in words, as a small area, and whose it is. */
@Component
class Situation {

    /** More couldn't be read on one map. */
    private static final int MOST_POSTCODES = 200;
    /** In the country the next postcode is a field or two away. */
    private static final double NEAREST_POSTCODE_METRES = 2_000;

    private final Places places;
    private final List<SignPlaces> signs;

    Situation(Places places, ObjectProvider<SignPlaces> signs) {
        this.places = places;
        this.signs = signs.stream().toList();
    }

    /** Where a report began that began at a sign. */
    Optional<SignPlaces.Spot> spot(Report report) {
        return report.sign()
                .flatMap(sign -> signs.stream()
                        .flatMap(each -> each.spot(sign.toString()).stream())
                        .findFirst());
    }

    /** Whose it is: the force that looks after the sign, or as the answers say. */
    Optional<Force> force(Report report, Answers answers, List<Force> forces) {
        Optional<UUID> keeper = spot(report).map(SignPlaces.Spot::organisation);
        Optional<Force> bySign = forces.stream()
                .filter(force -> keeper.isPresent() && force.id().equals(keeper.get()))
                .findFirst();
        return bySign.or(() -> force(answers, forces));
    }

    /** The small area: that of the answers, or the sign's where no ward was chosen instead. */
    Optional<String> lsoa(Report report, Answers answers) {
        return area(answers).isPresent() ? lsoa(answers) : spot(report).flatMap(SignPlaces.Spot::lsoa);
    }

    /**
     * The place as recording is given it, of a report that was sent. Who wasn't asked for it, as in a chat, may have said
     * it: a postcode of the directory in what they told.
     */
    NewReport.Place place(Report report, Answers answers, String told) {
        String words = words(answers);
        return new NewReport.Place(
                words.isEmpty() ? postcodeIn(told) : words,
                report.lsoa(),
                report.lsoa().isEmpty() ? ward(answers) : Optional.empty());
    }

    private String postcodeIn(String told) {
        return Postcodes.in(told)
                .filter(postcode -> places.ofPostcode(postcode).isPresent())
                .orElse("");
    }

    /** The place in words, as it stands in the incident. */
    String words(Answers answers) {
        return switch (answers.of("where")) {
            case "POSTCODE" -> StepRules.postcode(answers.of("postcode")).orElse("");
            case "WORDS" -> answers.of("place");
            case "MAP" -> onMap(answers);
            case "LIST" -> answers.of("ward").replaceFirst("^[^|]*\\|", "");
            default -> "";
        };
    }

    /** In words, with the grid reference of the point for those who go there. */
    private static String onMap(Answers answers) {
        return StepRules.point(answers)
                .map(point -> answers.of("place") + " (grid reference " + MapRules.reference(point) + ")")
                .orElse(answers.of("place"));
    }

    /** What is doubtful in an answer, though somebody may keep it: a postcode that the directory doesn't have. */
    List<StepRules.Fault> doubts(Step step, Answers answers) {
        return Optional.of(answers.of("postcode"))
                .filter(typed -> step == Step.POSTCODE)
                .flatMap(StepRules::postcode)
                .flatMap(places::unknownPostcode)
                .map(postcode -> StepRules.Fault.of("postcode", "postcode.unknown", postcode))
                .stream()
                .toList();
    }

    /** What lies at a point, in words: its ward and district, and the nearest postcode. */
    String around(GridPoint point) {
        List<String> words = new ArrayList<>();
        places.areaAt(NationalGrid.toWgs84(point))
                .ifPresent(area -> places.around(area.code()).stream()
                        .map(places::find)
                        .flatMap(Optional::stream)
                        .filter(each -> each.kind() == AreaKind.WARD || each.kind() == AreaKind.DISTRICT)
                        .forEach(each -> words.add(each.name())));
        places.postcodesAround(point, NEAREST_POSTCODE_METRES, 1).forEach(near -> words.add(near.postcode()));
        return String.join(", ", words);
    }

    /** The small area, where a postcode or a point tells it. */
    private Optional<String> lsoa(Answers answers) {
        return switch (answers.of("where")) {
            case "POSTCODE" ->
                StepRules.postcode(answers.of("postcode"))
                        .flatMap(places::ofPostcode)
                        .map(Area::code);
            case "MAP" ->
                StepRules.point(answers)
                        .map(NationalGrid::toWgs84)
                        .flatMap(places::areaAt)
                        .map(Area::code);
            default -> Optional.empty();
        };
    }

    /** The ward that was chosen from the list; empty when none was, or there is none of that code. */
    private Optional<String> ward(Answers answers) {
        return Optional.of(answers.of("ward").replaceFirst("\\|.*$", ""))
                .filter(code -> answers.is("where", "LIST"))
                .flatMap(places::find)
                .filter(area -> area.kind() == AreaKind.WARD)
                .map(Area::code);
    }

    /** The smallest area that the answers tell. */
    private Optional<String> area(Answers answers) {
        return lsoa(answers).or(() -> ward(answers));
    }

    /** Whose it is: the force of the place, the one that was chosen, or the only one there is. */
    private Optional<Force> force(Answers answers, List<Force> forces) {
        Optional<String> slug = area(answers).flatMap(this::slugAround);
        Optional<Force> byPlace = forces.stream()
                .filter(force -> slug.isPresent() && force.slug().equals(slug))
                .findFirst();
        Optional<Force> chosen = forces.stream()
                .filter(force -> force.id().toString().equals(answers.of("force")))
                .findFirst();
        return byPlace.or(() -> chosen)
                .or(() -> forces.size() == 1 ? Optional.of(forces.getFirst()) : Optional.empty());
    }

    private Optional<String> slugAround(String area) {
        return places.around(area).stream()
                .map(places::find)
                .flatMap(Optional::stream)
                .filter(each -> each.kind() == AreaKind.FORCE)
                .findFirst()
                .map(places::slugOf);
    }

    /** What this site can offer to somebody who has answered so far. */
    StepRules.Offer offer(Report report, Answers answers, List<Force> forces) {
        boolean known = forces.size() < 2
                || (report.sign().isPresent() && force(report, answers, forces).isPresent())
                || area(answers)
                        .flatMap(this::slugAround)
                        .filter(slug ->
                                forces.stream().anyMatch(force -> force.slug().equals(Optional.of(slug))))
                        .isPresent();
        return new StepRules.Offer(hasAreas(forces), !known, isMapped(forces));
    }

    private boolean hasAreas(List<Force> forces) {
        return forces.stream()
                .flatMap(force -> force.slug().stream())
                .flatMap(slug -> places.forceBySlug(slug).stream())
                .anyMatch(area ->
                        !places.smallAreas(area.code(), Vintage.LSOA_2021).isEmpty());
    }

    private boolean isMapped(List<Force> forces) {
        return forces.stream()
                .flatMap(force -> force.slug().stream())
                .flatMap(slug -> places.forceBySlug(slug).stream())
                .anyMatch(area -> places.hasOutlines(area.code(), Vintage.LSOA_2021));
    }

    /** The forces whose area can be drawn, each with its outlines. */
    List<MapRules.Country> mapped(List<Force> forces) {
        List<MapRules.Country> mapped = new ArrayList<>();
        for (Force force : forces) {
            force.slug().flatMap(places::forceBySlug).ifPresent(area -> {
                List<Outline> outlines = places.outlines(area.code(), Vintage.LSOA_2021);
                if (!outlines.isEmpty()) {
                    mapped.add(new MapRules.Country(outlines, places.smallAreas(area.code(), Vintage.LSOA_2021)));
                }
            });
        }
        return mapped;
    }

    /** The postcodes that are named on a map. */
    List<PostcodePoint> postcodes(MapRules.View view) {
        return places.postcodesAround(view.middle(), view.sideMetres(), MOST_POSTCODES);
    }

    /** The wards of all forces: what a form sends, and what is read, by district and name. */
    Map<String, String> wards(List<Force> forces) {
        Map<String, String> byName = new TreeMap<>();
        for (Force force : forces) {
            force.slug()
                    .flatMap(places::forceBySlug)
                    .ifPresent(area -> places.smallAreas(area.code(), Vintage.LSOA_2021)
                            .forEach(small -> ward(small)
                                    .ifPresent(name ->
                                            byName.put(name, small.wardCode().orElse("") + "|" + name))));
        }
        Map<String, String> choices = new LinkedHashMap<>();
        byName.forEach((name, value) -> choices.put(value, name));
        return choices;
    }

    private static Optional<String> ward(SmallArea small) {
        return small.wardName().flatMap(ward -> small.districtName().map(district -> district + ": " + ward));
    }
}
