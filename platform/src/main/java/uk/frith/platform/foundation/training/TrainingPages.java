package uk.frith.platform.foundation.training;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.pages.ErrorLink;
import uk.frith.platform.foundation.sheets.Brought;
import uk.frith.platform.foundation.sheets.SheetForm;
import uk.frith.platform.foundation.sheets.SheetKind;
import uk.frith.platform.foundation.sheets.Sheets;
import uk.frith.platform.foundation.training.TrainingRepository.Course;
import uk.frith.platform.foundation.training.TrainingRepository.NewTaken;
import uk.frith.platform.foundation.training.TrainingRepository.Person;
import uk.frith.platform.foundation.training.TrainingRepository.Required;
import uk.frith.platform.foundation.training.TrainingRules.Stand;
import uk.frith.platform.foundation.training.TrainingRules.State;

/** Who has taken which required course: one's own, and for those who oversee, everybody's by team. */
@Controller
class TrainingPages {

    private static final String TO_SEE_OWN = "to see which courses one must take";
    private static final String TO_OVERSEE = "to see that people are trained in time";
    static final String TO_ENTER = "to enter who has taken a course";
    static final String SUBJECT = "training of colleagues";
    private static final String VIEW = "foundation/training/training";
    private static final String PATH = "/oversight/training";
    private static final SheetKind SHEET =
            new SheetKind("TRAINING_TAKEN", "/oversight/training/sheets", TrainingRules.HEADER);
    private static final int MOST_SHOWN = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

    private final Desk desk;
    private final Training training;
    private final TrainingRepository repository;
    private final Sheets sheets;
    private final InstantSource clock;

    TrainingPages(Desk desk, Training training, TrainingRepository repository, Sheets sheets, InstantSource clock) {
        this.desk = desk;
        this.training = training;
        this.repository = repository;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem trainingLine() {
            return new OversightItem(
                    "Training",
                    "Who has taken which required course, and who is due, by team.",
                    PATH,
                    Permission.OVERSEE_TRAINING,
                    55);
        }
    }

    /** One's own courses. */
    record OwnPage(List<Training.Own> courses) {}

    /** How a team stands with a course. */
    record TeamLine(
            String team, String course, String people, String current, String due, String never, String lapsed) {}

    /** Somebody who has something to do. */
    record OpenLine(
            String person, String team, String course, String taken, String lapses, String state, boolean late) {
        @Override
        public String toString() {
            return "OpenLine";
        }
    }

    /** What a form held. */
    record Typed(String course, String person, String day) {}

    /** The overseer's page. */
    record OverseePage(
            String sentence,
            List<TeamLine> teams,
            List<OpenLine> open,
            boolean more,
            List<Choice> courses,
            List<Choice> people,
            Typed typed,
            List<ErrorLink> errors,
            SheetForm form) {

        @Nullable
        String wrong(String id) {
            return ErrorLink.textAt(id, errors);
        }

        List<ErrorLink> all() {
            List<ErrorLink> all = new ArrayList<>(errors);
            all.addAll(form.errors());
            return all;
        }

        @Override
        public String toString() {
            return "OverseePage";
        }
    }

    private static final Typed NOTHING = new Typed("", "", "");

    @GetMapping("/my-training")
    @Allows(value = Permission.USE_FRITH, purpose = TO_SEE_OWN)
    String own(Model model) {
        List<Training.Own> courses =
                desk.audited(Entry.of(Act.CONSULTATION, "own training", TO_SEE_OWN), () -> training.own(actor()));
        model.addAttribute("page", new OwnPage(courses));
        return "foundation/training/own";
    }

    @GetMapping(PATH)
    @Allows(value = Permission.OVERSEE_TRAINING, purpose = TO_OVERSEE)
    String oversee(Model model) {
        OverseePage page = desk.audited(
                Entry.of(Act.CONSULTATION, SUBJECT, TO_OVERSEE).showing(List.of("name", "course", "taken")),
                () -> page(NOTHING, List.of(), sheets.form(SHEET)));
        model.addAttribute("page", page);
        return VIEW;
    }

    private OverseePage page(Typed typed, List<ErrorLink> errors, SheetForm form) {
        UUID organisation = actor().organisation();
        LocalDate today = training.today();
        List<Required> required = repository.required(organisation, today);
        Map<Required, Stand> stands = new java.util.LinkedHashMap<>();
        Duration notice = training.notice(organisation);
        required.forEach(each -> stands.put(each, training.stand(each, notice)));
        List<OpenLine> open = stands.entrySet().stream()
                .filter(each -> each.getValue().state().open())
                .sorted(java.util.Comparator.comparing(
                        (Map.Entry<Required, Stand> each) -> each.getValue().state()))
                .map(each -> open(each.getKey(), each.getValue()))
                .toList();
        return new OverseePage(
                sentence(stands),
                teams(stands),
                open.stream().limit(MOST_SHOWN).toList(),
                open.size() > MOST_SHOWN,
                repository.courses(organisation, today).stream()
                        .map(each -> Choice.of(each.id().toString(), each.title()))
                        .toList(),
                others().stream()
                        .map(each -> Choice.of(
                                each.account().toString(),
                                each.name() + (each.team().isEmpty() ? "" : ", " + each.team())))
                        .toList(),
                typed,
                errors,
                form);
    }

