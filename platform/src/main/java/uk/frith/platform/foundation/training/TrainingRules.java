package uk.frith.platform.foundation.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.FormFields;
import uk.frith.platform.foundation.sheets.SheetRow;

/** How somebody stands with a course, and what may be written of courses. */
final class TrainingRules {

    static final List<String> HEADER = List.of("email", "course", "taken_on");

    private static final int SHORTEST_TITLE = 3;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_SOURCE = 300;
    private static final int TEN_YEARS = 120;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    private TrainingRules() {}

    /**
     * How somebody stands with a course.
     *
     * @param lapses the day from which it no longer counts; empty when it was never taken
     */
    record Stand(State state, Optional<LocalDate> lapses) {}

    /** In the order of urgency. */
    enum State {
        LAPSED("Lapsed"),
        NEVER("Not taken yet"),
        DUE("Due again soon"),
        CURRENT("Current");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Whether there is something to do. */
        boolean open() {
            return this != CURRENT;
        }
    }

    /**
     * Judges on a day.
     *
     * @param noticeDays how many days before it lapses a course is due again
     */
    static Stand stand(Optional<LocalDate> lastTaken, int months, LocalDate today, long noticeDays) {
        if (lastTaken.isEmpty()) {
            return new Stand(State.NEVER, Optional.empty());
        }
        LocalDate lapses = lastTaken.get().plusMonths(months);
        if (!today.isBefore(lapses)) {
            return new Stand(State.LAPSED, Optional.of(lapses));
        }
        return new Stand(today.isBefore(lapses.minusDays(noticeDays)) ? State.CURRENT : State.DUE, Optional.of(lapses));
    }

    /** A day on which a course may have been taken. */
    static Optional<LocalDate> taken(String typed, LocalDate today) {
        return FormFields.day(typed).filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(today));
    }

    /** What a form about a course held. */
    record TypedCourse(String title, String months, List<String> roles, String from, String source) {
        TypedCourse {
            roles = List.copyOf(roles);
        }
    }

    /** A course that may be kept. */
    record NewCourse(String title, int months, List<Role> roles, LocalDate from, String source) {}

    /** What is to be kept, or what is wrong. */
    record Read(@Nullable NewCourse course, List<ErrorLink> errors) {}

    static Read read(TypedCourse typed, List<String> titles, LocalDate today) {
        List<ErrorLink> errors = new ArrayList<>();
        String title = plain(typed.title());
        if (title.length() < SHORTEST_TITLE || title.length() > LONGEST_TITLE) {
            errors.add(ErrorLink.at("title", "Give the course a name of 3 to 100 characters"));
        } else if (titles.stream().anyMatch(title::equalsIgnoreCase)) {
            errors.add(ErrorLink.at("title", "A course of that name is required already"));
        }
        String months = typed.months().strip();
        boolean number =
                months.matches("\\d{1,3}") && Integer.parseInt(months) >= 1 && Integer.parseInt(months) <= TEN_YEARS;
        if (!number) {
            errors.add(ErrorLink.at("months", "Say for how many months it counts, from 1 to 120"));
        }
        List<Role> roles = typed.roles().stream()
                .flatMap(role -> Choice.sent(Role.values(), role).stream())
                .distinct()
                .toList();
        if (roles.isEmpty()) {
            errors.add(ErrorLink.at("roles", "Choose at least one role that must take it"));
        }
        Optional<LocalDate> from = FormFields.day(typed.from())
                .filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(today.plusMonths(TEN_YEARS)));
        if (from.isEmpty()) {
            errors.add(ErrorLink.at(
                    "from", "Give the day from which it is required, as 2026-03-01, within the next ten years"));
        }
        String source = plain(typed.source());
        if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
            errors.add(ErrorLink.at("source", "Say who requires it, in up to 300 characters"));
        }
        return errors.isEmpty()
                ? new Read(new NewCourse(title, Integer.parseInt(months), roles, from.orElseThrow(), source), List.of())
                : new Read(null, errors);
    }

    private static String plain(String typed) {
        return typed.replace("\0", "").strip();
    }

    /** Reads a row of a sheet against the people and the courses that there are. */
    static SheetRow<TrainingRepository.NewTaken> row(
            List<String> row,
            List<TrainingRepository.Person> people,
            List<TrainingRepository.Course> courses,
            LocalDate today) {
        String email = row.get(0).toLowerCase(Locale.ROOT);
        Optional<TrainingRepository.Person> person =
                people.stream().filter(each -> each.email().equals(email)).findFirst();
        if (person.isEmpty()) {
            return new SheetRow.Faulty<>(
                    0, "nobody in your organisation signs in with this address, or it is your own");
        }
        Optional<TrainingRepository.Course> course = courses.stream()
                .filter(each -> each.title().equalsIgnoreCase(row.get(1)))
                .findFirst();
        if (course.isEmpty()) {
            return new SheetRow.Faulty<>(1, "no course of this name is required");
        }
        Optional<LocalDate> day = taken(row.get(2), today);
        return day.isEmpty()
                ? new SheetRow.Faulty<>(2, "a day looks like 2026-03-01 and isn't to come")
                : new SheetRow.Sound<>(new TrainingRepository.NewTaken(
                        course.get().id(), person.get().account(), day.get()));
    }

    /** What is wrong with one entry by hand. */
    static List<ErrorLink> wrong(boolean knownCourse, boolean knownPerson, Optional<LocalDate> day) {
        return Stream.of(
                        knownCourse ? null : ErrorLink.at("course", "Choose a course"),
                        knownPerson ? null : ErrorLink.at("person", "Choose somebody"),
                        day.isPresent() ? null : ErrorLink.at("day", "Give the day it was taken, up to today"))
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
