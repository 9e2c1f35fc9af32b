package uk.frith.platform.foundation.training;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.DemonstrationDesk;
import uk.frith.platform.foundation.identity.DemonstrationPart;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.training.TrainingRepository.NewTaken;
import uk.frith.platform.foundation.training.TrainingRepository.Required;
import uk.frith.platform.foundation.training.TrainingRules.TypedCourse;

/** The training of the demonstration: its registrar requires courses, and people have taken some of them, some too long ago. */
@Component
class DemonstrationTraining implements DemonstrationPart {

    private static final int AFTER_THE_TEAMS = 15;
    private static final String FROM = "2025-09-30";
    private static final List<TypedCourse> COURSES = List.of(
            new TypedCourse(
                    "Antisocial behaviour at the first report",
                    "12",
                    List.of("CALL_HANDLER", "NEIGHBOURHOOD_OFFICER", "SUPERVISOR", "ASB_COORDINATOR"),
                    FROM,
                    "HMICFRS, The policing response to antisocial behaviour, recommendation 2"),
            new TypedCourse(
                    "Assessing the risk to a victim",
                    "24",
                    List.of("NEIGHBOURHOOD_OFFICER", "ASB_COORDINATOR"),
                    FROM,
                    "Frithshire Police, the chief constable"),
            new TypedCourse(
                    "Recording crime: the counting rules of this year",
                    "12",
                    List.of("CALL_HANDLER", "SUPERVISOR", "CRIME_REGISTRAR"),
                    FROM,
                    "Frithshire Police, the crime registrar"));

    private final DemonstrationDesk people;
    private final Desk desk;
    private final Training training;
    private final TrainingRepository repository;
    private final InstantSource clock;

    DemonstrationTraining(
            DemonstrationDesk people,
            Desk desk,
            Training training,
            TrainingRepository repository,
            InstantSource clock) {
        this.people = people;
        this.desk = desk;
        this.training = training;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_THE_TEAMS;
    }

    @Override
    public void play(List<Told> told, Consumer<String> news) {
        people.as(
                Role.CRIME_REGISTRAR,
                () -> desk.audited(
                        Entry.of(Act.ADMINISTRATION, CoursePages.SUBJECT, CoursePages.TO_SET), this::require));
        enter(Role.SUPERVISOR, each -> true);
        enter(Role.CRIME_REGISTRAR, each -> each.name().endsWith(Role.SUPERVISOR.title()));
    }

    private boolean require() {
        List<String> titles = repository.courses(people.actor().organisation(), training.today()).stream()
                .map(TrainingRepository.Course::title)
                .toList();
        COURSES.stream()
                .map(course ->
                        TrainingRules.read(course, titles, training.today()).course())
                .filter(Objects::nonNull)
                .forEach(course -> repository.add(
                        people.actor().organisation(),
                        course,
                        clock.instant(),
                        people.actor().account()));
        training.keepClocks(people.actor().organisation());
        return true;
    }

    /** Nobody enters for themselves, so that one enters what the other has taken. */
    private void enter(Role role, Predicate<Required> whose) {
        people.as(
                role,
                () -> desk.audited(
                        Entry.of(Act.ALTERATION, TrainingPages.SUBJECT, TrainingPages.TO_ENTER)
                                .showing(List.of("course", "taken")),
                        () -> enter(whose)));
    }

    private boolean enter(Predicate<Required> whose) {
        List<Required> theirs = repository.required(people.actor().organisation(), training.today()).stream()
                .filter(each -> !each.account().equals(people.actor().account()))
                .filter(whose)
                .toList();
        if (theirs.stream().anyMatch(each -> each.last().isPresent())) {
            return false;
        }
        List<NewTaken> taken = new ArrayList<>();
        for (int turn = 1; turn <= theirs.size(); turn++) {
            Required each = theirs.get(turn - 1);
            if (turn % 4 != 0) {
                taken.add(new NewTaken(each.course(), each.account(), day(each, turn % 4)));
            }
        }
        repository.take(
                people.actor().organisation(),
                taken,
                clock.instant(),
                people.actor().account(),
                null);
        training.keepClocks(people.actor().organisation());
        return true;
    }

    /** Long current, soon due again, or lapsed some weeks ago. */
    private LocalDate day(Required required, int turn) {
        LocalDate lapsesToday = training.today().minusMonths(required.months());
        return switch (turn) {
            case 1 -> training.today().minusWeeks(9);
            case 2 -> lapsesToday.plusDays(10);
            default -> lapsesToday.minusWeeks(3);
        };
    }
}