    /** Nobody enters a course for themselves. */
    private List<Person> others() {
        return repository.people(actor().organisation()).stream()
                .filter(each -> !each.account().equals(actor().account()))
                .toList();
    }

    static String sentence(Map<Required, Stand> stands) {
        if (stands.isEmpty()) {
            return "No course is required of anybody.";
        }
        long current = stands.values().stream()
                .filter(each -> each.state() == State.CURRENT || each.state() == State.DUE)
                .count();
        return String.format(
                Locale.UK,
                "Required courses taken and in date: %,d of %,d. Lapsed: %,d. Never taken: %,d.",
                current,
                stands.size(),
                stands.values().stream()
                        .filter(each -> each.state() == State.LAPSED)
                        .count(),
                stands.values().stream()
                        .filter(each -> each.state() == State.NEVER)
                        .count());
    }

    static List<TeamLine> teams(Map<Required, Stand> stands) {
        Map<String, Map<State, Integer>> counts = new TreeMap<>();
        stands.forEach((required, stand) -> counts.computeIfAbsent(
                        required.team() + "\n" + required.title(), key -> new EnumMap<>(State.class))
                .merge(stand.state(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each -> {
                    String[] key = each.getKey().split("\n", -1);
                    Map<State, Integer> by = each.getValue();
                    return new TeamLine(
                            key[0].isEmpty() ? "No team" : key[0],
                            key[1],
                            Integer.toString(by.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum()),
                            Integer.toString(by.getOrDefault(State.CURRENT, 0)),
                            Integer.toString(by.getOrDefault(State.DUE, 0)),
                            Integer.toString(by.getOrDefault(State.NEVER, 0)),
                            Integer.toString(by.getOrDefault(State.LAPSED, 0)));
                })
                .toList();
    }

    private static OpenLine open(Required required, Stand stand) {
        return new OpenLine(
                required.name(),
                required.team().isEmpty() ? "No team" : required.team(),
                required.title(),
                required.last().map(DAY::format).orElse("Never"),
                stand.lapses().map(DAY::format).orElse("–"),
                stand.state().words(),
                stand.state() == State.LAPSED);
    }

    /** Enters that somebody has taken a course. */
    @PostMapping(PATH)
    @Allows(value = Permission.OVERSEE_TRAINING, purpose = TO_ENTER)
    String enter(
            @RequestParam(defaultValue = "") String course,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String day,
            Model model,
            HttpServletResponse response) {
        Typed typed = new Typed(course, person, day);
        Optional<OverseePage> refused = desk.audited(
                () -> entered(typed),
                result -> Entry.of(Act.ALTERATION, SUBJECT, TO_ENTER)
                        .showing(result.isEmpty() ? List.of("course", "taken") : List.of()));
        return refused.map(page -> refuse(page, model, response)).orElse("redirect:" + PATH);
    }

    private Optional<OverseePage> entered(Typed typed) {
        Optional<Course> course = repository.courses(actor().organisation(), training.today()).stream()
                .filter(each -> each.id().toString().equals(typed.course()))
                .findFirst();
        Optional<Person> person = others().stream()
                .filter(each -> each.account().toString().equals(typed.person()))
                .findFirst();
        Optional<LocalDate> day = TrainingRules.taken(typed.day(), training.today());
        List<ErrorLink> errors = TrainingRules.wrong(course.isPresent(), person.isPresent(), day);
        if (!errors.isEmpty()) {
            return Optional.of(page(typed, errors, sheets.form(SHEET)));
        }
        take(
                List.of(new NewTaken(
                        course.orElseThrow().id(), person.orElseThrow().account(), day.orElseThrow())),
                null);
        return Optional.empty();
    }

    private void take(List<NewTaken> taken, @Nullable UUID file) {
        repository.take(actor().organisation(), taken, clock.instant(), actor().account(), file);
        training.keepClocks(actor().organisation());
    }

    private static String refuse(OverseePage page, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("page", page);
        return VIEW;
    }

    /** Brings in who has taken what, from another system. */
    @PostMapping("/oversight/training/sheets")
    @Allows(value = Permission.OVERSEE_TRAINING, purpose = TO_ENTER)
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String dated,
            Model model,
            HttpServletResponse response) {
        return desk.audited(
                        () -> brought(new Sheets.Sent(file, source, dated)),
                        done -> Entry.of(Act.COLLECTION, SUBJECT, TO_ENTER).with("taken", done.taken()))
                .answer(response, VIEW, (page, form) -> model.addAttribute("page", page));
    }

    private Brought<NewTaken, OverseePage> brought(Sheets.Sent sent) {
        LocalDate today = training.today();
        List<Person> people = others();
        List<Course> courses = repository.courses(actor().organisation(), today);
        Sheets.Outcome<NewTaken> outcome =
                sheets.take(actor(), SHEET, sent, row -> TrainingRules.row(row, people, courses, today));
        return Brought.of(outcome, taken -> take(taken.rows(), taken.id()), form -> page(NOTHING, List.of(), form));
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
