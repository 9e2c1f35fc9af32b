package uk.frith.platform.reports.recording;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.foundation.places.Postcodes;
import uk.frith.platform.reports.recording.HandlingRepository.Owner;

/** Whose an incident is by where it was: the team of the smallest area that a team has. */
@Component
class Allocation {

    private static final String BY_AREA = "The team of the area";

    private final HandlingRepository handlings;
    private final Places places;

    Allocation(HandlingRepository handlings, Places places) {
        this.handlings = handlings;
        this.places = places;
    }

    /** Where a report says that it was; where it names no area, that of the postcode in its words. */
    Placed placed(NewReport.Place place) {
        Optional<String> small = place.lsoaCode().filter(code -> !code.isEmpty());
        return small.isPresent() || place.areaCode().isPresent()
                ? new Placed(place.location(), small, place.areaCode(), Optional.empty())
                : ofWords(place.location())
                        .map(area -> Placing.in(place.location(), area, Optional.empty()))
                        .orElse(new Placed(place.location(), small, Optional.empty(), Optional.empty()));
    }

    /** The area of the postcode that stands in a place's words. */
    Optional<Area> ofWords(String location) {
        return Postcodes.in(location).flatMap(places::ofPostcode);
    }

    Owner of(UUID organisation, Optional<String> area) {
        Optional<UUID> team = area.flatMap(code -> handlings.teamOf(organisation, places.around(code)));
        if (team.isPresent()) {
            return new Owner(Optional.empty(), team, BY_AREA);
        }
        String why = area.isPresent() ? "no team has the area" : "the area isn't known, as no postcode was told";
        return new Owner(Optional.empty(), Optional.empty(), "Nobody: " + why);
    }

    /** Whether it is nobody's, or came to whose it is because of its place: then another place makes it another's. */
    static boolean isByPlace(HandlingRepository.Handling handling) {
        return handling.owner().isEmpty()
                && (handling.team().isEmpty() || handling.allocatedBy().equals(BY_AREA));
    }
}
