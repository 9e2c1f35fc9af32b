package uk.frith.platform.foundation.places;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what an area's page shows. */
@Component
class AreaDetails {

    private final AreaDetailRepository repository;
    private final AreaRepository areas;

    AreaDetails(AreaDetailRepository repository, AreaRepository areas) {
        this.repository = repository;
        this.areas = areas;
    }

    Optional<AreaDetail> of(String code) {
        return repository.place(code).map(this::of);
    }

    private AreaDetail of(Belonging place) {
        Area area = place.area();
        boolean small = area.kind() == AreaKind.LSOA_2011 || area.kind() == AreaKind.LSOA_2021;
        List<Outline> own = repository.ownOutlines(area);
        return new AreaDetail(
                place,
                repository.residents(area),
                repository.deprivation(area),
                repository.classes(area),
                repository.changes(area),
                repository.position(area),
                small ? repository.neighbours(area) : List.of(),
                repository.parts(area),
                repository.postcodes(area),
                around(place),
                own,
                repository.sources());
    }

    /** The outline of the smallest that it lies in and that has one. */
    private Optional<Outline> around(Belonging place) {
        return place.within().reversed().stream()
                .filter(area -> area.kind() == AreaKind.DISTRICT || area.kind() == AreaKind.FORCE)
                .flatMap(area -> areas.outline(area.kind(), area.code()).stream())
                .findFirst();
    }
}
