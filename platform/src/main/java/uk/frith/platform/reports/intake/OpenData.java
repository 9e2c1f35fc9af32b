package uk.frith.platform.reports.intake;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The door of intake: what was published, as of any data version. Called within the caller's piece of work at the desk,
 * which enters in the audit what was shown.
 *
 * <p>A data version is a number that grows with each import that changed anything; figures computed at one stay the same
 * for ever. Version 0 has no data.
 */
@Service
public class OpenData {

    /** The crime type under which data.police.uk publishes antisocial behaviour. */
    public static final String ANTISOCIAL_BEHAVIOUR = "Anti-social behaviour";

    private final OpenDataRepository repository;

    OpenData(OpenDataRepository repository) {
        this.repository = repository;
    }

    /** The data version of now. */
    public long latestDataVersion() {
        return repository.latestDataVersion();
    }

    /** Every series of street files that has a file at that data version, by slug. */
    public List<SeriesCoverage> coverage(long dataVersion) {
        return repository.coverage(dataVersion);
    }

    /**
     * Counts by area and month, summed over some series; sorted by both, without lines of nought.
     *
     * @param series slugs; one that doesn't exist counts nothing
     * @param from first month, inclusive
     * @param to last month, inclusive
     * @param crimeType as in the files; empty for all
     */
    public List<AreaMonthCount> counts(
            Collection<String> series, YearMonth from, YearMonth to, Optional<String> crimeType, long dataVersion) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The last month is before the first.");
        }
        return repository.counts(series, from, to, crimeType, dataVersion);
    }

    /** As {@link #counts(Collection, YearMonth, YearMonth, Optional, long)} for one series. */
    public List<AreaMonthCount> counts(
            String series, YearMonth from, YearMonth to, Optional<String> crimeType, long dataVersion) {
        return counts(List.of(series), from, to, crimeType, dataVersion);
    }

    /** The crime types that occur at that data version, by name. */
    public List<String> crimeTypes(long dataVersion) {
        return repository.crimeTypes(dataVersion);
    }
}
