package uk.frith.platform.reports.concerns;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import uk.frith.platform.reports.concerns.RunRules.Code;
import uk.frith.platform.reports.concerns.RunRules.Level;
import uk.frith.platform.reports.concerns.RunRules.Told;
import uk.frith.platform.reports.concerns.RunRules.Weighed;
import uk.frith.platform.reports.concerns.RunRules.Weights;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.InRun;
import uk.frith.platform.reports.recording.Incidents.Seen;

/** The door of concerns: how heavily the run weighs that a report belongs to. Called within the caller's piece of work. */
@Service
public class Runs {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Incidents incidents;
    private final RunRepository repository;
    private final InstantSource clock;

    Runs(Incidents incidents, RunRepository repository, InstantSource clock) {
        this.incidents = incidents;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * A run, as whoever takes the next call hears of it.
     *
     * @param incidents the reports that it consists of
     * @param level how heavily it weighs, in a word
     * @param reasons why, a sentence each
     */
    public record Summary(List<UUID> incidents, String level, List<String> reasons) {}

    /** The run of an earlier report; empty when it stands alone, weighs little, or the asker may not see it. */
    public Optional<Summary> of(UUID organisation, UUID incident) {
        return run(organisation, incident)
                .filter(run -> run.reports().size() > 1 && run.weighed().level() != Level.STANDARD)
                .map(run -> new Summary(
                        run.reports().stream()
                                .map(each -> each.report().incident())
                                .toList(),
                        run.weighed().level().words(),
                        run.weighed().reasons()));
    }

    /** A run with everything that it weighs by; latest report first. */
    record Run(List<Told> reports, int harmed, Weighed weighed, Weights weights) {
        @Override
        public String toString() {
            return "Run";
        }
    }

    Optional<Run> run(UUID organisation, UUID incident) {
        Optional<InRun> start = incidents.incident(incident);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Weights weights = repository.weights(organisation, LocalDate.ofInstant(now, LONDON));
        Instant since = start.get().reported().minus(Duration.ofDays(weights.of(Code.DAYS)));
        List<InRun> reports = Stream.concat(start.stream(), incidents.run(incident, since).stream())
                .sorted((one, other) -> other.reported().compareTo(one.reported()))
                .toList();
        List<UUID> ids = reports.stream().map(InRun::incident).toList();
        Map<UUID, List<Seen>> seen = incidents.seen(ids);
        List<Told> told = reports.stream()
                .map(each -> new Told(each, seen.getOrDefault(each.incident(), List.of())))
                .toList();
        int harmed = incidents.harmed(ids);
        return Optional.of(new Run(told, harmed, RunRules.weigh(told, harmed, now, weights), weights));
    }
}
