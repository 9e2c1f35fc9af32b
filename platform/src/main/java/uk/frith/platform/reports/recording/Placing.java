package uk.frith.platform.reports.recording;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.deadlines.Duty;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.AreaKind;
import uk.frith.platform.foundation.places.GridPoint;
import uk.frith.platform.foundation.places.NationalGrid;
import uk.frith.platform.foundation.places.Places;
import uk.frith.platform.foundation.places.Postcodes;
import uk.frith.platform.reports.recording.HandlingRepository.Owner;
import uk.frith.platform.reports.recording.RecordRepository.Known;

/** Finds the place that somebody means, and moves an incident there: it then goes to whose the place is. */
@Component
class Placing {

    /** Whoever gets more than this types more of the name. */
    static final int MOST_FOUND = 20;

    private static final Set<AreaKind> FITTING =
            Set.of(AreaKind.WARD, AreaKind.DISTRICT, AreaKind.LSOA_2011, AreaKind.LSOA_2021);

    private final Places places;
    private final PlaceRepository repository;
    private final HandlingRepository handlings;
    private final Allocation allocation;
    private final Recorder recorder;
    private final Deadlines deadlines;
    private final InstantSource clock;

    Placing(
            Places places,
            PlaceRepository repository,
            HandlingRepository handlings,
            Allocation allocation,
            Recorder recorder,
            Deadlines deadlines,
            InstantSource clock) {
        this.places = places;
        this.repository = repository;
        this.handlings = handlings;
        this.allocation = allocation;
        this.recorder = recorder;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** What typed words may mean. */
    sealed interface Meant {
        /** One area, and the point in it if that is known. */
        record One(Area area, Optional<GridReference> point) implements Meant {}

        /** Several areas have this in their name. */
        record Several(List<Area> areas) implements Meant {}

        /** None, and why. */
        record Nothing(String why) implements Meant {}
    }

    /** A postcode, a grid reference, the code of an area or a part of its name. */
    Meant meant(String typed) {
        if (Postcodes.written(typed).isPresent()) {
            return places.ofPostcode(typed)
                    .<Meant>map(area -> new Meant.One(area, Optional.empty()))
                    .orElse(new Meant.Nothing(
                            "This postcode isn't among those that were imported. Check it, or give the"
                                    + " ward or a grid reference"));
        }
        Optional<GridReference> point = PlaceRules.gridReference(typed);
        if (point.isPresent()) {
            GridPoint there =
                    new GridPoint(point.get().eastingMetres(), point.get().northingMetres());
            return places.areaAt(NationalGrid.toWgs84(there))
                    .<Meant>map(area -> new Meant.One(area, point))
                    .orElse(new Meant.Nothing("No area is known at this grid reference. Check it, or give the ward"));
        }
        List<Area> named = places.named(typed, MOST_FOUND).stream()
                .filter(area -> FITTING.contains(area.kind()))
                .toList();
        if (named.size() == 1) {
            return new Meant.One(named.getFirst(), Optional.empty());
        }
        return named.isEmpty()
                ? new Meant.Nothing(
                        "No ward, district or small area has this in its name, and it is neither a postcode nor"
                                + " a grid reference, as SK 587 043")
                : new Meant.Several(named);
    }

    /** A place with other words, in an area. */
    static Placed in(String location, Area area, Optional<GridReference> point) {
        boolean small = area.kind() == AreaKind.LSOA_2011 || area.kind() == AreaKind.LSOA_2021;
        return new Placed(
                location,
                small ? Optional.of(area.code()) : Optional.empty(),
                small ? Optional.empty() : Optional.of(area.code()),
                point);
    }

    /** Says where an incident was. What somebody gave by hand, or took down as an officer, stays theirs. */
    void move(UUID organisation, Known incident, Placed to) {
        repository.place(incident.id(), to);
        handlings.handling(incident.id()).filter(Allocation::isByPlace).ifPresent(now -> {
            Owner owner = allocation.of(organisation, to.area());
            recorder.give(incident.id(), owner);
            if (owner.isNobody()) {
                deadlines.begin(new Duty(
                        Recorder.FIND_OWNER,
                        organisation,
                        incident.id(),
                        incident.reference(),
                        "/incidents/" + incident.id(),
                        Optional.empty(),
                        Optional.empty(),
                        clock.instant()));
            }
        });
    }
}
