package uk.frith.platform.foundation.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.sheets.SheetRow;
import uk.frith.platform.foundation.training.TrainingRepository.Course;
import uk.frith.platform.foundation.training.TrainingRepository.NewTaken;
import uk.frith.platform.foundation.training.TrainingRepository.Person;
import uk.frith.platform.foundation.training.TrainingRules.State;
import uk.frith.platform.foundation.training.TrainingRules.TypedCourse;

class TrainingRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static State state(String last) {
        return TrainingRules.stand(
                        Optional.of(last).filter(day -> !day.isEmpty()).map(LocalDate::parse), 12, TODAY, 28)
                .state();
    }

    @Test
    void a_course_is_current_then_due_again_then_lapsed_and_one_never_taken_says_so() {
        assertThat(state("")).isEqualTo(State.NEVER);
        assertThat(state("2026-03-31")).isEqualTo(State.CURRENT);
        assertThat(state("2025-04-29")).isEqualTo(State.CURRENT);
        assertThat(state("2025-04-28")).isEqualTo(State.DUE);
        assertThat(state("2025-04-01")).isEqualTo(State.DUE);
        assertThat(state("2025-03-31")).isEqualTo(State.LAPSED);
        assertThat(state("2001-01-01")).isEqualTo(State.LAPSED);
    }

    @Test
    void each_field_of_a_course_that_is_wrong_is_named() {
        assertThat(TrainingRules.read(new TypedCourse("", "0", List.of("KING"), "soon", ""), List.of(), TODAY)
                        .errors())
                .extracting(ErrorLink::href)
                .containsExactly("#title", "#months", "#roles", "#from", "#source");
        assertThat(TrainingRules.read(
                                new TypedCourse("recording", "12", List.of("ANALYST"), "2036-03-31", "x"),
                                List.of("Recording"),
                                TODAY)
                        .errors())
                .extracting(ErrorLink::href)
                .containsExactly("#title");
        assertThat(TrainingRules.read(
                                new TypedCourse("Recording", "12", List.of("ANALYST"), "2036-04-01", "x"),
                                List.of(),
                                TODAY)
                        .errors())
                .extracting(ErrorLink::href)
                .containsExactly("#from");
    }

    @Test
    void a_row_names_somebody_by_their_address_and_a_course_by_its_name() {
        UUID course = new UUID(0, 1);
        UUID account = new UUID(0, 2);
        List<Course> courses = List.of(new Course(course, "Recording", 12, List.of(Role.ANALYST), TODAY, "x"));
        List<Person> people = List.of(new Person(account, "A. Example", "a@example.org", ""));
        assertThat(TrainingRules.row(List.of("A@Example.org", "recording", "2026-03-01"), people, courses, TODAY))
                .isEqualTo(new SheetRow.Sound<>(new NewTaken(course, account, LocalDate.of(2026, 3, 1))));
        assertThat(field("b@example.org", "Recording", "2026-03-01", people, courses))
                .isEqualTo(0);
        assertThat(field("a@example.org", "Knots", "2026-03-01", people, courses))
                .isEqualTo(1);
        assertThat(field("a@example.org", "Recording", "2026-04-01", people, courses))
                .isEqualTo(2);
    }

    private static int field(String email, String course, String day, List<Person> people, List<Course> courses) {
        return TrainingRules.row(List.of(email, course, day), people, courses, TODAY)
                        instanceof SheetRow.Faulty<NewTaken>(int field, String reason)
                ? field
                : -1;
    }
}
