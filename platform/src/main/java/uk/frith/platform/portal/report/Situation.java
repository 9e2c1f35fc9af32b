package uk.frith.platform.portal.report;

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
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.foundation.places.SmallArea;
import uk.frith.platform.foundation.places.Vintage;
import uk.frith.platform.portal.report.ReportRepository.Force;

/** Where it is, by what was answered: in words, as a small area, and whose it is. */
@Component
class Situation {

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

    /** The small area: the sign's, or that of the postcode. */
    Optional<String> lsoa(Report report, Answers answers) {
        return lsoa(answers).or(() -> spot(report).flatMap(SignPlaces.Spot::lsoa));
    }

    /** The place in words, as it stands in the incident. */
    String words(Answers answers) {
        return switch (answers.of("where")) {
            case "POSTCODE" -> StepRules.postcode(answers.of("postcode")).orElse("");
            case "WORDS" -> answers.of("place");
            case "LIST" -> answers.of("ward").replaceFirst("^[^|]*\\|", "");
            default -> "";
        };
    }

    /** The small area, where a postcode tells it. */
    private Optional<String> lsoa(Answers answers) {
        return answers.is("where", "POSTCODE")
                ? places.ofPostcode(answers.of("postcode")).map(Area::code)
                : Optional.empty();
    }

    /** Whose it is: the force of the place, the one that was chosen, or the only one there is. */
    private Optional<Force> force(Answers answers, List<Force> forces) {
        Optional<String> slug = lsoa(answers).flatMap(this::slugAround);
        Optional<Force> byPlace = forces.stream()
                .filter(force -> slug.isPresent() && force.slug().equals(slug))
                .findFirst();
        Optional<Force> chosen = forces.stream()
                .filter(force -> force.id().toString().equals(answers.of("force")))
                .findFirst();
        return byPlace.or(() -> chosen)
                .or(() -> forces.size() == 1 ? Optional.of(forces.getFirst()) : Optional.empty());
    }

    private Optional<String> slugAround(String lsoa) {
        return places.around(lsoa).stream()
                .map(places::find)
                .flatMap(Optional::stream)
                .filter(area -> area.kind() == AreaKind.FORCE)
                .findFirst()
                .map(places::slugOf);
    }

    /** What this site can offer to somebody who has answered so far. */
    StepRules.Offer offer(Report report, Answers answers, List<Force> forces) {
        boolean known = forces.size() < 2
                || (report.sign().isPresent() && force(report, answers, forces).isPresent())
                || lsoa(answers)
                        .flatMap(this::slugAround)
                        .filter(slug ->
                                forces.stream().anyMatch(force -> force.slug().equals(Optional.of(slug))))
                        .isPresent();
        return new StepRules.Offer(hasAreas(forces), !known);
    }

    private boolean hasAreas(List<Force> forces) {
        return forces.stream()
                .flatMap(force -> force.slug().stream())
                .flatMap(slug -> places.forceBySlug(slug).stream())
                .anyMatch(area ->
                        !places.smallAreas(area.code(), Vintage.LSOA_2021).isEmpty());
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
