package uk.frith.platform.reports.exchange;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.places.Area;
import uk.frith.platform.foundation.places.Places;

/** Keeps problems that were told to a partner: beside the force's incidents, as a source of their own. */
@Component
class ProblemCounter {

    private final ProblemRepository repository;
    private final ReceivedRepository received;
    private final Receiver receiver;
    private final Places places;
    private final InstantSource clock;

    ProblemCounter(
            ProblemRepository repository,
            ReceivedRepository received,
            Receiver receiver,
            Places places,
            InstantSource clock) {
        this.repository = repository;
        this.received = received;
        this.receiver = receiver;
        this.places = places;
        this.clock = clock;
    }

    /** What became of one. */
    enum Outcome {
        KEPT,
        STOOD,
        DIFFERENT
    }

    Outcome keep(Caller caller, ReportRules.Problem problem) {
        return receiver.working(
                caller,
                () -> {
                    received.oneAtATime(caller.partner() + " problem " + problem.reference());
                    Optional<String> before = repository.digest(caller.partner(), problem.reference());
                    if (before.isPresent()) {
                        return before.get().equals(problem.digest()) ? Outcome.STOOD : Outcome.DIFFERENT;
                    }
                    repository.add(caller, problem, area(problem), clock.instant());
                    return Outcome.KEPT;
                },
                outcome -> Entry.of(Act.COLLECTION, "problem", "to count what was told to a partner")
                        .showing(List.of("type", "happened_on", "lsoa_code"))
                        .with("outcome", outcome.name()));
    }

    private Optional<String> area(ReportRules.Problem problem) {
        return problem.areaCode().isEmpty()
                ? Optional.of(problem.postcode())
                        .filter(postcode -> !postcode.isEmpty())
                        .flatMap(places::ofPostcode)
                        .map(Area::code)
                : Optional.of(problem.areaCode());
    }
}
