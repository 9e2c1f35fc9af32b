package uk.frith.platform.portal.signs;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.frith.platform.portal.report.SignPlaces;

/** Tells the portal where a report is that begins at a sign. */
@Component
class SignSpots implements SignPlaces {

    private final SignRepository repository;

    SignSpots(SignRepository repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Spot> spot(String code) {
        return repository.spot(code).map(spot -> new Spot(spot.id(), spot.place(), spot.lsoa(), spot.organisation()));
    }
}
