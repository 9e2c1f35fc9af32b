package uk.frith.platform.foundation.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.frith.platform.foundation.identity.Role;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.pages.SamplePages;
import uk.frith.platform.foundation.sheets.SheetForm;
import uk.frith.platform.foundation.training.TrainingRepository.Required;
import uk.frith.platform.foundation.training.TrainingRules.Stand;
import uk.frith.platform.foundation.training.TrainingRules.State;

/** The samples of this chapter's pages. */
public final class TrainingSamples implements SamplePages {

    private static final Required ONE = new Required(
            new UUID(0, 1), "Recording crime", 24, new UUID(0, 2), "A. Example", "North", Optional.of(LocalDate.EPOCH));
    private static final SheetForm FORM =
            new SheetForm("/oversight/training/sheets", "email,course,taken_on", "", "", List.of());

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.page("none", "foundation/training/own", new TrainingPages.OwnPage(List.of())),
                Sample.page(
                        "some",
                        "foundation/training/own",
                        new TrainingPages.OwnPage(List.of(
                                new Training.Own("Recording crime", "1 Mar 2024", "1 Mar 2026", "Lapsed", true, true),
                                new Training.Own("Stalking", "1 Mar 2026", "1 Mar 2028", "Current", false, false)))),
                Sample.page("none", "foundation/training/training", oversee(Map.of(), List.of(), List.of())),
                Sample.page(
                        "some",
                        "foundation/training/training",
                        oversee(
                                Map.of(ONE, new Stand(State.LAPSED, Optional.of(LocalDate.EPOCH))),
                                List.of(Choice.of("1", "Recording crime")),
                                List.of(ErrorLink.at("day", "Give the day it was taken, up to today")))),
                Sample.page("none", "foundation/training/courses", courses(List.of(), List.of())),
                Sample.page(
                        "refused",
                        "foundation/training/courses",
                        courses(
                                List.of(new CoursePages.Line(
                                        "Recording crime",
                                        "24 months",
                                        "Call handler",
                                        "1 Mar 2026",
                                        "The chief's order",
                                        "/oversight/courses/1/end")),
                                List.of(ErrorLink.at("roles", "Choose at least one role that must take it")))));
    }

    private static TrainingPages.OverseePage oversee(
            Map<Required, Stand> stands, List<Choice> courses, List<ErrorLink> errors) {
        return new TrainingPages.OverseePage(
                TrainingPages.sentence(stands),
                TrainingPages.teams(stands),
                stands.isEmpty()
                        ? List.of()
                        : List.of(new TrainingPages.OpenLine(
                                "A. Example", "North", "Recording crime", "1 Jan 1970", "1 Jan 1972", "Lapsed", true)),
                false,
                courses,
                courses,
                new TrainingPages.Typed("1", "1", "x"),
                errors,
                FORM);
    }

    private static CoursePages.CoursesPage courses(List<CoursePages.Line> lines, List<ErrorLink> errors) {
        return new CoursePages.CoursesPage(
                lines,
                Choice.of(Role.values(), Role::title),
                new TrainingRules.TypedCourse("Recording crime", "24", List.of("CALL_HANDLER"), "2026-03-01", ""),
                errors);
    }
}
