package uk.frith.platform.foundation.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import uk.frith.platform.foundation.deadlines.Deadlines;
import uk.frith.platform.foundation.deadlines.Duty;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.training.TrainingRepository.Required;
import uk.frith.platform.foundation.training.TrainingRepository.Running;
import uk.frith.platform.foundation.training.TrainingRules.Stand;
import uk.frith.platform.foundation.training.TrainingRules.State;

/** The door of training. Called within the caller's piece of work at the desk. */
@Service
public class Training {

    static final String TAKE_COURSE = "TAKE_COURSE";
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Duration FOUR_WEEKS = Duration.ofDays(28);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final TrainingRepository repository;
    private final Deadlines deadlines;
    private final InstantSource clock;

    Training(TrainingRepository repository, Deadlines deadlines, InstantSource clock) {
        this.repository = repository;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * A course that somebody must take, as they see it.
     *
     * @param taken when they took it last, in words
     * @param lapses until when it counts, in words
     * @param state how it stands, in words
     * @param open whether there is something to do
     * @param late whether it has lapsed
     */
    public record Own(String title, String taken, String lapses, String state, boolean open, boolean late) {}

    /** The courses that one's own roles require. */
    public List<Own> own(Actor actor) {
        Duration notice = notice(actor.organisation());
        return repository.requiredOf(actor.organisation(), actor.account(), today()).stream()
                .map(each -> own(each, notice))
                .toList();
    }

    private Own own(Required required, Duration notice) {
        Stand stand = stand(required, notice);
        return new Own(
                required.title(),
                required.last().map(DAY::format).orElse("Never"),
                stand.lapses().map(DAY::format).orElse("–"),
                stand.state().words(),
                stand.state().open(),
                stand.state() == State.LAPSED);
    }

    /**
     * How somebody stands today.
     *
     * @param notice how long before it lapses a course is due again
     */
    Stand stand(Required required, Duration notice) {
        return TrainingRules.stand(required.last(), required.months(), today(), notice.toDays());
    }

    Duration notice(UUID organisation) {
        return deadlines.allowed(TAKE_COURSE, organisation, today()).orElse(FOUR_WEEKS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LONDON);
    }

    /** Starts the clocks of what is due, and ends those of what was taken or is no longer required; gives how many of both. */
    int keepClocks(UUID organisation) {
        Map<String, Running> running = new HashMap<>();
        repository.running(organisation).forEach(each -> running.put(key(each.course(), each.account()), each));
        Duration notice = notice(organisation);
        int changed = 0;
        for (Required required : repository.required(organisation, today())) {
            Optional<Running> runs = Optional.ofNullable(running.remove(key(required.course(), required.account())));
            Stand stand = stand(required, notice);
            if (stand.state().open() && runs.isEmpty()) {
                begin(organisation, required, began(stand, notice));
                changed++;
            } else if (stand.state().open() && runs.isPresent() && !fits(stand, runs.get())) {
                deadlines.cancel(TAKE_COURSE, runs.get().id(), "Taken meanwhile, and due on another day");
                begin(organisation, required, began(stand, notice));
                changed++;
            } else if (!stand.state().open() && runs.isPresent()) {
                deadlines.meet(TAKE_COURSE, runs.get().id());
                changed++;
            }
        }
        running.values().forEach(each -> deadlines.cancel(TAKE_COURSE, each.id(), "No longer required"));
        return changed + running.size();
    }

    private void begin(UUID organisation, Required required, Instant began) {
        deadlines.begin(
                new Duty(
                        TAKE_COURSE,
                        organisation,
                        repository.requirement(organisation, required.course(), required.account()),
                        required.title(),
                        "/my-training",
                        Optional.of(required.account()),
                        Optional.empty(),
                        began),
                today());
    }

    /** A course that was taken lapses on its day, whenever somebody entered that it was. */
    private static boolean fits(Stand stand, Running runs) {
        return stand.lapses()
                .map(Training::end)
                .filter(end -> !end.equals(runs.due()))
                .isEmpty();
    }

    /** So long before a course lapses as today's period is, however long ago that was: so it is due when it lapses. */
    private Instant began(Stand stand, Duration notice) {
        return stand.lapses().map(day -> end(day).minus(notice)).orElse(clock.instant());
    }

    private static Instant end(LocalDate lapses) {
        return lapses.atStartOfDay(LONDON).toInstant();
    }

    private static String key(UUID course, UUID account) {
        return course + " " + account;
    }
}
