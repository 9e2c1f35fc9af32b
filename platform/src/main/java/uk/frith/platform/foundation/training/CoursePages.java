package uk.frith.platform.foundation.training;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.training.TrainingRepository.Course;
import uk.frith.platform.foundation.training.TrainingRules.NewCourse;
import uk.frith.platform.foundation.training.TrainingRules.Read;
import uk.frith.platform.foundation.training.TrainingRules.TypedCourse;

/** Which courses an organisation requires, of which roles, and for how long each counts. */
@Controller
@RequestMapping("/oversight/courses")
class CoursePages {

    static final String TO_SET = "to say which courses are required";
    static final String SUBJECT = "required course";
    private static final String VIEW = "foundation/training/courses";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final Desk desk;
    private final Training training;
    private final TrainingRepository repository;
    private final InstantSource clock;

    CoursePages(Desk desk, Training training, TrainingRepository repository, InstantSource clock) {
        this.desk = desk;
        this.training = training;
        this.repository = repository;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem coursesLine() {
            return new OversightItem(
                    "Required courses",
                    "Which courses your organisation requires of whom, and for how long each counts.",
                    "/oversight/courses",
                    Permission.SET_COURSES,
                    56);
        }
    }

    /** A required course. */
    record Line(String title, String months, String roles, String from, String source, String endPath) {}

    /** The list and the form. */
    record CoursesPage(List<Line> courses, List<Choice> roles, TypedCourse typed, List<ErrorLink> errors) {

        @Nullable
        String wrong(String id) {
            return ErrorLink.textAt(id, errors);
        }
    }

    @GetMapping
    @Allows(value = Permission.SET_COURSES, purpose = TO_SET)
    String courses(Model model) {
        CoursesPage page = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_SET),
                () -> page(new TypedCourse("", "", List.of(), training.today().toString(), ""), List.of()));
        model.addAttribute("page", page);
        return VIEW;
    }

    private CoursesPage page(TypedCourse typed, List<ErrorLink> errors) {
        return new CoursesPage(
                courses().stream().map(CoursePages::line).toList(),
                Choice.of(Role.values(), Role::title),
                typed,
                errors);
    }

    private List<Course> courses() {
        return repository.courses(actor().organisation(), training.today());
    }

    private static Line line(Course course) {
        return new Line(
                course.title(),
                course.months() == 1 ? "1 month" : course.months() + " months",
                course.roles().stream().map(Role::title).collect(Collectors.joining(", ")),
                DAY.format(course.from()),
                course.source(),
                "/oversight/courses/" + course.id() + "/end");
    }

    @PostMapping
    @Allows(value = Permission.SET_COURSES, purpose = TO_SET)
    String add(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String source,
            Model model,
            HttpServletResponse response) {
        TypedCourse typed = new TypedCourse(title, months, roles, from, source);
        CoursesPage page = desk.audited(
                () -> {
                    Read read = TrainingRules.read(
                            typed, courses().stream().map(Course::title).toList(), training.today());
                    NewCourse course = read.course();
                    if (course != null) {
                        repository.add(actor().organisation(), course, clock.instant(), actor().account());
                        training.keepClocks(actor().organisation());
                    }
                    return page(typed, read.errors());
                },
                done -> Entry.of(Act.ADMINISTRATION, SUBJECT, TO_SET)
                        .with("kept", Boolean.toString(done.errors().isEmpty())));
        if (page.errors().isEmpty()) {
            return "redirect:/oversight/courses";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page);
        return VIEW;
    }

    /** From today on the course is no longer required; who took it stays. */
    @PostMapping("/{id}/end")
    @Allows(value = Permission.SET_COURSES, purpose = TO_SET)
    String end(@PathVariable UUID id) {
        boolean ended = desk.audited(
                Entry.of(Act.ADMINISTRATION, SUBJECT, TO_SET)
                        .about(List.of(id.toString()))
                        .with("ended", "true"),
                () -> {
                    boolean was = repository.end(actor().organisation(), id, training.today());
                    training.keepClocks(actor().organisation());
                    return was;
                });
        if (!ended) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/oversight/courses";
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
