package uk.frith.platform.foundation.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.identity.Actor;

/**
 * The door of deadlines. Called within the caller's piece of work at the desk, so that a duty begins, ends and passes on
 * in the transaction of what made it do so.
 */
@Service
public class Deadlines {

    /** More than anybody works through in a day; the most urgent comes first, then what is due first. */
    public static final int LONGEST_WORKLIST = 200;

    /** The one order of what waits, for every statement in which {@code d} is the deadline and {@code k} its kind. */
    // language=postgresql prefix="select 1 from deadlines.deadline d join deadlines.kind k on k.code = d.kind "
    public static final String FIRST_THINGS_FIRST = " order by k.urgency, d.due_at, d.id";

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final DeadlineRepository repository;
    private final InstantSource clock;

    Deadlines(DeadlineRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Starts a duty's clock with the period that holds on the day it began. A clock of the same kind that runs already for
     * the same record goes on as it was.
     *
     * @throws IllegalArgumentException when nothing says how long the duty may take
     */
    public void begin(Duty duty) {
        begin(duty, LocalDate.ofInstant(duty.began(), LONDON));
    }

    /**
     * As {@link #begin(Duty)}, with the period that holds on another day: a duty may have begun before any period held.
     *
     * @throws IllegalArgumentException when nothing says how long the duty may take
     */
    public void begin(Duty duty, LocalDate day) {
        Period period = periodOf(duty.kind(), duty.organisation(), day);
        Instant due = duty.began().plus(Duration.ofMinutes(period.minutes()));
        repository.begin(duty, due.minus(Duration.ofMinutes(period.warnMinutes())), due, period.escalatesTo());
    }

    /** How long a kind of duty may take that begins on a day; empty when nothing says so. */
    public Optional<Duration> allowed(String kind, UUID organisation, LocalDate day) {
        return repository.period(kind, organisation, day).map(period -> Duration.ofMinutes(period.minutes()));
    }

    private Period periodOf(String kind, UUID organisation, LocalDate day) {
        return repository
                .period(kind, organisation, day)
                .orElseThrow(() -> new IllegalArgumentException("Nothing says how long " + kind + " may take."));
    }

    /**
     * By when a duty would have to be done that began then, without beginning it.
     *
     * @throws IllegalArgumentException when nothing says how long the duty may take
     */
    public Instant due(String kind, UUID organisation, Instant began) {
        LocalDate day = LocalDate.ofInstant(began, LONDON);
        return began.plus(Duration.ofMinutes(periodOf(kind, organisation, day).minutes()));
    }

    /** The duty is done; nothing happens when no clock of that kind runs. */
    public void meet(String kind, UUID subject) {
        repository.end(kind, subject, "MET", null, clock.instant());
    }

    /** The duty no longer has to be done, and why. */
    public void cancel(String kind, UUID subject, String why) {
        repository.end(kind, subject, "CANCELLED", why, clock.instant());
    }

    /** All running clocks of a record pass to somebody else. */
    public void handOver(UUID subject, Optional<UUID> account, Optional<UUID> team) {
        repository.handOver(subject, account, team);
    }

    /** The clocks of a record, running ones first. */
    public List<Clock> of(UUID subject) {
        return repository.of(subject);
    }

    /**
     * What waits for somebody: their own, their team's without a person, and what was escalated to a role of theirs; the
     * most urgent first.
     */
    public List<Clock> worklist(Actor actor) {
        return repository.worklist(actor, LONGEST_WORKLIST);
    }

    /** How many clocks of a kind ran in one's organisation at each of these moments, in their order. */
    public List<Long> running(String kind, List<Instant> moments) {
        return repository.running(kind, moments);
    }

    /** Running clocks of one's organisation that are late, the most urgent first, then the longest. */
    public List<Clock> late() {
        return repository.late(clock.instant(), LONGEST_WORKLIST);
    }
}
