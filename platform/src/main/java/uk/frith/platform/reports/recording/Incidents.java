package uk.frith.platform.reports.recording;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The door of recording: how many incidents an organisation has, where and when. Called within the caller's piece of work
 * at the desk, which enters in the audit what was shown; whoever may not see an organisation's incidents counts none.
 */
@Service
public class Incidents {

    private final IncidentRepository repository;

    Incidents(IncidentRepository repository) {
        this.repository = repository;
    }

    /**
     * Counts by area and month; sorted by both, without lines of nought.
     *
     * @param from first month, inclusive
     * @param to last month, inclusive
     */
    public List<IncidentCount> counts(UUID organisation, YearMonth from, YearMonth to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The last month is before the first.");
        }
        return repository.counts(organisation, from, to);
    }

    /** What there is of an organisation's incidents; empty when there is nothing, or nothing that the asker may see. */
    public Optional<IncidentCoverage> coverage(UUID organisation) {
        return repository.coverage(organisation);
    }
}
