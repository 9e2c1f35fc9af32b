package uk.frith.platform.reports.victims;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import uk.frith.patterns.ConfidenceInterval;
import uk.frith.platform.foundation.audit.Act;
import uk.frith.platform.foundation.audit.Entry;
import uk.frith.platform.foundation.identity.Actor;
import uk.frith.platform.foundation.identity.Allows;
import uk.frith.platform.foundation.identity.Desk;
import uk.frith.platform.foundation.identity.OversightItem;
import uk.frith.platform.foundation.identity.Permission;
import uk.frith.platform.foundation.pages.Choice;
import uk.frith.platform.foundation.sheets.Brought;
import uk.frith.platform.foundation.sheets.SheetForm;
import uk.frith.platform.foundation.sheets.SheetKind;
import uk.frith.platform.foundation.sheets.Sheets;
import uk.frith.platform.reports.recording.Incidents;
import uk.frith.platform.reports.recording.Incidents.Involved;
import uk.frith.platform.reports.victims.EqualityRepository.Characteristics;
import uk.frith.platform.reports.victims.EqualityRepository.Group;
import uk.frith.platform.reports.victims.VictimTerms.Age;
import uk.frith.platform.reports.victims.VictimTerms.Disability;
import uk.frith.platform.reports.victims.VictimTerms.Ethnicity;
import uk.frith.platform.reports.victims.VictimTerms.Sex;
import uk.frith.platform.reports.victims.VictimTerms.Worded;

/** What people say about themselves, asked for figures alone; and the figures: who is hit hardest and who reports least. */
@Controller
class EqualityPages {

    static final String TO_ASK = "to note what somebody says about themselves, for figures";
    static final String TO_COMPARE = "to see which groups are hit hardest";

    private static final String FIGURES = "reports/victims/equality-figures";
    static final SheetKind SHEET = new SheetKind("GROUP_FIGURES", "/oversight/equality", GroupRules.HEADER);
    private static final Duration A_YEAR = Duration.ofDays(365);

    /** Below this many people a figure could point at somebody. */
    static final int FEWEST = 10;

    private final Desk desk;
    private final Incidents incidents;
    private final EqualityRepository repository;
    private final GroupRepository figures;
    private final Sheets sheets;
    private final InstantSource clock;

    EqualityPages(
            Desk desk,
            Incidents incidents,
            EqualityRepository repository,
            GroupRepository figures,
            Sheets sheets,
            InstantSource clock) {
        this.desk = desk;
        this.incidents = incidents;
        this.repository = repository;
        this.figures = figures;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Lines {
        @Bean
        OversightItem equalityLine() {
            return new OversightItem(
                    "Who is hit hardest",
                    "Harm and reporting by age, sex, ethnicity and disability, beside the population and surveys.",
                    "/oversight/equality",
                    Permission.ALLOCATE_INCIDENTS,
                    48);
        }
    }

    /** The question; what was answered before isn't shown again. */
    record AskPage(
            String path,
            String backPath,
            String reference,
            List<Choice> ages,
            List<Choice> sexes,
            List<Choice> ethnicities,
            List<Choice> disabilities) {}

    /** The figures. */
    record FiguresPage(
            List<Line> lines,
            List<BesideLine> beside,
            String sentence,
            List<String> sources,
            int fewest,
            SheetForm form) {}

    /** A group beside those who live here and those who say that they experienced it. */
    record BesideLine(
            String what,
            String group,
            String people,
            String named,
            String perThousand,
            String survey,
            String perHundred,
            boolean least) {}

    /** A group; a figure of fewer people than may be shown is a sentence instead. */
    record Line(String what, String group, String people, String harmed, String repeated, String themselves) {}

    @GetMapping("/victims/{person}/equality")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ASK)
    String ask(@PathVariable UUID person, Model model) {
        Involved involved = desk.audited(
                Entry.of(Act.CONSULTATION, "victim", TO_ASK).about(List.of(person.toString())), () -> involved(person));
        model.addAttribute(
                "page",
                new AskPage(
                        VictimPage.pathOf(person) + "/equality",
                        VictimPage.pathOf(person),
                        involved.reference(),
                        choices(Age.values()),
                        choices(Sex.values()),
                        choices(Ethnicity.values()),
                        choices(Disability.values())));
        return "reports/victims/equality";
    }

    private Involved involved(UUID person) {
        return incidents.person(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static <E extends Enum<E> & Worded> List<Choice> choices(E[] values) {
        return Stream.of(values)
                .map(value -> Choice.of(value.name(), value.words()))
                .toList();
    }

    @PostMapping("/victims/{person}/equality")
    @Allows(value = Permission.RECORD_INCIDENTS, purpose = TO_ASK)
    String note(
            @PathVariable UUID person,
            @RequestParam(defaultValue = "") String age,
            @RequestParam(defaultValue = "") String sex,
            @RequestParam(defaultValue = "") String ethnicity,
            @RequestParam(defaultValue = "") String disability) {
        desk.audited(
                Entry.of(Act.ALTERATION, "victim", TO_ASK)
                        .about(List.of(person.toString()))
                        .showing(List.of("age", "sex", "ethnicity", "disability")),
                () -> {
                    involved(person);
                    repository.put(
                            organisation(),
                            person,
                            new Characteristics(
                                    Choice.sent(Age.values(), age).orElse(Age.NOT_SAID),
                                    Choice.sent(Sex.values(), sex).orElse(Sex.NOT_SAID),
                                    Choice.sent(Ethnicity.values(), ethnicity).orElse(Ethnicity.NOT_SAID),
                                    Choice.sent(Disability.values(), disability).orElse(Disability.NOT_SAID)));
                    return person;
                });
        return "redirect:" + VictimPage.pathOf(person);
    }

    private record Found(
            List<Group> groups,
            List<GroupRules.Figure> figures,
            Map<GroupRules.Group, Long> named,
            List<String> sources) {}

    @GetMapping("/oversight/equality")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_COMPARE)
    String figures(Model model) {
        Found found = desk.audited(Entry.of(Act.CONSULTATION, "equality", TO_COMPARE), this::found);
        model.addAttribute("page", page(found, sheets.form(SHEET)));
        return FIGURES;
    }

    private Found found() {
        return new Found(
                repository.groups(organisation()),
                figures.current(organisation()),
                figures.named(organisation(), clock.instant().minus(A_YEAR)),
                figures.sources(organisation()));
    }

    private static FiguresPage page(Found found, SheetForm form) {
        List<GroupRules.Beside> beside = GroupRules.beside(found.figures(), found.named());
        return new FiguresPage(
                found.groups().stream().map(EqualityPages::line).toList(),
                beside.stream().map(EqualityPages::line).toList(),
                sentence(beside),
                found.sources(),
                FEWEST,
                form);
    }

    static String sentence(List<GroupRules.Beside> beside) {
        if (beside.stream().allMatch(each -> each.perHundred().isEmpty())) {
            return "Who reports least can't be said yet: it takes the number of people of each group, and how many of them"
                    + " say in a survey that they experienced antisocial behaviour.";
        }
        String least = beside.stream()
                .filter(GroupRules.Beside::least)
                .map(each -> each.group().words())
                .collect(Collectors.joining("; "));
        return least.isEmpty()
                ? "No group is named in reports so much less often than others who experienced as much that chance can't"
                        + " explain it."
                : "Named in reports less often than others who experienced as much: " + least + ".";
    }

    static BesideLine line(GroupRules.Beside beside) {
        boolean few = beside.named() < FEWEST;
        return new BesideLine(
                EqualityRepository.title(beside.group().characteristic()),
                beside.group().words(),
                beside.people()
                        .map(people -> String.format(Locale.UK, "%,d", people))
                        .orElse("not given"),
                few ? "fewer than " + FEWEST : Long.toString(beside.named()),
                beside.perThousand().map(interval -> interval(interval, few)).orElse("–"),
                beside.surveyPercent()
                        .map(percent -> String.format(Locale.UK, "%.1f %%", percent))
                        .orElse("not given"),
                beside.perHundred().map(interval -> interval(interval, few)).orElse("–"),
                beside.least());
    }

    private static String interval(ConfidenceInterval interval, boolean few) {
        return few
                ? String.format(Locale.UK, "under %.1f", Math.ceil(interval.upper() * 10) / 10)
                : String.format(Locale.UK, "%.1f to %.1f", interval.lower(), interval.upper());
    }

    /** Brings in how many people of each group there are, and what a survey says of them. */
    @PostMapping("/oversight/equality")
    @Allows(value = Permission.ALLOCATE_INCIDENTS, purpose = TO_COMPARE)
    String bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String dated,
            Model model,
            HttpServletResponse response) {
        return desk.audited(
                        () -> brought(new Sheets.Sent(file, source, dated)),
                        done -> Entry.of(Act.COLLECTION, "equality", TO_COMPARE).with("taken", done.taken()))
                .answer(response, FIGURES, (found, form) -> model.addAttribute("page", page(found, form)));
    }

    private Brought<GroupRules.Figure, Found> brought(Sheets.Sent sent) {
        return Brought.of(
                sheets.take(actor(), SHEET, sent, new GroupRules.Reader()::read),
                taken -> figures.add(taken.id(), organisation(), taken.rows()),
                form -> found());
    }

    private static Line line(Group group) {
        if (group.people() < FEWEST) {
            String few = "fewer than " + FEWEST;
            return new Line(group.characteristic(), group.words(), few, "–", "–", "–");
        }
        return new Line(
                group.characteristic(),
                group.words(),
                Long.toString(group.people()),
                share(group.harmed(), group.people()),
                share(group.repeated(), group.people()),
                share(group.themselves(), group.people()));
    }

    private static String share(long part, long whole) {
        return Math.round(100.0 * part / whole) + " %";
    }

    private UUID organisation() {
        return actor().organisation();
    }

    private Actor actor() {
        return desk.actor().orElseThrow(() -> new IllegalStateException("Only somebody who is signed in comes here."));
    }
}
